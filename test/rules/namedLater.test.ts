import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CrossingWith, namedBeyond, type Passage } from '#shared/movements/namedLater.ts';
import { namedBeyondSupplied, type SuppliedStep } from '#shared/movements/namedSuppliers.ts';

/** A piece of goods as it truly is, where it lies or who has it, and how much of its name is written: 0, its lot, both. */
type Piece = { lot: string; sublot: string; at: string; written: number };

const nameOf = ({ lot, sublot }: Piece, written: number) => ({
  lot: written > 0 ? lot : '',
  sublot: written > 1 ? sublot : '',
  serial: '',
});
const unitOf = (piece: Piece, written: number): string => Object.values(nameOf(piece, written)).join('/');

/** A plant in which every name that is written is the true one. */
class TruePlant {
  readonly passages: Passage[] = [];
  readonly crossings: CrossingWith[] = [];
  readonly #pieces: Piece[] = [];
  #at = 0;

  receive(lot: string, sublot: string, place: string, written: number): void {
    const piece = { lot, sublot, at: place, written };
    this.#pieces.push(piece);
    this.#pass(piece, { before: undefined, written });
  }

  /** Takes up to so many like pieces of a place: all with one name written, and one name to come. */
  move(from: string, { to, written, most }: { to: string; written: number; most: number }): void {
    const [first] = this.#pieces.filter((piece) => piece.at === from);
    if (first === undefined) return;
    const level = to.startsWith('C') ? first.written : Math.max(written, first.written);
    const alike = this.#pieces.filter(
      (piece) =>
        piece.at === from &&
        unitOf(piece, first.written) === unitOf(first, first.written) &&
        piece.written === first.written &&
        unitOf(piece, level) === unitOf(first, level),
    );
    this.#at += 1;
    for (const piece of alike.slice(0, most)) {
      const before = { line: `${unitOf(piece, piece.written)}@${from}`, written: piece.written };
      piece.at = to;
      piece.written = level;
      this.#pass(piece, { before, written: level });
      if (to.startsWith('C')) this.#cross(piece, { by: to, isReturn: false, written: level });
    }
  }

  comesBack(by: string, { to, written }: { to: string; written: number }): void {
    const piece = this.#pieces.find(({ at }) => at === by);
    if (piece === undefined) return;
    this.#at += 1;
    piece.at = to;
    piece.written = written;
    if (written === 2) this.#cross(piece, { by, isReturn: true, written });
    else this.#pass(piece, { before: undefined, written, by });
  }

  #pass(
    piece: Piece,
    change: { before?: { line: string; written: number } | undefined; written: number; by?: string },
  ) {
    const { before, written, by = null } = change;
    const from = before === undefined || before.written === 2 ? null : before.line;
    const isInPlant = !piece.at.startsWith('C');
    const to = isInPlant && written < 2 ? `${unitOf(piece, written)}@${piece.at}` : null;
    if (from === null && to === null) return;
    const units = [before?.written ?? written, written].map((level) => unitIds.indexOf(unitOf(piece, level)));
    const [fromUnit = 0, toUnit = 0] = units;
    const isNaming = isInPlant && fromUnit !== toUnit;
    const name = nameOf(piece, written);
    this.passages.push({ ...name, at: this.#at, quantity: 1, from, to, fromUnit, toUnit, isNaming, by, beyond: 0n });
  }

  #cross(piece: Piece, { by, isReturn, written }: { by: string; isReturn: boolean; written: number }): void {
    this.crossings.push({ ...nameOf(piece, written), at: this.#at, quantity: 1, by, isReturn, beyond: 0n });
  }
}

const unitIds = ['//', 'L1//', 'L2//', ...['L1', 'L2'].flatMap((lot) => [`${lot}/S1/`, `${lot}/S2/`])];

type Step =
  | ['receive', lot: string, sublot: string, place: string, written: number]
  | ['move', from: string, to: string, written: number, most: number]
  | ['back', by: string, to: string, written: number];

const lot = fc.constantFrom('L1', 'L2');
const sublot = fc.constantFrom('S1', 'S2');
const place = fc.constantFrom('A', 'B');
const customer = fc.constantFrom('C1', 'C2');
const written = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('receive' as const), lot, sublot, place, written),
  fc.tuple(fc.constant('move' as const), place, fc.oneof(place, customer), written, fc.integer({ min: 1, max: 3 })),
  fc.tuple(fc.constant('back' as const), customer, place, written),
);

/** Goods that two customers sent back without a name get it twice, the second time whole: which of the two it was is open. */
const namedTwice: Step[] = [
  ['receive', 'L1', 'S1', 'A', 0],
  ['move', 'A', 'C1', 0, 1],
  ['back', 'C1', 'A', 0],
  ['move', 'A', 'A', 1, 1],
  ['move', 'A', 'C2', 1, 1],
  ['back', 'C2', 'A', 0],
  ['move', 'A', 'A', 1, 1],
  ['move', 'A', 'A', 2, 1],
];

