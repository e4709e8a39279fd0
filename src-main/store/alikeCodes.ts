import { fold, isAscii, widen, withoutSeparators } from '#shared/kernel/fold.ts';
import { formsOfLooks, type Looks } from '#shared/kernel/lookAlike.ts';
import type { IndexedCode } from './spellings.ts';
import type { Work } from './work.ts';

/** So many steps along an index are enough for a thousand codes of a range. */
const mostSteps = 20_000;

/** Greater than any text that begins so. */
const lastBehind = '\u{10ffff}';

/** A beginning without what a code may turn out not to have: separators at its end, noughts before a number, an 8 or 6 that is read as a letter. */
const readingsOf = (prefix: string): string[] =>
  hasOpenEnd.test(prefix)
    ? [prefix.replace(/[86]$/, ''), prefix.replace(/(^\p{L}*|[-/_#])0+$/u, '$1').replace(/[\s\-_/.,:;#\\'`]+$/, '')]
    : [];
const hasOpenEnd = /[\s\-_/.,:;#\\'`068]$/;

/**
 * The codes of a column that may look like one of some texts: `lookAlike` says which of them do. The index is walked
 * letter by letter, and only where what was read by then begins like one of the texts, so that of a million codes a
 * few hundred are looked at.
 */
export function codesAlike(
  { statement }: Pick<Work, 'statement'>,
  { table, column }: IndexedCode,
  texts: readonly string[],
  { looks, limit }: { looks: Looks; limit: number },
): string[] {
  const [drawn, written, ...others] = formsOfLooks(looks);
  const further = [
    ...others,
    (text: string) => withoutSeparators(fold(text)),
    (text: string) => withoutSeparators(widen(text)),
  ];
  const wanted = new Set(texts.flatMap((text) => [drawn, written, ...further].map((form) => form(text))));
  const begun = new Set([...wanted].flatMap(beginningsOf));
  /** Of ASCII all ways to write it down are one. */
  const isOneOf = (known: ReadonlySet<string>, text: string): boolean =>
    known.has(drawn(text)) ||
    known.has(written(text)) ||
    ((!isAscii(text) || looks === 'lot') && further.some((form) => known.has(form(text))));
  const mayGoOn = (prefix: string): boolean =>
    isOneOf(begun, prefix) || readingsOf(prefix).some((one) => isOneOf(begun, one));
  const following = statement(
    `select ${column} as code from ${table} where ${column} > ? and ${column} <> '' order by ${column} limit 1`,
  );
  const after = (behind: string): string | undefined =>
    // The statement names its column.
    (following.get(behind) as { code: string } | undefined)?.code;
  const found: string[] = [];
  let steps = 0;

  function goOn(prefix: string): void {
    let behind = prefix;
    while (steps < mostSteps && found.length < limit) {
      steps += 1;
      const code = after(behind);
      if (code === undefined || !code.startsWith(prefix)) return;
      const next = prefix + String.fromCodePoint(code.codePointAt(prefix.length) ?? 0);
      if (code === next && isOneOf(wanted, code)) found.push(code);
      if (mayGoOn(next)) goOn(next);
      behind = next + lastBehind;
    }
  }

  goOn('');
  return found;
}

function beginningsOf(text: string): string[] {
  const signs = Array.from(text);
  return ['', ...signs.map((_, at) => signs.slice(0, at + 1).join(''))];
}
