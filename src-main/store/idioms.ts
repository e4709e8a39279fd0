import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import { codeSeparators, fold, isAscii, narrow, umlautPairs, widen, withoutSeparators } from '#shared/kernel/fold.ts';
import { Parameter } from './parameter.ts';
import { escaped, lettersInOrder } from './textSearch.ts';

/** Where SQL differs between engines, both ways in one place. Lists and texts are parameters of the query. */
export type Idioms = {
  /** Rows of ids with their places in the list, to be joined. */
  idsOf(list: readonly number[]): RawBuilder<{ id: number; place: number }>;
  /** The keys of a question (askFor.ts) as rows of texts, to be joined; each part under its name. */
  keysOf(keys: string, parts: readonly string[]): RawBuilder<unknown>;
  /** The texts of a list, for `in`. */
  textsOf(list: readonly string[]): RawBuilder<string>;
  /** Whether a list holds nothing: a filter that was left out. */
  isEmpty(list: readonly string[] | readonly number[]): RawBuilder<SqlBool>;
  /** Whether a column holds a text in any letter case, script and accent (kernel/fold.ts); a blank one is in all. */
  holds(column: Expression<string>, text: string): RawBuilder<SqlBool>;
  /** Whether it holds the text so, or is the text but for the separators of codes and the spelling of its umlauts. */
  names(column: Expression<string>, text: string): RawBuilder<SqlBool>;
  /**
   * Whether it holds the text but for the separators of codes, in the column and in the text, or for those and the
   * spelling of umlauts; one of nothing else is in none.
   */
  holdsLoosely(column: Expression<string>, text: string): RawBuilder<SqlBool>;
  /** Whether it contains the text, with possible spellings of umlauts shortened in both. */
  holdsNarrow(column: Expression<string>, text: string): RawBuilder<SqlBool>;
};

const json = (list: readonly string[] | readonly number[]): Parameter =>
  Parameter.from(list, (values) => JSON.stringify(values));

type Column = RawBuilder<unknown>;

/**
 * How a column is compared with a text: what is wanted of it, what is compared of a column of plain ASCII and of one with
 * other letters, and whether all of it is meant.
 */
type Way = {
  wantedOf: (text: string) => string;
  plain: (column: Column) => Column;
  beyond: (column: Column) => Column;
  isWhole?: boolean;
};

/**
 * As in textSearch.ts: the database compares plain ASCII by itself, and calls the folding function for other rows
 * alone.
 */
function holdsBy({ wantedOf, plain, beyond, isWhole = false }: Way) {
  return (column: Expression<string>, text: string): { isHeld: RawBuilder<SqlBool>; wanted: Parameter } => {
    const isPlain = Parameter.from(text, (value) => Number(isAscii(wantedOf(value))));
    const pattern = Parameter.from(text, (value) =>
      isWhole ? escaped(wantedOf(value)) : `%${escaped(wantedOf(value))}%`,
    );
    const wanted = Parameter.from(text, wantedOf);
    const inOrder = Parameter.from(text, lettersInOrder);
    const folded = beyond(sql`${column}`);
    const isFoldedHeld = isWhole ? sql`${folded} = ${wanted}` : sql`instr(${folded}, ${wanted}) > 0`;
    return {
      wanted,
      isHeld: sql`(${isPlain} = 1 and ${column} like ${inOrder} escape '\\' and ${plain(sql`${column}`)} like ${pattern} escape '\\'
      or ${beyondAscii(column)} and ${isFoldedHeld})`,
    };
  };
}

const withoutSigns = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  codeSeparators.reduce((expression, sign) => sql`replace(${expression}, ${sql.lit(sign)}, '')`, column);
const narrowed = (column: Column): Column =>
  umlautPairs.reduce(
    (expression, pair) => sql`replace(${expression}, ${sql.lit(pair)}, ${sql.lit(pair.charAt(0))})`,
    sql`lower(${column})`,
  );
const without: Way = {
  wantedOf: (text) => withoutSeparators(fold(text)),
  plain: withoutSigns,
  beyond: (column) => withoutSigns(sql`text_fold(${column})`),
};
const withoutWide: Way = {
  wantedOf: (text) => withoutSeparators(widen(text)),
  plain: withoutSigns,
  beyond: (column) => withoutSigns(sql`text_widen(${column})`),
};
const holdsExactly = holdsBy({
  wantedOf: fold,
  plain: (column) => column,
  beyond: (column) => sql`text_fold(${column})`,
});
const holdsWithout = holdsBy(without);
const holdsWide = holdsBy(withoutWide);
const isWithout = holdsBy({ ...without, isWhole: true });
const isWide = holdsBy({ ...withoutWide, isWhole: true });
const holdsNarrow = holdsBy({
  wantedOf: narrow,
  plain: narrowed,
  beyond: (column) => sql`text_narrow(${column})`,
});

const sqlite: Idioms = {
  idsOf: (list) => sql`(select value as id, key as place from json_each(${json(list)}))`,
  keysOf: (keys, parts) =>
    sql`(select ${sql.join(parts.map((part, place) => sql`value->>${sql.lit(place)} as ${sql.ref(part)}`))} from json_each(${keys}))`,
  textsOf: (list) => sql`(select value from json_each(${json(list)}))`,
  isEmpty: (list) => sql`${json(list)} = '[]'`,
  holds: (column, text) => {
    const { isHeld, wanted } = holdsExactly(column, text);
    return sql`(${wanted} = '' or ${isHeld})`;
  },
  names: (column, text) => {
    const [exact, whole, wide] = [holdsExactly(column, text), isWithout(column, text), isWide(column, text)];
    return sql`(${exact.wanted} = '' or ${exact.isHeld} or ${whole.wanted} <> '' and (${whole.isHeld} or ${wide.isHeld}))`;
  },
  holdsLoosely: (column, text) => {
    const { isHeld, wanted } = holdsWithout(column, text);
    return sql`(${wanted} <> '' and (${isHeld} or ${holdsWide(column, text).isHeld}))`;
  },
  holdsNarrow: (column, text) => {
    const { isHeld, wanted } = holdsNarrow(column, text);
    return sql`(${wanted} <> '' and ${isHeld})`;
  },
};

const beyondAscii = (column: Expression<string>): RawBuilder<SqlBool> =>
  sql`length(${column}) <> length(cast(${column} as blob))`;

export const idioms = { sqlite } satisfies Record<string, Idioms>;
