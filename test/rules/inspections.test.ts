import { describe, expect, it } from 'vitest';
import { judgeAct, judgeDecided, openTo } from '#shared/inspections/decision.ts';
import { type FrozenContent, inspectionStates, type KeptReading } from '#shared/inspections/inspectionVocabulary.ts';
import { carriedReadings, unchangedRows } from '#shared/inspections/carrying.ts';
import { drawNumbers, drawOn, freeze, isDrawn } from '#shared/inspections/opening.ts';
import { piecesIn } from '#shared/inspections/pieces.ts';
import { isImplausible } from '#shared/inspections/plausible.ts';
import { progressOf, readingsOf } from '#shared/inspections/progress.ts';
import type { PlanContent } from '#shared/inspections/vocabulary.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import { planOfRows } from '../support/planRows.ts';

const normal = { critical: 'normal', major: 'normal', minor: 'normal' } as const;
const frozenFor = (plan: PlanContent, pieces: number | null): FrozenContent =>
  freeze(plan, 'IN-1', { pieces, serials: [], severities: normal, tables: [] });
const kept = (row: number, values: readonly string[]): KeptReading[] =>
  values.map((value, piece) => ({ row, piece, place: 0, value, typed: value, reason: '' }));
const standing = (frozen: FrozenContent, readings: KeptReading[], pieces: number) => {
  const { proposal, accepted, rejected, done, wanted } = progressOf(
    frozen,
    readingsOf([{ isSecond: false, readings }]),
    { quantity: pieces * oneUnit, pieces },
  );
  return { proposal, accepted: accepted / oneUnit, rejected: rejected / oneUnit, done, wanted };
};

describe('by a later version', () => {
  const before = planOfRows([{ unit: 'mm' }, { unit: 'mm' }, { kind: 'attribute' }, { unit: 'g' }]);
  const [first, second, look, mass] = before.characteristics;
  const wider = { kind: 'minMax' as const, lower: '10', upper: '21', target: '' };
  const rows = (...all: (typeof first)[]) => all.filter((row) => row !== undefined);

  it('readings hold where row, limits, unit and method are the same, wherever the row stands now', () => {
    const after = rows(look, first && { ...first, instruction: 'Dry it first', designator: 'minor' }, second, mass);
    expect([...unchangedRows(before.characteristics, after)]).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 3],
    ]);
    const others = [{ limits: wider }, { unit: 'µm' }, { method: 'M-2' }, { places: 2 }, { name: 'Width' }];
    for (const other of others)
      expect([...unchangedRows(rows(first), rows(first && { ...first, ...other }))], JSON.stringify(other)).toEqual([]);
  });

  it('the pieces stay those that were drawn, as far as they are wanted, and no other is drawn twice', () => {
    const former = drawNumbers('IN-1', 8, 100);
    expect(drawOn(former, 5, { seed: 'x', size: 100 })).toEqual(former.slice(0, 5));
    const more = drawOn(former, 20, { seed: 'x', size: 100 });
    expect(more.slice(0, 8)).toEqual(former);
    expect(new Set(more).size).toBe(20);
    expect(Math.max(...more)).toBeLessThanOrEqual(100);
    expect(drawOn([], 5, { seed: 'x', size: 100 })).toEqual(drawNumbers('x', 5, 100));
  });

  it('readings come over with the piece of the goods that they are of, and a second person’s only where two read', () => {
    const of = (plan: PlanContent, drawn: number[]): FrozenContent => ({ ...frozenFor(plan, 4), drawn });
    const swapped = { ...before, characteristics: rows(second, first && { ...first, limits: wider }) };
    const entries = [
      { isSecond: false, readings: [...kept(0, ['11']), ...kept(1, ['12', '13', '14'])] },
      { isSecond: true, readings: kept(1, ['12']) },
    ];
    // Pieces 2, 5 and 9 were read; 9 and 2 are in the sample still.
    const carried = carriedReadings(entries, of(before, [2, 5, 9]), of(swapped, [9, 2, 7]));
    expect(carried.flatMap(({ readings }) => readings)).toEqual([
      { row: 0, piece: 1, place: 0, value: '12', typed: '12', reason: '' },
      { row: 0, piece: 0, place: 0, value: '14', typed: '14', reason: '' },
    ]);
  });
});

