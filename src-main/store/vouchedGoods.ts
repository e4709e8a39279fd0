import type { Database } from 'better-sqlite3';
import { partSeparator, type RecordKind, versionFieldName } from '#shared/kernel/record.ts';
import { canonical, noHash, runOn, type StoredVersion, versionText } from './chain.ts';
import { type RecordValues, type Scalar, snake, versionFields } from './records.ts';
import { prepared } from './statements.ts';
import { RecordTampered } from './vouchedRecords.ts';

/** A record that a command rests on: the values of its key, and the name that its versions know it by. */
export type Named = { kind: RecordKind; key: readonly Scalar[]; name: readonly string[] };

type Row = RecordValues & { version: number };
type Version = StoredVersion & { version: number; digest: Buffer };

/**
 * Compares what a command rests on with its last version: what was changed in the file for a while decides nothing about
 * goods. The version itself is held to the one before it alone, for an import writes thousands with one entry; whether all
 * of them hold, the walk of the chain and verification say.
 * @throws RecordTampered where a record is not what its last version says, or is missing
 */
export function insistOnVouched(db: Database, named: Iterable<Named>): void {
  for (const one of named) if (!isVouched(db, one)) throw new RecordTampered(one.kind, one.name.join(partSeparator));
}

function isVouched(db: Database, { kind, key, name }: Named): boolean {
  const row = prepared<Row>(db, rowSql(kind)).get(...key);
  const recordKey = name.join(partSeparator);
  const { id } =
    prepared<{ id: number }>(
      db,
      'select id from record_version where record = ? and record_key = ? order by version desc limit 1',
    ).get(kind.name, recordKey) ?? {};
  if (row === undefined || id === undefined) return row === undefined && id === undefined;
  const known = memoOf(db);
  const text = `${id} ${JSON.stringify(row)}`;
  const place = `${kind.name}${partSeparator}${recordKey}`;
  // A row that was compared with this version says what it said then, whatever became of the version.
  if (known.get(place) === text) return true;
  const last = prepared<Version>(
    db,
    'select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version where id = ?',
  ).get(id);
  if (last === undefined) return false;
  const codes = Object.fromEntries(referencesOf(kind).map(({ as }) => [as, String(row[`code of ${as}`] ?? '')]));
  if (row.version !== last.version || canonical(versionFields(kind, row, codes)) !== last.content) return false;
  const before = prepared<{ digest: Buffer }>(db, 'select digest from record_version where id = ?').get(last.id - 1);
  if (!last.digest.equals(runOn(before?.digest ?? noHash, versionText(last)))) return false;
  known.set(place, text);
  return true;
}

const memos = new WeakMap<Database, Map<string, string>>();
function memoOf(db: Database): Map<string, string> {
  const memo = memos.get(db) ?? new Map<string, string>();
  memos.set(db, memo);
  return memo;
}

const referencesOf = ({ fields }: RecordKind): { column: string; names: string; as: string }[] =>
  Object.entries(fields).flatMap(([column, field]) =>
    field.kind === 'reference' ? [{ column, names: field.names, as: versionFieldName(column, field) }] : [],
  );

const texts = new WeakMap<RecordKind, string>();

/** A record by its key, with the codes of those it refers to. */
function rowSql(kind: RecordKind): string {
  const known = texts.get(kind);
  if (known !== undefined) return known;
  const references = referencesOf(kind);
  const columns = [
    ...kind.columns.map((column) => `t.${snake(column)} as "${column}"`),
    ...references.map(({ as }, index) => `coalesce(r${index}.code, '') as "code of ${as}"`),
  ];
  const joins = references.map(
    ({ column, names }, index) => `left join ${names} r${index} on r${index}.id = t.${snake(column)}`,
  );
  const where = kind.key.map((column) => `t.${snake(column)} = ?`).join(' and ');
  const text = `select ${columns.join(', ')}, t.version from ${kind.name} t ${joins.join(' ')} where ${where}`;
  texts.set(kind, text);
  return text;
}
