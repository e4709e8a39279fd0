import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planIssues } from '#shared/inspections/planIssues.ts';
import { readLimits, readRow, writeRow } from '#shared/inspections/writtenRows.ts';
import { readSampling, writeSampling } from '#shared/inspections/writtenSampling.ts';
import {
  aqls,
  type Characteristic,
  type DecisionRule,
  inspectionLevels,
  type PlannedLimits,
  type SamplingRule,
  switchingSchemes,
  writtenRow,
} from '#shared/inspections/vocabulary.ts';
import { planOfRows, planRow } from '../support/planRows.ts';

const tolerance = (nominal: string, plus: string, minus: string) =>
  ({ kind: 'tolerance', nominal, plus, minus }) as const;
const minMax = (lower: string, upper: string, target = '') => ({ kind: 'minMax', lower, upper, target }) as const;

describe('limits as they are written', () => {
  it.each<[string, PlannedLimits]>([
    ['1.005 +/-.001', tolerance('1.005', '0.001', '0.001')],
    ['12 ± 0.5', tolerance('12', '0.5', '0.5')],
    ['12±0,50', tolerance('12', '0.50', '0.50')],
    ['12 +0.5/-0.2', tolerance('12', '0.5', '0.2')],
    ['12 +0.5 -0.2', tolerance('12', '0.5', '0.2')],
    ['12 +0/-0.2', tolerance('12', '0', '0.2')],
    ['12 +0.5', tolerance('12', '0.5', '')],
    ['12 -0.5', tolerance('12', '', '0.5')],
    ['0 +0/-0.2', tolerance('0', '0', '0.2')],
    // Mixed up: the plan refuses it.
    ['13–12', minMax('13', '12')],
    ['12 - 0.5', minMax('12', '0.5')],
    ['-5 /-0.2', tolerance('-5', '', '0.2')],
    ['11.0–13.0', minMax('11.0', '13.0')],
    ['11-13', minMax('11', '13')],
    ['-5 - -3', minMax('-5', '-3')],
    ['11 to 13 target 12', minMax('11', '13', '12')],
    ['0.03500 … 0.04', minMax('0.03500', '0.04')],
    ['≥ 11', minMax('11', '')],
    ['min 11', minMax('11', '')],
    ['<= .9', minMax('', '0.9')],
    ['max. 0,9 @ 0,5', minMax('', '0.9', '0.5')],
    ['12 basic', { kind: 'basic', nominal: '12' }],
    ['[12]', { kind: 'basic', nominal: '12' }],
    ['(12.5)', { kind: 'reference', nominal: '12.5' }],
    ['12.5 REF', { kind: 'reference', nominal: '12.5' }],
  ])('%s', (text, limits) => {
    expect(readLimits(text)).toEqual(limits);
  });

  it.each([
    'about 12',
    '12',
    '±',
    '12 ± ',
    '1,000.5 ± 1',
    '12 mm',
    '1e3 ± 1',
    '12 ± -1',
    '0.5;0.7',
    '0 -0.2',
    '11 -13',
  ])('%s says none, and is refused', (text) => {
    expect(readLimits(text)).toMatchObject({ issue: expect.anything() });
  });
});

describe('a sampling as it is written', () => {
  it.each<[string, SamplingRule]>([
    ['100 %', { kind: 'all' }],
    ['All', { kind: 'all' }],
    ['5', { kind: 'fixed', pieces: 5, accept: 0 }],
    ['1 per lot', { kind: 'fixed', pieces: 1, accept: 0 }],
    ['13 Ac 1', { kind: 'fixed', pieces: 13, accept: 1 }],
    ['10%', { kind: 'percent', percent: '10', least: 0, accept: 0 }],
    ['2,5 % min 3 Ac 1', { kind: 'percent', percent: '2.5', least: 3, accept: 1 }],
    ['1 in 5', { kind: 'percent', percent: '20', least: 0, accept: 0 }],
    ['1 in 3', { kind: 'percent', percent: '33.333333333333333333333333333', least: 0, accept: 0 }],
    ['√n+1', { kind: 'root', accept: 0 }],
    ['II 0.65', { kind: 'attributes', level: 'II', aql: '0.65', scheme: 'none' }],
    ['Z1.4_II 0.65', { kind: 'attributes', level: 'II', aql: '0.65', scheme: 'none' }],
    ['MIL-STD-105E S2 1', { kind: 'attributes', level: 'S-2', aql: '1.0', scheme: 'MIL-STD-105E' }],
    ['ISO 2859-1 III 4,0', { kind: 'attributes', level: 'III', aql: '4.0', scheme: 'ISO 2859-1' }],
    ['table Our own c=0', { kind: 'table', table: 'Our own c=0' }],
  ])('%s', (text, rule) => {
    expect(readSampling(text)).toEqual(rule);
  });

  it.each(['1 in 3', '2 in 7', '1 in 900', '33.3 %', '33.33333333 % min 3', '20 %'])(
    '%s is written as it was',
    (text) => {
      const rule = readSampling(text);
      expect(rule !== null && !('issue' in rule) && writeSampling(rule)).toBe(text);
    },
  );

  it.each(['some', 'IV 1.0', 'II 0.66', 'C=0 1.0', '5 of', '6 in 5', '-5', 'DIN II 1.0'])(
    '%s says none, and is refused',
    (text) => {
      expect(readSampling(text)).toMatchObject({ issue: expect.anything() });
    },
  );
});

