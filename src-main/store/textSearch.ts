import type { Database } from 'better-sqlite3';
import {
  codeSeparators,
  fold,
  hasUmlauts,
  isAscii,
  narrow,
  umlautPairs,
  widen,
  withoutSeparators,
} from '#shared/kernel/fold.ts';
import { type CodeColumn, isBeyondAscii, rowsBeyondAscii } from './beyondAscii.ts';

/** Whether columns hold a text: `holds` is the condition for one of them, `parameters` are the values it names. */
export type TextSearch = {
  holds: (column: string) => string;
  parameters: Record<string, string>;
};

/**
 * How closely a column must match a text: to the letter; or that, or it equals the column but for separators of codes
 * and the spelling of umlauts; or but for separators, which people leave out or add; or with possible spellings of
 * umlauts shortened on both sides.
 */
export type Closeness = 'exact' | 'named' | 'loose' | 'narrow';

/** A column without the separators of codes. */
const columnWithoutSeparators = (column: string): string =>
  codeSeparators.reduce((expression, sign) => `replace(${expression}, '${sign.replace("'", "''")}', '')`, column);

/** A column of plain ASCII with possible spellings of umlauts shortened, as kernel/fold.ts does it. */
const columnNarrowed = (column: string): string =>
  umlautPairs.reduce(
    (expression, pair) => `replace(${expression}, '${pair}', '${pair.charAt(0)}')`,
    `lower(${column})`,
  );

/** The database's own names for kernel/fold.ts. SQLite itself knows the letters of ASCII only. */
const functions = { text_fold: fold, text_widen: widen, text_narrow: narrow };

/** Teaches a connection how texts are compared. */
export function registerTextSearch(db: Database): void {
  for (const [name, made] of Object.entries(functions))
    db.function(name, { deterministic: true }, (text) => (typeof text === 'string' ? made(text) : text));
}

type Way = {
  wantedOf: (text: string) => string;
  /** What is compared of a column of plain ASCII, and of one with other letters. */
  plain: (column: string) => string;
  beyond: (column: string) => string;
  isWhole?: boolean;
};

const but = (made: (text: string) => string, name: keyof typeof functions): Way => ({
  wantedOf: (text) => withoutSeparators(made(text)),
  plain: columnWithoutSeparators,
  beyond: (column) => columnWithoutSeparators(`${name}(${column})`),
});

const exact: Way = { wantedOf: fold, plain: (column) => column, beyond: (column) => `text_fold(${column})` };
const loose = but(fold, 'text_fold');
const whole: Way = { ...loose, isWhole: true };
const wholeWide: Way = { ...but(widen, 'text_widen'), isWhole: true };

const ways: Readonly<Record<Closeness, (text: string) => readonly Way[]>> = {
  exact: () => [exact],
  named(text) {
    const bare = withoutSeparators(widen(text));
    // What is nothing but separators is no code without them.
    if (bare === '') return [exact];
    return hasUmlauts(bare) ? [exact, whole, wholeWide] : [exact, whole];
  },
  loose: () => [loose],
  narrow: () => [{ wantedOf: narrow, plain: columnNarrowed, beyond: (column) => `text_narrow(${column})` }],
};

/** What a pattern would read as "anything" is a character like any other. */
export const escaped = (folded: string): string => folded.replace(/[\\%_]/g, '\\$&');

/**
 * A pattern that every column of plain ASCII fits that matches a text in any closeness: the letters common to all of
 * them, in their order. It costs as little as looking for the text, and spares most rows the rest.
 */
export const lettersInOrder = (text: string): string =>
  `%${[...withoutSeparators(narrow(text))].map((letter) => `${escaped(letter)}%`).join('')}`;

/**
 * Looks for a text in any letter case, script and accent, literal otherwise: wildcards of patterns are characters
 * like any other. Parameters are named `@holds` and so on.
 */
export function searchFor(text: string, closeness: Closeness = 'exact'): TextSearch {
  const { inAscii, beyond, parameters } = partsOf(text, closeness);
  return {
    holds: (column) => {
      const folded = `(${isBeyondAscii(column)} and ${beyond(column)})`;
      return inAscii === undefined ? folded : `(${inAscii(column)} or ${folded})`;
    },
    parameters,
  };
}

/**
 * The same in the codes of a table that may have millions of rows: one search goes by what the database can do by
 * itself, the other, where there is any, through the rows whose letters it cannot compare.
 */
export function searchesInRows(
  db: Database,
  table: CodeColumn['table'],
  text: string,
  closeness: Closeness = 'exact',
): RowSearch[] {
  const { inAscii, beyond, parameters } = partsOf(text, closeness);
  const searches: RowSearch[] = inAscii === undefined ? [] : [{ holds: inAscii, parameters }];
  const named: Record<string, string> = { ...parameters };
  const holds = (column: CodeColumn['column']): string => {
    const ids = rowsBeyondAscii(db, { table, column });
    if (ids.length === 0) return 'false';
    const name = `beyond_${table}_${column}`;
    named[name] = JSON.stringify(ids);
    return `(id in (select value from json_each(@${name})) and ${beyond(column)})`;
  };
  return [...searches, { holds, parameters: named }];
}

export type RowSearch = { holds: (column: CodeColumn['column']) => string; parameters: Record<string, string> };

type Parts = {
  inAscii: ((column: string) => string) | undefined;
  beyond: (column: string) => string;
  parameters: Record<string, string>;
};

function partsOf(text: string, closeness: Closeness): Parts {
  const parts = ways[closeness](text).map((way, index) => partOf(text, way, `holds${index}`));
  const any = (conditions: readonly string[]): string => `(${conditions.join(' or ')})`;
  const inOrder = closeness === 'exact' ? {} : { holdsLetters: lettersInOrder(text) };
  const first = (column: string): string =>
    closeness === 'exact' ? '' : `${column} like @holdsLetters escape '\\' and `;
  return {
    inAscii: isAscii(fold(text))
      ? (column) => `(${first(column)}${any(parts.map(({ inAscii }) => inAscii(column)))})`
      : undefined,
    beyond: (column) => any(parts.map(({ beyond }) => beyond(column))),
    parameters: Object.assign(inOrder, ...parts.map(({ parameters }) => parameters)),
  };
}

function partOf(text: string, { wantedOf, plain, beyond, isWhole = false }: Way, name: string) {
  const wanted = wantedOf(text);
  const pattern = isWhole ? escaped(wanted) : `%${escaped(wanted)}%`;
  const hasCase = wanted !== wanted.toUpperCase();
  // What has no case is found faster without a pattern.
  const isHeld = (text: string): string => (isWhole ? `${text} = @${name}` : `instr(${text}, @${name}) > 0`);
  return {
    inAscii: (column: string): string =>
      hasCase ? `${plain(column)} like @${name}Pattern escape '\\'` : isHeld(plain(column)),
    beyond: (column: string): string => isHeld(beyond(column)),
    parameters: { [name]: wanted, [`${name}Pattern`]: pattern },
  };
}
