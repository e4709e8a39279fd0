import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { following } from '#shared/numbering/following.ts';
import { readPasted } from '#shared/numbering/pasted.ts';
import {
  countIn,
  nextOf,
  type NumberedGoods,
  numberOf,
  parsePattern,
  type Series,
  seriesOf,
} from '#shared/numbering/pattern.ts';
import { mostAtOnce } from '#shared/numbering/vocabulary.ts';

const goods: NumberedGoods = { on: '2024-07-03', product: 'JAM-APR', supplier: 'S-VERDANNE', site: 'PLANT' };

function series(pattern: string, of: Partial<NumberedGoods> = {}): Series {
  const read = parsePattern(pattern);
  if ('issue' in read) throw new Error(inEnglish(read.issue));
  const found = seriesOf(read.pattern, { ...goods, ...of });
  if ('issue' in found) throw new Error(inEnglish(found.issue));
  return found.series;
}
const issueOf = (pattern: string): string => {
  const read = parsePattern(pattern);
  return 'issue' in read ? inEnglish(read.issue) : '';
};
const none = async (): Promise<ReadonlySet<string>> => new Set();
const used =
  (...numbers: string[]) =>
  async (): Promise<ReadonlySet<string>> =>
    new Set(numbers);

describe('a pattern of numbers', () => {
  it.each([
    ['LOT-{YY}{MM}{DD}-{###}', 'LOT-240703-001'],
    ['{YYYY}{DDD}/{##}', '2024185/01'],
    ['TEST/{####}', 'TEST/0001'],
    ['{SITE}-{PRODUCT}-{SUPPLIER}-{#}', 'PLANT-JAM-APR-S-VERDANNE-1'],
    ['{##}-{YY}', '01-24'],
  ])('%s begins with %s', async (pattern, first) => {
    expect((await nextOf(series(pattern), 0n, 1, none)).numbers).toEqual([first]);
  });

  it.each([
    ['2024-01-01', '001'],
    ['2024-12-31', '366'],
    ['2023-12-31', '365'],
    ['2024-02-29', '060'],
  ])('counts the days of a year: %s is %s', (on, day) => {
    expect(series('{DDD}-{#}', { on }).before).toBe(`${day}-`);
  });

  it.each([
    ['LOT-{YY}', 'Nothing in it counts'],
    ['{#}{##}', 'It has 2 counters'],
    ['{WEEK}-{#}', '{WEEK} is no token'],
    ['{yy}-{#}', '{yy} is no token'],
    ['LOT-{YY-{#}', 'A brace is opened or closed alone'],
    ['LOT}-{#}', 'A brace is opened or closed alone'],
    ['{}{#}', '{} is no token'],
    ['{#############}', 'The counter has 13 digits'],
    ['', 'Nothing in it counts'],
    ['A\u200b{#}', 'invisible'],
  ])('%s is refused: %s', (pattern, said) => {
    expect(issueOf(pattern)).toContain(said);
  });

  it('asks for the supplier it names, and for the site', () => {
    const read = parsePattern('{SUPPLIER}-{SITE}-{#}');
    if ('issue' in read) throw new Error('no pattern');
    const said = (of: Partial<NumberedGoods>) => {
      const found = seriesOf(read.pattern, { ...goods, ...of });
      return 'issue' in found ? inEnglish(found.issue) : '';
    };
    expect(said({ supplier: '' })).toContain('name the supplier');
    expect(said({ site: '' })).toContain('name the site');
    expect(said({})).toBe('');
  });

  it('S19, S40: leaves out the numbers that were given by hand', async () => {
    const existing = series('BATCHEXISTING.{###}');
    expect(await nextOf(existing, 0n, 1, used('BATCHEXISTING.001'))).toEqual({
      numbers: ['BATCHEXISTING.002'],
      last: 2n,
    });
    const test = series('TEST/{DDD}{##}');
    const first = await nextOf(test, 0n, 1, none);
    const byHand = numberOf(test, first.last + 1n);
    expect((await nextOf(test, first.last, 1, used(byHand))).numbers).toEqual([numberOf(test, 3n)]);
  });

  it('counts on past its width', async () => {
    expect((await nextOf(series('L{##}'), 98n, 3, none)).numbers).toEqual(['L99', 'L100', 'L101']);
  });

  it('reads back the count of each number it makes, and of no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('LOT-{YY}{MM}{DD}-{###}', '{#}', '{##}-{YY}', 'TEST/{####}', '1{##}2'),
        fc.bigInt(1n, 10n ** 15n),
        (pattern, count) => {
          const one = series(pattern);
          expect(countIn(one, numberOf(one, count))).toBe(count);
        },
      ),
    );
    const lots = series('LOT-{YY}-{###}');
    for (const other of [
      'LOT-25-001',
      'LOT-24-01',
      'LOT-24-0001',
      'LOT-24-00a',
      'LOT-24-',
      'lot-24-001',
      'LOT-24-001x',
    ])
      expect(countIn(lots, other)).toBeUndefined();
  });
});