describe('what is drawn', () => {
  it('is drawn again from its seed, without repeats and within the lot, and each piece about as often', () => {
    expect(drawNumbers('IN-7', 50, 500)).toEqual(drawNumbers('IN-7', 50, 500));
    expect(drawNumbers('IN-7', 50, 500)).not.toEqual(drawNumbers('IN-8', 50, 500));
    const hits = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed += 1) {
      const drawn = drawNumbers(`IN-${seed}`, 5, 20);
      expect(new Set(drawn).size).toBe(5);
      for (const one of drawn) hits.set(one, (hits.get(one) ?? 0) + 1);
    }
    // 500 expected of each of the 20, with a deviation of 19: five of them.
    expect([...hits.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    for (const count of hits.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  it('is one in so many, or a share by chance that is the share over many', () => {
    const nth = { kind: 'nth', n: 3 } as const;
    expect([0, 1, 2].map((skipped) => isDrawn(nth, { seed: 'x', skipped }))).toEqual([false, false, true]);
    let drawn = 0;
    for (let count = 0; count < 4000; count += 1)
      if (isDrawn({ kind: 'share', percent: 25 }, { seed: `IN-${count} CAKE`, skipped: 0 })) drawn += 1;
    // A deviation of 27: five of them.
    expect(Math.abs(drawn - 1000)).toBeLessThan(137);
  });

  it('of goods that are measured is one sample, where the rule counts pieces', () => {
    expect([piecesIn(12 * oneUnit, 'EA'), piecesIn(12.5 * oneUnit, 'EA'), piecesIn(12 * oneUnit, 'KG')]).toEqual([
      12,
      13,
      null,
    ]);
    const plan = planOfRows([{ designator: 'major' }]);
    expect(
      frozenFor({ ...plan, samplings: { ...plan.samplings, major: { kind: 'root', accept: 0 } } }, null),
    ).toMatchObject({
      groups: [{ sample: { sample: 1, accept: 0, reject: 1 } }],
      drawn: [],
    });
  });
});

describe('what readings come to', () => {
  const plan = planOfRows([{}, { kind: 'attribute' }]);

  it('sorts a lot whose pieces are all inspected: what is done and good can be accepted before the rest', () => {
    const frozen = frozenFor(plan, 4);
    expect(standing(frozen, [...kept(0, ['15', '15', '25']), ...kept(1, ['ok', 'ok', 'ok'])], 4)).toEqual({
      ...{ proposal: 'open', accepted: 2, rejected: 1, done: 6, wanted: 8 },
    });
    expect(standing(frozen, [...kept(0, ['15', '15', '25', '15']), ...kept(1, ['ok', 'ok', 'ok', 'fail'])], 4)).toEqual(
      {
        ...{ proposal: 'accept', accepted: 2, rejected: 2, done: 8, wanted: 8 },
      },
    );
  });

  it('counts a half-read piece as not done, and a blank never as good', () => {
    const frozen = frozenFor(plan, 2);
    expect(standing(frozen, kept(0, ['15', '15']), 2)).toMatchObject({ proposal: 'open', accepted: 0, done: 2 });
    expect(standing(frozen, [], 2)).toMatchObject({ proposal: 'open', accepted: 0, done: 0, wanted: 4 });
    // A reading that was taken back.
    const back = [...kept(0, ['15', '15']), ...kept(1, ['ok', 'ok']), ...kept(0, [''])];
    expect(standing(frozen, back, 2)).toMatchObject({ proposal: 'open', accepted: 1, done: 3 });
  });
});

describe('an act on an inspection', () => {
  it('is let in the states of its table, and in no other', () => {
    const table = Object.entries(openTo).flatMap(([act, states]) =>
      inspectionStates.map((state) => [act, state, states.some((one) => one === state)] as const),
    );
    expect(table).toHaveLength(48);
    for (const [act, state, isLet] of table)
      expect([act, state, judgeAct(act as keyof typeof openTo, state).ok]).toEqual([act, state, isLet]); // a key of the table
  });

  const noSerials: readonly string[] = [];
  const open = {
    state: 'open',
    pending: 10 * oneUnit,
    before: { accepted: 0 },
    serials: noSerials,
    bad: noSerials,
    unread: noSerials,
  } as const;
  const all = { proposal: 'accept', accepted: 10 * oneUnit, done: 1, wanted: 1 } as const;
  const decided = {
    ...{ accepted: 0, rejected: 0, statusAccepted: 'A', statusRejected: 'R', isOverride: false },
    ...{ acceptedSerials: noSerials, rejectedSerials: noSerials },
  };
  const serials = ['S1', 'S2', 'S3'];
  it.each([
    ['nothing', decided, {}, 'accepted'],
    ['more than is pending', { ...decided, accepted: 6 * oneUnit, rejected: 5 * oneUnit }, {}, 'accepted'],
    ['accepted into quarantine', { ...decided, accepted: oneUnit, statusAccepted: 'Q' }, {}, 'statusAccepted'],
    ['rejected as released', { ...decided, rejected: oneUnit, statusRejected: 'A' }, {}, 'statusRejected'],
    ['serials of goods without', { ...decided, rejected: oneUnit, rejectedSerials: ['S1'] }, {}, 'rejectedSerials'],
    ['rejected serials unnamed', { ...decided, rejected: oneUnit }, { serials }, 'rejectedSerials'],
    ['an unknown serial', { ...decided, rejected: oneUnit, rejectedSerials: ['S9'] }, { serials }, 'rejectedSerials'],
    [
      'a serial both ways',
      { ...decided, accepted: oneUnit, rejected: oneUnit, rejectedSerials: ['S1'], acceptedSerials: ['S1'] },
      { serials },
      'rejectedSerials',
    ],
    ['part accepted, unnamed', { ...decided, accepted: oneUnit }, { serials, pending: 3 * oneUnit }, 'acceptedSerials'],
  ])('is refused for %s', (_what, said, more, field) => {
    const verdict = judgeDecided(said, { ...open, progress: all, ...more });
    expect(verdict.ok ? '' : verdict.details?.['field']).toBe(field);
  });

  it.each([
    ['one that is not read', { unread: ['S1'] }, 'acceptedSerials'],
    ['one that failed', { bad: ['S1'] }, 'isOverride'],
  ])('is refused for %s, though the numbers are right', (_what, more, field) => {
    const said = { ...decided, accepted: oneUnit, acceptedSerials: ['S1'] };
    const verdict = judgeDecided(said, { ...open, progress: all, serials, pending: 3 * oneUnit, ...more });
    expect(verdict.ok ? '' : verdict.details?.['field']).toBe(field);
  });

  it('is let where the serials that are left are accepted unnamed', () => {
    const pending = { serials, pending: 3 * oneUnit };
    const said = { ...decided, accepted: 2 * oneUnit, rejected: oneUnit, rejectedSerials: ['S2'] };
    expect(judgeDecided(said, { ...open, progress: all, ...pending })).toEqual({ ok: true });
  });
});

describe('a reading far outside', () => {
  const limits = { lower: '10', upper: '12', target: '' };
  it.each([
    ['11', false],
    ['12.1', false],
    ['22', false],
    ['22.1', true],
    ['-0.1', true],
    ['0', false],
    ['115', true],
    ['ok', false],
  ])('%s is asked about: %s', (value, is) => expect(isImplausible(value, limits)).toBe(is));

  it('of one limit is ten times it', () => {
    expect(isImplausible('9', { lower: '', upper: '0.9', target: '' })).toBe(false);
    expect(isImplausible('9.1', { lower: '', upper: '0.9', target: '' })).toBe(true);
    expect(isImplausible('1000', { lower: '', upper: '', target: '' })).toBe(false);
  });
});