describe('a row as people write it', () => {
  const decimal = fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 100).toFixed(2));
  const size = fc.integer({ min: 1, max: 999 }).map((n) => (n / 1000).toFixed(3));
  const limits = fc.oneof(
    fc.tuple(decimal, size, size).map(([nominal, plus, minus]) => tolerance(nominal, plus, minus)),
    fc.tuple(decimal, size).map(([nominal, plus]) => tolerance(nominal, plus, '')),
    fc.tuple(decimal, size).map(([nominal, minus]) => tolerance(nominal, '', minus)),
    fc.tuple(decimal, decimal).map(([one, other]) => {
      const [lower = '', upper = ''] = [one, other].toSorted((a, b) => Number(a) - Number(b));
      return minMax(lower, upper, lower);
    }),
    decimal.map((upper) => minMax('', upper)),
    decimal.map((lower) => minMax(lower, '')),
    decimal.map((nominal) => ({ kind: 'basic' as const, nominal })),
    decimal.map((nominal) => ({ kind: 'reference' as const, nominal })),
  );
  const sampling: fc.Arbitrary<SamplingRule> = fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.record({ kind: fc.constant('root' as const), accept: fc.nat(3) }),
    fc.nat(3).map((accept) => ({ kind: 'fixed' as const, pieces: accept + 5, accept })),
    fc.record({
      kind: fc.constant('percent' as const),
      percent: size,
      least: fc.nat(20),
      accept: fc.nat(3),
    }),
    fc.record({
      kind: fc.constant('attributes' as const),
      level: fc.constantFrom(...inspectionLevels),
      aql: fc.constantFrom(...aqls),
      scheme: fc.constantFrom(...switchingSchemes),
    }),
  );
  const rule: fc.Arbitrary<DecisionRule> = fc.oneof(
    fc.constant({ kind: 'simple' as const }),
    size.map((guard) => ({ kind: 'guarded' as const, guard })),
    fc.record({
      kind: fc.constant('rounded' as const),
      places: fc.option(fc.nat(9)),
      rounding: fc.constantFrom('halfEven' as const, 'halfUp' as const),
    }),
  );

  it('says the same when it is read again, whatever its limits, sampling and rule', () => {
    fc.assert(
      fc.property(limits, sampling, rule, (...[of, drawn, decided]) => {
        const row = planRow({ limits: of, sampling: drawn, rule: decided });
        expect(readRow(writtenRow.parse(writeRow(row)))).toEqual({ row });
        expect(planIssues(planOfRows([row]))).toEqual([]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each<Partial<Characteristic>>([
    { kind: 'attribute' },
    { kind: 'count', most: 2 },
    { kind: 'text', instruction: 'What does it smell of?' },
    {
      kind: 'choice',
      choices: [
        { answer: 'Yes', isRight: true },
        { answer: 'Fair', isRight: true },
        { answer: 'No', isRight: false },
      ],
    },
    { kind: 'calculated', formula: 'c1 + c2', limits: minMax('', '3') },
    { geometry: { kind: 'position', datums: 'A B', condition: 'MMC', sizeOf: '3', side: 'internal' } },
    { places: 3, needsFile: true, isDual: true, difference: '0.01', isLongTerm: true, reaction: 'Stop the line' },
  ])('%j too', (said) => {
    const row = planRow(said);
    expect(readRow(writtenRow.parse(writeRow(row)))).toEqual({ row });
  });

  it.each([
    ['specification', { specification: 'about 12' }],
    ['specification', { kind: 'count', specification: 'few' }],
    ['sampling', { sampling: 'some' }],
    ['rule', { rule: 'roughly' }],
  ] as const)('is refused at its %s', (field, said) => {
    expect(readRow(writtenRow.parse(said))).toMatchObject({ issue: { field } });
  });

  it('is a number of a major class, read once, where it says nothing else', () => {
    expect(readRow(writtenRow.parse({ name: 'Brix', specification: '11.0–13.0', unit: '°Bx' }))).toMatchObject({
      row: { kind: 'number', designator: 'major', places: 1, sampling: null, limits: minMax('11.0', '13.0') },
    });
  });

  it('of samplings reads as it was written', () => {
    for (const text of ['100 %', '13 Ac 1', '10 % min 3', 'root', 'MIL-STD-105E II 0.65', 'table Own']) {
      const read = readSampling(text);
      expect(read === null || 'issue' in read ? '' : writeSampling(read)).toBe(text);
    }
  });
});
