import type { Database } from 'better-sqlite3';
import { codeSeparators, fold, isAscii, withoutSeparators } from '#shared/kernel/fold.ts';
import { type CodeColumn, isBeyondAscii, rowsBeyondAscii } from './beyondAscii.ts';

/** Whether columns hold a text: `holds` is the condition for one of them, `parameters` are the values it names. */
export type TextSearch = {
  holds: (column: string) => string;
  parameters: Record<string, string>;
};

/** The database's own name for kernel/fold.ts. SQLite itself knows the letters of ASCII only. */
const foldedColumn = (column: string): string => `text_fold(${column})`;

/**
 * How close a text must be that a column holds: to the letter, or but for the separators of codes, which people leave
 * out or add; or the column is the text but for those.
 */
export type Closeness = 'exact' | 'loose' | 'whole';

/** A column without the separators of codes. */
export const columnWithoutSeparators = (column: string): string =>
  codeSeparators.reduce((expression, sign) => `replace(${expression}, '${sign.replace("'", "''")}', '')`, column);

/** Teaches a connection how texts are compared. */
export function registerTextSearch(db: Database): void {
  db.function('text_fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : text));
}

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
  const isLoose = closeness !== 'exact';
  const isWhole = closeness === 'whole';
  const wanted = isLoose ? withoutSeparators(fold(text)) : fold(text);
  const compared = (column: string): string => (isLoose ? columnWithoutSeparators(column) : column);
  const escaped = wanted.replace(/[\\%_]/g, '\\$&');
  const parameters = { holds: wanted, holdsPattern: isWhole ? escaped : `%${escaped}%` };
  const hasCase = wanted !== wanted.toUpperCase();
  // What has no case is found faster without a pattern.
  const isHeld = (text: string): string => (isWhole ? `${text} = @holds` : `instr(${text}, @holds) > 0`);
  const inAscii = (column: string): string =>
    hasCase ? `${compared(column)} like @holdsPattern escape '\\'` : isHeld(compared(column));
  return {
    inAscii: isAscii(wanted) ? inAscii : undefined,
    beyond: (column) => isHeld(compared(foldedColumn(column))),
    parameters,
  };
}
