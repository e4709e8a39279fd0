import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { ChartPart } from '#renderer/components/chart/ChartPart.tsx';
import type { Spot } from '#renderer/components/chart/chartWalk.ts';
import { Section } from '#renderer/components/layout.tsx';
import type { Chart } from '#shared/kernel/chart.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { writeDateSpan } from '#shared/kernel/list.ts';
import { type Days, useDays } from './today.hooks.ts';

/** Two weeks back and two ahead: what came in and was decided, and what expires. */
export function DaysStrip({ day }: { day: PlainDate }): ReactNode {
  const { t } = useTranslation();
  const { data } = useDays(day);
  const readsTrail = useMay('audit');
  const chart = useMemo(() => data && chartOf(data, t), [data, t]);
  const open = ({ series, place }: Spot): void => {
    const date = chart?.across.at[place] ?? '';
    if (series === expiring)
      goTo({
        to: '/lots',
        search: { onHand: ['yes'], expiresOn: writeDateSpan({ from: date, to: date }), sort: 'expiresOn' },
      });
    // What happened on a day is in the trail, for those who read it.
    else if (readsTrail) goTo({ to: '/audit', search: { days: writeDateSpan({ from: date, to: date }) } });
  };
  return (
    <Section title={t('today.strip')}>
      <ChartPart chart={chart} empty={t('today.noDays')} open={open} />
    </Section>
  );
}

/** Of the series below, the one that lies ahead. */
const expiring = 3;

function chartOf(
  { past, ahead }: Days,
  t: (key: `today.series.${'received' | 'released' | 'held' | 'expiring' | 'title' | 'description' | 'day'}`) => string,
): Chart {
  // Today is the last of the days before and the first of those ahead.
  const later = ahead.slice(1);
  const bars = (name: 'received' | 'released' | 'held', tone: 'first' | 'fourth' | 'alarm') =>
    ({
      name: t(`today.series.${name}`),
      draw: 'bars',
      tone,
      values: [...past.map((one) => String(one[name])), ...later.map(() => null)],
    }) as const;
  return {
    description: t('today.series.description'),
    across: { title: t('today.series.day'), kind: 'date', at: [...past, ...later].map(({ date }) => date) },
    up: { title: t('today.series.title'), unit: '' },
    series: [
      bars('received', 'first'),
      bars('released', 'fourth'),
      bars('held', 'alarm'),
      {
        name: t('today.series.expiring'),
        draw: 'dots',
        tone: 'second',
        values: [
          ...past.slice(1).map(() => null),
          ...ahead.map((one) => (one.expiring === 0 ? null : String(one.expiring))),
        ],
      },
    ],
    limits: [],
  };
}
