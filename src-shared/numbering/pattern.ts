import { dayNumber, type PlainDate } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { codeIssue, longestCode, neat, textIssueSentence } from '#shared/kernel/text.ts';

/** What a pattern's tokens stand for when a number is made. A supplier or site that is not known is "". */
export type NumberedGoods = { on: PlainDate; product: string; supplier: string; site: string };

/** A pattern of numbers in its parts: one of them counts. */
export type Pattern = readonly PatternPart[];
type PatternPart =
  | { kind: 'text'; text: string }
  | { kind: 'token'; token: Token }
  /** `width` digits at least; a larger count takes more. */
  | { kind: 'counter'; width: number };

/** The tokens a pattern may have besides its counter, which is `{#}`, `{##}`, `{###}` … */
export const tokens = ['YYYY', 'YY', 'MM', 'DD', 'DDD', 'SITE', 'PRODUCT', 'SUPPLIER'] as const;
export type Token = (typeof tokens)[number];

export const longestCounter = 12;

/**
 * Reads a pattern such as `LOT-{YY}{MM}{DD}-{###}`, of which the first number on 3 July 2024 is LOT-240703-001. What
 * stands outside braces is taken as it is.
 */
export function parsePattern(written: string): { pattern: Pattern } | { issue: Message } {
  const text = neat(written);
  const issue = codeIssue(text);
  if (issue !== undefined) return { issue: textIssueSentence(issue) };
  const pattern: PatternPart[] = [];
  for (const piece of text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    const part = partOf(piece);
    if ('issue' in part) return part;
    pattern.push(part);
  }
  const counters = pattern.filter(({ kind }) => kind === 'counter').length;
  if (counters === 1) return { pattern };
  return counters === 0
    ? { issue: msg`Nothing in it counts, so that it makes one number only. Add a counter such as ${'{###}'}.` }
    : { issue: msg`It has ${counters} counters. Leave one of them.` };
}

function partOf(piece: string): PatternPart | { issue: Message } {
  if (piece === '{' || piece === '}')
    return { issue: msg`A brace is opened or closed alone. Write tokens as ${'{YY}'}.` };
  if (!piece.startsWith('{')) return { kind: 'text', text: piece };
  const inside = piece.slice(1, -1);
  if (/^#+$/.test(inside)) {
    if (inside.length <= longestCounter) return { kind: 'counter', width: inside.length };
    return { issue: msg`The counter has ${inside.length} digits. At most ${longestCounter} are possible.` };
  }
  const token = tokens.find((known) => known === inside);
  if (token !== undefined) return { kind: 'token', token };
  const known = [...tokens.map((one) => `{${one}}`), '{###}'].join(' ');
  return { issue: msg`${piece} is no token. There are these: ${known}` };
}

/** What stands before and after the count in numbers of the same series, each of which counts by itself. */
export type Series = { before: string; after: string; width: number };

/**
 * The series a pattern makes for goods: what its dates and codes say is part of it, so that a pattern with the day begins
 * anew each day.
 */
export function seriesOf(pattern: Pattern, goods: NumberedGoods): { series: Series } | { issue: Message } {
  const series: Series = { before: '', after: '', width: 0 };
  let isBefore = true;
  for (const part of pattern) {
    if (part.kind === 'counter') {
      series.width = part.width;
      isBefore = false;
      continue;
    }
    const text = part.kind === 'text' ? part.text : tokenText(part.token, goods);
    if (text === '')
      return part.kind === 'token' && part.token === 'SUPPLIER'
        ? { issue: msg`Its numbers name the supplier, and none is given. Give the supplier, or type the number.` }
        : { issue: msg`Its numbers name the site, and none is given. Give the location, or type the number.` };
    if (isBefore) series.before += text;
    else series.after += text;
  }
  return { series };
}

function tokenText(token: Token, { on, product, supplier, site }: NumberedGoods): string {
  const [year = '', month = '', day = ''] = on.split('-');
  switch (token) {
    case 'YYYY':
      return year;
    case 'YY':
      return year.slice(2);
    case 'MM':
      return month;
    case 'DD':
      return day;
    case 'DDD':
      return String(dayOfYear(on)).padStart(3, '0');
    case 'PRODUCT':
      return product;
    case 'SUPPLIER':
      return supplier;
    case 'SITE':
      return site;
  }
}

/** 1 for 1 January. */
function dayOfYear(on: PlainDate): number {
  const [day, first] = [dayNumber(on), dayNumber(`${on.slice(0, 4)}-01-01`)];
  if (day === undefined || first === undefined) throw new RangeError(`not a date: ${on}`);
  return day - first + 1;
}

/** The number of a series with a count. @throws RangeError where it would be longer than a code */
export function numberOf({ before, after, width }: Series, count: bigint): string {
  const number = `${before}${count.toString().padStart(width, '0')}${after}`;
  if (number.length > longestCode) throw new RangeError(`too long: ${number}`);
  return number;
}

/** The count of a number of a series; undefined for one of another series. */
export function countIn({ before, after, width }: Series, number: string): bigint | undefined {
  if (!number.startsWith(before) || !number.endsWith(after)) return undefined;
  const digits = number.slice(before.length, number.length - after.length);
  // A count wider than the counter has no zeros before it.
  if (!/^\d+$/.test(digits) || digits.length < width) return undefined;
  return digits.length > width && digits.startsWith('0') ? undefined : BigInt(digits);
}

/**
 * The next numbers of a series after the last count that was given out; those that are used already, by hand or by an
 * import, are left out. `usedAmong` answers which of some are.
 */
export async function nextOf(
  series: Series,
  last: bigint,
  wanted: number,
  usedAmong: (numbers: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<{ numbers: string[]; last: bigint }> {
  const numbers: string[] = [];
  let count = last;
  while (numbers.length < wanted) {
    const tried = Array.from({ length: wanted - numbers.length }, () => {
      count += 1n;
      return numberOf(series, count);
    });
    const used = await usedAmong(tried);
    numbers.push(...tried.filter((number) => !used.has(number)));
  }
  return { numbers, last: count };
}
