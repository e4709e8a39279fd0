import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk, useDocument, useMay } from '#renderer/client/index.ts';
import { planPlace } from '#renderer/components/address.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { DocumentButtons } from '#renderer/components/DocumentButtons.tsx';
import { PlainDateText } from '#renderer/components/figures.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { PlanStanding, WrittenRow } from '#shared/inspections/vocabulary.ts';
import { OnOtherVersions } from './formerPlan.tsx';
import { PlanReadings } from './PlanReadings.tsx';
import { PlanSamples } from './PlanSamples.tsx';
import { PlanUses } from './PlanUses.tsx';
import { ApproveButton, WithdrawButton } from './planActs.tsx';

type Plan = Outputs['inspections']['plan'];
type Version = Plan['shown'];

/** An inspection plan: the version in force, or another that was asked for. */
export function PlanScreen({ search }: ScreenProps<{ plan: string; planVersion: number }>): ReactNode {
  const { t } = useTranslation();
  const asked = useAsk(
    ask.inspections.plan.queryOptions({
      input: { plan: search.plan, planVersion: search.planVersion === 0 ? null : search.planVersion },
    }),
  );
  const plan = asked.data;
  const [lotSize, setLotSize] = useState(usualLot);
  return (
    <Page
      title={plan?.name ?? search.plan}
      kind={t('inspections.plan')}
      lead={plan === undefined ? '' : t('inspections.page.lead', { plan: plan.plan, version: plan.shown.planVersion })}
      actions={plan !== undefined && <Acts plan={plan} lotSize={lotSize} />}
    >
      <Answer asked={asked}>{(shown) => <Shown plan={shown} lotSize={lotSize} onLotSize={setLotSize} />}</Answer>
    </Page>
  );
}

/** A lot to think of, until another size is typed. */
const usualLot = 1000;

function Acts({ plan, lotSize }: { plan: Plan; lotSize: number }): ReactNode {
  const { t } = useTranslation();
  const [mayWrite, mayDecide] = [useMay('plan'), useMay('masterData')];
  const { plan: code, shown, versions } = plan;
  const parameters = { plan: code, planVersion: String(shown.planVersion), lotSize: String(lotSize) };
  const document = useDocument(`plan ${JSON.stringify(parameters)}`, (drawing) =>
    api.reports.draw({ ...drawing, report: 'plan', parameters }),
  );
  const hasDraft = versions.some(({ standing }) => standing === 'draft');
  return (
    <>
      {mayDecide && shown.standing === 'draft' && <ApproveButton plan={code} planVersion={shown.planVersion} />}
      {mayWrite && (
        <LinkButton to="/plan/write" search={{ plan: code }} variant="default">
          {t(hasDraft ? 'inspections.page.editDraft' : 'inspections.page.nextVersion')}
        </LinkButton>
      )}
      {mayDecide && shown.standing !== 'withdrawn' && <WithdrawButton plan={code} planVersion={shown.planVersion} />}
      <DocumentButtons work={document} />
    </>
  );
}

const tones = {
  draft: 'quarantine',
  coming: 'neutral',
  inForce: 'released',
  superseded: 'neutral',
  ended: 'neutral',
  withdrawn: 'rejected',
} as const satisfies Record<PlanStanding, string>;

function StandingBadge({ standing }: { standing: PlanStanding }): ReactNode {
  const { t } = useTranslation();
  return <Badge tone={tones[standing]}>{t(`inspections.standings.${standing}`)}</Badge>;
}

type ShownProps = { plan: Plan; lotSize: number; onLotSize: (size: number) => void };

