import { describe, expect, it } from 'vitest';
import { barOf, drawnHeight, jumped, moved, showing, tallest } from '#renderer/components/tallScroll.ts';

const view = 600;
const short = { whole: 32_000, view };
const long = { whole: 32 * 1_000_000, view };
const lastBar = tallest - view;
const lastAt = long.whole - view;

describe('a list a browser can draw whole', () => {
  it('stands where its bar stands', () => {
    expect(drawnHeight(short)).toBe(32_000);
    expect(moved(short, { at: 0, bar: 0 }, 12_345)).toEqual({ at: 12_345, bar: 12_345 });
    expect(barOf(short, 12_345)).toBe(12_345);
    expect(barOf(short, 99_999)).toBe(32_000 - view);
  });
});

describe('a list of a million rows', () => {
  it('is no taller than a browser can draw', () => expect(drawnHeight(long)).toBe(tallest));

  it('goes row by row for small moves, however long they go on', () => {
    let place = { at: 1_000_000, bar: barOf(long, 1_000_000) };
    for (let step = 0; step < 500; step += 1) place = moved(long, place, place.bar + 32);
    expect(place.at).toBe(1_000_000 + 500 * 32);
  });

  it('goes to the same share of it for wide ones', () => {
    const { at } = moved(long, { at: 0, bar: 0 }, lastBar / 2);
    expect(at / lastAt).toBeCloseTo(0.5, 6);
  });

  it('reaches both ends', () => {
    expect(moved(long, { at: 400, bar: 40 }, 0).at).toBe(0);
    expect(moved(long, { at: lastAt - 900, bar: lastBar - 20 }, lastBar).at).toBe(lastAt);
    expect(barOf(long, lastAt)).toBe(lastBar);
  });

  it('never leaves its ends', () => {
    for (const bar of [-5, 0, 1, lastBar - 2, lastBar, lastBar + 50]) {
      const { at } = moved(long, { at: 100, bar: 300 }, bar);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(lastAt);
    }
  });

  it('shows a row by moving as little as it must', () => {
    const place = { at: 320_000, bar: barOf(long, 320_000) };
    expect(showing(long, place, { top: 320_064, height: 32 })).toBe(place);
    expect(showing(long, place, { top: 319_968, height: 32 }).at).toBe(319_968);
    expect(showing(long, place, { top: 320_000 + view, height: 32 })).toEqual({ at: 320_032, bar: place.bar + 32 });
    const far = jumped(long, place, lastAt);
    expect(far).toEqual({ at: lastAt, bar: lastBar });
  });
});
