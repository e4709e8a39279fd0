import { describe, expect, it } from 'vitest';
import { decodeAmount, encodeAmount } from '#main/trace/packing/amounts.ts';
import { locationStatusOf, locationStatusReference } from '#main/trace/figures/figureKinds.ts';
import { nodeKinds } from '#main/trace/graph/graph.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { seededRandom } from '../support/chance.ts';
import { columnsOf, type Genealogy, randomGenealogy, unitsOf } from './genealogies.ts';

const build = (genealogy: Genealogy): TraceIndex => TraceIndex.build(columnsOf(genealogy));
const noEdges = { edges: [], kinds: [nodeKinds.unit, nodeKinds.unit], products: [7, 8] };

/** Sums straight from the definition, in bigints. */
function naiveSums({ products, lines }: Genealogy, units: readonly number[], netOf: number) {
  const references = new Map<string, bigint>();
  const byProduct = new Map<string, bigint>();
  const nets = new Map<number, bigint>();
  const add = <Key>(map: Map<Key, bigint>, key: Key, amount: number) =>
    map.set(key, (map.get(key) ?? 0n) + BigInt(amount));
  for (const { unit, figureKind, reference, amount } of lines) {
    if (!units.includes(unit)) continue;
    add(references, `${figureKind} ${reference}`, amount);
    add(byProduct, `${figureKind} ${products[unit - 1]}`, amount);
    if (figureKind === netOf) add(nets, unit, amount);
  }
  const netAbsolute = [...nets.values()].reduce((sum, net) => sum + (net < 0n ? -net : net), 0n);
  return { references, byProduct, netAbsolute };
}

function sumsOf(index: TraceIndex, units: readonly number[], netOf: number) {
  const { byReference, byProduct, netAbsolute } = index.sumLines(Int32Array.from(units), { netOf });
  return {
    references: new Map(
      byReference.map(({ figureKind, reference, total }) => [`${figureKind} ${reference}`, BigInt(total)]),
    ),
    byProduct: new Map(byProduct.map(({ figureKind, product, total }) => [`${figureKind} ${product}`, BigInt(total)])),
    netAbsolute: BigInt(netAbsolute),
  };
}

/** What adds up to nothing may be listed or not. */
const withoutZeros = (sums: ReturnType<typeof naiveSums>) => ({
  ...sums,
  references: new Map([...sums.references].filter(([, total]) => total !== 0n)),
  byProduct: new Map([...sums.byProduct].filter(([, total]) => total !== 0n)),
});

describe('sums over units', () => {
  it('agree with adding up one by one, before and after lines are added and compacted', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const genealogy = randomGenealogy(70_000 + seed, 20);
      const random = seededRandom(seed);
      const units = unitsOf(genealogy).filter(() => random() < 0.7);
      const later = genealogy.lines.splice(Math.floor(genealogy.lines.length / 2));
      const index = build(genealogy);
      for (const { unit, ...line } of later) index.addLine(unit, line);
      genealogy.lines.push(...later);
      const expected = withoutZeros(naiveSums(genealogy, units, 5));
      expect(withoutZeros(sumsOf(index, units, 5)), `seed ${70_000 + seed}`).toEqual(expected);
      index.compact();
      expect(withoutZeros(sumsOf(index, units, 5)), `seed ${70_000 + seed}, compacted`).toEqual(expected);
    }
  });

  it('are exact beyond 2^53', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const lines = [most, most - 2, -1].map((amount, i) => ({ unit: 1 + (i % 2), figureKind: 4, reference: i, amount }));
    const index = build({ ...noEdges, lines });
    for (let i = 0; i < 3; i++) index.addLine(1, { figureKind: 4, reference: 10 + i, amount: most });
    const { byReference, byProduct } = index.sumLines(Int32Array.of(1, 2), { netOf: 0 });
    expect(byReference.find(({ reference }) => reference === 0)?.total).toBe(BigInt(most));
    expect(byProduct).toEqual([
      { figureKind: 4, product: 7, total: 4n * BigInt(most) - 1n },
      { figureKind: 4, product: 8, total: BigInt(most) - 2n },
    ]);
  });

  it('are numbers up to 2^52 and bigints beyond, exact on both sides of it and back again', () => {
    const lines = [2 ** 52, 1, -2].map((amount) => ({ unit: 1, figureKind: 4, reference: 0, amount }));
    for (let count = 1; count <= lines.length; count++) {
      const index = build({ ...noEdges, lines: lines.slice(0, count) });
      const [sum] = index.sumLines(Int32Array.of(1), { netOf: 4 }).byReference;
      expect(BigInt(sum?.total ?? 0)).toBe(2n ** 52n + [0n, 1n, -1n][count - 1]!);
    }
    expect(typeof build({ ...noEdges, lines }).sumLines(Int32Array.of(1), { netOf: 4 }).netAbsolute).toBe('number');
    const two = build({ ...noEdges, lines: [...lines, { ...lines[0]!, unit: 2 }] });
    const { byReference, netAbsolute } = two.sumLines(Int32Array.of(1, 2), { netOf: 4 });
    expect(byReference.map(({ total }) => total)).toEqual([2n ** 53n - 1n]);
    expect(netAbsolute).toBe(2n ** 53n - 1n);
  });

  it('list a product by the id the caller gave it, far more of them than two bytes number', () => {
    const count = 70_000;
    const columns = columnsOf({
      edges: [],
      kinds: Array.from({ length: count }, () => nodeKinds.unit),
      products: Array.from({ length: count }, (_, i) => 1_000_000 + i),
      lines: Array.from({ length: count }, (_, i) => ({ unit: i + 1, figureKind: 1, reference: i, amount: i + 1 })),
    });
    const index = TraceIndex.build(columns);
    index.appendNodes([nodeKinds.unit], [5]);
    index.addLine(count + 1, { figureKind: 1, reference: count, amount: 9 });
    expect(index.productOf(count)).toBe(1_000_000 + count - 1);
    const { byReference, byProduct } = index.sumLines(Int32Array.of(1, count, count + 1), { netOf: 1 });
    expect(byReference.map(({ total }) => total)).toEqual([1, count, 9]);
    expect(byProduct.map(({ product }) => product)).toEqual([1_000_000, 1_000_000 + count - 1, 5]);
  });
});

