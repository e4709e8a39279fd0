import { describe, expect, it } from 'vitest';
import { knownDecimal } from '#shared/inspections/decimals.ts';
import { readFormula } from '#shared/inspections/formula.ts';
import { type Scope, valueOf } from '#shared/inspections/formulaValue.ts';
import { inEnglish } from '#shared/kernel/message.ts';

const scopeOf = (readings: readonly string[], others: Record<string, string> = {}): Scope => ({
  readings: readings.map(knownDecimal),
  others: new Map(
    Object.entries(others).map(([name, value]) => [name, /^-?\d/.test(value) ? knownDecimal(value) : value]),
  ),
});

/** What it comes to, or what is wrong with it. */
function said(text: string, scope: Scope = scopeOf([])): string {
  const read = readFormula(text);
  if ('issue' in read) return inEnglish(read.issue);
  const result = valueOf(read, scope);
  if ('issue' in result) return inEnglish(result.issue);
  return typeof result.value === 'object' ? result.value.toFixed() : String(result.value);
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['-2 - -3', '1'],
    ['0.1 + 0.2', '0.3'],
    ['.5 * 4', '2'],
    ['1 / 3 * 3', '0.999999999999999999999999999999'],
    ['sqrt(2) * sqrt(2) < 2.000000001', 'true'],
    ['abs(-3.50)', '3.5'],
    ['round(2.545, 2)', '2.54'],
    ['max(1, 3, 2) - min(1, 3, 2)', '2'],
    ['1 < 2 and not 2 < 1 or 1 = 2', 'true'],
    ['1 < 2 < 3', 'true'],
    ['1 < 3 < 2', 'false'],
    ['1 <> 1.0', 'false'],
  ])('%s is %s', (text, value) => {
    expect(said(text)).toBe(value);
  });

  it('counts with its readings and their figures, exactly', () => {
    const scope = scopeOf(['0.4', '0.6', '0.5']);
    expect(said('mean', scope)).toBe('0.5');
    expect(said('r1 + reading_2 - r3', scope)).toBe('0.5');
    expect(said('max - min = range', scope)).toBe('true');
    expect(said('median', scope)).toBe('0.5');
    expect(said('stdev', scope)).toBe('0.1');
    expect(said('count', scope)).toBe('3');
    expect(said('median', scopeOf(['1', '2', '4', '9']))).toBe('3');
  });

  // Of ERPNext's test_quality_inspection.py, with its numbers.
  it.each([
    ['0.35 < r < 0.50', ['0.4'], {}, 'true'],
    ['.20 < r < .50', ['0.7'], {}, 'false'],
    ['mean < 0.9', ['0.5', '0.7'], {}, 'true'],
    ['grade in {A, B, C}', [], { grade: 'A' }, 'true'],
    ['grade in {A, B, C}', [], { grade: 'D' }, 'false'],
  ] as const)('%s of %j is %s', (text, readings, others, value) => {
    expect(said(text, scopeOf(readings, others))).toBe(value);
  });

  it('takes “yes” for “Yes”, and knows other rows by their names', () => {
    expect(said('answer = "Yes"', scopeOf([], { answer: 'yes ' }))).toBe('true');
    expect(said('answer in {yes, no}', scopeOf([], { answer: 'NO' }))).toBe('true');
    expect(said('2 * sqrt((x - 10) * (x - 10) + (y - 5) * (y - 5))', scopeOf([], { x: '10.03', y: '5.04' }))).toBe(
      '0.1',
    );
    expect(readFormula('x + mean + Höhe')).toMatchObject({ names: ['x', 'Höhe'] });
  });

  it.each([
    ['', 'The formula ends too early.'],
    ['1 +', 'The formula ends too early.'],
    ['(1 + 2', ') is missing at 7.'],
    ['1 2', '2 at 3 is not expected there.'],
    ['process.exit()', '. at 8 cannot stand in a formula.'],
    ['constructor(1)', 'constructor at 1 is no function. There are abs, sqrt, round, min, max.'],
    ['__proto__', '__proto__ at 1 is not known here.'],
    ['a = 1; b', '; at 6 cannot stand in a formula.'],
    ['1 / 0', 'Nothing can be divided by nought (at 3).'],
    ['sqrt(0 - 1)', 'There is no root of a number below nought (at 1).'],
    ['mean', 'There is no reading yet.'],
    ['1 < "a"', '1 and a cannot be compared with < (at 3).'],
    ['1 and 2', 'Something that holds or not is needed, and there is 1.'],
    ['round(1, 2, 3)', 'round at 1 has too few or too many values.'],
    ['grade in {}', '} at 11 is not expected there.'],
    ['1'.repeat(31), `${'1'.repeat(31)} at 1 is no number that can be counted with.`],
    ['('.repeat(60), 'The formula has too many brackets in each other.'],
    ['1+'.repeat(300), 'The formula is too long: it may have 500 characters.'],
  ])('%s is wrong, and says where', (text, issue) => {
    expect(said(text)).toBe(issue);
  });

  it('says that one reading is meant where there are several, and which is missing', () => {
    expect(said('r < 1', scopeOf(['0.5', '0.6']))).toBe(
      'r at 1 is one reading, and there are 2. Write r1, r2 … or mean.',
    );
    expect(said('r3', scopeOf(['0.5', '0.6']))).toBe('There is no reading 3.');
    expect(said('stdev', scopeOf(['0.5']))).toBe('One reading has no deviation.');
  });
});
