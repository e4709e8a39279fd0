import type { Database } from 'better-sqlite3';
import { hex, noHash } from '#main/store/chain.ts';
import { entriesOfSetUp } from '#main/store/entries.ts';
import { columnIssue, entryIssue, readBody, selectEntries, type StoredEntry } from '#main/store/tail.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { type JournalMark, MovementWalk, VersionWalk } from './journalWalk.queries.ts';
import { type Say, Slices, type Step } from './verifySteps.queries.ts';

/** Where a stretch of the chain begins: what the entry before it left behind. */
export type ChainStart = { seq: number; hash: string; at: number; movement: JournalMark; version: JournalMark };

/** A stretch of the chain: the entries after its start, up to one of them, or to the end and the head. */
export type Stretch = { start: ChainStart; upTo: number | undefined };

/** The end of the chain, where it was reached and holds. */
export type VerifiedHead = { storeId: string; seq: number; hash: string };

const nothing: JournalMark = { last: 0, digest: hex(noHash) };
export const chainBegin: ChainStart = { seq: 0, hash: hex(noHash), at: 0, movement: nothing, version: nothing };
export const wholeChain: Stretch = { start: chainBegin, upTo: undefined };

/**
 * Cuts the chain into stretches that can be walked beside each other: each begins with what the last entry of the one
 * before it says, which the walk of that one vouches for. Where an entry to cut at cannot be read, the chain stays whole.
 */
export function cutChain(db: Database, pieces: number): Stretch[] {
  const last = db.prepare<[], number | null>('select max(seq) from audit_entry').pluck().get() ?? 0;
  const cuts = Array.from({ length: pieces - 1 }, (_, index) => Math.floor((last * (index + 1)) / pieces));
  const starts = cuts.map((seq) => startAfter(db, seq));
  if (starts.some((start) => start === undefined)) return [wholeChain];
  const all = [chainBegin, ...starts.filter((start) => start !== undefined)];
  return all.map((start, index) => ({ start, upTo: all[index + 1]?.seq }));
}

function startAfter(db: Database, seq: number): ChainStart | undefined {
  const row = db.prepare<[number], StoredEntry>(`${selectEntries} where seq = ?`).get(seq);
  const journals = row === undefined ? undefined : readBody(row.body)?.journals;
  if (row === undefined || journals === undefined || row.hash === null) return undefined;
  return { seq, hash: row.hash, at: row.at, movement: journals.movement, version: journals.version };
}

type HeadRow = { storeId: string; seq: number; hash: Buffer; movementDigest: Buffer; versionDigest: Buffer };

/** Walks a stretch of the chain and, beside it, both journals, up to where each entry says they stood. */
export function checkChain(db: Database, say: Say, step: Step, { start, upTo }: Stretch): VerifiedHead | undefined {
  const movements = new MovementWalk(db, { say, step, start: start.movement });
  const versions = new VersionWalk(db, { say, step, start: start.version });
  const head = db.prepare<[], HeadRow>(selectHead).get();
  let [previous, lastAt, expected] = [start.hash, start.at, start.seq + 1];
  const rows = new Slices<StoredEntry>(db, `${selectEntries} where seq > ? order by seq limit ?`, {
    after: start.seq,
    keyOf: ({ seq }) => seq,
    step,
  });
  for (let row = rows.next(); row !== undefined && !(row.seq > (upTo ?? row.seq)); row = rows.next()) {
    const body = readBody(row.body);
    const fault =
      entryIssue(row, { seq: expected, previous, link: body?.previous }) ??
      columnIssue(row, body, head?.storeId ?? '') ??
      (row.at < lastAt ? msg`entry ${row.seq} is dated before the one before it.` : undefined);
    if (fault !== undefined) say(entryChanged(row.seq, fault));
    if (body !== undefined) {
      movements.upTo(row.seq, body.journals.movement);
      versions.upTo(row.seq, body.journals.version);
    }
    previous = row.hash ?? '';
    lastAt = row.at;
    expected = row.seq + 1;
  }
  if (upTo !== undefined) {
    if (expected !== upTo + 1) say(entryChanged(expected, msg`entry ${expected} is missing.`));
    return undefined;
  }
  const [, again] = entriesOfSetUp(db);
  if (again !== undefined)
    say(entryChanged(again, msg`entry ${again} sets up the first administrator, whom an earlier one set up.`));
  movements.end();
  versions.end();
  const ends = { seq: expected - 1, hash: previous, movement: movements.digestHex, version: versions.digestHex };
  return endsAtHead(head, ends, say) ? { storeId: head.storeId, seq: head.seq, hash: previous } : undefined;
}

const entryChanged = (seq: number, fault: Message) => ({
  code: 'ENTRY_CHANGED',
  seq,
  where: `entry ${seq}`,
  message: msg`The audit trail does not hold: ${fault}`,
});

const selectHead = `select store_id as storeId, seq, hash, movement_digest as movementDigest, version_digest as versionDigest
  from head where id = 1`;

type Ends = { seq: number; hash: string; movement: string; version: string };

function endsAtHead(head: HeadRow | undefined, ends: Ends, say: Say): head is HeadRow {
  const bytes = head === undefined ? [] : [head.hash, head.movementDigest, head.versionDigest];
  const [hash, movement, version] = bytes.map((one) => (Buffer.isBuffer(one) ? one.toString('hex') : ''));
  if (head === undefined || head.seq !== ends.seq || hash !== ends.hash) {
    const message = msg`The head names entry ${head?.seq ?? 0}, but the last entry is ${ends.seq}: entries are missing or were added.`;
    say({ code: 'HEAD_CHANGED', seq: ends.seq + 1, where: 'head', message });
    return false;
  }
  if (movement === ends.movement && version === ends.version) return true;
  say({ code: 'HEAD_CHANGED', seq: 0, where: 'head', message: msg`The head and the journals do not agree.` });
  return false;
}
