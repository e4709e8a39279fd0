import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import { fold, isAscii } from '#shared/kernel/fold.ts';
import { Parameter } from './parameter.ts';

/** What engines say differently, each way of it in one place. Lists and texts are parameters of the query. */
export type Idioms = {
  /** Rows of ids with their places in the list, to be joined. */
  idsOf(list: readonly number[]): RawBuilder<{ id: number; place: number }>;
  /** The texts of a list, for `in`. */
  textsOf(list: readonly string[]): RawBuilder<string>;
  /** Whether a list holds nothing: a filter that was left out. */
  isEmpty(list: readonly string[] | readonly number[]): RawBuilder<SqlBool>;
  /** Whether a column holds a text in any letter case, script and accent (kernel/fold.ts); a blank one is in all. */
  holds(column: Expression<string>, text: string): RawBuilder<SqlBool>;
};

const json = (list: readonly string[] | readonly number[]): Parameter =>
  Parameter.from(list, (values) => JSON.stringify(values));

/** What a pattern would read as "anything" is a character like any other. */
const patternOf = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;

const sqlite: Idioms = {
  idsOf: (list) => sql`(select value as id, key as place from json_each(${json(list)}))`,
  textsOf: (list) => sql`(select value from json_each(${json(list)}))`,
  isEmpty: (list) => sql`${json(list)} = '[]'`,
  // As in textSearch.ts: the database compares plain ASCII by itself, and asks for the folded text of other rows alone.
  holds: (column, text) => {
    const isPlain = Parameter.from(text, (value) => Number(isAscii(fold(value))));
    const pattern = Parameter.from(text, patternOf);
    const folded = Parameter.from(text, fold);
    return sql`(${folded} = '' or ${isPlain} = 1 and ${column} like ${pattern} escape '\\'
      or ${beyondAscii(column)} and instr(text_fold(${column}), ${folded}) > 0)`;
  },
};

const beyondAscii = (column: Expression<string>): RawBuilder<SqlBool> =>
  sql`length(${column}) <> length(cast(${column} as blob))`;

export const idioms = { sqlite } satisfies Record<string, Idioms>;
