import type { Database, Statement } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { type Fields, partSeparator, type RecordKind, type ValuesOf } from '#shared/kernel/record.ts';
import { canonical, hex, noHash, runOn, sha256, type StoredVersion, versionText } from './chain.ts';
import { columnsOf, nameOf, type RecordValues, snake, versionFields } from './records.ts';
import { boundValue } from './parameter.ts';
import { prepared } from './statements.ts';
import { readBody } from './tail.ts';

/** A record as its table has it, which the journal vouches for. */
export type Vouched = RecordValues & { readonly version: number };

type Version = StoredVersion & { digest: Buffer };

/**
 * The records of a kind, or those whose key begins with some parts, for deciding who somebody is and what they may do.
 * Verification finds what was changed in the file as long as it is changed; these records are compared with the journal
 * at each use, so that a change that is undone again decides nothing. Only for kinds that refer to no other record. Of a
 * store that is only read because it was found changed, what the journal does not vouch for is left out.
 * @throws RecordTampered where a record is not what its last version says, or is missing
 */
export function vouchedRecords(db: Database, kind: RecordKind, ...parts: readonly (string | undefined)[]): Vouched[] {
  const first = parts.filter((part) => part !== undefined);
  const asked = askingOf(db, kind, first.length);
  const rows = asked.rows.all(...first);
  const last = lastVersions(asked, kind, first);
  const known = memoOf(db);
  const isVouched = (row: Vouched): boolean => {
    const name = kind.key.map((column) => String(row[column])).join(partSeparator);
    const id = last.get(name);
    last.delete(name);
    const key = `${kind.name}${partSeparator}${name}`;
    const text = `${id}${partSeparator}${JSON.stringify(row)}`;
    if (known.get(key) === text) return true;
    if (id === undefined || !isVouchedFor(db, kind, row, id)) return false;
    known.set(key, text);
    return true;
  };
  const vouched = rows.filter(isVouched);
  if (leavingOut.get(db)?.() === true) return vouched;
  const [bad = [...last.keys()][0]] = rows
    .filter((row) => !vouched.includes(row))
    .map((row) => kind.key.map((column) => String(row[column])).join(partSeparator));
  if (bad !== undefined) throw new RecordTampered(kind, bad);
  if (hidesVersions(asked, kind)) throw new RecordTampered(kind, first.join(partSeparator));
  return rows;
}

/** What is asked of records of a kind whose key begins with so many parts. */
type Asking = {
  rows: Statement<unknown[], Vouched>;
  lastVersions: Statement<unknown[], { name: string; id: number }>;
  hidden: Statement<unknown[]>;
};

const askings = new WeakMap<Database, Map<string, Asking>>();

/** Prepared once for each connection: at every call somebody is looked up by them. */
function askingOf(db: Database, kind: RecordKind, parts: number): Asking {
  const known = askings.get(db) ?? new Map<string, Asking>();
  askings.set(db, known);
  const key = `${kind.name} ${parts}`;
  const asking = known.get(key) ?? prepareAsking(db, kind, parts);
  known.set(key, asking);
  return asking;
}

function prepareAsking(db: Database, kind: RecordKind, parts: number): Asking {
  const named = kind.key.slice(0, parts).map((column) => `${snake(column)} = ${boundValue}`);
  const where = parts === 0 ? '' : ` where ${named.join(' and ')}`;
  const begins = parts === 0 ? '' : ` and record_key >= ${boundValue} and record_key < ${boundValue}`;
  return {
    rows: db.prepare(`select ${columnsOf(kind)}, version from ${kind.name}${where} order by id`),
    lastVersions: db.prepare(
      `select record_key as name, id from record_version where record = ${boundValue}${begins} order by record_key, version`,
    ),
    hidden: db.prepare(`select 1 from record_version where record > ${boundValue} and record < ${boundValue} limit 1`),
  };
}
/** The same where the kind is known: each value has the type of its field. */
export const vouchedValues = <F extends Fields>(
  db: Database,
  kind: RecordKind<F>,
  ...parts: readonly (string | undefined)[]
): (ValuesOf<RecordKind<F>> & { version: number })[] =>
  // The query selects the very fields of the kind.
  vouchedRecords(db, kind, ...parts) as (ValuesOf<RecordKind<F>> & { version: number })[];

