import { describe, expect, it } from 'vitest';
import { orderIds } from '#main/trace/packing/bits.ts';
import { buildRows } from '#main/trace/graph/buildRows.ts';
import { clockFor, radixOf } from '#main/trace/packing/clock.ts';
import { firstNotBefore, momentAt, rowStart } from '#main/trace/graph/rows.ts';
import { packStarts, startOf } from '#main/trace/packing/starts.ts';
import { seededRandom } from '../support/chance.ts';
import { newYear } from './genealogies.ts';

describe('moments', () => {
  const day = 86_400_000_000;
  it.each([
    ['whole seconds', 1_000_000, 20_000 * day, 1_000_000, 1],
    ['milliseconds over a month', 1_000, 40 * day, 1_000, 1],
    ['milliseconds over ten years', 1_000, 3_650 * day, 1_000, 2 ** 8],
    ['microseconds over five years', 1, 1_800 * day, 1, 2 ** 16],
    ['microseconds over fifty years', 1, 18_000 * day, 1, 2 ** 32],
  ])('in %s are kept exactly, both directions', (_, grain, span, tick, radix) => {
    const random = seededRandom(3);
    const at = Float64Array.from(
      { length: 500 },
      (_, i) => newYear + Math.floor(((i / 500) * span + random()) / grain) * grain,
    );
    at[0] = newYear;
    at[499] = newYear + span + (tick === grain && grain < 1_000_000 ? grain : 0);
    const clock = clockFor(at, at.length);
    expect([clock.tick, radixOf(clock)]).toEqual([tick, radix]);
    const edges = {
      source: new Int32Array(500).fill(1),
      target: new Int32Array(500).fill(2),
      at,
      kind: new Uint8Array(500).fill(3),
    };
    const sorted = at.slice().sort();
    const moments = (direction: 'downstream' | 'upstream') => {
      const rows = buildRows(2, edges, direction, clock);
      const node = direction === 'downstream' ? 1 : 2;
      expect([rowStart(rows, node), rowStart(rows, node + 1)]).toEqual([0, 500]);
      return Float64Array.from(at, (_, i) => momentAt(rows, i));
    };
    expect(moments('downstream')).toEqual(sorted);
    expect(moments('upstream')).toEqual(sorted.map((moment) => -moment).reverse());
  });

  it('of a row are found by their order, at equal moments the first', () => {
    const at = Float64Array.of(10, 20, 20, 30).map((seconds) => newYear + seconds * 1_000_000);
    const edges = {
      source: new Int32Array(4).fill(1),
      target: new Int32Array(4).fill(2),
      at,
      kind: new Uint8Array(4).fill(3),
    };
    const rows = buildRows(2, edges, 'downstream', clockFor(at, 4));
    const first = (seconds: number): number => firstNotBefore(rows, 0, 4, newYear + seconds * 1_000_000);
    expect([0, 10, 11, 20, 20.5, 30, 31].map(first)).toEqual([0, 0, 1, 1, 3, 3, 4]);
  });

  it('of edges given in any order ascend in each row', () => {
    const random = seededRandom(9);
    const at = Float64Array.from({ length: 300 }, () => newYear + Math.floor(random() * 50) * 1_000_000);
    const edges = {
      source: new Int32Array(300).fill(1),
      target: Int32Array.from(at, (_, i) => i + 2),
      at,
      kind: new Uint8Array(300).fill(3),
    };
    const rows = buildRows(301, edges, 'downstream', clockFor(at, 300));
    const order = Array.from(at, (_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
    expect(Array.from(rows.codes, (code) => (code >>> 2) - 2)).toEqual(order);
  });
});

describe('starts', () => {
  it('come back as they were, in blocks short and long', () => {
    const random = seededRandom(4);
    const positions = new Int32Array(1_000);
    for (let id = 1; id < 1_000; id++) {
      positions[id] = (positions[id - 1] ?? 0) + (id % 97 === 0 ? 65_000 : Math.floor(random() * 9));
    }
    const starts = packStarts(positions);
    expect(Int32Array.from(positions, (_, id) => startOf(starts, id))).toEqual(positions);
    expect(starts.wide.length).toBeGreaterThan(0);
    expect(starts.blocks.some((block) => block >= 0)).toBe(true);
  });
});

describe('ids in order', () => {
  it('ascend, each once, and leave the spare set empty', () => {
    const ids = Int32Array.of(99, 700, 3, 64, 31, 3, 32, 700, 1);
    const spare = new Uint32Array(32);
    const end = orderIds(ids, 1, 8, spare);
    expect(Array.from(ids.subarray(0, end))).toEqual([99, 3, 31, 32, 64, 700]);
    expect(spare.every((word) => word === 0)).toBe(true);
  });
});
