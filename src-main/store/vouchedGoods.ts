import type { Database, Statement } from 'better-sqlite3';
import { partSeparator, type RecordKind, versionFieldName } from '#shared/kernel/record.ts';
import { canonical, noHash, runOn, type StoredVersion, versionText } from './chain.ts';
import { type Scalar, snake, versionFields } from './records.ts';
import { boundValue } from './parameter.ts';
import { prepared } from './statements.ts';
import { RecordTampered } from './vouchedRecords.ts';

/** A record that a command rests on: the values of its key, and the name that its versions know it by. */
export type Named = { kind: RecordKind; key: readonly Scalar[]; name: readonly string[] };

type Version = StoredVersion & { digest: Buffer };

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
  const recordKey = name.join(partSeparator);
  const row = askFor(db, kind).get(recordKey, ...key);
  if (row === undefined) return prepared(db, lastVersionOf(kind)).get(recordKey) === undefined;
  const known = vouchedBefore(db);
  const place = `${kind.name}${partSeparator}${recordKey}`;
  // A row that was compared with this version says what it said then, whatever became of the version.
  if (isSame(known.get(place), row)) return true;
  if (!isAsLastSaid(db, kind, row)) return false;
  known.set(place, row);
  return true;
}

/** A record's fields, the codes of those it refers to, its version, and the id of the last version of its name. */
type Row = readonly Scalar[];

function isAsLastSaid(db: Database, kind: RecordKind, row: Row): boolean {
  const [version, id] = row.slice(-2);
  const last = prepared<Version>(
    db,
    'select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version where id = ?',
  ).get(id);
  if (last === undefined) return false;
  const values = Object.fromEntries(kind.columns.map((column, at) => [column, row[at] ?? null]));
  const codes = referencesOf(kind).map(({ as }, at) => [as, String(row[kind.columns.length + at])]);
  const said = versionFields(kind, values, Object.fromEntries(codes));
  if (version !== last.version || canonical(said) !== last.content) return false;
  const before = prepared<{ digest: Buffer }>(db, 'select digest from record_version where id = ?').get(last.id - 1);
  return last.digest.equals(runOn(before?.digest ?? noHash, versionText(last)));
}

const isSame = (one: Row | undefined, other: Row): boolean =>
  one !== undefined && other.every((value, at) => value === one[at]);

const memos = new WeakMap<Database, Map<string, Row>>();
function vouchedBefore(db: Database): Map<string, Row> {
  const memo = memos.get(db) ?? new Map<string, Row>();
  memos.set(db, memo);
  return memo;
}

const referencesOf = ({ fields }: RecordKind): { column: string; names: string; as: string }[] =>
  Object.entries(fields).flatMap(([column, field]) =>
    field.kind === 'reference' ? [{ column, names: field.names, as: versionFieldName(column, field) }] : [],
  );

const asked = new WeakMap<Database, Map<string, Statement<unknown[], Row>>>();

/** A record by its name and its key. As a list, which is compared sooner than an object is made. */
function askFor(db: Database, kind: RecordKind): Statement<unknown[], Row> {
  const known = asked.get(db) ?? new Map<string, Statement<unknown[], Row>>();
  asked.set(db, known);
  const statement = known.get(kind.name) ?? db.prepare<unknown[], Row>(rowSql(kind)).raw();
  known.set(kind.name, statement);
  return statement;
}

const lastVersionOf = ({ name }: RecordKind): string =>
  `select id from record_version where record = '${name}' and record_key = ${boundValue} order by version desc limit 1`;

function rowSql(kind: RecordKind): string {
  const references = referencesOf(kind);
  const columns = [
    ...kind.columns.map((column) => `t.${snake(column)}`),
    ...references.map((_, index) => `coalesce(r${index}.code, '')`),
    't.version',
    `(${lastVersionOf(kind)})`,
  ];
  const joins = references.map(
    ({ column, names }, index) => `left join ${names} r${index} on r${index}.id = t.${snake(column)}`,
  );
  const where = kind.key.map((column) => `t.${snake(column)} = ${boundValue}`).join(' and ');
  return `select ${columns.join(', ')} from ${kind.name} t ${joins.join(' ')} where ${where}`;
}
