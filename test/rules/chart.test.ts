import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barStrip,
  type Chart,
  endLabels,
  heightIn,
  keyedSeries,
  limitBeyond,
  placesOf,
  scaleOf,
  spreadLabels,
} from '#shared/kernel/chart.ts';

type Series = Chart['series'][number];
const line = (values: (string | null)[], more: Partial<Series> = {}): Series => ({
  name: 'Mean',
  draw: 'line',
  tone: 'first',
  values,
  ...more,
});
const bars = (values: string[], name = 'Bars'): Series => line(values, { draw: 'bars', name });
const upper = { name: 'Upper', value: '13', side: 'upper' } as const;
const lower = { name: 'Lower', value: '11', side: 'lower' } as const;

describe('the scale of a chart', () => {
  test('has round marks around all values and limits', () => {
    expect(scaleOf({ series: [line(['11.8', '12.9'])], limits: [upper, lower] }).ticks).toEqual([
      11, 11.5, 12, 12.5, 13,
    ]);
    expect(scaleOf({ series: [line(['0.1', '0.3'])], limits: [] }).ticks).toEqual([0.1, 0.15, 0.2, 0.25, 0.3]);
  });

  test('begins at nought where there are bars, and counts in whole steps', () => {
    expect(scaleOf({ series: [bars(['1', '2'])], limits: [] }).ticks).toEqual([0, 1, 2]);
    expect(scaleOf({ series: [bars(['-3', '2'])], limits: [] })).toMatchObject({ low: -3, high: 2 });
  });

  test('stands around nothing, one value and noughts too', () => {
    for (const values of [[], [null], ['0'], ['5'], ['-5'], ['0', '0']])
      for (const draw of ['line', 'bars'] as const) {
        const scale = scaleOf({ series: [line(values, { draw })], limits: [] });
        expect(scale.low).toBeLessThan(scale.high);
        for (const value of values) if (value !== null) expect(heightIn(scale, +value)).toBeGreaterThanOrEqual(0);
      }
  });

  test('spans whatever there is, with two to a dozen marks as far apart as each other', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number.toFixed(6));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const { low, high, ticks } = scaleOf({ series: [line(values)], limits: [] });
        expect(Math.min(...values.map(Number))).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-9);
        expect(Math.max(...values.map(Number))).toBeLessThanOrEqual(high + Math.abs(high) * 1e-9);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(13);
      }),
    );
  });
});

describe('the places of a chart', () => {
  const dates = ['2026-03-01', '2026-03-02', '2026-03-11'];

  test('stand as far apart as their dates, but evenly under bars and for words', () => {
    const [first = 0, second = 0, third = 0] = placesOf({
      across: { title: '', kind: 'date', at: dates },
      series: [line([])],
    });
    expect((third - second) / (second - first)).toBeCloseTo(9, 6);
    const even = [1 / 6, 3 / 6, 5 / 6];
    expect(placesOf({ across: { title: '', kind: 'date', at: dates }, series: [bars([])] })).toEqual(even);
    expect(placesOf({ across: { title: '', kind: 'text', at: dates }, series: [line([])] })).toEqual(even);
    const same = ['2026-03-01', '2026-03-01'];
    expect(placesOf({ across: { title: '', kind: 'date', at: same }, series: [] })).toEqual([0.25, 0.75]);
  });

  test('give each bar a strip of its own beside the others, within its place', () => {
    const series = [bars(['1', '1'], 'A'), line(['1', '1']), bars(['1', '1'], 'B')];
    const across = { title: '', kind: 'text' as const, at: ['x', 'y'] };
    const [a, , b] = series.map((one) => barStrip({ across, series }, one, 1));
    expect(a?.from).toBeGreaterThan(0.5);
    expect((a?.from ?? 0) + (a?.width ?? 0)).toBeCloseTo(b?.from ?? 0, 9);
    expect((b?.from ?? 0) + (b?.width ?? 0)).toBeLessThan(1);
  });
});

describe('the labels of a chart', () => {
  test('name limits, and several lines at their last value; bars have a key', () => {
    const series = [line(['1', '2', null]), bars(['3', '3', '3'])];
    const scale = scaleOf({ series, limits: [upper] });
    expect(endLabels({ series, limits: [upper] }, scale).map(({ name, value }) => [name, value])).toEqual([
      ['Upper', '13'],
      ['Mean', '2'],
    ]);
    expect(keyedSeries({ series })).toEqual([series[1]]);
    expect(endLabels({ series: [line(['1'])], limits: [] }, scale)).toEqual([]);
    expect(keyedSeries({ series: [bars(['1'])] })).toEqual([]);
  });

  test('never run into each other, and stay between the ends where there is room', () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 });
    fc.assert(
      fc.property(wanted, (at) => {
        const spread = spreadLabels(at, 10, 0, 100);
        const order = spread.toSorted((a, b) => a - b);
        for (const [index, one] of order.entries()) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
          if (index > 0) expect(one - (order[index - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
        }
        // Who is above stays above.
        for (const [i, a] of at.entries())
          for (const [j, b] of at.entries()) if (a < b) expect(spread[i]).toBeLessThan(spread[j] ?? 0);
      }),
    );
    expect(spreadLabels([10, 50], 10, 0, 100)).toEqual([10, 50]);
  });
});

test('a value is beyond a limit on its side alone, and not at it', () => {
  const limits = [upper, lower, { name: 'Target', value: '12', side: 'middle' as const }];
  expect(limitBeyond(limits, '13.000001')?.name).toBe('Upper');
  expect(limitBeyond(limits, '13')).toBeUndefined();
  expect(limitBeyond(limits, '10.9')?.name).toBe('Lower');
  expect(limitBeyond(limits, '12.5')).toBeUndefined();
  expect(limitBeyond(limits, null)).toBeUndefined();
});