it('tells of nothing where every name is the true one', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const plant = new TruePlant();
      for (const one of steps) {
        if (one[0] === 'receive') plant.receive(one[1], one[2], one[3], one[4]);
        else if (one[0] === 'move') plant.move(one[1], { to: one[2], written: one[3], most: one[4] });
        else plant.comesBack(one[1], { to: one[2], written: one[3] });
      }
      expect([...namedBeyond(plant.passages, plant.crossings).values()]).toEqual([]);
    }),
    { numRuns: 500, examples: [[namedTwice]] },
  );
});

it('counts what came back beyond what went as goods that may have any name, and the rest as what went', () => {
  const name = (lot: string) => ({ lot, sublot: '', serial: '' });
  const went = { ...name('L2'), at: 1, quantity: 1, by: 'C1', isReturn: false, beyond: 0n };
  const stocked = { fromUnit: 1, by: null, beyond: 0n, isNaming: false };
  const back: Passage = { ...stocked, ...name(''), at: 2, quantity: 1000, from: null, to: 'dock', toUnit: 1 };
  const isNamed: Passage = {
    ...stocked,
    ...name('L5'),
    at: 3,
    quantity: 1000,
    from: 'dock',
    to: null,
    toUnit: 2,
    isNaming: true,
  };
  const cameBack = { ...back, by: 'C1', beyond: 999n };

  expect([...namedBeyond([cameBack, isNamed], [went])]).toEqual([[isNamed, { explained: 999n, by: ['C1'] }]]);
  expect([...namedBeyond([cameBack, { ...isNamed, ...name('L2') }], [went])]).toEqual([]);
});

type Supplied = SuppliedStep & { isNaming: boolean };

/** So many pieces came from each of two suppliers, or from nobody, and lie in one of two lines. */
const arrival = fc.record({ to: fc.constantFrom('A', 'B'), supplier: fc.constantFrom(1, 1, 2, 2, null) });
const onward = fc.record({
  from: fc.constantFrom('A', 'B'),
  to: fc.constantFrom('A', 'B', null),
  isNaming: fc.boolean(),
});

/** One piece a step; what takes from an empty line is left out. */
function suppliedSteps(made: readonly (Partial<Supplied> & Pick<Supplied, 'to'>)[]): Supplied[] {
  const lies: Record<string, number> = { A: 0, B: 0 };
  return made.flatMap(({ from = null, to, supplier = null, isNaming = false }, at): Supplied[] => {
    if (from !== null && (lies[from] ?? 0) === 0) return [];
    if (from !== null) lies[from] = (lies[from] ?? 0) - 1;
    const reached = isNaming ? null : to;
    if (reached !== null) lies[reached] = (lies[reached] ?? 0) + 1;
    return [{ at, quantity: 1, from, to: reached, supplier, isNaming }];
  });
}

/** Whether some way of telling which piece each step took has all that were named come from a supplier, or from nobody. */
function canAllBe(steps: readonly Supplied[], supplier: number): boolean {
  let ways = new Set(['0,0;0,0']);
  for (const { from, to, supplier: by, isNaming } of steps) {
    const next = new Set<string>();
    for (const way of ways) {
      const lies = way.split(';').map((line) => line.split(',').map(Number));
      // Right ones first, others second, in each line.
      for (const kind of from === null ? [by === null || by === supplier ? 0 : 1] : isNaming ? [0] : [0, 1]) {
        const after = lies.map((line) => [...line]);
        for (const [place, by] of [
          [from, -1],
          [to, 1],
        ] as const) {
          const line = place === null ? undefined : after[place === 'A' ? 0 : 1];
          if (line !== undefined) line[kind] = (line[kind] ?? 0) + by;
        }
        if (after.flat().every((count) => count >= 0)) next.add(after.map((line) => line.join(',')).join(';'));
      }
    }
    ways = next;
  }
  return ways.size > 0;
}

it('tells of goods named a supplier’s lot exactly where no way of telling makes all of them that supplier’s', () => {
  const steps = fc.array(fc.oneof(arrival, onward), { maxLength: 16, size: 'max' }).map(suppliedSteps);
  fc.assert(
    fc.property(steps, (all) => {
      const namings = (supplier: number | null) =>
        all.filter(({ isNaming }) => isNaming).map((one) => ({ step: one, lot: 'L', supplier, isAsked: true }));
      const told = (supplier: number | null, first?: number) =>
        namedBeyondSupplied(all, namings(supplier), () => first).size > 0;
      expect(told(1)).toBe(!canAllBe(all, 1));
      expect(told(null, 2)).toBe(!canAllBe(all, 2));
      expect(told(null)).toBe(!canAllBe(all, 1) && !canAllBe(all, 2));
    }),
    { numRuns: 1000 },
  );
});
