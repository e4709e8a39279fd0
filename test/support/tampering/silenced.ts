import type Database from 'better-sqlite3';
import { canonical } from '#main/store/chain.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { reseal } from './forger.ts';

/** How a forged entry may put a restore: as the reply that a real one keeps. */
export const forgedReplies = {
  'over a store that could not be read': { seq: 0, previous: 'unreadable', previousSeq: 0, isPast: false },
  'of another branch': { seq: 0, previous: 'whole', previousSeq: 99, isPast: false },
  'of its own past': { seq: 0, previous: 'whole', previousSeq: 99, isPast: true },
} as const;

export type ForgedReply = (typeof forgedReplies)[keyof typeof forgedReplies];

/** Adds an entry that says a backup was restored, and makes the whole chain fit. */
export function forgeRestore(db: Database.Database, reply: ForgedReply): void {
  const last = db
    .prepare<[], { seq: number; at: number; person: string; body: string }>(
      'select seq, at, person, body from audit_entry order by seq desc limit 1',
    )
    .get();
  if (last === undefined) throw new Error('the store has no entry');
  const [seq, at] = [last.seq + 1, last.at + 120_000_000];
  const said = {
    ...(JSON.parse(last.body) as object), // an entry's own text
    seq,
    at: formatMoment(at),
    operation: 'backups.restore',
    outcome: 'done',
    command: 'restored',
    summary: 'x',
    reply,
  };
  db.prepare(
    "insert into audit_entry (seq, at, person, command_id, operation, outcome, body, previous_hash, hash) values (?, ?, ?, 'restored', 'backups.restore', 'done', ?, ?, ?)",
  ).run(seq, at, last.person, canonical(said), Buffer.alloc(32, 1), Buffer.alloc(32, 2));
  reseal(db);
}

/** Gives a store another identity, as somebody would who wants to be rid of what is remembered under its own. */
export function rename(db: Database.Database, storeId: string): void {
  db.prepare('update head set store_id = ?').run(storeId);
  const update = db.prepare('update audit_entry set body = ? where seq = ?');
  const rows = db.prepare<[], { seq: number; body: string }>('select seq, body from audit_entry').all();
  // Each is an entry's own text.
  for (const { seq, body } of rows) update.run(canonical({ ...(JSON.parse(body) as object), store: storeId }), seq);
  reseal(db);
}
