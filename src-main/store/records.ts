import type { Work } from './work.ts';

export type Scalar = string | number | null;
export type RecordValues = Readonly<Record<string, Scalar>>;

/** A master record's table as its writers see it: its columns, in order, and which of them name a record. */
export type RecordTable = { table: string; columns: readonly string[]; key: readonly string[] };

export type Stored = { id: number; values: RecordValues };

/** Finds a record by the values of its key. */
export function findRecord(work: Work, table: RecordTable, key: readonly Scalar[]): Stored | undefined {
  const row = work.one<RecordValues & { id: number }>(sqlOf(table).find, ...key);
  if (row === undefined) return undefined;
  const { id, ...values } = row;
  return { id, values };
}

/**
 * Writes a record: new, changed, or already so. Each write leaves a version in the journal under the
 * name people know the record by; `said` is what the version says where that differs from the columns
 * (codes instead of ids). `guard` may refuse a change by throwing.
 */
export function saveRecord(
  work: Work,
  table: RecordTable,
  write: {
    values: RecordValues;
    name: string;
    said?: RecordValues;
    stored?: Stored | undefined;
    guard?: (before: Stored) => void;
  },
): 'new' | 'changed' | 'same' {
  const { values, name } = write;
  const stored =
    'stored' in write
      ? write.stored
      : findRecord(
          work,
          table,
          table.key.map((column) => values[column] ?? null),
        );
  const said = write.said ?? values;
  const parameters = table.columns.map((column) => values[column] ?? null);
  if (stored === undefined) {
    work.run(sqlOf(table).insert, ...parameters);
    work.journal.recordVersion(table.table, name, 1, said);
    return 'new';
  }
  if (table.columns.every((column) => stored.values[column] === (values[column] ?? null))) return 'same';
  write.guard?.(stored);
  work.run(sqlOf(table).update, ...parameters, stored.id);
  const version = work.one<{ version: number }>(sqlOf(table).version, stored.id)?.version ?? 1;
  work.journal.recordVersion(table.table, name, version, said);
  return 'changed';
}

type TableSql = { find: string; insert: string; update: string; version: string };
const sqlOfTables = new WeakMap<RecordTable, TableSql>();

/** The statements of a table, put together once. */
function sqlOf(table: RecordTable): TableSql {
  const known = sqlOfTables.get(table);
  if (known !== undefined) return known;
  const { table: name, columns, key } = table;
  const isEqual = (column: string): string => `${snake(column)} = ?`;
  const made = {
    find: `select id, ${columns.map((column) => `${snake(column)} as "${column}"`).join(', ')} from ${name} where ${key.map(isEqual).join(' and ')}`,
    insert: `insert into ${name} (${columns.map(snake).join(', ')}, version) values (${columns.map(() => '?').join(', ')}, 1)`,
    update: `update ${name} set ${columns.map(isEqual).join(', ')}, version = version + 1 where id = ?`,
    version: `select version from ${name} where id = ?`,
  };
  sqlOfTables.set(table, made);
  return made;
}

/** The column of a property. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
