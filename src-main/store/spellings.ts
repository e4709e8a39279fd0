import type { Database } from 'better-sqlite3';
import type { CodeColumn } from './beyondAscii.ts';
import { fold, hasUmlauts, isSearchedLoosely, narrow, widen, withoutSeparators } from '#shared/kernel/fold.ts';

/** A column of codes that an index has in order. */
export type IndexedCode =
  | CodeColumn
  | { table: 'movement'; column: 'document' | 'external_id' }
  | { table: 'run'; column: 'work_order' }
  | { table: 'product' | 'partner' | 'place'; column: 'code' };

/** `same`: codes that are the text; `begun`: those that begin with it and go on; `leading`: those with which it begins. */
export type Spellings = { same: string[]; begun: string[]; leading: string[] };

/** How a text is compared: with separators as they are; without them and with umlauts spelt otherwise; or made short. */
export type Spelling = 'asWritten' | 'loosely' | 'narrow';

/** So many steps along an index are enough for any code; a text of one letter in a script of thousands could ask for more. */
const mostSteps = 5_000;

/** Greater than any text that begins so. */
const lastBehind = '\u{10ffff}';

/**
 * The codes of a column that equal a text, or begin with it, in any letter case, script and accent; "loosely" with
 * other separators of codes and other spellings of umlauts too; "narrow" with possible spellings of umlauts
 * shortened. The index is walked letter by letter, and only where it still fits: a few hundred seeks instead of a
 * pass over a million rows.
 *
 * @param limit how many codes of either kind are wanted
 */
export function spellingsOf(
  db: Database,
  { table, column }: IndexedCode,
  text: string,
  { spelling, limit }: { spelling: Spelling; limit: number },
): Spellings {
  const forms = formsOf(text, spelling).map((form) => ({ form, wanted: form(text) }));
  if (forms.some(({ wanted }) => wanted === '')) return { same: [], begun: [], leading: [] };
  const isSame = (code: string): boolean => forms.some(({ form, wanted }) => form(code) === wanted);
  const begins = (code: string): boolean => forms.some(({ form, wanted }) => form(code).startsWith(wanted));
  const mayGoOn = (prefix: string): boolean =>
    forms.some(({ form, wanted }) => apart(wanted).startsWith(apart(form(prefix))));
  const leads = (code: string): boolean =>
    forms.some(({ form, wanted }) => form(code) !== '' && wanted.startsWith(form(code)));
  const next = db
    .prepare<[string], string>(
      `select ${column} from ${table} where ${column} > ? and ${column} <> '' order by ${column} limit 1`,
    )
    .pluck();
  const between = db
    .prepare<[string, string, number], string>(
      `select distinct ${column} from ${table} where ${column} >= ? and ${column} < ? and ${column} <> '' order by ${column} limit ?`,
    )
    .pluck();
  const found: Spellings = { same: [], begun: [], leading: [] };
  const isWide = spelling === 'asWritten' || isSearchedLoosely(text);
  let steps = 0;

  function goOn(prefix: string): void {
    let behind = prefix;
    while (steps < mostSteps && found.same.length < limit) {
      steps += 1;
      const code = next.get(behind);
      if (code === undefined || !code.startsWith(prefix)) return;
      const begun = prefix + String.fromCodePoint(code.codePointAt(prefix.length) ?? 0);
      if (code === begun) {
        if (isSame(code)) found.same.push(code);
        else if (leads(code)) found.leading.push(code);
      }
      if (isWide && begins(begun) && !begins(prefix)) collect(begun);
      if (mayGoOn(begun)) goOn(begun);
      behind = begun + lastBehind;
    }
  }

  /** The rest behind a beginning that fits is looked up once, where it fits first. */
  function collect(begun: string): void {
    if (found.begun.length >= limit) return;
    found.begun.push(...between.all(begun, begun + lastBehind, limit).filter((code) => begins(code) && !isSame(code)));
  }

  goOn('');
  return found;
}

/** The forms in which codes are compared with a text. */
function formsOf(text: string, spelling: Spelling): ((code: string) => string)[] {
  if (spelling === 'asWritten') return [fold];
  if (spelling === 'narrow') return [(code) => withoutSeparators(narrow(code))];
  const folded = (code: string): string => withoutSeparators(fold(code));
  return hasUmlauts(text) ? [folded, (code) => withoutSeparators(widen(code))] : [folded];
}

/** Signs of half width are joined in one when they are folded, ｶ and ﾞ to が, of which only the parts begin with ｶ. */
const apart = (folded: string): string => folded.normalize('NFD');
