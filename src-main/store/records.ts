import type { Database } from 'better-sqlite3';
import { partSeparator, type RecordKind, versionFieldName } from '#shared/kernel/record.ts';
import { hex, sha256 } from './chain.ts';

export type Scalar = string | number | null;
export type RecordValues = Readonly<Record<string, Scalar>>;
/** Codes of the records that a record refers to, under the names they have in its versions. */
export type Codes = Readonly<Record<string, string>>;

export type Saved = 'new' | 'changed' | 'same';

/** The content of a record's version: its fields, but codes instead of ids, and digests of what is secret. */
export function versionFields({ fields }: RecordKind, values: RecordValues, codes: Codes = {}): RecordValues {
  const written: Record<string, Scalar> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name] ?? null;
    if (field.later && value === null) continue;
    const as = versionFieldName(name, field);
    if (field.kind === 'reference') written[as] = codes[as] ?? '';
    else written[as] = field.kind === 'digested' ? hex(sha256(String(value))) : value;
  }
  return written;
}

/** The name people and versions know a record by: the parts of its key. */
export const nameOf = ({ key, fields }: RecordKind, values: RecordValues): string =>
  key
    .map((column) => {
      const field = fields[column];
      return String(values[field === undefined ? column : versionFieldName(column, field)] ?? '');
    })
    .join(partSeparator);

/** A record of the store in the form of its version. */
export type RecordRow = {
  name: string;
  version: number;
  said: RecordValues;
  /** The same in a format that versions had before. */
  saidBefore?: () => RecordValues;
};

/** Every record of a kind, in the order they were written. */
export function* recordRows(db: Database, kind: RecordKind): Iterable<RecordRow> {
  const references = Object.entries(kind.fields).filter(([, field]) => field.kind === 'reference');
  const joins = references.map(
    ([name, { names }], index) => `left join ${names} r${index} on r${index}.id = t.${snake(name)}`,
  );
  const codes = references.map(
    ([name, field], index) => `coalesce(r${index}.code, '') as "code of ${versionFieldName(name, field)}"`,
  );
  const columns = kind.columns.map((column) => `t.${snake(column)} as "${column}"`);
  const rows = db.prepare<[], RecordValues & { version: number }>(
    `select ${[...columns, ...codes].join(', ')}, t.version from ${kind.name} t ${joins.join(' ')} order by t.id`,
  );
  const named = references.map(([name, field]) => versionFieldName(name, field));
  for (const { version, ...row } of rows.iterate()) {
    const said = versionFields(kind, row, Object.fromEntries(named.map((one) => [one, String(row[`code of ${one}`])])));
    yield { name: nameOf(kind, said), version, said };
  }
}

/** The columns of a kind, selected under the names of its fields. */
export const columnsOf = ({ columns }: RecordKind): string =>
  columns.map((column) => `${snake(column)} as "${column}"`).join(', ');

/** The column of a property. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
