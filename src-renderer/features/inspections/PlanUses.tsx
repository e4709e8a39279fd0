import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay, useSigner } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { PartnerLink, ProductLink } from '#renderer/components/links.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useMessage } from '#renderer/components/useMessage.ts';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { type Frequency, inspectionPoints, type Period, periods } from '#shared/inspections/inspectionVocabulary.ts';
import { usePointName } from './points.ts';

type Plan = Outputs['inspections']['plan'];
type Use = Plan['uses'][number];
type Said = Pick<Use, 'product' | 'category' | 'supplier' | 'operation'>;

/** What goods a plan is used for, and the way to say so. */
export function PlanUses({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const say = useMessage();
  const pointName = usePointName();
  const maySay = useMay('masterData');
  const [said, setSaid] = useState<{ of: Said; plan: string }>();
  const columns: TableColumn<Use>[] = [
    { id: 'product', header: t('fields.product'), cell: ({ product }) => <ProductLink code={product} /> },
    { id: 'category', header: t('fields.category'), cell: ({ category }) => category },
    { id: 'supplier', header: t('fields.supplier'), cell: ({ supplier }) => <PartnerLink code={supplier} /> },
    {
      id: 'point',
      header: t('inspections.point'),
      cell: ({ operation }) => (operation === '' ? t('inspections.points.comingIn') : pointName(operation)),
    },
    { id: 'often', header: t('audit.fields.frequency'), cell: ({ frequency }) => oftenText(t, frequency) },
    {
      id: 'says',
      header: '',
      wide: true,
      cell: ({ instead }) =>
        instead !== null && <span className="muted">{t('inspections.uses.notNeeded', { why: say(instead) })}</span>,
    },
    {
      id: 'end',
      header: '',
      cell: ({ product, category, supplier, operation }) =>
        maySay && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setSaid({ of: { product, category, supplier, operation }, plan: '' })}
          >
            {t('inspections.page.endUse')}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={t('inspections.usedFor')}
      actions={
        maySay &&
        said === undefined && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setSaid({ of: { product: '', category: '', supplier: '', operation: '' }, plan: plan.plan })}
          >
            {t('inspections.page.use')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('inspections.usedFor')}
        rows={plan.uses}
        columns={columns}
        empty={<p className="muted">{t('inspections.page.unused')}</p>}
      />
      {plan.uses.length > 0 && plan.versions.every(({ standing }) => standing !== 'inForce') && (
        <p className="muted">{t('inspections.uses.notInForce')}</p>
      )}
      <p className="muted">{t('inspections.page.useHelp')}</p>
      {said !== undefined && <UseForm {...said} onDone={() => setSaid(undefined)} />}
    </Section>
  );
}

/** What is typed of a use: the point of choice, or a step of work by its name; and how often. */
type Typed = {
  product: string;
  category: string;
  supplier: string;
  point: string;
  step: string;
  often: Often;
  every: string;
  times: string;
  period: Period;
  starts: string;
  isFirst: boolean;
};

function UseForm({ of, plan, onDone }: { of: Said; plan: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const isEnd = plan === '';
  const isPoint = of.operation === '' || inspectionPoints.some((one) => one === of.operation);
  const record: Typed = {
    ...{
      product: of.product,
      category: of.category,
      supplier: of.supplier,
      often: 'each',
      every: '',
      times: '',
      period: 'weeks',
      starts: '06:00 14:00 22:00',
      isFirst: false,
    },
    ...{ point: isPoint ? of.operation : step, step: isPoint ? '' : of.operation },
  };
  const points = [
    { value: '', label: t('inspections.points.comingIn') },
    ...inspectionPoints.map((value) => ({ value, label: t(`inspections.points.${value}`) })),
    { value: step, label: t('inspections.points.step') },
  ];
  const often = (['each', 'nth', 'share', ...slotsOften] as const).map((value) => ({
    value,
    label: t(`inspections.frequencies.${value}`),
  }));
  const inPeriods = periods.map((value) => ({ value, label: t(`inspections.periods.${value}`) }));
  const fields: FormParts<Typed> = [
    {
      fields: [
        { kind: 'code', name: 'product', label: 'fields.product', fixed: isEnd },
        { kind: 'text', name: 'category', label: 'fields.category', fixed: isEnd },
        { kind: 'code', name: 'supplier', label: 'fields.supplier', fixed: isEnd },
      ],
    },
    {
      fields: [
        { kind: 'choice', name: 'point', label: 'inspections.point', options: points, fixed: isEnd },
        {
          ...{ kind: 'text', name: 'step', label: 'audit.fields.atOperation', fixed: isEnd },
          when: ({ point }) => point === step,
        },
        {
          ...{ kind: 'choice', name: 'often', label: 'audit.fields.frequency', options: often },
          when: ({ point }) => !isEnd && !waits(point),
        },
        {
          ...{ kind: 'wholeNumber', name: 'every', label: 'inspections.work.every' },
          when: ({ often: how, point }) => !isEnd && counted.includes(how) && !waits(point),
        },
        {
          ...{ kind: 'text', name: 'starts', label: 'inspections.work.starts' },
          when: ({ often: how, point }) => !isEnd && how === 'shifts' && !waits(point),
        },
        {
          ...{ kind: 'flag', name: 'isFirst', label: 'inspections.work.isFirst' },
          when: ({ often: how, point }) => !isEnd && ['hours', 'shifts', 'quantity'].includes(how) && !waits(point),
        },
        {
          ...{ kind: 'wholeNumber', name: 'times', label: 'inspections.work.everyFew' },
          when: ({ point }) => !isEnd && point === 'periodic',
        },
        {
          ...{ kind: 'choice', name: 'period', label: 'inspections.work.period', options: inPeriods },
          when: ({ point }) => !isEnd && point === 'periodic',
        },
      ],
    },
  ];
  if (signer === undefined) return null;
  if (signer.isOwner) return <NeedsPeople demo={signer.demo} />;
  return (
    <Panel label={t(isEnd ? 'inspections.page.endUse' : 'inspections.page.use')} mt="sm">
      <SignedForm
        name="inspections.usePlan"
        operation={inspections.usePlan}
        call={api.inspections.usePlan}
        title={isEnd ? 'inspections.page.endUse' : 'inspections.page.use'}
        record={record}
        fields={fields}
        draft={`use of plan ${plan} ${Object.values(of).join(' ')}`}
        send={({ product, category, supplier, ...said }) => ({
          ...{ product, category, supplier, plan },
          operation: said.point === step ? said.step : said.point,
          frequency: isEnd ? each : frequencyOf(said),
        })}
        onDone={onDone}
        onCancel={onDone}
      />
    </Panel>
  );
}

/** How often a run is inspected at a step of it. */
const slotsOften = ['hours', 'shifts', 'quantity', 'first'] as const;
type Often = Exclude<Frequency['kind'], 'every' | 'slots'> | (typeof slotsOften)[number];
const counted: readonly Often[] = ['nth', 'share', 'hours', 'quantity'];

/** Stands for a step of work, which has a name of its own. */
const step = 'step';

/** Before use and shipping all goods need theirs, and those in stock have days of their own. */
const waits = (point: string): boolean => point === 'consumption' || point === 'shipping' || point === 'periodic';

const each: Frequency = { kind: 'each' };

function frequencyOf({
  point,
  often: kind,
  every,
  times,
  period: of,
  starts: typed,
  isFirst,
}: Pick<Typed, 'point' | 'often' | 'every' | 'times' | 'period' | 'starts' | 'isFirst'>): Frequency {
  if (point === 'periodic') return { kind: 'every', n: Number(times), of };
  const n = Number(every);
  const starts = typed.split(/[\s,;]+/).filter((one) => one !== '');
  switch (kind) {
    case 'each':
      return each;
    case 'nth':
      return { kind, n };
    case 'share':
      return { kind, percent: n };
    case 'first':
      return { kind: 'slots', by: 'none', n: 0, starts: [], isFirst: true };
    case 'shifts':
      return { kind: 'slots', by: kind, n: 0, starts, isFirst };
    case 'hours':
    case 'quantity':
      return { kind: 'slots', by: kind, n, starts: [], isFirst };
  }
}

function oftenText(t: TFunction, often: Frequency): string {
  if (often.kind === 'each') return t('inspections.frequencies.each');
  if (often.kind === 'every') return everyText(t, often.n, often.of);
  if (often.kind === 'slots') return slotsText(t, often);
  return often.kind === 'nth'
    ? t('inspections.work.oneIn', { n: often.n })
    : t('inspections.work.shareOf', { percent: often.percent });
}

function everyText(t: TFunction, count: number, of: Period): string {
  switch (of) {
    case 'days':
      return t('inspections.work.everyDays', { count });
    case 'weeks':
      return t('inspections.work.everyWeeks', { count });
    case 'months':
      return t('inspections.work.everyMonths', { count });
  }
}

function slotsText(t: TFunction, { by, n: count, starts, isFirst }: Extract<Frequency, { kind: 'slots' }>): string {
  const first = isFirst ? [t('inspections.frequencies.first')] : [];
  const more = {
    none: () => [],
    hours: () => [t('inspections.work.everyHours', { count })],
    shifts: () => [t('inspections.work.shifts', { starts: starts.join(', ') })],
    quantity: () => [t('inspections.work.everyMade', { count })],
  };
  return [...first, ...more[by]()].join(', ');
}
