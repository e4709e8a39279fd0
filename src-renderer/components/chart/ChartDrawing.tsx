import { CompositeChart } from '@mantine/charts';
import { memo, type ReactNode, useId } from 'react';
import {
  type Chart,
  type ChartScale,
  type ChartSeries,
  type ChartTone,
  limitBeyond,
  placesOf,
} from '#shared/kernel/chart.ts';
import { localQuantity, useLocale } from '../figures.tsx';
import styles from './chart.module.css';

/** In pixels; chart.module.css lays the plot over the drawing by the same measures. */
export const plotHeight = 180;
const [axisWidth, labelWidth, top, foot] = [52, 132, 8, 26];

/** Lines and dots by their colour, bars by a lighter one with a pattern in the colour of their outline. */
const looks: Record<ChartTone, { line: string; fill: string; ink: string; pattern: number; dash?: string }> = {
  first: { line: 'var(--l-link)', fill: 'var(--l-link)', ink: 'var(--l-link)', pattern: 0 },
  second: { ...markOf('quarantine'), pattern: 5, dash: '6 2' },
  third: { ...markOf('hold'), pattern: 3, dash: '2 2' },
  fourth: { ...markOf('neutral'), pattern: 0, dash: '8 4' },
  alarm: { ...markOf('rejected'), pattern: 5, dash: '4 4' },
};

function markOf(token: 'quarantine' | 'hold' | 'neutral' | 'rejected') {
  return { line: `var(--l-on-${token})`, fill: `var(--l-${token})`, ink: `var(--l-on-${token})` };
}

type Props = { chart: Chart; scale: ChartScale; isLabelled: boolean };

/** The picture alone, for the eye: axes, limits, and what was measured. */
export const ChartDrawing = memo(function ChartDrawing({ chart, scale, isLabelled }: Props): ReactNode {
  const locale = useLocale();
  const id = useId();
  const { across, series, limits } = chart;
  const places = placesOf(chart);
  const data = places.map((place, index) => ({
    place,
    ...Object.fromEntries(series.map(({ values }, one) => [keyOf(one), toNumber(values[index] ?? null)])),
  }));
  const isByTime = across.kind === 'date' && series.every(({ draw }) => draw !== 'bars');
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', timeZone: 'UTC' });
  const nameAt = (place: number): string => {
    const at = across.at[places.indexOf(place)] ?? '';
    return across.kind === 'date' ? day.format(new Date(`${at}T00:00:00Z`)) : at;
  };
  const seriesOf = (name: string): ChartSeries | undefined => series[Number(name.slice(1))];
  return (
    <CompositeChart
      aria-hidden="true"
      className={styles.drawing ?? ''}
      h={top + plotHeight + foot}
      data={data}
      dataKey="place"
      series={series.map(({ draw, tone }, one) => ({
        name: keyOf(one),
        type: draw === 'bars' ? 'bar' : 'line',
        color: looks[tone].line,
      }))}
      curveType="linear"
      connectNulls={false}
      withTooltip={false}
      accessibilityLayer={false}
      strokeDasharray="0"
      gridColor="var(--l-hairline)"
      textColor="var(--l-muted)"
      tickLine="none"
      composedChartProps={{
        margin: { top, right: isLabelled ? labelWidth : 8, bottom: 0, left: 0 },
        // As barStrip of the kernel has it.
        barGap: 0,
        barCategoryGap: '15%',
      }}
      xAxisProps={{
        ...(isByTime
          ? { type: 'number' as const, domain: [0, 1], ticks: [...places] }
          : { type: 'category' as const, scale: 'band' as const }),
        tickFormatter: nameAt,
        height: foot,
        minTickGap: 12,
        interval: 'preserveStart',
      }}
      yAxisProps={{
        domain: [scale.low, scale.high],
        ticks: [...scale.ticks],
        interval: 0,
        width: axisWidth,
        tickFormatter: (value: number) => localQuantity(String(value), locale),
      }}
      referenceLines={limits.map(({ value, side }) => ({
        y: Number(value),
        color: 'var(--l-text)',
        ...(side === 'middle' ? { strokeDasharray: '4 4' } : {}),
      }))}
      lineProps={({ name }) => {
        const one = seriesOf(name);
        const look = looks[one?.tone ?? 'first'];
        return {
          activeDot: false,
          strokeWidth: one?.draw === 'line' ? 1.5 : 0,
          strokeDasharray: look.dash ?? 'none',
          dot: ({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) => (
            <Dot key={index} x={cx} y={cy} one={one} value={one?.values[index ?? 0] ?? null} limits={limits} />
          ),
        };
      }}
      barProps={({ name }) => {
        const one = seriesOf(name);
        const look = looks[one?.tone ?? 'first'];
        return { fill: look.pattern === 0 ? look.fill : `url(#${id}${one?.tone})`, stroke: look.ink, strokeOpacity: 1 };
      }}
    >
      <defs>
        {series.map(({ tone }) => (
          <Pattern key={tone} id={`${id}${tone}`} {...looks[tone]} />
        ))}
      </defs>
    </CompositeChart>
  );
});

const keyOf = (index: number): string => `s${index}`;
const toNumber = (value: string | null): number | null => (value === null ? null : Number(value));

function Pattern({ id, fill, ink, pattern }: { id: string; fill: string; ink: string; pattern: number }): ReactNode {
  if (pattern === 0) return null;
  return (
    <pattern id={id} width={pattern} height={pattern} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={pattern} height={pattern} fill={fill} />
      <rect width={1} height={pattern} fill={ink} />
    </pattern>
  );
}

type DotProps = {
  x: number | undefined;
  y: number | undefined;
  one: ChartSeries | undefined;
  value: string | null;
  limits: Chart['limits'];
};

/** A dot in the shape of its series; what is beyond a limit has a ring. */
function Dot({ x, y, one, value, limits }: DotProps): ReactNode {
  if (x === undefined || y === undefined || one === undefined || value === null) return null;
  const isBeyond = limitBeyond(limits, value) !== undefined;
  const color = looks[isBeyond ? 'alarm' : one.tone].line;
  const corners = corner[one.tone];
  return (
    <g transform={`translate(${x} ${y})`} data-beyond={isBeyond}>
      {corners === undefined ? <circle r={3} fill={color} /> : <path d={corners} fill={color} />}
      {isBeyond && <circle r={6.5} fill="none" stroke={color} strokeWidth={1.5} />}
    </g>
  );
}

const [square, triangle, diamond] = ['M-3-3h6v6h-6Z', 'M0-4 4 3h-8Z', 'M0-4 4 0 0 4-4 0Z'];
const corner: Partial<Record<ChartTone, string | undefined>> = {
  second: square,
  third: triangle,
  fourth: diamond,
  alarm: diamond,
};
