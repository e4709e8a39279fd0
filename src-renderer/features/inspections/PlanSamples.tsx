import { Box, NumberInput, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { ChartPart } from '#renderer/components/chart/ChartPart.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity, useLocale } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { curveCharts, qualitiesOf } from '#shared/inspections/sampling/curveChart.ts';
import { mostInLot, type PlanSample } from '#shared/inspections/vocabulary.ts';

type Plan = Outputs['inspections']['plan'];
type Samples = Outputs['inspections']['planSamples'];
type Props = { plan: Plan; lotSize: number; onLotSize: (size: number) => void };

/** What a plan draws from a lot of a size that can be typed, and how probably that accepts by the quality of the process. */
export function PlanSamples({ plan: { plan, shown }, lotSize, onLotSize }: Props): ReactNode {
  const { t } = useTranslation();
  const [size] = useDebouncedValue(lotSize, 300);
  const asked = useAsk({
    ...ask.inspections.planSamples.queryOptions({ input: { plan, planVersion: shown.planVersion, lotSize: size } }),
    placeholderData: (before: Samples | undefined) => before,
  });
  return (
    <Section title={t('inspections.samples.title')}>
      <NumberInput
        label={t('inspections.samples.lotSize')}
        description={t('inspections.samples.lotSizeHelp')}
        w={420}
        mb="sm"
        min={1}
        max={mostInLot}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        value={lotSize}
        onChange={(value) => {
          if (Number(value) >= 1) onLotSize(Number(value));
        }}
      />
      <Answer asked={asked}>{(found) => <Found {...found} />}</Answer>
    </Section>
  );
}

function Found({ samples, missing }: Samples): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const { number, nameOf } = useMemo(() => {
    const figures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
    return {
      number: (value: number): string => figures.format(value),
      nameOf: ({ of, rows }: PlanSample): string =>
        of === '' ? t('inspections.samples.rows', { rows: rows.join(', ') }) : t(`inspections.designators.${of}`),
    };
  }, [locale, t]);
  const charts = useMemo(
    () =>
      curveCharts(samples, {
        description: t('inspections.samples.curve'),
        accepted: t('inspections.samples.accepted'),
        nonconforming: t('inspections.samples.nonconforming'),
        defects: t('inspections.samples.defects'),
        nameOf,
        number,
      }),
    [samples, t, nameOf, number],
  );
  if (missing !== null) {
    const { issue, written } = missing;
    return <p className="muted">{t(`inspections.samples.missing.${issue}`, { written })}</p>;
  }
  const whole = t('inspections.samples.whole');
  const quality = (percent: number, place: 0 | 1 | 2): TableColumn<PlanSample> => ({
    id: `at${percent}`,
    header: t('inspections.samples.at', { percent }),
    figure: true,
    cell: (one) => (one.isWhole ? '' : `${number(qualitiesOf(one)[place])}${one.countsDefects ? '' : ' %'}`),
  });
  const columns: TableColumn<PlanSample>[] = [
    { id: 'of', header: t('inspections.samples.rule'), cell: nameOf },
    { id: 'written', header: t('inspections.samples.written'), wide: true, cell: ({ written }) => written },
    { id: 'letter', header: t('inspections.samples.letter'), cell: ({ letter }) => letter },
    {
      id: 'sample',
      header: t('inspections.samples.sample'),
      figure: true,
      cell: ({ sample, isWhole }) => (isWhole ? whole : <Quantity value={String(sample)} />),
    },
    {
      id: 'accept',
      header: t('inspections.samples.accept'),
      figure: true,
      cell: (one) => (one.byVariables === null ? one.accept : ''),
    },
    {
      id: 'reject',
      header: t('inspections.samples.reject'),
      figure: true,
      cell: (one) => (one.byVariables === null ? one.reject : ''),
    },
    quality(95, 0),
    quality(50, 1),
    quality(10, 2),
  ];
  return (
    <Stack gap="sm">
      <DataTable label={t('inspections.samples.title')} rows={samples} columns={columns} empty={null} />
      {charts.map((chart) => (
        <Box key={chart.series.map(({ name }) => name).join()}>
          <ChartPart chart={chart} empty="" />
        </Box>
      ))}
      <p className="muted">{t(charts.length === 0 ? 'inspections.samples.noCurve' : 'inspections.samples.help')}</p>
    </Stack>
  );
}
