import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { planPlace } from '#renderer/components/address.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { localDate, useLocale } from '#renderer/components/figures.tsx';
import { Page, Section } from '#renderer/components/layout.tsx';
import { Link } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { changesOfRows, type FieldChange } from '#shared/inspections/planChanges.ts';

type Plan = Outputs['inspections']['plan'];
type Line = { id: string; of: string; what: string; before: string; after: string };

/** What changed from one version of a plan to another, row by row. */
export function ComparePlanScreen({
  search: { plan, planVersion, other },
}: ScreenProps<{ plan: string; planVersion: number; other: number }>): ReactNode {
  const { t } = useTranslation();
  const [earlier, later] = [Math.min(planVersion, other), Math.max(planVersion, other)];
  const before = useAsk(ask.inspections.plan.queryOptions({ input: { plan, planVersion: earlier } }));
  const after = useAsk(ask.inspections.plan.queryOptions({ input: { plan, planVersion: later } }));
  return (
    <Page
      title={t('inspections.compare.title', { plan })}
      kind={t('inspections.plan')}
      lead={t('inspections.compare.lead', { earlier, later })}
      actions={<Link {...planPlace(plan, later)}>{t('inspections.compare.back', { version: later })}</Link>}
    >
      <Answer asked={before}>
        {(one) => <Answer asked={after}>{(two) => <Compared before={one} after={two} />}</Answer>}
      </Answer>
    </Page>
  );
}

function Compared({ before, after }: { before: Plan; after: Plan }): ReactNode {
  const { t } = useTranslation();
  const says = useFieldTexts();
  const versions = [before, after].map(({ shown }) => t('inspections.compare.version', { version: shown.planVersion }));
  const columns = (of: string): TableColumn<Line>[] => [
    { id: 'of', header: of, cell: (line) => line.of },
    { id: 'what', header: t('inspections.document.field'), cell: ({ what }) => what },
    {
      id: 'before',
      header: versions[0] ?? '',
      wide: true,
      cell: (line) => (
        <Text span fz="inherit" td={line.after === '' ? '' : 'line-through'}>
          {line.before}
        </Text>
      ),
    },
    { id: 'after', header: versions[1] ?? '', wide: true, cell: (line) => <strong>{line.after}</strong> },
  ];
  const changes = changesOfRows(before.rows, after.rows);
  const lines = changes.flatMap(({ balloon, name, what, fields }, index): Line[] => {
    const of = [balloon, name].filter((one) => one !== '').join(' · ');
    if (what === 'added')
      return [{ id: `${index}`, of, what: t('inspections.compare.added'), before: '', after: name }];
    if (what === 'removed')
      return [{ id: `${index}`, of, what: t('inspections.compare.removed'), before: name, after: '' }];
    return fields.map((change) => ({
      id: `${index} ${change.field}`,
      of,
      what: t(`inspections.row.${change.field}`),
      before: says(change.field, change.before),
      after: says(change.field, change.after),
    }));
  });
  const heads = useHeads();
  const ofPlan = heads(before).flatMap(([label, was], index): Line[] => {
    const is = heads(after)[index]?.[1] ?? '';
    return was === is ? [] : [{ id: label, of: '', what: label, before: was, after: is }];
  });
  const same = after.rows.length - changes.filter(({ what }) => what !== 'removed').length;
  return (
    <>
      <Section title={t('inspections.rows')}>
        <DataTable
          label={t('inspections.rows')}
          rows={lines}
          columns={columns(t('inspections.row.balloon'))}
          empty={<p className="muted">{t('inspections.compare.noRows')}</p>}
        />
        <p className="muted">{t('inspections.compare.same', { count: same })}</p>
      </Section>
      <Section title={t('inspections.compare.ofPlan')}>
        <DataTable
          label={t('inspections.compare.ofPlan')}
          rows={ofPlan}
          columns={columns('').slice(1)}
          empty={<p className="muted">{t('inspections.compare.nothing')}</p>}
        />
      </Section>
    </>
  );
}

/** What a field holds, in the words that the grid has for it. */
function useFieldTexts(): (field: FieldChange['field'], text: string) => string {
  const { t } = useTranslation();
  const groups = { kind: 'kinds', designator: 'designators', geometry: 'geometries', side: 'sides' } as const;
  const flags = ['needsFile', 'isDual', 'isLongTerm'];
  return (field, text) => {
    if (text === '') return '–';
    if (flags.includes(field)) return t('common.yes');
    if (field === 'kind' || field === 'designator' || field === 'geometry' || field === 'side')
      // The text is one of the values of this very field.
      return t(`inspections.${groups[field]}.${text}` as 'inspections.kinds.number');
    return text;
  };
}

/** What stands above the rows. */
function useHeads(): (plan: Plan) => readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = (date: string): string => (date === '' ? '–' : localDate(date, locale));
  const flag = (is: boolean): string => t(is ? 'common.yes' : 'common.no');
  return ({ name, validFrom, validUntil, basedOn, revision, samplings, ...plan }) => [
    [t('fields.name'), name],
    [t('inspections.validFrom'), day(validFrom)],
    [t('inspections.validUntil'), day(validUntil)],
    [t('audit.fields.basedOn'), basedOn || '–'],
    [t('audit.fields.revision'), revision || '–'],
    ...(['critical', 'major', 'minor'] as const).map(
      (of) => [`${t('inspections.row.sampling')}: ${t(`inspections.designators.${of}`)}`, samplings[of]] as const,
    ),
    [t('inspections.write.drawsLargest'), flag(plan.drawsLargest)],
    [t('inspections.write.isCurtailed'), flag(plan.isCurtailed)],
    [t('inspections.work.isDecidedByAnother'), flag(plan.isDecidedByAnother)],
  ];
}
