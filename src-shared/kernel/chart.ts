/** How a series is distinguished: a colour, and a shape of its dots, dashes or pattern with it. */
export const chartTones = ['first', 'second', 'third', 'fourth', 'alarm'] as const;
export type ChartTone = (typeof chartTones)[number];

/**
 * A chart as plain data, drawn alike on screens and on paper, and written as numbers in a workbook. Amounts are decimal
 * strings with a dot, exact however long; null is a value that is not there.
 */
export type Chart = {
  /** The picture in words, for who cannot see it. */
  description: string;
  /** Dates are plain ("2026-01-31") and in their order; lines and dots stand as far apart as these do, bars evenly. */
  across: { title: string; kind: 'date' | 'text'; at: readonly string[] };
  up: { title: string; unit: string };
  /** At most five, or nobody tells one from another. */
  series: readonly ChartSeries[];
  limits: readonly ChartLimit[];
};
/** `values` has one for each place of `across`. */
export type ChartSeries = {
  name: string;
  draw: 'line' | 'dots' | 'bars';
  tone: ChartTone;
  values: readonly (string | null)[];
};
/** A line at a value. Values above an upper and below a lower one are beyond it. */
export type ChartLimit = { name: string; value: string; side: 'upper' | 'lower' | 'middle' };

/** What the vertical axis spans, and where it is marked. */
export type ChartScale = { low: number; high: number; ticks: readonly number[] };

/** So many marks an axis has, about. */
const wantedTicks = 5;

/** Round marks around all values and limits; from nought where there are bars. */
export function scaleOf({ series, limits }: Pick<Chart, 'series' | 'limits'>): ChartScale {
  const values = [...series.flatMap(({ values: own }) => own), ...limits.map(({ value }) => value)].flatMap((value) =>
    value === null ? [] : [Number(value)],
  );
  if (series.some(({ draw }) => draw === 'bars')) values.push(0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Nothing, or the same everywhere: the line lies in the middle.
  const [from, to] =
    values.length === 0 ? [0, 1] : least < most ? [least, most] : [Math.min(0, 2 * least), Math.max(1, 2 * most)];
  const step = roundStep((to - from) / wantedTicks, values.every(Number.isInteger));
  const [first, last] = [Math.floor(from / step), Math.ceil(to / step)];
  // Rounded, since 3 × 0.1 is no 0.3.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

/** The next of 1, 2, 5 and 10 times a power of ten; what is counted has no halves. */
function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= least * 0.999) ?? 10 * power;
  return whole ? Math.max(1, step) : step;
}

/** Where a value lies between the ends of the axis: 0 is its foot, 1 its head. */
export const heightIn = ({ low, high }: ChartScale, value: number): number => (value - low) / (high - low);

/** Where each place lies on the horizontal axis, 0 to 1. */
export function placesOf({ across: { kind, at }, series }: Pick<Chart, 'across' | 'series'>): readonly number[] {
  const evenly = at.map((_, index) => (index + 0.5) / at.length);
  if (kind === 'text' || series.some(({ draw }) => draw === 'bars')) return evenly;
  const times = at.map((date) => Date.parse(date));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  if (first === last) return evenly;
  // Half a place stays free at each end, as it is between bars.
  const edge = 0.5 / at.length;
  return times.map((time) => edge + ((time - first) / (last - first)) * (1 - 2 * edge));
}

/** The limit a value is beyond; undefined where it is within all of them. */
export const limitBeyond = (limits: readonly ChartLimit[], value: string | null): ChartLimit | undefined =>
  value === null
    ? undefined
    : limits.find(({ side, value: limit }) =>
        side === 'upper' ? Number(value) > Number(limit) : side === 'lower' && Number(value) < Number(limit),
      );

/** Moves labels apart that would run into each other: each at least `gap` from the next, between `from` and `to`, in order. */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  let free = from;
  for (const one of order) {
    one.at = Math.max(one.at, free);
    free = one.at + gap;
  }
  let end = to;
  for (const one of order.toReversed()) {
    one.at = Math.min(one.at, end);
    end = one.at - gap;
  }
  return order.toSorted((a, b) => a.index - b.index).map(({ at }) => at);
}

/** A label behind the end of the axis: of a limit or, where there are several series, of one that is not bars. */
export type EndLabel = { name: string; value: string; tone: ChartTone | 'limit'; height: number };

/** What is labelled in its place, so that it needs no key. */
export function endLabels({ series, limits }: Pick<Chart, 'series' | 'limits'>, scale: ChartScale): EndLabel[] {
  const named = series.length < 2 ? [] : series.filter(({ draw }) => draw !== 'bars');
  const wanted = [
    ...limits.map(({ name, value }) => ({ name, value, tone: 'limit' as const })),
    ...named.flatMap(({ name, tone, values }) => {
      const value = values.findLast((one) => one !== null);
      return value === undefined || value === null ? [] : [{ name, value, tone }];
    }),
  ];
  return wanted.map((one) => ({ ...one, height: heightIn(scale, Number(one.value)) }));
}

/** The series that need a key: bars beside others. */
export const keyedSeries = ({ series }: Pick<Chart, 'series'>): readonly ChartSeries[] =>
  series.length < 2 ? [] : series.filter(({ draw }) => draw === 'bars');

/** The upright strip a bar stands in: `from` and `width` in shares of the axis. */
export function barStrip({ across, series }: Pick<Chart, 'across' | 'series'>, one: ChartSeries, index: number) {
  const bars = series.filter(({ draw }) => draw === 'bars');
  const width = barShare / across.at.length / bars.length;
  const from = (index + (1 - barShare) / 2) / across.at.length + bars.indexOf(one) * width;
  return { from, width };
}

/** So much of a place its bars take; the rest is between places. */
const barShare = 0.7;

/** The axis title: what is measured, in what. */
export const upTitle = ({ title, unit }: Chart['up']): string => (unit === '' ? title : `${title}, ${unit}`);
