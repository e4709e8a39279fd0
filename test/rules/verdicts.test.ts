import { describe, expect, it } from 'vitest';
import { limitsOf } from '#shared/inspections/limits.ts';
import { readReading } from '#shared/inspections/reading.ts';
import { judgeReading, worstOf } from '#shared/inspections/verdict.ts';
import type { DecisionRule, Rounding, Verdict } from '#shared/inspections/vocabulary.ts';
import { Random } from '../support/chance.ts';

const open = { lower: '', upper: '', target: '' };

describe('a reading', () => {
  it.each([
    ['1,15', ',', '1.15'],
    ['1.15', '.', '1.15'],
    ['-0.5', '.', '-0.5'],
    ['\u22120,5', ',', '-0.5'],
    ['+3', '.', '3'],
    ['.035', '.', '0.035'],
    ['-,5', ',', '-0.5'],
    [' 12 mm ', '.', '12'],
    ['12mm', '.', '12'],
    ['0.03500', '.', '0.03500'],
  ] as const)('%s with %s is %s', (typed, mark, value) => {
    expect(readReading(typed, { mark, unit: 'mm' })).toEqual({ value });
  });

  it.each([
    ['1,15', '.'],
    ['1.15', ','],
    ['1,000.5', '.'],
    ['NaN', '.'],
    ['--5', '.'],
    ['5-', '.'],
    ['5²', '.'],
    ['1e3', '.'],
    ['<0.05', '.'],
    ['12 inch', '.'],
    ['.', '.'],
    ['1.2.3', '.'],
    ['٣', '.'],
    ['1'.repeat(31), '.'],
  ] as const)('%s with %s is refused, and never another number', (typed, mark) => {
    expect(readReading(typed, { mark, unit: 'mm' })).toMatchObject({ issue: expect.anything() });
  });

  it('that is blank is not done', () => {
    expect(readReading('  ', { mark: '.', unit: 'mm' })).toBeUndefined();
  });
});

describe('limits', () => {
  it('of a tolerance keep the places they are written in', () => {
    expect(limitsOf({ kind: 'tolerance', nominal: '1.005', plus: '0.001', minus: '0.001' })).toEqual({
      lower: '1.004',
      upper: '1.006',
      target: '1.005',
    });
    expect(limitsOf({ kind: 'tolerance', nominal: '10', plus: '0.50', minus: '0' })).toEqual({
      lower: '10',
      upper: '10.50',
      target: '10',
    });
    // 0.1 + 0.2, which is another number where floats are added.
    expect(limitsOf({ kind: 'tolerance', nominal: '0.1', plus: '0.2', minus: '' })).toMatchObject({
      lower: '',
      upper: '0.3',
    });
  });

  it('of a basic or reference dimension are none: it is reported', () => {
    expect(judgeReading('5', limitsOf({ kind: 'basic', nominal: '4' }), { kind: 'simple' })).toEqual({
      verdict: 'unjudged',
    });
  });
});

describe('a verdict', () => {
  const half = (rounding: Rounding, places: number | null = null): DecisionRule => ({
    kind: 'rounded',
    places,
    rounding,
  });

  it.each([
    // A limit of 2.5: by rounding 2.54 passes, as it is it fails (ASTM E29, both methods).
    ['2.54', '2.5', half('halfEven'), 'pass'],
    ['2.54', '2.5', { kind: 'simple' }, 'fail'],
    ['2.5', '2.5', { kind: 'simple' }, 'pass'],
    // A limit of 0.03500 shown as 0.04 let 0.038 pass (OCA/manufacture, pull request 1419).
    ['0.038', '0.03500', { kind: 'simple' }, 'fail'],
    // 2.545 is 2.54 by half-even and 2.55 by half-up, and no float decides it.
    ['2.545', '2.54', half('halfEven'), 'pass'],
    ['2.545', '2.54', half('halfUp'), 'fail'],
    ['2.555', '2.55', half('halfEven'), 'fail'],
    ['10.05', '10.0', half('halfEven'), 'pass'],
    ['10.05', '10.0', half('halfUp'), 'fail'],
    ['2.5', '2', half('halfEven'), 'pass'],
    ['3.5', '3', half('halfEven'), 'fail'],
    ['-2.5', '-2', half('halfUp'), 'pass'],
  ] as const)('%s against at most %s', (reading, upper, rule, verdict) => {
    expect(judgeReading(reading, { ...open, upper }, rule).verdict).toBe(verdict);
  });

  it('with a guard band has four answers, each to its very edge', () => {
    const rule: DecisionRule = { kind: 'guarded', guard: '0.02' };
    const said = (reading: string) => judgeReading(reading, { ...open, lower: '9.5', upper: '10.00' }, rule);
    expect(['9.98', '9.981', '10.000', '10.001', '10.02', '10.021'].map((reading) => said(reading).verdict)).toEqual([
      'pass',
      'conditionalPass',
      'conditionalPass',
      'conditionalFail',
      'conditionalFail',
      'fail',
    ]);
    expect(said('9.4')).toEqual({ verdict: 'fail', side: 'below' });
    expect(said('10.5')).toEqual({ verdict: 'fail', side: 'above' });
  });

  it('of several readings is that of the worst', () => {
    expect(worstOf(['pass', 'conditionalPass', 'fail'])).toBe('fail');
    expect(worstOf(['unjudged', 'pass'])).toBe('pass');
    expect(worstOf([])).toBeUndefined();
  });
});

