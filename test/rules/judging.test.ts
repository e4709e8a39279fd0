import { describe, expect, it } from 'vitest';
import { bonusOf } from '#shared/inspections/bonus.ts';
import { judgeGroup, judgePiece, readAnswer, type Reading, Readings } from '#shared/inspections/judging.ts';
import { groupsOf } from '#shared/inspections/sampling/sample.ts';
import type { Characteristic, PlanContent } from '#shared/inspections/vocabulary.ts';
import { planOfRows, planRow } from '../support/planRows.ts';

const minMax = (lower: string, upper: string) => ({ kind: 'minMax', lower, upper, target: '' }) as const;
const clear = ['Clear', 'Clear yellow', 'Cloudy'].map((answer) => ({ answer, isRight: true }));
const yesNo = [
  { answer: 'Yes', isRight: true },
  { answer: 'No', isRight: false },
];

/** Readings of one piece: a list of places a row, by the row. */
const piece = (values: readonly (readonly string[])[], number = 0): Reading[] =>
  values.flatMap((places, row) => places.map((value, place) => ({ row, piece: number, place, value })));
const judged = (rows: readonly Partial<Characteristic>[], values: readonly (readonly string[])[], row = 0) =>
  judgePiece(planOfRows(rows).characteristics, { row, piece: 0 }, new Readings(piece(values)));

describe('an answer', () => {
  it.each([
    [{ kind: 'choice', choices: yesNo }, 'yes', 'Yes'],
    [{ kind: 'choice', choices: yesNo }, ' YES ', 'Yes'],
    [{ kind: 'choice', choices: yesNo }, 'y', 'Yes'],
    [{ kind: 'choice', choices: clear }, 'clear', 'Clear'],
    [{ kind: 'choice', choices: clear }, 'clear y', 'Clear yellow'],
    [{ kind: 'attribute' }, '+', 'ok'],
    [{ kind: 'attribute' }, 'Fail', 'fail'],
    [{ kind: 'count' }, '03', '3'],
    [{ kind: 'text' }, 'dull', 'dull'],
    [{ kind: 'number', unit: 'mm' }, '12.50', '12.50'],
  ] as const)('of %j typed %s is %s', (row, typed, value) => {
    expect(readAnswer(planRow({ ...row, choices: [...('choices' in row ? row.choices : [])] }), typed, '.')).toEqual({
      value,
    });
  });

  it.each([
    [{ kind: 'choice', choices: yesNo }, 'maybe'],
    [{ kind: 'choice', choices: clear }, 'cl'],
    [{ kind: 'choice', choices: clear }, 'yellow'],
    [{ kind: 'attribute' }, 'perhaps'],
    [{ kind: 'count' }, '1.5'],
    [{ kind: 'count' }, '-1'],
    [{ kind: 'calculated', formula: 'c1 + c2' }, '5'],
  ] as const)('of %j typed %s is refused', (row, typed) => {
    expect(
      readAnswer(planRow({ ...row, choices: [...('choices' in row ? row.choices : [])] }), typed, '.'),
    ).toMatchObject({ issue: expect.anything() });
  });

  it('that is blank is none, whatever is asked', () => {
    for (const kind of ['number', 'attribute', 'choice', 'count', 'text'] as const)
      expect(readAnswer(planRow({ kind }), ' ', '.')).toBeUndefined();
  });
});