describe('the lines of a unit', () => {
  it('hold one amount for each figure kind and reference', () => {
    const line = { figureKind: 3, reference: 9, amount: 5 };
    const index = build({
      ...noEdges,
      lines: [
        { unit: 1, ...line },
        { unit: 1, ...line, reference: 8 },
        { unit: 1, ...line },
      ],
    });
    index.addLine(1, line);
    index.addLine(1, { ...line, amount: -1 });
    expect(index.linesOf(1)).toEqual([
      { ...line, amount: 14 },
      { ...line, reference: 8 },
    ]);
    expect(index.linesOf(2)).toEqual([]);
  });

  it('stay apart for a unit with very many references', () => {
    const index = build({ ...noEdges, lines: [] });
    for (let round = 0; round < 3; round++) {
      for (let reference = 0; reference < 50; reference++)
        index.addLine(1, { figureKind: 2, reference, amount: reference });
    }
    const expected = Array.from({ length: 50 }, (_, reference) => reference * 3);
    const amounts = () =>
      index
        .linesOf(1)
        .sort((a, b) => a.reference - b.reference)
        .map(({ amount }) => amount);
    expect(amounts()).toEqual(expected);
    index.compact();
    expect(amounts()).toEqual(expected.slice(1));
  });

  it.each([
    [{ figureKind: 16, reference: 0, amount: 1 }],
    [{ figureKind: -1, reference: 0, amount: 1 }],
    [{ figureKind: 0, reference: -1, amount: 1 }],
    [{ figureKind: 0, reference: 2 ** 31, amount: 1 }],
    [{ figureKind: 0, reference: 0, amount: 2 ** 53 }],
    [{ figureKind: 0, reference: 0, amount: 0.5 }],
  ])('refuses %j', (line) => {
    expect(() => build({ ...noEdges, lines: [] }).addLine(1, line)).toThrow(RangeError);
  });

  it('keeps what would pass 2^53 as lines of their own, and adds them up exactly', () => {
    const index = build({ ...noEdges, lines: [] });
    const most = { figureKind: 0, reference: 0, amount: Number.MAX_SAFE_INTEGER };
    for (const amount of [most.amount, 1, most.amount]) index.addLine(1, { ...most, amount });
    const total = { figureKind: 0, reference: 0, total: 2n * BigInt(most.amount) + 1n };
    expect(index.sumLines(Int32Array.of(1), { netOf: 9 }).byReference).toEqual([total]);
    index.compact();
    expect(index.sumLines(Int32Array.of(1), { netOf: 9 }).byReference).toEqual([total]);
  });

  it('refuses figures of what is no unit', () => {
    const index = build({ ...noEdges, lines: [] });
    const most = { figureKind: 0, reference: 0, amount: Number.MAX_SAFE_INTEGER };
    expect(() => index.addLine(3, most)).toThrow(RangeError);
    expect(() => build({ ...noEdges, lines: [{ ...most, unit: 3 }] })).toThrow(RangeError);
  });
});

describe('amounts in four bytes', () => {
  it('come back as they went, or are refused for the overflow table', () => {
    const random = seededRandom(1);
    const tried = [0, 1, -1, 2 ** 27 - 1, 2 ** 27, 99_999_999, 10 ** 15, -(10 ** 15), Number.MAX_SAFE_INTEGER];
    for (let i = 0; i < 20_000; i++) {
      const digits = Math.floor(random() * 10 ** Math.floor(random() * 10));
      tried.push((random() < 0.5 ? -1 : 1) * digits * 10 ** Math.floor(random() * 6));
    }
    const held = tried.filter((amount) => Number.isSafeInteger(amount) && encodeAmount(amount) >= 0);
    for (const amount of held) expect(decodeAmount(encodeAmount(amount), new Float64Array(0)) === amount).toBe(true);
    expect(encodeAmount(12_345_678_000_000)).toBeGreaterThanOrEqual(0);
    expect(encodeAmount(2 ** 27 + 1)).toBe(-1);
    expect(encodeAmount(Number.MAX_SAFE_INTEGER)).toBe(-1);
    expect(held.length).toBeGreaterThan(15_000);
  });
});

describe('a place with a status', () => {
  it('is one number and back', () => {
    for (const status of ['A', 'Q', 'R', 'A1', 'QZ', 'R0'])
      expect(locationStatusOf(locationStatusReference(77, status))).toEqual({ placeId: 77, status });
  });
});
