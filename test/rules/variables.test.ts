import { describe, expect, it } from 'vitest';
import { curveCharts, qualitiesOf } from '#shared/inspections/sampling/curveChart.ts';
import { exceededBy, shareBelow, symmetricBeta } from '#shared/inspections/sampling/normal.ts';
import { samplesOf } from '#shared/inspections/sampling/planSamples.ts';
import {
  acceptedByVariables,
  constantOf,
  estimated,
  judgeByVariables,
  type VariablesRule,
} from '#shared/inspections/sampling/variables.ts';
import { planIssues } from '#shared/inspections/planIssues.ts';
import { readSampling, writeSampling } from '#shared/inspections/writtenSampling.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { Random } from '../support/chance.ts';
import { planOfRows } from '../support/planRows.ts';

const byVariables = (written: string): VariablesRule => {
  const rule = readSampling(written);
  if (rule === null || 'issue' in rule || rule.kind !== 'variables') throw new Error(`not by variables: ${written}`);
  return rule;
};

/** The temperatures of the examples B-1 and B-3 of MIL-STD-414 (1957), which is approved for public release. */
const temperatures = ['197', '188', '184', '205', '201'];

describe('a sample by variables', () => {
  it('of MIL-STD-414, example B-1: five temperatures below 209 are accepted with k 1.53', () => {
    const { mean, deviation, upper, lower, isAccepted } = judgeByVariables(
      temperatures,
      { lower: '', upper: '209' },
      byVariables('var 5 k 1.53'),
    );
    // It prints 8.81, of figures rounded on the way, and 1.59.
    expect([mean, Number(deviation).toFixed(4), lower]).toEqual(['195', '8.8034', null]);
    expect(Number(upper?.q).toFixed(2)).toBe('1.59');
    expect(isAccepted).toBe(true);
  });

  it('of MIL-STD-414, example B-3: 2.19 and 0.66 per cent are estimated beyond 209 and 180, within an M of 3.32', () => {
    // At 1.59 and 1.70, as its tables are entered: 2.19 and 0.66, together 2.85.
    expect([estimated(1.59, 5, false), estimated(1.7, 5, false)].map((share) => (100 * share).toFixed(3))).toEqual([
      '2.187',
      '0.659',
    ]);
    // And where Q is not rounded on the way.
    const judged = judgeByVariables(temperatures, { lower: '180', upper: '209' }, byVariables('var 5 M 3.32'));
    expect([judged.upper?.estimate.toFixed(2), judged.lower?.estimate.toFixed(2)]).toEqual(['2.18', '0.62']);
    expect(judged.isAccepted).toBe(true);
    const stricter = judgeByVariables(temperatures, { lower: '180', upper: '209' }, byVariables('var 5 M 2.5'));
    expect(stricter.isAccepted).toBe(false);
  });

  it('with a known deviation is judged by that one', () => {
    const judged = judgeByVariables(temperatures, { lower: '', upper: '209' }, byVariables('var 5 k 1.6 sigma 8'));
    expect([judged.deviation, judged.upper?.q, judged.isAccepted]).toEqual(['8', '1.75', true]);
    // The normal share beyond 1.75 √(5/4).
    expect(judged.upper?.estimate.toFixed(3)).toBe((100 * (1 - shareBelow(1.75 * Math.sqrt(1.25)))).toFixed(3));
  });

  it('is compared exactly: a Q that is k is accepted, whatever floats make of it', () => {
    // Mean 0.2 and deviation 0.1, so that 0.5 lies three deviations away: 0.30000000000000004 as floats.
    const readings = ['0.1', '0.2', '0.3'];
    const at = (k: string) =>
      judgeByVariables(readings, { lower: '', upper: '0.5' }, byVariables(`var 3 k ${k}`)).isAccepted;
    expect([at('3'), at('3.0000000001')]).toEqual([true, false]);
  });

  it.each([
    ['5', true],
    ['4.9', false],
  ])('of the same readings throughout is accepted up to its limit: %s', (upper, isAccepted) => {
    const judged = judgeByVariables(['5', '5', '5'], { lower: '', upper }, byVariables('var 3 k 2'));
    expect([judged.isAccepted, judged.upper?.q]).toEqual([isAccepted, '']);
  });

  it('of two readings, or without a limit, is none', () => {
    expect(() => judgeByVariables(['1', '2'], { lower: '', upper: '3' }, byVariables('var 3 k 1'))).toThrow(RangeError);
    expect(() => judgeByVariables(['1', '2', '3'], { lower: '', upper: '' }, byVariables('var 3 k 1'))).toThrow(
      RangeError,
    );
  });
});