/** Decimals as whole numbers of 10^-12, in an arithmetic that shares nothing with the rules. */
const scale = 12;
const wholeOf = (text: string): bigint => {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? [];
  const size = BigInt(whole + part.padEnd(scale, '0'));
  return sign === '-' ? -size : size;
};
function roundedWhole(value: bigint, places: number, rounding: Rounding): bigint {
  const step = 10n ** BigInt(scale - places);
  const [size, negative] = value < 0n ? [-value, true] : [value, false];
  const [below, rest] = [size / step, size % step];
  const up = rest * 2n > step || (rest * 2n === step && (rounding === 'halfUp' || below % 2n === 1n));
  const near = (below + (up ? 1n : 0n)) * step;
  return negative ? -near : near;
}
function verdictOf(reading: string, limit: string, isUpper: boolean, rule: DecisionRule): Verdict {
  const room = (value: bigint): bigint => (isUpper ? wholeOf(limit) - value : value - wholeOf(limit));
  const value = wholeOf(reading);
  if (rule.kind === 'simple') return room(value) >= 0n ? 'pass' : 'fail';
  if (rule.kind === 'rounded') {
    const places = rule.places ?? limit.split('.')[1]?.length ?? 0;
    return room(roundedWhole(value, places, rule.rounding)) >= 0n ? 'pass' : 'fail';
  }
  const guard = wholeOf(rule.guard);
  if (room(value) >= guard) return 'pass';
  if (room(value) >= 0n) return 'conditionalPass';
  return room(value) >= -guard ? 'conditionalFail' : 'fail';
}

describe('ten thousand readings at, just under and just over a limit', () => {
  it('have the verdict of another arithmetic, under each rule', () => {
    const random = new Random(25);
    let tried = 0;
    const wrong: string[] = [];
    const rules: DecisionRule[] = [
      { kind: 'simple' },
      { kind: 'rounded', places: null, rounding: 'halfEven' },
      { kind: 'rounded', places: null, rounding: 'halfUp' },
      { kind: 'rounded', places: 1, rounding: 'halfEven' },
      { kind: 'guarded', guard: '0.05' },
    ];
    while (tried < 10_000) {
      const places = random.whole(0, 4);
      const limit = textOf(BigInt(random.whole(-99_999, 99_999)), places);
      const isUpper = random.chance(0.5);
      const steps = [0n, 1n, -1n, 5n, -5n, 4n, -4n, 6n, -6n, 49n, 50n, 51n, -49n, -50n, -51n, 500n, -500n];
      const finer = random.whole(places, places + 3);
      const reading = textOf(wholeAt(limit, finer) + random.pick(steps), finer);
      for (const rule of rules) {
        tried += 1;
        const limits = isUpper ? { ...open, upper: limit } : { ...open, lower: limit };
        const [is, due] = [judgeReading(reading, limits, rule).verdict, verdictOf(reading, limit, isUpper, rule)];
        if (is !== due) wrong.push(`${reading} against ${limit}, ${JSON.stringify(rule)}: ${is}, due ${due}`);
      }
    }
    console.log(`${tried} verdicts, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
});

/** Whole units of 10^-places of a text. */
const wholeAt = (text: string, places: number): bigint => wholeOf(text) / 10n ** BigInt(scale - places);
function textOf(value: bigint, places: number): string {
  const [size, sign] = value < 0n ? [-value, '-'] : [value, ''];
  const digits = String(size).padStart(places + 1, '0');
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
