/** What a field of a record is, for all that show, write out, compare or check it. */
export type FieldKind =
  /** A name in the plant's own signs, such as a lot number. */
  | 'code'
  | 'text'
  /** One or some of a choice, with commas between them. */
  | 'choice'
  | 'status'
  /** A calendar date. */
  | 'date'
  /** 0 or 1. */
  | 'flag'
  | 'number'
  | 'days'
  /** Whole millionths of the product's unit. */
  | 'quantity'
  /** Whole ten-thousandths of the currency. */
  | 'cost'
  /** Whole microseconds since 1970. */
  | 'moment'
  /** The question to a list, as JSON. */
  | 'question'
  /** The id of a record of another kind; versions have its code, which outlives ids. */
  | 'reference'
  /** A text of which versions have only the digest, under the name "digest". */
  | 'digested';

const wholeNumbers = ['flag', 'number', 'days', 'quantity', 'cost', 'moment', 'reference'] as const;
export type WholeNumber = (typeof wholeNumbers)[number];
/** The values of a field of this kind where no narrower type is declared. */
type Held<K extends FieldKind> = K extends WholeNumber ? number : string;

/** A declared field; `T` is what its values are. */
export type Field<T = unknown, K extends FieldKind = FieldKind, N extends boolean = boolean> = {
  kind: K;
  /** Whether it may be absent, which is kept as null. */
  nullable: N;
  /** Of a choice: where the words for its values are among the texts. */
  words: string;
  /** Of a reference: the kind of record it names. */
  names: string;
  /** Only programs read it: the audit trail leaves it out. */
  internal: boolean;
  /** Versions of earlier formats lack it: a version says it only where it holds something, and so those stand. */
  later: boolean;
  readonly '~value'?: T;
};
export type Fields = Readonly<Record<string, Field>>;

function fieldOf<K extends FieldKind, T = Held<K>>(
  kind: K,
  more: Pick<Partial<Field>, 'words' | 'names'> = {},
): Field<T, K, false> {
  return { words: '', names: '', internal: false, later: false, ...more, kind, nullable: false };
}

/** The fields a record may have. */
export const field = {
  code: () => fieldOf('code'),
  text: () => fieldOf('text'),
  choice: <T extends string = string>(words: string) => fieldOf<'choice', T>('choice', { words }),
  status: () => fieldOf('status'),
  date: () => fieldOf('date'),
  flag: () => fieldOf('flag'),
  number: () => fieldOf('number'),
  days: () => fieldOf('days'),
  quantity: () => fieldOf('quantity'),
  cost: () => fieldOf('cost'),
  moment: () => fieldOf('moment'),
  question: () => fieldOf('question'),
  reference: (names: string) => fieldOf('reference', { names }),
  digested: () => fieldOf('digested'),
};

/** The same field where it may be absent. */
export const optional = <T, K extends FieldKind>(of: Field<T, K, false>): Field<T | null, K, true> => ({
  ...of,
  nullable: true,
});

/** The same field for programs alone: the audit trail does not show it. */
export const internal = <T, K extends FieldKind, N extends boolean>(of: Field<T, K, N>): Field<T, K, N> => ({
  ...of,
  internal: true,
});

/** The same field where it came to a kind that stores have versions of already. */
export const later = <T, K extends FieldKind>(of: Field<T, K, true>): Field<T, K, true> => ({ ...of, later: true });

/**
 * An index of a table, under the name that its migration gave it. With `filled` it leaves out rows whose first column
 * is blank.
 */
export type RecordIndex = { name: string; columns: readonly string[]; filled: boolean };

/**
 * A kind of record, declared once: its table, its history, what verification walks, how the audit trail shows it and what
 * tests tamper with follow from this. `name` is that of its table and of its versions in the journal, for ever.
 */
export type RecordKind<F extends Fields = Fields, N extends string = string> = {
  name: N;
  /** The fields that name one record, in order. */
  key: readonly string[];
  fields: F;
  /** Fields that only versions of earlier formats have: they stay readable. */
  former: Fields;
  /** The names of the fields, in the order people know them in. */
  columns: readonly string[];
  /** Whether all who see the record see its signatures; else only those who read the audit trail. */
  openSignatures: boolean;
  /** The name of the unique index of its key. */
  keyIndex: string;
  indexes: readonly RecordIndex[];
};

export function record<F extends Fields, const N extends string>(declared: {
  name: N;
  key: readonly (keyof F & string)[];
  fields: F;
  former?: Fields;
  openSignatures?: boolean;
  /** Where a migration called it otherwise than by the kind. */
  keyIndex?: string;
  indexes?: readonly (Omit<RecordIndex, 'columns' | 'filled'> & {
    columns: readonly (keyof F & string)[];
    filled?: true;
  })[];
}): RecordKind<F, N> {
  return {
    former: {},
    openSignatures: false,
    keyIndex: `${declared.name}_key`,
    ...declared,
    columns: Object.keys(declared.fields),
    indexes: (declared.indexes ?? []).map((index) => ({ filled: false, ...index })),
  };
}

/** The values of a record as its table holds them. */
export type ValuesOf<R> =
  R extends RecordKind<infer F> ? { [K in keyof F]: F[K] extends Field<infer T> ? T : never } : never;

/** Whether fields of this kind are kept as whole numbers; the others are texts. */
export const isWholeNumber = (kind: FieldKind): boolean => (wholeNumbers as readonly FieldKind[]).includes(kind);

/** No code can hold it, so that the parts of a record's name stay apart. */
export const partSeparator = '\u001f';

/** The fields of a kind as its versions call them, those of earlier formats first. */
export const fieldsInVersions = ({
  former,
  fields,
}: Pick<RecordKind, 'former' | 'fields'>): [name: string, of: Field][] =>
  Object.entries({ ...former, ...fields }).map(([name, of]) => [versionFieldName(name, of), of]);

/** How versions call a field: a reference by what it names, a digested one by its digest. */
export const versionFieldName = (name: string, { kind }: Field): string =>
  kind === 'reference' ? name.replace(/Id$/, '') : kind === 'digested' ? 'digest' : name;