describe('numbers that follow a first one', () => {
  it.each([
    ['S22', '001', 5, ['001', '002', '003', '004', '005']],
    ['only the last digits count', 'A1-B09-X', 3, ['A1-B09-X', 'A1-B10-X', 'A1-B11-X']],
    ['the width grows', 'SN98', 4, ['SN98', 'SN99', 'SN100', 'SN101']],
    ['zeros stay', '0999/2024-z', 2, ['0999/2024-z', '0999/2025-z']],
    [
      'more than a number of a computer holds',
      '12345678901234567899',
      2,
      ['12345678901234567899', '12345678901234567900'],
    ],
  ])('%s: %s', (_why, first, count, numbers) => {
    expect(following(first, count)).toEqual({ numbers });
  });

  it.each([
    ['S24', 'code-xxx', 3, 'has no digits'],
    ['S24', '001', 0, 'At least one'],
    ['', '001', -1, 'At least one'],
    ['', '001', 1.5, 'At least one'],
    ['', '001', mostAtOnce + 1, 'At most 100000'],
    ['', '', 1, 'has no digits'],
    ['', `${'x'.repeat(118)}99`, 2, 'longer than 120'],
    ['', 'a\u0007 1', 1, 'control character'],
  ])('%s: %s × %s is refused', (_scenario, first, count, said) => {
    const made = following(first, count);
    expect('issue' in made ? inEnglish(made.issue) : '').toContain(said);
  });

  it('makes as many as are wanted, each once', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z-]{0,5}\d{1,6}[a-z/]{0,4}$/),
        fc.integer({ min: 1, max: 300 }),
        (first, count) => {
          const made = following(first, count);
          const numbers = 'numbers' in made ? made.numbers : [];
          expect(new Set(numbers).size).toBe(count);
          expect(numbers[0]).toBe(first);
        },
      ),
    );
  });
});

describe('numbers that are pasted', () => {
  it.each([
    [
      'S13',
      'aze;2\nqsd;4\nwxc',
      [
        ['aze', '2'],
        ['qsd', '4'],
        ['wxc', '1'],
      ],
    ],
    [
      'from a spreadsheet',
      'A\t1,5\r\nB\t\r\n\r\nC\t0.25\r\n',
      [
        ['A', '1.5'],
        ['B', '1'],
        ['C', '0.25'],
      ],
    ],
    [
      'several in a line',
      'a; b,c',
      [
        ['a', '1'],
        ['b', '1'],
        ['c', '1'],
      ],
    ],
  ] as const)('%s: lots with their quantities', (_scenario, text, rows) => {
    const { numbers, issues } = readPasted(text, 'lots');
    expect(issues).toEqual([]);
    expect(numbers.map(({ number, quantity }) => [number, quantity])).toEqual(rows);
  });

  it.each([
    ['S26', ' _TS1, _TS2 , _TS3  , _TS4 - 2021', ['_TS1', '_TS2', '_TS3', '_TS4 - 2021']],
    ['S25', '\n001\n\n   \n002\n,,\n', ['001', '002']],
    ['no quantities', '1001;1002\n1003\t1004', ['1001', '1002', '1003', '1004']],
  ])('%s: serials', (_scenario, text, serials) => {
    const { numbers, issues } = readPasted(text, 'serials');
    expect(issues).toEqual([]);
    expect(numbers).toEqual(serials.map((number) => ({ line: expect.any(Number), number, quantity: '1' })));
  });

  it.each([
    ['a\nb\na', 3, 'a stands in line 1 already'],
    ['a,b,a', 1, 'a stands in line 1 already'],
    ['a;0', 1, '0 is no quantity of a'],
    ['a;-2', 1, '-2 is no quantity of a'],
    ['a\tmany', 1, 'many is no quantity of a'],
    ['a;1.1234567', 1, 'is no quantity of a'],
    ['b\n;5', 2, 'without a number'],
    ['a\u200bb', 1, 'invisible'],
  ])('tells of %j in line %d: %s', (text, line, said) => {
    const { issues } = readPasted(text, 'lots');
    expect(issues.map((issue) => [issue.line, inEnglish(issue.text)])).toEqual([[line, expect.stringContaining(said)]]);
  });
});
