import { Button, Group, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ask, useAsk, useCommand, useDraft, useMay } from '#renderer/client/index.ts';
import { planPlace } from '#renderer/components/address.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Facts, Page, Section } from '#renderer/components/layout.tsx';
import {
  DocumentLink,
  InspectionLink,
  Link,
  LocationLink,
  PartnerLink,
  UnitLink,
} from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, FailureState } from '#renderer/components/states.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import type { InspectionShown } from '#shared/inspections/inspectionVocabulary.ts';
import type { InspectionState, Proposal } from '#shared/inspections/inspectionVocabulary.ts';
import { OnFormer } from './formerPlan.tsx';
import { Acts, codeOf, Decide, MoveDecided } from './inspectionActs.tsx';
import { usePointName } from './points.ts';
import { ReadingsGrid } from './ReadingsGrid.tsx';
import { SampleParts } from './SampleParts.tsx';

type Decision = InspectionShown['decisions'][number];
type Group_ = InspectionShown['groups'][number];

/** An inspection: what is read, what follows from it, and what was decided. */
export function InspectionScreen({ search }: ScreenProps<{ inspection: string; reinspection: number }>): ReactNode {
  const { t } = useTranslation();
  const { inspection, reinspection } = search;
  const asked = useAsk(ask.inspections.get.queryOptions({ input: { inspection, reinspection } }));
  const shown = asked.data;
  return (
    <Page
      title={codeOf(search)}
      kind={t('inspections.inspection')}
      code
      lead={
        shown === undefined
          ? ''
          : t('inspections.work.lead', {
              ...{ quantity: shown.quantity, unit: shown.unitOfMeasure, plan: shown.plan, version: shown.planVersion },
            })
      }
      actions={shown !== undefined && <Acts shown={shown} />}
    >
      <Answer asked={asked}>{(answered) => <Shown shown={answered} />}</Answer>
    </Page>
  );
}

const tones = {
  open: 'quarantine',
  decided: 'released',
  withdrawn: 'neutral',
  notDrawn: 'neutral',
  missed: 'rejected',
  superseded: 'neutral',
} as const satisfies Record<InspectionState, string>;
const proposalTones = { open: 'neutral', accept: 'released', reject: 'rejected' } as const satisfies Record<
  Proposal,
  string
>;

function Shown({ shown }: { shown: InspectionShown }): ReactNode {
  const { t } = useTranslation();
  const say = useMessage();
  const pointName = usePointName();
  const mayInspect = useMay('inspect');
  const { product, lot, sublot, serial, planVersion, carriedFrom, followedBy } = shown;
  const unit = shown.unitOfMeasure;
  const facts: (readonly [string, ReactNode])[] = [
    [
      t('inspections.state'),
      <Group key="state" gap={6}>
        <Badge tone={tones[shown.state]}>{t(`inspections.inspectionStates.${shown.state}`)}</Badge>
        {shown.state === 'open' && (
          <Badge tone={proposalTones[shown.proposal]}>{t(`inspections.proposals.${shown.proposal}`)}</Badge>
        )}
      </Group>,
    ],
    [t('inspections.goods'), <UnitLink key="goods" unit={{ product, lot, sublot, serial }} withProduct />],
    [t('fields.name'), shown.productName],
    [t('inspections.quantity'), <Quantity key="quantity" value={shown.quantity} unit={unit} />],
    [t('inspections.work.accepted'), <Quantity key="accepted" value={shown.accepted} unit={unit} />],
    [t('inspections.work.rejected'), <Quantity key="rejected" value={shown.rejected} unit={unit} />],
    [t('inspections.pending'), <Quantity key="pending" value={shown.pending} unit={unit} />],
    [t('audit.fields.gone'), shown.gone === '0' ? '' : <Quantity key="gone" value={shown.gone} unit={unit} />],
    [t('inspections.point'), pointName(shown.point)],
    [t('fields.workOrder'), [shown.workOrder, shown.run].filter((one) => one !== '').join(' / ')],
    [t('inspections.slot'), shown.slot],
    [t('inspections.dueFrom'), shown.dueFrom === '' ? '' : <MomentText key="from" at={shown.dueFrom} />],
    [t('inspections.dueUntil'), shown.dueUntil === '' ? '' : <MomentText key="until" at={shown.dueUntil} />],
    [t('fields.supplier'), shown.supplier === '' ? '' : <PartnerLink key="supplier" code={shown.supplier} />],
    [t('fields.document'), shown.document === '' ? '' : <DocumentLink key="document" number={shown.document} />],
    [t('fields.location'), shown.location === '' ? '' : <LocationLink key="location" code={shown.location} />],
    [
      t('inspections.plan'),
      <Link key="plan" {...planPlace(shown.plan, planVersion)}>
        {`${shown.plan} \u00b7 ${planVersion}`}
      </Link>,
    ],
    [t('inspections.work.why'), say(shown.why)],
    [t('inspections.openedAt'), <MomentText key="opened" at={shown.openedAt} />],
    [t('audit.fields.openedBy'), shown.openedBy],
    [t('fields.reason'), shown.reason],
    [
      t('inspections.former.carriedFrom'),
      carriedFrom === '' ? '' : <InspectionLink key="carriedFrom" code={carriedFrom} />,
    ],
    [
      t('inspections.former.followedBy'),
      followedBy === '' ? '' : <InspectionLink key="followedBy" code={followedBy} />,
    ],
  ];
  const isReadOnly = !mayInspect || shown.state !== 'open';
  const others = Array.from({ length: shown.last + 1 }, (_, index) => index).filter(
    (one) => one !== shown.reinspection,
  );
  return (
    <>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      <OnFormer shown={shown} />
      {others.length > 0 && (
        <p>
          {t('inspections.work.others')}{' '}
          {others.map((one) => (
            <InspectionLink key={one} code={codeOf({ inspection: shown.inspection, reinspection: one })} />
          ))}
        </p>
      )}
      <ReadingsGrid shown={shown} readOnly={isReadOnly} />
      {shown.workOrder === '' && <Decide shown={shown} />}
      <Samples shown={shown} />
      <SampleParts shown={shown} />
      <Section title={t('inspections.work.decisions')}>
        <Decisions shown={shown} />
      </Section>
      <Notes shown={shown} readOnly={isReadOnly} />
    </>
  );
}

