import type { RecordKind } from '#shared/kernel/record.ts';
import {
  type Codes,
  columnsOf,
  nameOf,
  type RecordValues,
  type Saved,
  type Scalar,
  snake,
  versionFields,
} from './records.ts';
import { insistOnVouched } from './vouchedGoods.ts';
import type { Work } from './work.ts';

export type Stored = { id: number; values: RecordValues };

/** Finds a record by the values of its key. */
export function findRecord(work: Work, kind: RecordKind, key: readonly Scalar[]): Stored | undefined {
  const row = work.one<RecordValues & { id: number }>(sqlOf(kind).find, ...key);
  if (row === undefined) return undefined;
  const { id, ...values } = row;
  return { id, values };
}

/**
 * Writes a record: new, changed, or already so. Each write leaves a version in the journal. `codes` are those of the
 * records it refers to, `stored` what the caller found of it already; `guard` may refuse a change by throwing. What was
 * changed or removed outside is never taken along: the next version would vouch for it, in the name of whoever writes.
 * @throws RecordTampered where what is there is not what its last version says
 */
export function saveRecord(
  work: Work,
  kind: RecordKind,
  values: RecordValues,
  more: { codes?: Codes; stored?: Stored | undefined; guard?: (before: Stored) => void } = {},
): Saved {
  const { key, columns } = kind;
  const keyValues = key.map((column) => values[column] ?? null);
  const stored = 'stored' in more ? more.stored : findRecord(work, kind, keyValues);
  const said = versionFields(kind, values, more.codes);
  const name = nameOf(kind, said);
  if (!('stored' in more)) insistOnVouched(work.db, [{ kind, key: keyValues, name: [name] }]);
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