describe('the share that is estimated', () => {
  it.each([
    // The standard normal distribution (NIST/SEMATECH e-Handbook, 1.3.6.7.1).
    [0, 0.5],
    [1, 0.84134],
    [1.96, 0.975],
    [3, 0.99865],
    [-2.5, 0.00621],
    [4.2, 0.99999],
  ])('of a normal distribution below %d is %d', (z, share) => {
    expect(shareBelow(z)).toBeCloseTo(share, 5);
    if (share < 0.9999) expect(exceededBy(1 - shareBelow(z))).toBeCloseTo(z, 6);
  });

  it('by the beta distribution is that of closed forms, and falls from all to nothing', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77]) {
      // I(x; 1, 1) = x, I(x; 2, 2) = 3x² − 2x³, I(x; ½, ½) = 2/π arcsin √x.
      expect(symmetricBeta(x, 1)).toBeCloseTo(x, 12);
      expect(symmetricBeta(x, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 12);
      expect(symmetricBeta(x, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 10);
      expect(symmetricBeta(x, 49)).toBeCloseTo(1 - symmetricBeta(1 - x, 49), 12);
    }
    for (const n of [3, 4, 5, 10, 35, 200])
      for (const isKnown of [false, true]) {
        expect(estimated(0, n, isKnown)).toBeCloseTo(0.5, 10);
        const all = [-3, -1, 0, 0.5, 1, 2, 3].map((q) => estimated(q, n, isKnown));
        expect(all).toEqual(all.toSorted((a, b) => b - a));
      }
  });
});

describe('the curve of a sample by variables', () => {
  it('with a known deviation goes through one half where the limit lies k deviations away', () => {
    const plan = { n: 10, k: 1.72, isKnown: true };
    expect(acceptedByVariables(plan, 1 - shareBelow(1.72))).toBeCloseTo(0.5, 6);
  });

  it.each([
    { n: 5, k: 1.53, share: 0.01 },
    { n: 5, k: 1.53, share: 0.1 },
    { n: 20, k: 1.8, share: 0.03 },
  ])('is what samples drawn at random come to: $n, $k, $share', ({ n, k, share }) => {
    const random = new Random(n * 1000 + share * 100);
    const normal = (): number => {
      const [one, other] = [random.next(), random.next()];
      return Math.sqrt(-2 * Math.log(one || 1e-12)) * Math.cos(2 * Math.PI * other);
    };
    const limit = exceededBy(share);
    const trials = 20_000;
    let accepted = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const values = Array.from({ length: n }, normal);
      const mean = values.reduce((sum, value) => sum + value, 0) / n;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
      if ((limit - mean) / deviation >= k) accepted += 1;
    }
    const known = acceptedByVariables({ n, k, isKnown: false }, share);
    // Four deviations of such a count.
    expect(Math.abs(accepted / trials - known)).toBeLessThan(4 * Math.sqrt((known * (1 - known)) / trials));
  });

  it('of M is that of the k which estimates M at one limit', () => {
    expect(estimated(constantOf(byVariables('var 5 M 3.32')), 5, false) * 100).toBeCloseTo(3.32, 8);
    expect(constantOf(byVariables('var 5 k 1.53'))).toBe(1.53);
  });

  it('is drawn beside the others', () => {
    const plan = planOfRows([{ sampling: byVariables('var 5 k 1.53') }, {}]);
    const found = samplesOf(plan, { size: 40, tables: [] });
    const samples = 'samples' in found ? found.samples : [];
    const drawn = samples.find(({ byVariables: by }) => by !== null);
    expect(drawn).toMatchObject({ rows: ['1'], sample: 5, byVariables: { k: 1.53, isKnown: false } });
    const [, half = 0] = drawn === undefined ? [] : qualitiesOf(drawn);
    expect(acceptedByVariables({ n: 5, k: 1.53, isKnown: false }, half / 100)).toBeCloseTo(0.5, 6);
    const words = {
      description: '',
      accepted: '',
      nonconforming: '',
      defects: '',
      number: String,
      nameOf: () => 'one',
    };
    expect(curveCharts(samples, words)).toHaveLength(1);
  });
});

describe('a rule by variables', () => {
  it.each(['var 5 k 1.53', 'var 5 M 3.32', 'var 10 k 1.72 sigma 0.05'])('%s is written as it is read', (written) => {
    expect(writeSampling(byVariables(written))).toBe(written);
    expect(planIssues(planOfRows([{ sampling: byVariables(written) }]))).toEqual([]);
  });

  it.each([
    [{ sampling: byVariables('var 2 k 1') }, 'By variables at least three pieces are drawn.'],
    [
      { sampling: byVariables('var 5 M 100') },
      'Write which share may be estimated beyond the limits: below 100 per cent.',
    ],
    [{ sampling: byVariables('var 5 k 1 sigma 0') }, 'Write the known deviation: a number above 0.'],
    [
      { sampling: byVariables('var 5 k 1'), kind: 'attribute' as const },
      'Only numbers are drawn by variables. Make it a number, or draw it otherwise.',
    ],
    [
      { sampling: byVariables('var 5 k 1'), limits: { kind: 'reference' as const, nominal: '5' } },
      'A sample by variables needs a limit. Write one, or draw it otherwise.',
    ],
  ])('is refused where it cannot decide: %#', (row, text) => {
    expect(planIssues(planOfRows([row])).map((issue) => [issue.field, inEnglish(issue.text)])).toEqual([
      ['sampling', text],
    ]);
  });

  it('is of one row and never of a class', () => {
    const samplings = {
      critical: byVariables('var 5 k 1'),
      major: byVariables('var 5 k 1'),
      minor: { kind: 'all' as const },
    };
    expect(planIssues(planOfRows([{}], { samplings })).map(({ field, row }) => [field, row])).toEqual([
      ['samplings', null],
      ['samplings', null],
    ]);
  });
});
