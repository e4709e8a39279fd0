import type { Database } from 'better-sqlite3';
import { type Message, msg } from '#shared/kernel/message.ts';
import { hashAt } from './entries.ts';

/** The end of the chain as somebody was told that it is written. */
export type Acknowledged = { seq: number; hash: Buffer };

/** Which entries that were acknowledged are not in the store any more; undefined where all are, or nothing can be read. */
export function missingOf(db: Database, { seq, hash }: Acknowledged): Message | undefined {
  try {
    const found = hashAt(db, seq);
    if (found !== undefined && hash.equals(found)) return undefined;
    const last = db.prepare<[], number>('select seq from head where id = 1').pluck().get() ?? 0;
    if (last >= seq) return msg`Entry ${seq} is another one now than was acknowledged here.`;
    return seq - last === 1
      ? msg`Entry ${seq}, which was acknowledged here, is gone.`
      : msg`Entries ${last + 1} to ${seq}, which were acknowledged here, are gone.`;
  } catch {
    // That it cannot be read is told by the first question.
    return undefined;
  }
}
