import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crossing, returnsBeyond } from '#shared/movements/returns.ts';

/** "3 went 40 L1/S1 #7": day, way, pieces and name. */
function crossing(text: string): Crossing {
  const match = /^(\d+) (went|came) (\d+)(?: ([^#/\s]+))?(?:\/(\S+))?(?: #(\S+))?$/.exec(text);
  if (match === null) throw new Error(`no crossing: ${text}`);
  const [, at, way, quantity, lot = '', sublot = '', serial = ''] = match;
  return { at: Number(at), isReturn: way === 'came', quantity: Number(quantity), lot, sublot, serial };
}

/** Which of them are too much, by their place, as "how much came back of how much that went". */
function beyond(...texts: string[]): string[] {
  const crossings = texts.map(crossing);
  const found = returnsBeyond(crossings);
  return crossings.flatMap((one, place) => {
    const { returned, went } = found.get(one) ?? {};
    return returned === undefined ? [] : [`${place}: ${returned} of ${went}`];
  });
}

describe('a return', () => {
  it('is of goods that went there before, to the last of them', () => {
    expect(beyond('1 went 40 L1', '2 came 40 L1')).toEqual([]);
    expect(beyond('1 went 40 L1', '2 came 60 L1')).toEqual(['1: 60 of 40']);
    expect(beyond('1 went 40 L1', '2 came 30 L1', '3 came 20 L1', '4 came 5 L1')).toEqual([
      '2: 50 of 40',
      '3: 55 of 40',
    ]);
    expect(beyond('2 came 1')).toEqual(['0: 1 of 0']);
  });

  it('is judged at its time, whatever the order of the records; of one moment what went comes first', () => {
    expect(beyond('3 came 5 L1', '4 went 5 L1')).toEqual(['0: 5 of 0']);
    expect(beyond('4 came 5 L1', '4 went 5 L1')).toEqual([]);
    expect(beyond('4 came 5 L1', '3 went 5 L1')).toEqual([]);
    // What was too much once is not made good by goods that went later, nor does it use them up.
    expect(beyond('1 came 5 L1', '2 went 5 L1', '3 came 5 L1', '4 came 1 L1')).toEqual(['0: 5 of 0', '3: 11 of 5']);
  });

  it('is of the very lot and sublot', () => {
    expect(beyond('1 went 40 L1', '1 went 9 L2', '2 came 1 L3')).toEqual(['2: 1 of 0']);
    expect(beyond('1 went 40 L1', '1 went 9 L2', '2 came 10 L2')).toEqual(['2: 10 of 9']);
    expect(beyond('1 went 4 L1/S1', '2 came 1 L1/S2')).toEqual(['1: 1 of 0']);
  });

  it('is of the very serial, whether its lot is named or not', () => {
    expect(beyond('1 went 1 #7', '2 came 1 #8')).toEqual(['1: 1 of 0']);
    expect(beyond('1 went 1 L1 #7', '2 came 1 #7', '3 came 1 L1 #7')).toEqual(['2: 2 of 1']);
    expect(beyond('1 went 1 #7', '2 came 1 L1 #7')).toEqual([]);
  });

  it('may be of any goods that went without a name, but only once', () => {
    expect(beyond('1 went 10', '2 came 10 L1')).toEqual([]);
    expect(beyond('1 went 10', '2 came 6 L1', '3 came 6 L2')).toEqual(['2: 6 of 4']);
    expect(beyond('1 went 10', '1 went 100 L3', '2 came 10 L1', '3 came 10 L2')).toEqual(['3: 10 of 0']);
    expect(beyond('1 went 2 L1', '2 came 1 L1 #7', '3 came 1 L1 #8', '4 came 1 L1 #9')).toEqual(['3: 1 of 0']);
  });

  it('without a name may be of any that went, whichever of these comes back after it', () => {
    expect(beyond('1 went 1 L1 #7', '1 went 1 L1 #8', '2 came 1 L1', '3 came 1 L1 #7')).toEqual([]);
    expect(beyond('1 went 1 L1 #7', '1 went 1 L1 #8', '2 came 2 L1', '3 came 1 L1 #7')).toEqual(['3: 1 of 0']);
    expect(beyond('1 went 5 L1', '1 went 5 L2', '2 came 11')).toEqual(['2: 11 of 10']);
  });
});

/** Whether goods that went under the one name may be those that came back under the other. */
const mayBe = (a: Crossing, b: Crossing): boolean =>
  (['lot', 'sublot', 'serial'] as const).every((part) => a[part] === '' || b[part] === '' || a[part] === b[part]);

/** How many pieces that came back find one that went, tried by augmenting paths: slow, and of another making. */
function explained(went: readonly Crossing[], came: readonly Crossing[]): number {
  const pieces = (all: readonly Crossing[]) => all.flatMap((one) => Array.from({ length: one.quantity }, () => one));
  const [out, back] = [pieces(went), pieces(came)];
  const takenBy = new Map<number, number>();
  const find = (piece: number, seen: Set<number>): boolean =>
    out.some((one, place) => {
      const other = back[piece];
      if (other === undefined || seen.has(place) || !mayBe(one, other)) return false;
      seen.add(place);
      const holder = takenBy.get(place);
      if (holder !== undefined && !find(holder, seen)) return false;
      takenBy.set(place, piece);
      return true;
    });
  return back.filter((_piece, place) => find(place, new Set())).length;
}

it('is too much exactly where no way of telling which goods came back explains it', () => {
  const part = (...names: string[]) => fc.constantFrom('', ...names);
  const any: fc.Arbitrary<Crossing> = fc
    .record({
      at: fc.nat(4),
      isReturn: fc.boolean(),
      quantity: fc.integer({ min: 1, max: 4 }),
      lot: part('L1', 'L2'),
      sublot: part('S1', 'S2'),
      serial: part('7', '8'),
    })
    // A sublot is of a lot, and each serial of one lot and sublot.
    .map((one) => {
      const sublot = one.lot === '' ? '' : one.sublot;
      if (one.serial === '') return { ...one, sublot };
      return { ...one, quantity: 1, lot: one.serial === '7' ? 'L1' : 'L2', sublot: one.serial === '7' ? 'S1' : 'S2' };
    });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 14 }), (crossings) => {
      const found = returnsBeyond(crossings);
      const inOrder = crossings.toSorted((a, b) => a.at - b.at || Number(a.isReturn) - Number(b.isReturn));
      const came: Crossing[] = [];
      for (const one of inOrder.filter(({ isReturn }) => isReturn)) {
        const went = crossings.filter(({ isReturn, at }) => !isReturn && at <= one.at);
        const whole = [...came, one];
        const lacking = whole.reduce((sum, { quantity }) => sum + quantity, 0) - explained(went, whole);
        expect(found.has(one)).toBe(lacking > 0);
        // What is too much is not counted on.
        if (one.quantity > lacking) came.push({ ...one, quantity: one.quantity - lacking });
      }
    }),
    { numRuns: 400 },
  );
});
