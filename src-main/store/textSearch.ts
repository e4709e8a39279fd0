import type { Database } from 'better-sqlite3';
import { codeSeparators, fold, isAscii, narrow, umlautPairs, widen, withoutSeparators } from '#shared/kernel/fold.ts';
import { type CodeColumn, isBeyondAscii, rowsBeyondAscii } from './beyondAscii.ts';

/** Whether columns hold a text: `holds` is the condition for one of them, `parameters` are the values it names. */
export type TextSearch = {
  holds: (column: string) => string;
  parameters: Record<string, string>;
};

/**
 * How close a text must be that a column holds: to the letter; but for the separators of codes, which people leave out
 * or add; or with what may stand for umlauts made short on both sides. Or the column is the text but for separators, or
 * for those and the spelling of its umlauts.
 */
export type Closeness = 'exact' | 'loose' | 'narrow' | 'whole' | 'wholeWide';

/** A column without the separators of codes. */
export const columnWithoutSeparators = (column: string): string =>
  codeSeparators.reduce((expression, sign) => `replace(${expression}, '${sign.replace("'", "''")}', '')`, column);

/** A column of plain ASCII with what may stand for umlauts made short, as kernel/fold.ts does it. */
export const columnNarrowed = (column: string): string =>
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

const ways: Readonly<Record<Closeness, Way>> = {
  exact: { wantedOf: fold, plain: (column) => column, beyond: (column) => `text_fold(${column})` },
  loose: but(fold, 'text_fold'),
  narrow: { wantedOf: narrow, plain: columnNarrowed, beyond: (column) => `text_narrow(${column})` },
  whole: { ...but(fold, 'text_fold'), isWhole: true },
  wholeWide: { ...but(widen, 'text_widen'), isWhole: true },
};

/**
 * Looks for a text in any letter case, script and accent, as it stands otherwise: what a pattern would read as
 * "anything" is a character like any other. Parameters are named `@holds` and so on.
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

function partsOf(
  text: string,
  closeness: Closeness,
): {
  inAscii: ((column: string) => string) | undefined;
  beyond: (column: string) => string;
  parameters: { holds: string; holdsPattern: string };
} {
  const { wantedOf, plain, beyond, isWhole = false } = ways[closeness];
  const wanted = wantedOf(text);
  const escaped = wanted.replace(/[\\%_]/g, '\\$&');
  const parameters = { holds: wanted, holdsPattern: isWhole ? escaped : `%${escaped}%` };
  const hasCase = wanted !== wanted.toUpperCase();
  // What has no case is found faster without a pattern.
  const isHeld = (text: string): string => (isWhole ? `${text} = @holds` : `instr(${text}, @holds) > 0`);
  const inAscii = (column: string): string =>
    hasCase ? `${plain(column)} like @holdsPattern escape '\\'` : isHeld(plain(column));
  return {
    inAscii: isAscii(wanted) ? inAscii : undefined,
    beyond: (column) => isHeld(beyond(column)),
    parameters,
  };
}