describe('a piece', () => {
  // Tryton, scenario_quality_inspection: a yes or no, and a figure from 10 to 20.
  it.each([
    [['ok'], ['15'], 'pass', 'pass'],
    [['fail'], ['15'], 'fail', 'pass'],
    [['ok'], ['5'], 'pass', 'fail'],
    [['ok'], ['25'], 'pass', 'fail'],
  ] as const)('S68: %j and %j are %s and %s', (first, second, one, other) => {
    const rows = [{ kind: 'attribute' }, {}] as const;
    expect(judged(rows, [first, second], 0)).toMatchObject({ verdict: one, isDone: true });
    expect(judged(rows, [first, second], 1)).toMatchObject({ verdict: other, isDone: true });
  });

  it('S68: of which a reading is missing is not done, and never a pass', () => {
    expect(judged([{}], [[]])).toMatchObject({ verdict: 'unjudged', isDone: false });
    expect(judged([{ places: 3 }], [['15', '', '15']])).toMatchObject({ isDone: false });
    expect(judged([{ places: 2 }], [['15', '25']])).toMatchObject({ verdict: 'fail', side: 'above', isDone: true });
  });

  // ERPNext, test_quality_inspection: readings, texts and formulas.
  it.each([
    [{ limits: minMax('0.1', '0.9') }, ['0.4'], 'pass'],
    [{ limits: null, formula: '0.35 < r < 0.50' }, ['0.4'], 'pass'],
    [{ limits: null, formula: '.20 < r < .50' }, ['0.7'], 'fail'],
    [{ limits: null, formula: 'mean < 0.9', places: 2 }, ['0.5', '0.7'], 'pass'],
    [{ limits: minMax('0.1', '0.6'), formula: 'mean < 0.9', places: 2 }, ['0.5', '0.7'], 'fail'],
  ] as const)('S71: %j with %j is %s', (row, values, verdict) => {
    expect(judged([row], [values])).toMatchObject({ verdict, isDone: true });
  });

  it('S71: of a grade is one of those that a formula takes', () => {
    const choices = ['A', 'B', 'C', 'D'].map((answer) => ({ answer, isRight: true }));
    const row = { kind: 'choice', name: 'grade', choices, formula: 'grade in {A, B, C}' } as const;
    expect(judged([row], [['B']])).toMatchObject({ verdict: 'pass' });
    expect(judged([row], [['D']])).toMatchObject({ verdict: 'fail' });
  });

  it('is calculated of other rows, once they are read, and held against its own limits', () => {
    const rows = [{}, {}, { kind: 'calculated', formula: '(c1 + c2) / 2', limits: minMax('0', '15') }] as const;
    expect(judged(rows, [['10'], []], 2)).toMatchObject({ isDone: false, verdict: 'unjudged' });
    expect(judged(rows, [['10'], ['20']], 2)).toMatchObject({ isDone: true, verdict: 'pass', value: '15' });
    expect(judged(rows, [['10'], ['20.02']], 2)).toMatchObject({ verdict: 'fail', side: 'above', value: '15.01' });
  });

  it('whose sum has no answer is not done, and says why', () => {
    const rows = [{}, { kind: 'calculated', formula: '1 / (c1 - 15)', limits: minMax('0', '15') }] as const;
    expect(judged(rows, [['15']], 1)).toMatchObject({ isDone: false, issue: expect.anything() });
  });
});

describe('a bonus', () => {
  const hole = { lower: '10.0', upper: '10.2', target: '' };
  // ASME Y14.5 and ISO 2692: the departure from maximum material is added to the tolerance.
  it.each([
    ['MMC', 'internal', '10.1', '0.1'],
    ['MMC', 'internal', '10.0', '0.0'],
    ['MMC', 'internal', '9.9', '0.0'],
    ['MMC', 'internal', '10.5', '0.2'],
    ['MMC', 'external', '10.05', '0.15'],
    ['LMC', 'internal', '10.05', '0.15'],
    ['LMC', 'external', '10.05', '0.05'],
    ['RFS', 'internal', '10.1', '0'],
  ] as const)('at %s of an %s feature of %s is %s', (condition, side, size, bonus) => {
    const geometry = { kind: 'position', datums: 'A B', sizeOf: '1', condition, side } as const;
    expect(bonusOf(geometry, size, hole)).toBe(bonus);
  });

  it('widens the limit of the piece whose hole was measured, and no other', () => {
    const geometry = { kind: 'position', datums: 'A', sizeOf: '1', condition: 'MMC', side: 'internal' } as const;
    const rows = [{ limits: minMax('10.0', '10.2') }, { limits: minMax('', '0.1'), geometry }];
    expect(judged(rows, [['10.1'], ['0.2']], 1)).toMatchObject({ verdict: 'pass', limits: { upper: '0.2' } });
    expect(judged(rows, [['10.1'], ['0.201']], 1)).toMatchObject({ verdict: 'fail' });
    expect(judged(rows, [['10.0'], ['0.2']], 1)).toMatchObject({ verdict: 'fail' });
    expect(judged(rows, [[], ['0.1']], 1)).toMatchObject({ verdict: 'pass' });
  });
});