function Samples({ shown }: { shown: InspectionShown }): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<Group_>[] = [
    {
      id: 'of',
      header: t('inspections.work.of'),
      cell: ({ of, rows }) =>
        of === 'critical' || of === 'major' || of === 'minor'
          ? t(`inspections.designators.${of}`)
          : t('inspections.work.ofRow', { balloon: shown.rows[rows[0] ?? 0]?.balloon ?? '' }),
    },
    {
      id: 'rule',
      header: t('inspections.work.rule'),
      wide: true,
      cell: ({ sampling, letter, severity }) =>
        [
          sampling,
          letter,
          severity === 'tightened' || severity === 'reduced' ? t(`inspections.severities.${severity}`) : '',
        ]
          .filter((one) => one !== '')
          .join(' \u00b7 '),
    },
    { id: 'sample', header: t('inspections.work.sample'), figure: true, cell: ({ sample }) => sample },
    { id: 'accept', header: t('inspections.work.accept'), figure: true, cell: ({ accept }) => accept },
    { id: 'reject', header: t('inspections.work.reject'), figure: true, cell: ({ reject }) => reject },
    { id: 'found', header: t('inspections.work.found'), figure: true, cell: ({ nonconforming }) => nonconforming },
    {
      id: 'outcome',
      header: t('inspections.work.outcome'),
      cell: ({ outcome }) => t(`inspections.work.outcomes.${outcome}`),
    },
  ];
  return (
    <Section title={t('inspections.work.sampling')}>
      <DataTable label={t('inspections.work.sampling')} rows={shown.groups} columns={columns} empty={null} />
      {shown.drawn.length > 0 && (
        <p className="muted">{t('inspections.work.draw', { numbers: shown.drawn.join(', ') })}</p>
      )}
    </Section>
  );
}

function Decisions({ shown }: { shown: InspectionShown }): ReactNode {
  const { t } = useTranslation();
  const mayDecide = useMay('status');
  const unit = shown.unitOfMeasure;
  const columns: TableColumn<Decision>[] = [
    { id: 'tranche', header: t('audit.fields.tranche'), cell: ({ tranche }) => tranche },
    {
      id: 'accepted',
      header: t('audit.fields.accepted'),
      figure: true,
      cell: ({ accepted, statusAccepted }) => (
        <>
          <Quantity value={accepted} unit={unit} /> {statusAccepted}
        </>
      ),
    },
    {
      id: 'rejected',
      header: t('audit.fields.rejected'),
      figure: true,
      cell: ({ rejected, statusRejected }) => (
        <>
          <Quantity value={rejected} unit={unit} /> {statusRejected}
        </>
      ),
    },
    {
      id: 'moved',
      header: t('inspections.work.moved'),
      cell: ({ document, tranche }) =>
        document !== '' ? (
          <DocumentLink number={document} />
        ) : (
          <Group gap={6}>
            <Badge tone="quarantine">{t('inspections.work.notMoved')}</Badge>
            {mayDecide && <MoveDecided shown={shown} tranche={tranche} />}
          </Group>
        ),
    },
    { id: 'by', header: t('audit.fields.decidedBy'), cell: ({ decidedBy }) => decidedBy },
    { id: 'at', header: t('inspections.decidedAt'), cell: ({ decidedAt }) => <MomentText at={decidedAt} /> },
    {
      id: 'reason',
      header: t('fields.reason'),
      wide: true,
      cell: ({ reason, isOverride }) => (isOverride ? `${t('inspections.work.override')}: ${reason}` : reason),
    },
  ];
  return (
    <DataTable
      label={t('inspections.work.decisions')}
      rows={shown.decisions}
      columns={columns}
      empty={<p className="muted">{t('inspections.work.noDecision')}</p>}
    />
  );
}

const typedNote = z.string();

function Notes({ shown, readOnly }: { shown: InspectionShown; readOnly: boolean }): ReactNode {
  const { t } = useTranslation();
  const note = useDraft(`note of ${codeOf(shown)}`, '', typedNote);
  const { run, running, failure } = useCommand('inspections.record', api.inspections.record);
  if (readOnly && shown.notes.length === 0) return null;
  return (
    <Section title={t('inspections.work.notes')}>
      {shown.notes.map((one) => (
        <p key={`${one.readAt} ${one.note}`}>
          {one.note} <span className="muted">{one.readBy}</span> <MomentText at={one.readAt} />
        </p>
      ))}
      {!readOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const { inspection, reinspection } = shown;
            run({ inspection, reinspection, mark: '.', note: note.value, readings: [] });
            note.clear();
          }}
        >
          <Textarea
            aria-label={t('inspections.work.note')}
            value={note.value}
            autosize
            minRows={1}
            onChange={(event) => note.set(event.currentTarget.value)}
          />
          <Button
            mt={6}
            size="compact-sm"
            variant="default"
            type="submit"
            disabled={note.value.trim() === '' || running}
          >
            {t('inspections.work.addNote')}
          </Button>
          {failure !== undefined && <FailureState failure={failure} />}
        </form>
      )}
    </Section>
  );
}
