import type { Database } from 'better-sqlite3';
import { hex } from '#main/store/chain.ts';
import type { AuditEntry, AuditQuestion, Change } from '#shared/audit/contract.ts';
import { namesToShow } from '#main/features/signing/names.queries.ts';
import { signersByEntry } from '#main/features/signing/signatures.queries.ts';
import { entriesThat, namesOf } from './entryFilter.queries.ts';
import { countEntries, presentEntry, readBody } from './entryList.queries.ts';
import { changesOf, type WrittenKind, writtenKinds } from './versions.queries.ts';

/** One field an entry changed. */
export type ExtractChange = { seq: number; change: Change; field: string; before: string; after: string };

/** An entry that wrote more records than are listed with the others: how many of each kind, and the first by name. */
export type LongEntry = { seq: number; kinds: WrittenKind[] };

/** The audit trail as it is filtered, for handing out. */
export type AuditExtract = {
  /** Newest first; so many as are asked for at most. */
  entries: AuditEntry[];
  /** How many entries fit, and how many of them are refusals. */
  total: number;
  refusals: number;
  /** How many records these entries wrote, in all. */
  records: number;
  /** What these entries changed, in their order, but for the long ones; so many rows as are asked for at most. */
  changes: ExtractChange[];
  /** Whether changes are left out for want of rows. */
  changesCut: boolean;
  /** The entries whose changes are not among them, such as imports, counted. */
  long: LongEntry[];
  /** What the long ones changed, as far as rows are left; none unless it is asked for. */
  appendix: ExtractChange[];
  appendixCut: boolean;
};

/** An entry that wrote more records than these is counted: an import would bury what people did under what it brought. */
export const mostListedRecords = 20;

const entriesPerStep = 200;
/** Records of an entry that are read at a time. */
const recordsPerRead = 500;

type Asked = {
  question: AuditQuestion;
  /** Rows of entries, and rows of changes, appendix included. */
  most: number;
  /** Whether the long entries are to be had whole. */
  appendix: boolean;
  /** Called between two steps; it may throw to end the work. */
  step: (done: number, total: number) => Promise<void>;
};

/**
 * Reads the entries that fit, in steps, and what they changed. Where the filter names a record, only the changes of
 * that record are listed: the entry may be an import of thousands.
 */
export async function readAuditExtract(db: Database, asked: Asked): Promise<AuditExtract> {
  const { question, most, step } = asked;
  const names = namesOf(db, question.record);
  const { where, named } = entriesThat(db, question);
  const fitting = db
    .prepare<unknown[], number>(`select seq from audit_entry e where ${where} order by seq desc`)
    .pluck()
    .all(named);
  const read = db.prepare<[number], { body: string; hash: Buffer }>('select body, hash from audit_entry where seq = ?');
  const seqs = fitting.slice(0, most);
  const extract: AuditExtract = {
    entries: [],
    total: fitting.length,
    refusals: question.outcome === 'done' ? 0 : countEntries(db, { ...question, outcome: 'refused' }),
    records: 0,
    changes: [],
    changesCut: false,
    long: [],
    appendix: [],
    appendixCut: false,
  };
  const shown = namesToShow(db);
  let signed = signersByEntry(db, []);
  for (const [index, seq] of seqs.entries()) {
    if (index % entriesPerStep === 0) {
      await step(index, seqs.length);
      signed = signersByEntry(db, seqs.slice(index, index + entriesPerStep));
    }
    const row = read.get(seq);
    if (row === undefined) continue;
    const body = readBody(row.body);
    extract.entries.push(presentEntry(body, { hash: hex(row.hash), shown, signers: signed.get(seq) ?? [] }));
    if (body.journals.version.count === 0) continue;
    const kinds = writtenKinds(db, { seq, names });
    const records = kinds.reduce((sum, kind) => sum + kind.records, 0);
    extract.records += records;
    if (records > mostListedRecords) extract.long.push({ seq, kinds });
    else if (!addChanges(extract.changes, changesOf(db, { seq, names, offset: 0, limit: records }), most, seq))
      extract.changesCut = true;
  }
  if (asked.appendix) await addAppendix(db, extract, { names, most, step });
  return extract;
}

/** Adds what the long entries changed, as far as rows are left. */
async function addAppendix(
  db: Database,
  extract: AuditExtract,
  { names, most, step }: Pick<Asked, 'most' | 'step'> & { names: readonly string[] },
): Promise<void> {
  const left = most - extract.changes.length;
  for (const { seq } of extract.long) {
    for (let offset = 0; ; offset += recordsPerRead) {
      await step(Math.min(extract.appendix.length, left), left);
      const changes = changesOf(db, { seq, names, offset, limit: recordsPerRead });
      if (!addChanges(extract.appendix, changes, left, seq)) {
        extract.appendixCut = true;
        return;
      }
      if (changes.length < recordsPerRead) break;
    }
  }
}

/** Adds them field by field, so many rows at most; false when some are left out. */
function addChanges(rows: ExtractChange[], changes: readonly Change[], most: number, seq: number): boolean {
  for (const change of changes) {
    for (const field of change.fields) {
      if (rows.length >= most) return false;
      rows.push({ seq, change, ...field });
    }
  }
  return true;
}
