import type { Field, FieldKind, Fields, RecordKind } from '#shared/kernel/record.ts';
import type { ColumnSpec } from './columnSpec.ts';

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S;

/** The column of a field: a reference is written as the code of what it names. */
type ColumnOf<Name extends string, F> =
  F extends Field<infer _, infer K>
    ? K extends 'reference'
      ? Name extends `${infer Named}Id`
        ? Snake<Named>
        : never
      : Snake<Name>
    : never;

type KindOf<F> = F extends Field<infer _, infer K> ? K : never;
const plainKinds = ['code', 'text', 'date', 'days', 'cost'] as const;
type PlainKind = (typeof plainKinds)[number];
/** The cells of a field without further rules: any of the kind, or none. */
type SpecOf<K> = K extends PlainKind
  ? { type: K; required: false }
  : K extends 'reference'
    ? { type: 'code'; required: false }
    : never;

/** Fields with further rules: the words of a choice, or what a blank means. */
type Unplain<F extends Fields> = { [N in keyof F]: KindOf<F[N]> extends PlainKind | 'reference' ? never : N }[keyof F];
type Said<F extends Fields> = { [N in Unplain<F>]: ColumnSpec } & { [N in keyof F]?: ColumnSpec };

export type RecordColumns<F extends Fields, S> = {
  [N in keyof F & string as ColumnOf<N, F[N]>]: N extends keyof S ? S[N] : SpecOf<KindOf<F[N]>>;
};

/**
 * The columns of a file that holds one kind of record, in the order of its fields. `said` adds what the declaration
 * leaves open.
 */
export function recordColumns<F extends Fields, const S extends Said<F>>(
  { fields }: Pick<RecordKind<F>, 'fields'>,
  said: S,
): RecordColumns<F, S> {
  const specs: Readonly<Record<string, ColumnSpec | undefined>> = said;
  const columns = Object.entries(fields).map(([name, { kind }]) => [nameOf(name, kind), specs[name] ?? specOf(kind)]);
  // As the type maps them, one by one.
  return Object.fromEntries(columns) as RecordColumns<F, S>;
}

const nameOf = (field: string, kind: FieldKind): string =>
  (kind === 'reference' ? field.replace(/Id$/, '') : field).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function specOf(kind: FieldKind): ColumnSpec {
  if (kind === 'reference') return { type: 'code', required: false };
  const type = plainKinds.find((plain) => plain === kind);
  if (type === undefined) throw new Error(`a column of ${kind} has to be said`);
  return { type, required: false };
}