describe('a group', () => {
  const severities = { critical: 'normal', major: 'normal', minor: 'normal' } as const;
  const grouped = (content: PlanContent, size: number | null) => {
    const found = groupsOf(content, { size, severities, tables: [] });
    if ('issue' in found) throw new Error(found.issue);
    return found.groups;
  };
  const attributes = (aql: string) => ({ kind: 'attributes', level: 'II', aql, scheme: 'none' }) as const;

  it('S81: of 500 at level II and 1.0 draws 50, accepts 1 and rejects 2', () => {
    const content = planOfRows([{ kind: 'attribute' }], {
      samplings: { critical: attributes('1.0'), major: attributes('1.0'), minor: attributes('1.0') },
    });
    const [group] = grouped(content, 500);
    expect(group?.sample).toMatchObject({ letter: 'H', sample: 50, accept: 1, reject: 2, isWhole: false });
    if (group === undefined) throw new Error('no group');
    const judge = (fails: number, done = 50, isCurtailed = false) =>
      judgeGroup(
        content.characteristics,
        group,
        new Readings(
          Array.from({ length: done }, (_, at) => ({
            ...{ row: 0, piece: at, place: 0 },
            value: at < fails ? 'fail' : 'ok',
          })),
        ),
        { isCurtailed },
      );
    expect(judge(0)).toEqual({ done: 50, nonconforming: 0, outcome: 'accepted' });
    expect(judge(1)).toMatchObject({ outcome: 'accepted' });
    expect(judge(2)).toMatchObject({ nonconforming: 2, outcome: 'rejected' });
    expect(judge(2, 10)).toMatchObject({ done: 10, outcome: 'open' });
    expect(judge(2, 10, true)).toMatchObject({ outcome: 'rejected' });
    expect(judge(0, 49)).toMatchObject({ outcome: 'open' });
  });

  it('counts a piece once, however many of its rows are out', () => {
    const content = planOfRows([{ kind: 'attribute' }, { kind: 'attribute' }]);
    const [group] = grouped(content, 2);
    if (group === undefined) throw new Error('no group');
    const readings = new Readings([...piece([['fail'], ['fail']]), ...piece([['ok'], ['ok']], 1)]);
    expect(judgeGroup(content.characteristics, group, readings, { isCurtailed: false })).toEqual({
      ...{ done: 2, nonconforming: 1, outcome: 'rejected' },
    });
  });

  it('is of a class; a row with a rule of its own is one for itself', () => {
    const content = planOfRows(
      [
        { designator: 'critical' },
        { designator: 'major' },
        { designator: 'key' },
        { designator: 'minor', sampling: { kind: 'fixed', pieces: 3, accept: 0 } },
      ],
      { drawsLargest: false },
    );
    expect(grouped(content, 100).map(({ of, rows, sample }) => [of, rows, sample.sample])).toEqual([
      ['critical', [0], 100],
      ['major', [1, 2], 100],
      ['', [3], 3],
    ]);
  });

  it('may draw the largest sample of the classes, and accepts what its own limit allows of it', () => {
    const samplings = { critical: attributes('0.40'), major: attributes('2.5'), minor: attributes('0.65') };
    const rows = [{ designator: 'critical' }, { designator: 'major' }, { designator: 'minor' }] as const;
    const of = (drawsLargest: boolean) =>
      grouped(planOfRows(rows, { samplings, drawsLargest }), 100).map(({ sample }) => [sample.sample, sample.accept]);
    // A lot of 100 is letter F: 0.40 leads by its arrow to G, 32 with 0.
    expect(of(false)).toEqual([
      [32, 0],
      [20, 1],
      [20, 0],
    ]);
    // At G 2.5 accepts 2 of 32; 0.65 leads by its arrow back to 20, and stays there.
    expect(of(true)).toEqual([
      [32, 0],
      [32, 2],
      [20, 0],
    ]);
  });

  it('in the gap of a reduced plan is accepted, and inspection is normal again', () => {
    const content = planOfRows([{ kind: 'attribute' }], {
      samplings: { critical: attributes('4.0'), major: attributes('4.0'), minor: attributes('4.0') },
    });
    const found = groupsOf(content, { size: 500, tables: [], severities: { ...severities, major: 'reduced' } });
    if ('issue' in found) throw new Error(found.issue);
    const [group] = found.groups;
    if (group === undefined) throw new Error('no group');
    const { sample, accept, reject } = group.sample;
    expect(reject - accept).toBeGreaterThan(1);
    const readings = new Readings(
      Array.from({ length: sample }, (_, at) => ({
        ...{ row: 0, piece: at, place: 0 },
        value: at <= accept ? 'fail' : 'ok',
      })),
    );
    expect(judgeGroup(content.characteristics, group, readings, { isCurtailed: false }).outcome).toBe(
      'acceptedToNormal',
    );
  });

  it.each([
    [{ kind: 'percent', percent: '10', least: 0, accept: 0 }, 101, 11],
    [{ kind: 'percent', percent: '10', least: 20, accept: 0 }, 100, 20],
    [{ kind: 'percent', percent: '0.5', least: 0, accept: 0 }, 10, 1],
    [{ kind: 'root', accept: 0 }, 100, 11],
    [{ kind: 'root', accept: 0 }, 101, 12],
    [{ kind: 'fixed', pieces: 5, accept: 0 }, 3, 3],
    [{ kind: 'attributes', level: 'II', aql: '1.0', scheme: 'none' }, 1, 1],
  ] as const)('by %j of %d draws %d', (rule, size, drawn) => {
    const content = planOfRows([{}], { samplings: { critical: rule, major: rule, minor: rule } });
    expect(grouped(content, size)[0]?.sample.sample).toBe(drawn);
  });

  it('of goods that are no pieces needs a fixed number', () => {
    const percent = { kind: 'percent', percent: '10', least: 0, accept: 0 } as const;
    const content = planOfRows([{}], { samplings: { critical: percent, major: percent, minor: percent } });
    expect(groupsOf(content, { size: null, severities, tables: [] })).toEqual({
      issue: 'noPieces',
      of: 'major',
      row: 0,
    });
    const fixed = { kind: 'fixed', pieces: 5, accept: 0 } as const;
    const five = planOfRows([{}], { samplings: { critical: fixed, major: fixed, minor: fixed } });
    expect(grouped(five, null)[0]?.sample).toMatchObject({ sample: 5, isWhole: false });
  });
});
