import { barStrip, type Chart, heightIn, placesOf, type ChartScale } from '#shared/kernel/chart.ts';

/** A value of a chart: of which series, at which place. */
export type Spot = { series: number; place: number };

export const valueAt = (chart: Chart, { series, place }: Spot): string | null =>
  chart.series[series]?.values[place] ?? null;

/** Whether something is drawn there: a bar of nought is not. */
export function isDrawn(chart: Chart, spot: Spot): boolean {
  const value = valueAt(chart, spot);
  return value !== null && (chart.series[spot.series]?.draw !== 'bars' || Number(value) !== 0);
}

/**
 * Where a key leads from a value: along its series, to its ends, or to another series. Undefined for every other key; a
 * walk that leads nowhere stays.
 */
export function walk(chart: Chart, from: Spot | undefined, key: string): Spot | undefined {
  const last = chart.across.at.length - 1;
  const along = ([start, step]: readonly [number, number], series: number): Spot | undefined => {
    for (let place = start; place >= 0 && place <= last; place += step) {
      const spot = { series, place };
      if (valueAt(chart, spot) !== null) return spot;
    }
    return undefined;
  };
  if (from === undefined) {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined;
    const start = key === 'ArrowLeft' || key === 'End' ? ([last, -1] as const) : ([0, 1] as const);
    return chart.series.map((_, series) => along(start, series)).find((spot) => spot !== undefined);
  }
  const { series, place } = from;
  if (key === 'ArrowRight') return along([place + 1, 1], series) ?? from;
  if (key === 'ArrowLeft') return along([place - 1, -1], series) ?? from;
  if (key === 'Home') return along([0, 1], series) ?? from;
  if (key === 'End') return along([last, -1], series) ?? from;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const step = key === 'ArrowDown' ? 1 : -1;
  for (let other = series + step; chart.series[other] !== undefined; other += step)
    if (valueAt(chart, { series: other, place }) !== null) return { series: other, place };
  return from;
}

/** Across and up in shares of the plot, 0 to 1 from the left and from the foot. */
type Pointer = { across: number; up: number };

/** The value nearest to the pointer: of the nearest place, the bar it is over or else the nearest in height. */
export function spotNear(chart: Chart, scale: ChartScale, { across, up }: Pointer): Spot | undefined {
  const places = placesOf(chart);
  const distance = (place: number): number => Math.abs((places[place] ?? 0) - across);
  let place = 0;
  for (let other = 1; other < places.length; other += 1) if (distance(other) < distance(place)) place = other;
  const far = (series: number): number => {
    const one = chart.series[series];
    if (one === undefined) return Number.POSITIVE_INFINITY;
    if (one.draw !== 'bars') return Math.abs(heightIn(scale, Number(one.values[place])) - up);
    const { from, width } = barStrip(chart, one, place);
    // The strip over the pointer comes before every dot.
    return across >= from && across <= from + width ? -1 : 1 + Math.abs(from + width / 2 - across);
  };
  return chart.series
    .map((_, series) => ({ series, place }))
    .filter((spot) => valueAt(chart, spot) !== null)
    .toSorted((a, b) => far(a.series) - far(b.series))[0];
}

/** Where the mark of a value is, in the same shares. */
export function pointOf(chart: Chart, scale: ChartScale, spot: Spot): Pointer {
  const one = chart.series[spot.series];
  const up = heightIn(scale, Number(valueAt(chart, spot) ?? scale.low));
  if (one?.draw !== 'bars') return { across: placesOf(chart)[spot.place] ?? 0, up };
  const { from, width } = barStrip(chart, one, spot.place);
  return { across: from + width / 2, up };
}
