import type { Database } from 'better-sqlite3';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { type Meaning, meanings, type Signature } from '#shared/kernel/signature.ts';
import { signatureRecord, type SignatureValues } from '#shared/signing/records.ts';
import { clockBehindAt } from '#main/store/entries.ts';
import { columnsOf } from '#main/store/records.ts';
import { prepared } from '#main/store/statements.ts';
import { namesToShow } from './names.queries.ts';

const columns = columnsOf(signatureRecord);

/** A record's version as a signature names it. */
export type SignedVersion = { record: string; key: string; version: number; digest: string };

/** The signatures on a record, newest first. */
export function signaturesOn(db: Database, record: string, key: string): Signature[] {
  return db
    .prepare<[string, string], SignatureValues>(
      `select ${columns} from signature where record = ? and record_key = ? order by entry_seq desc, id`,
    )
    .all(record, key)
    .map((row) => presentSignature(db, row));
}

// A signature's code is the number of its entry, a stroke and its position; the point comes right after the stroke.
const ofEntry = "code > ? || '-' and code < ? || '.'";

/** Those an entry left, in the order of their positions. */
export const signaturesOfEntry = (db: Database, seq: number): Signature[] =>
  db
    .prepare<[string, string], SignatureValues>(`select ${columns} from signature where ${ofEntry} order by id`)
    .all(String(seq), String(seq))
    .map((row) => presentSignature(db, row));

/** Who signed an entry, as what, and the sentence they signed. */
export type Signer = Pick<Signature, 'person' | 'name' | 'meaning' | 'statement'>;

/** Everybody who signed these entries, by the entry, in the order in which they signed: one question for all of them. */
export function signersByEntry(db: Database, seqs: readonly number[]): Map<number, Signer[]> {
  const sql = `select s.entry_seq as entrySeq, s.person, s.name, s.meaning, s.statement
    from json_each(?) e cross join signature s on s.code > e.value || '-' and s.code < e.value || '.' order by s.id`;
  const rows = db.prepare<[string], Omit<Signer, 'meaning'> & { entrySeq: number; meaning: string }>(sql);
  const byEntry = new Map<number, Signer[]>();
  const shown = namesToShow(db);
  for (const { entrySeq, meaning, ...row } of rows.all(JSON.stringify(seqs))) {
    const signer = { ...row, name: shown(row.person, row.name), meaning: meaningIn(meaning) };
    const known = byEntry.get(entrySeq);
    if (known === undefined) byEntry.set(entrySeq, [signer]);
    else known.push(signer);
  }
  return byEntry;
}

export function presentSignature(db: Database, row: SignatureValues): Signature {
  return {
    id: row.code,
    record: row.record,
    parts: row.recordKey.split('\u001f'),
    version: row.recordVersion,
    meaning: meaningIn(row.meaning),
    person: row.person,
    name: namesToShow(db)(row.person, row.name),
    role: row.role,
    at: formatMoment(row.at),
    ...clockBehindAt(db, row.entrySeq),
    statement: row.statement,
    comment: row.comment,
    entry: row.entrySeq,
    superseded: versionsIn(row.signed).some(({ record, key, version }) => {
      const last = lastVersion(db, record, key);
      return last.version > version || (record === 'status_decision' && isChangedSince(db, last.content));
    }),
  };
}

export const meaningIn = (text: string): Meaning => meanings.find((meaning) => meaning === text) ?? 'performed';

// Written by `writeSignatures` alone, and vouched for by the signature's digest.
const versionsIn = (signed: string): SignedVersion[] => JSON.parse(signed) as SignedVersion[];

type LastVersion = { version: number; content: string };
const lastVersion = (db: Database, record: string, key: string): LastVersion =>
  db
    .prepare<[string, string], LastVersion>(
      'select version, content from record_version where record = ? and record_key = ? order by version desc limit 1',
    )
    .get(record, key) ?? { version: 0, content: '' };

/** Whether an import has changed the status of goods since it was decided on: that writes no version of the decision. */
function isChangedSince(db: Database, decision: string): boolean {
  const [, first, last] = /"movements":"(\d+)-(\d+)"/.exec(decision) ?? [];
  const later = prepared(
    db,
    `select 1 from movement d join movement m on m.to_unit_id = d.to_unit_id and m.at >= d.at
     where d.id between ? and ? and m.id > ? and m.kind = 'status' and m.evidence = 'imported' and m.reverses_id is null
       and not exists (select 1 from movement b where b.reverses_id = m.id) limit 1`,
  );
  return later.get(Number(first), Number(last), Number(last)) !== undefined;
}

/** What a signature's digest is taken over: all of it but the comment's place in a list. */
export const signatureText = ({ digest: _digest, code: _code, ...rest }: SignatureValues): string => canonical(rest);

export type SignatureIssue = { seq: number; code: string; message: Message };

/**
 * What is wrong with the signatures: one that says something else than was signed, one on a version that is not there
 * or says something else, one by nobody, a second copy of one, one beside the entry it names.
 */
export function signatureIssues(db: Database): SignatureIssue[] {
  const faults: SignatureIssue[] = [];
  const version = db.prepare<[string, string, number], { content: string; entrySeq: number }>(
    'select content, entry_seq as entrySeq from record_version where record = ? and record_key = ? and version = ?',
  );
  const signer = db
    .prepare<[string], number>("select 1 from record_version where record = 'person' and record_key = ?")
    .pluck();
  const entry = db.prepare<[number], { at: number; operation: string; outcome: string; person: string }>(
    'select at, operation, outcome, person from audit_entry where seq = ?',
  );
  const seen = new Set<string>();
  for (const row of db.prepare<[], SignatureValues>(`select ${columns} from signature order by id`).iterate()) {
    const say = (message: (signature: Message) => Message): number =>
      faults.push({ seq: row.entrySeq, code: row.code, message: message(msg`Signature ${row.code} of ${row.name}`) });
    if (hex(sha256(signatureText(row))) !== row.digest) say((it) => msg`${it} was changed.`);
    const key = `${row.entrySeq} ${row.person} ${row.meaning} ${row.signed}`;
    if (seen.has(key)) say((it) => msg`${it} stands there twice.`);
    seen.add(key);
    if (signer.get(row.person.toLowerCase()) === undefined)
      say((it) => msg`${it} is of nobody who was ever a person here.`);
    const sealed = entry.get(row.entrySeq);
    if (
      sealed === undefined ||
      sealed.outcome !== 'done' ||
      sealed.operation !== row.operation ||
      !row.code.startsWith(`${row.entrySeq}-`)
    )
      say((it) => msg`${it} names another entry than the one it was made with.`);
    for (const { record, key: name, version: number, digest } of readVersions(row.signed)) {
      const stored = version.get(record, name, number);
      if (stored === undefined || stored.entrySeq > row.entrySeq || hex(sha256(stored.content)) !== digest)
        say((it) => msg`${it} is not on the ${record} it names.`);
    }
  }
  return faults;
}

function readVersions(signed: string): SignedVersion[] {
  try {
    return versionsIn(signed);
  } catch {
    return [{ record: 'record', key: '', version: 0, digest: '' }];
  }
}
