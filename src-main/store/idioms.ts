import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import { codeSeparators, fold, isAscii, withoutSeparators } from '#shared/kernel/fold.ts';
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
  /** Whether it holds the text so, or is the text but for the separators of codes. */
  names(column: Expression<string>, text: string): RawBuilder<SqlBool>;
  /** Whether it holds the text but for the separators of codes, in the column and in the text; one of nothing else is in none. */
  holdsLoosely(column: Expression<string>, text: string): RawBuilder<SqlBool>;
};

const json = (list: readonly string[] | readonly number[]): Parameter =>
  Parameter.from(list, (values) => JSON.stringify(values));

/** What a pattern would read as "anything" is a character like any other. */
const escaped = (folded: string): string => folded.replace(/[\\%_]/g, '\\$&');

const looseOf = (text: string): string => withoutSeparators(fold(text));

/** How a column is compared with a text: what is wanted of it, what is left of the column, and whether all of it is meant. */
type Way = {
  wantedOf: (text: string) => string;
  compared: (column: RawBuilder<unknown>) => RawBuilder<unknown>;
  isWhole?: boolean;
};

/** As in textSearch.ts: the database compares plain ASCII by itself, and asks for the folded text of other rows alone. */
function holdsBy({ wantedOf, compared, isWhole = false }: Way) {
  return (column: Expression<string>, text: string): { isHeld: RawBuilder<SqlBool>; wanted: Parameter } => {
    const isPlain = Parameter.from(text, (value) => Number(isAscii(wantedOf(value))));
    const pattern = Parameter.from(text, (value) =>
      isWhole ? escaped(wantedOf(value)) : `%${escaped(wantedOf(value))}%`,
    );
    const wanted = Parameter.from(text, wantedOf);
    const folded = compared(sql`text_fold(${column})`);
    const isFoldedHeld = isWhole ? sql`${folded} = ${wanted}` : sql`instr(${folded}, ${wanted}) > 0`;
    return {
      wanted,
      isHeld: sql`(${isPlain} = 1 and ${compared(sql`${column}`)} like ${pattern} escape '\\'
      or ${beyondAscii(column)} and ${isFoldedHeld})`,
    };
  };
}

const withoutSigns = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  codeSeparators.reduce((expression, sign) => sql`replace(${expression}, ${sql.lit(sign)}, '')`, column);
const holdsExactly = holdsBy({ wantedOf: fold, compared: (column) => column });
const holdsWithout = holdsBy({ wantedOf: looseOf, compared: withoutSigns });
const isWithout = holdsBy({ wantedOf: looseOf, compared: withoutSigns, isWhole: true });

const sqlite: Idioms = {
  idsOf: (list) => sql`(select value as id, key as place from json_each(${json(list)}))`,
  textsOf: (list) => sql`(select value from json_each(${json(list)}))`,
  isEmpty: (list) => sql`${json(list)} = '[]'`,
  holds: (column, text) => {
    const { isHeld, wanted } = holdsExactly(column, text);
    return sql`(${wanted} = '' or ${isHeld})`;
  },
  names: (column, text) => {
    const [exact, whole] = [holdsExactly(column, text), isWithout(column, text)];
    return sql`(${exact.wanted} = '' or ${exact.isHeld} or ${whole.wanted} <> '' and ${whole.isHeld})`;
  },
  holdsLoosely: (column, text) => {
    const { isHeld, wanted } = holdsWithout(column, text);
    return sql`(${wanted} <> '' and ${isHeld})`;
  },
};

const beyondAscii = (column: Expression<string>): RawBuilder<SqlBool> =>
  sql`length(${column}) <> length(cast(${column} as blob))`;

export const idioms = { sqlite } satisfies Record<string, Idioms>;
