import { Box, Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { inspectionPlace, goTo } from '#renderer/components/address.ts';
import { ChartPart } from '#renderer/components/chart/ChartPart.tsx';
import { Section } from '#renderer/components/layout.tsx';
import type { Outputs } from '#shared/contract.ts';
import type { Chart } from '#shared/kernel/chart.ts';

type Plan = Outputs['inspections']['plan'];
type Row = Outputs['inspections']['planReadings']['rows'][number];

/** So many rows are drawn until somebody asks for all. */
const drawnAtFirst = 6;

/** The last readings of each row against its limits, so that a wrong limit is seen before it is approved. */
export function PlanReadings({ plan: { plan, shown } }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const { planVersion } = shown;
  const { data } = useAsk(ask.inspections.planReadings.queryOptions({ input: { plan, planVersion } }));
  if (data === undefined || data.rows.length === 0) return null;
  // What would fail comes first.
  const rows = data.rows.toSorted((a, b) => b.outside / b.inspections - a.outside / a.inspections);
  return (
    <Section title={t('inspections.lastReadings.title')}>
      <p className="muted">{t('inspections.lastReadings.lead')}</p>
      <Box
        mt="xs"
        style={{ display: 'grid', gap: '16px 32px', gridTemplateColumns: 'repeat(auto-fit, minmax(400px, 1fr))' }}
      >
        {(isAll ? rows : rows.slice(0, drawnAtFirst)).map((row) => (
          <Drawn key={`${row.balloon} ${row.name}`} row={row} />
        ))}
      </Box>
      {rows.length > drawnAtFirst && !isAll && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
          {t('inspections.lastReadings.all', { count: rows.length })}
        </Button>
      )}
    </Section>
  );
}

function Drawn({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation();
  const { balloon, name, unit, limits, inspections, outside, values } = row;
  const title = [balloon, name].filter((one) => one !== '').join(' ');
  const said = t('inspections.lastReadings.outside', { outside, inspections });
  const chart = useMemo((): Chart => {
    const line = (value: string, limit: 'lower' | 'upper' | 'target') =>
      value === ''
        ? []
        : [
            {
              name: t(`inspections.lastReadings.${limit}`),
              value,
              side: limit === 'target' ? ('middle' as const) : limit,
            },
          ];
    return {
      description: `${title}: ${said}`,
      across: {
        title: t('inspections.inspection'),
        kind: 'text',
        at: values.map(({ inspection }) => inspection),
      },
      up: { title, unit },
      series: [{ name: title, draw: 'dots', tone: 'first', values: values.map(({ value }) => value) }],
      limits: [...line(limits.upper, 'upper'), ...line(limits.target, 'target'), ...line(limits.lower, 'lower')],
    };
  }, [t, title, said, unit, limits, values]);
  return (
    <Box miw={0}>
      <ChartPart
        chart={chart}
        empty=""
        open={({ place }) => {
          const at = values[place];
          if (at !== undefined) goTo(inspectionPlace(at.inspection));
        }}
      />
      <p className={outside === 0 ? 'muted' : ''}>{said}</p>
    </Box>
  );
}