function Shown({ plan, lotSize, onLotSize }: ShownProps): ReactNode {
  const { t } = useTranslation();
  const { shown, samplings } = plan;
  const facts: (readonly [string, ReactNode])[] = [
    [t('inspections.standing'), <StandingBadge key="standing" standing={shown.standing} />],
    [t('inspections.validFrom'), <PlainDateText key="from" date={shown.validFrom} />],
    [t('inspections.validUntil'), shown.validUntil === '' ? '' : <PlainDateText key="until" date={shown.validUntil} />],
    [t('audit.fields.basedOn'), [plan.basedOn, plan.revision].filter((one) => one !== '').join(' · ')],
    [t('inspections.author'), shown.author],
    [t('inspections.approver'), shown.approver],
    [t('inspections.write.note'), shown.note],
  ];
  return (
    <>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      <Section title={t('inspections.rows')}>
        <Rows rows={plan.rows} />
        <p className="muted">{t('inspections.page.samplings', samplings)}</p>
      </Section>
      <PlanReadings plan={plan} />
      <OnOtherVersions plan={plan.plan} />
      <PlanSamples plan={plan} lotSize={lotSize} onLotSize={onLotSize} />
      <PlanUses plan={plan} />
      <Section title={t('inspections.page.versions')}>
        <Versions plan={plan} />
      </Section>
    </>
  );
}

function Rows({ rows }: { rows: readonly WrittenRow[] }): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<WrittenRow>[] = [
    { id: 'balloon', header: t('inspections.row.balloon'), cell: ({ balloon }) => balloon },
    { id: 'name', header: t('inspections.row.name'), wide: true, cell: ({ name }) => name },
    {
      id: 'kind',
      header: t('inspections.row.kind'),
      cell: ({ kind }) => (kind === '' ? '' : t(`inspections.kinds.${kind}`)),
    },
    {
      id: 'specification',
      header: t('inspections.row.specification'),
      cell: ({ specification, formula }) => [specification, formula].filter((one) => one !== '').join(' · '),
    },
    { id: 'unit', header: t('inspections.row.unit'), cell: ({ unit }) => unit },
    {
      id: 'designator',
      header: t('inspections.row.designator'),
      cell: ({ designator }) => (designator === '' ? '' : t(`inspections.designators.${designator}`)),
    },
    { id: 'sampling', header: t('inspections.row.sampling'), cell: ({ sampling }) => sampling },
    { id: 'method', header: t('inspections.row.method'), cell: ({ method }) => method },
    { id: 'instrument', header: t('inspections.row.instrument'), cell: ({ instrument }) => instrument },
  ];
  // What no row says takes no room.
  const shown = columns.filter(({ cell }) => rows.some((row) => cell(row) !== ''));
  return <DataTable label={t('inspections.rows')} rows={rows} columns={shown} empty={null} />;
}

function Versions({ plan: { plan, shown, versions } }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<Version>[] = [
    {
      id: 'version',
      header: t('inspections.version'),
      cell: ({ planVersion }) => <Link {...planPlace(plan, planVersion)}>{planVersion}</Link>,
    },
    {
      id: 'standing',
      header: t('inspections.standing'),
      cell: ({ standing }) => <StandingBadge standing={standing} />,
    },
    {
      id: 'from',
      header: t('inspections.validFrom'),
      cell: ({ validFrom }) => <PlainDateText date={validFrom} />,
    },
    {
      id: 'until',
      header: t('inspections.validUntil'),
      cell: ({ validUntil }) => (validUntil === '' ? '' : <PlainDateText date={validUntil} />),
    },
    { id: 'author', header: t('inspections.author'), cell: ({ author }) => author },
    { id: 'approver', header: t('inspections.approver'), cell: ({ approver }) => approver },
    { id: 'note', header: t('inspections.write.note'), wide: true, cell: ({ note }) => note },
    {
      id: 'compare',
      header: '',
      cell: ({ planVersion: other }) =>
        other !== shown.planVersion && (
          <Link to="/plan/compare" search={{ plan, planVersion: shown.planVersion, other }}>
            {t('inspections.compare.with', { version: shown.planVersion })}
          </Link>
        ),
    },
  ];
  // There is nothing to compare one version with.
  const drawn = versions.length > 1 ? columns : columns.filter(({ id }) => id !== 'compare');
  return <DataTable label={t('inspections.page.versions')} rows={versions} columns={drawn} empty={null} />;
}