/** Stores that were found damaged, or are open for rescue, are only read: there the rest can be looked at. */
const leavingOut = new WeakMap<Database, () => boolean>();
export const leaveOutUnvouched = (db: Database, isLeaving: () => boolean): void => void leavingOut.set(db, isLeaving);

/** What was compared on a connection already: by record, the last version's id and the row. */
const memos = new WeakMap<Database, Map<string, string>>();
function memoOf(db: Database): Map<string, string> {
  const memo = memos.get(db) ?? new Map<string, string>();
  memos.set(db, memo);
  return memo;
}

/** The ids of the last versions by the names of their records. */
function lastVersions(asked: Asking, { name }: RecordKind, first: readonly string[]): Map<string, number> {
  const begins = first.join(partSeparator);
  // No name has a sign between the separator and the blank.
  const span = first.length === 0 ? [] : [begins, `${begins} `];
  return new Map(asked.lastVersions.all(name, ...span).map((row) => [row.name, row.id]));
}

/**
 * Whether versions stand under a kind's name with more behind it. A digest is taken over name and key in one text, so a
 * version could be moved from one to the other, and be nobody's any more.
 */
const hidesVersions = ({ hidden }: Asking, { name }: RecordKind): boolean => hidden.get(name, `${name} `) !== undefined;

function isVouchedFor(db: Database, kind: RecordKind, { version, ...values }: Vouched, id: number): boolean {
  const said = versionFields(kind, values);
  const rows = prepared<Version>(db, `${selectVersions} where id = ?`).all(id);
  const [last] = rows;
  if (last === undefined || last.version !== version || last.content !== canonical(said)) return false;
  return last.key === nameOf(kind, said) && isSealed(db, last);
}

const selectVersions =
  'select id, entry_seq as entrySeq, record, record_key as key, version, content, digest from record_version';

type Entry = { body: string | null; hash: Buffer; next: Buffer | null; headSeq: number; headHash: Buffer };

/** Whether a version runs on to what its entry says of the journal, and that entry on to the one after it. */
function isSealed(db: Database, { id, entrySeq }: Version): boolean {
  const entry = prepared<Entry>(
    db,
    `select e.body, e.hash, n.previous_hash as next, h.seq as headSeq, h.hash as headHash
     from head h left join audit_entry e on e.seq = ${boundValue} left join audit_entry n on n.seq = e.seq + 1 where h.id = 1`,
  ).get(entrySeq);
  if (entry === undefined) return false;
  // What this very unit of work wrote is sealed at its end.
  if (entry.body === null) return !db.readonly && db.inTransaction && entrySeq === entry.headSeq + 1;
  const after = entrySeq === entry.headSeq ? entry.headHash : entry.next;
  if (after === null || !entry.hash.equals(after) || !sha256(entry.body).equals(entry.hash)) return false;
  const version = readBody(entry.body)?.journals.version;
  if (version === undefined) return false;
  const before = prepared<{ digest: Buffer }>(db, 'select digest from record_version where id = ?').get(id - 1);
  let digest: Uint8Array = before?.digest ?? noHash;
  for (const row of prepared<Version>(db, `${selectVersions} where id between ? and ? order by id`).iterate(
    id,
    version.last,
  ))
    digest = runOn(digest, versionText(row));
  return hex(digest) === version.digest;
}

/** A record that was changed outside this program while it is used. The store is not written to any more. */
export class RecordTampered extends LotlineError {
  constructor({ name: record }: RecordKind, name: string) {
    const where = `${record} ${name.replaceAll(partSeparator, ' ')}`;
    const text = msg`${where} is not what the journal says: it was changed outside Lotline. Nothing more is written. Verify the store, and restore a backup.`;
    super('STORE_DAMAGED', text);
  }
}
