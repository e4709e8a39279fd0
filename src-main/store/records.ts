import type { Work } from './work.ts';

export type Scalar = string | number | null;
export type RecordValues = Readonly<Record<string, Scalar>>;

/** A master record's table as its writers see it: its columns, in order, and which of them name a record. */
export type RecordTable = { table: string; columns: readonly string[]; key: readonly string[] };

export type Stored = { id: number; values: RecordValues };

/** Finds a record by the values of its key. */
export function findRecord(work: Work, table: RecordTable, key: readonly Scalar[]): Stored | undefined {
  const columns = table.columns.map((column) => `${snake(column)} as ${column}`).join(', ');
  const where = table.key.map((column) => `${snake(column)} = ?`).join(' and ');
  const row = work.one<RecordValues & { id: number }>(
    `select id, ${columns} from ${table.table} where ${where}`,
    ...key,
  );
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
    const names = table.columns.map(snake).join(', ');
    work.run(
      `insert into ${table.table} (${names}, version) values (${table.columns.map(() => '?').join(', ')}, 1)`,
      ...parameters,
    );
    work.journal.recordVersion(table.table, name, 1, said);
    return 'new';
  }
  if (table.columns.every((column) => stored.values[column] === (values[column] ?? null))) return 'same';
  write.guard?.(stored);
  const sets = table.columns.map((column) => `${snake(column)} = ?`).join(', ');
  work.run(`update ${table.table} set ${sets}, version = version + 1 where id = ?`, ...parameters, stored.id);
  const version =
    work.one<{ version: number }>(`select version from ${table.table} where id = ?`, stored.id)?.version ?? 1;
  work.journal.recordVersion(table.table, name, version, said);
  return 'changed';
}

/** The column of a property. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
