import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type Message, msg } from '#shared/kernel/message.ts';
import { hex, noHash } from './chain.ts';

export type StoredEntry = {
  seq: number;
  body: string;
  previous_hash: Buffer;
  hash: Buffer;
  at: number;
  person: string;
  command_id: string;
  operation: string;
  outcome: string;
};

/** Checks the last entries of the chain against each other and against the head. Answers the first fault. */
export function checkTail(db: Database, most: number): { seq: number; message: Message } | undefined {
  const head = db.prepare<[], { seq: number; hash: Buffer }>('select seq, hash from head where id = 1').get();
  if (head === undefined) return { seq: 0, message: msg`the head is missing.` };
  const rows = db
    .prepare<[number], StoredEntry>('select * from audit_entry order by seq desc limit ?')
    .all(most)
    .reverse();
  const first = rows[0];
  let previous = first === undefined || first.seq === 1 ? hex(noHash) : hex(first.previous_hash);
  let expected = first?.seq ?? 1;
  for (const row of rows) {
    const fault = entryIssue(row, { seq: expected, previous });
    if (fault !== undefined) return { seq: row.seq, message: fault };
    previous = hex(row.hash);
    expected += 1;
  }
  if (head.seq !== expected - 1 || hex(head.hash) !== previous)
    return { seq: head.seq, message: msg`the head names entry ${head.seq}, the last entry is ${expected - 1}.` };
  return undefined;
}

/**
 * Where an entry must be: its number, the hash of the one before in hex, and the hash its body names as that, where
 * it was read.
 */
type Due = { seq: number; previous: string; link?: string | undefined };

/** What is wrong with one entry, given its place in the chain. */
export function entryIssue(row: StoredEntry, { seq, previous, link }: Due): Message | undefined {
  if (row.seq !== seq) return msg`entry ${seq} is missing.`;
  // A damaged row may hold anything in place of its hashes.
  if (typeof row.body !== 'string' || !Buffer.isBuffer(row.hash) || !Buffer.isBuffer(row.previous_hash))
    return msg`entry ${row.seq} was changed.`;
  if (row.previous_hash.toString('hex') !== previous) return msg`entry ${row.seq} does not follow the one before it.`;
  // Asked for as hex, which is quicker than as bytes.
  if (hash('sha256', row.body, 'hex') !== row.hash.toString('hex')) return msg`entry ${row.seq} was changed.`;
  // The link is in the sealed body too; the column beside it could be made to fit an entry that was edited.
  if ((link ?? sealedLink(row.body)) !== previous)
    return msg`entry ${row.seq} was sealed after another entry than the one before it.`;
  return undefined;
}

/** A quote inside a text is escaped in JSON, so the first such key is the body's own. */
const sealedLink = (body: string): string | undefined => /"previous":"([0-9a-f]{64})"/.exec(body)?.[1];
