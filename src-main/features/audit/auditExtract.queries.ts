import type { Database } from 'better-sqlite3';
import { hex } from '#main/store/chain.ts';
import type { AuditEntry, AuditQuestion, Change } from '#shared/audit/contract.ts';
import { entriesThat } from './entryFilter.queries.ts';
import { countEntries, presentEntry, readBody } from './entryList.queries.ts';
import { changesOf } from './versions.queries.ts';

/** One field an entry changed. */
export type ExtractChange = { seq: number; change: Change; field: string; before: string; after: string };

/** The audit trail as it is filtered, for handing out. */
export type AuditExtract = {
  /** Newest first; so many as are asked for at most. */
  entries: AuditEntry[];
  /** How many entries fit, and how many of them are refusals. */
  total: number;
  refusals: number;
  /** What these entries changed, in their order; so many rows as are asked for at most. */
  changes: ExtractChange[];
  /** Whether changes are left out. */
  changesCut: boolean;
};

const entriesPerStep = 200;
/** Records of an entry that are read at a time. */
const recordsPerRead = 500;

/**
 * Reads the entries that fit, in steps, and what they changed. Where the filter names a record, only the changes of
 * that record are told: the entry may be an import of thousands.
 * @param most rows of entries, and rows of changes
 * @param step called between two steps; it may throw to end the work
 */
export async function readAuditExtract(
  db: Database,
  question: AuditQuestion,
  most: number,
  step: (done: number, total: number) => Promise<void>,
): Promise<AuditExtract> {
  const { where, named } = entriesThat(question);
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
    changes: [],
    changesCut: false,
  };
  for (const [index, seq] of seqs.entries()) {
    if (index % entriesPerStep === 0) await step(index, seqs.length);
    const row = read.get(seq);
    if (row === undefined) continue;
    const body = readBody(row.body);
    extract.entries.push(presentEntry(db, body, hex(row.hash)));
    if (body.journals.version.count === 0) continue;
    if (extract.changes.length < most) await takeChanges(db, { seq, record: question.record, most, extract, step });
    else extract.changesCut = true;
  }
  return extract;
}

type Taking = {
  seq: number;
  record: string;
  most: number;
  extract: AuditExtract;
  step: (done: number, total: number) => Promise<void>;
};

async function takeChanges(db: Database, { seq, record, most, extract, step }: Taking): Promise<void> {
  for (let offset = 0; ; offset += recordsPerRead) {
    const changes = changesOf(db, { seq, record, offset, limit: recordsPerRead });
    for (const change of changes) {
      for (const field of change.fields) {
        if (extract.changes.length === most) {
          extract.changesCut = true;
          return;
        }
        extract.changes.push({ seq, change, ...field });
      }
    }
    if (changes.length < recordsPerRead) return;
    await step(extract.entries.length, Math.min(extract.total, most));
  }
}
