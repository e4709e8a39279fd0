import type { Database } from 'better-sqlite3';
import { partSeparator, type RecordKind, versionFieldName } from '#shared/kernel/record.ts';
import { hex, sha256 } from './chain.ts';
import type { Work } from './work.ts';

export type Scalar = string | number | null;
export type RecordValues = Readonly<Record<string, Scalar>>;
/** Codes of the records that a record refers to, under the names they have in its versions. */
export type Codes = Readonly<Record<string, string>>;

export type Stored = { id: number; values: RecordValues };
export type Saved = 'new' | 'changed' | 'same';

/** Finds a record by the values of its key. */
export function findRecord(work: Work, kind: RecordKind, key: readonly Scalar[]): Stored | undefined {
  const row = work.one<RecordValues & { id: number }>(sqlOf(kind).find, ...key);
  if (row === undefined) return undefined;
  const { id, ...values } = row;
  return { id, values };
}

/** The content of a record's version: its fields, but codes instead of ids, and digests of what is secret. */
export function versionFields({ fields }: RecordKind, values: RecordValues, codes: Codes = {}): RecordValues {
  const written: Record<string, Scalar> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name] ?? null;
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

/**
 * Writes a record: new, changed, or already so. Each write leaves a version in the journal. `codes` are those of the
 * records it refers to, `stored` what the caller found of it already; `guard` may refuse a change by throwing.
 */
export function saveRecord(
  work: Work,
  kind: RecordKind,
  values: RecordValues,
  more: { codes?: Codes; stored?: Stored | undefined; guard?: (before: Stored) => void } = {},
): Saved {
  const { key, columns } = kind;
  const stored =
    'stored' in more
      ? more.stored
      : findRecord(
          work,
          kind,
          key.map((column) => values[column] ?? null),
        );
  const said = versionFields(kind, values, more.codes);
  const name = nameOf(kind, said);
  const parameters = columns.map((column) => values[column] ?? null);
  if (stored === undefined) {
    work.run(sqlOf(kind).insert, ...parameters);
    work.journal.recordVersion(kind.name, name, 1, said);
    return 'new';
  }
  if (columns.every((column) => stored.values[column] === (values[column] ?? null))) return 'same';
  more.guard?.(stored);
  work.run(sqlOf(kind).update, ...parameters, stored.id);
  const version = work.one<{ version: number }>(sqlOf(kind).version, stored.id)?.version ?? 1;
  work.journal.recordVersion(kind.name, name, version, said);
  return 'changed';
}

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

type TableSql = { find: string; insert: string; update: string; version: string };
const sqlOfKinds = new WeakMap<RecordKind, TableSql>();

/** The statements of a kind, put together once. */
function sqlOf(kind: RecordKind): TableSql {
  const known = sqlOfKinds.get(kind);
  if (known !== undefined) return known;
  const { name, columns, key } = kind;
  const isEqual = (column: string): string => `${snake(column)} = ?`;
  const made = {
    find: `select id, ${columnsOf(kind)} from ${name} where ${key.map(isEqual).join(' and ')}`,
    insert: `insert into ${name} (${columns.map(snake).join(', ')}, version) values (${columns.map(() => '?').join(', ')}, 1)`,
    update: `update ${name} set ${columns.map(isEqual).join(', ')}, version = version + 1 where id = ?`,
    version: `select version from ${name} where id = ?`,
  };
  sqlOfKinds.set(kind, made);
  return made;
}

/** The column of a property. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
