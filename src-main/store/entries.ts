import type { Database } from 'better-sqlite3';
import { type EntryBody, noHash } from './chain.ts';
import { prepared } from './statements.ts';
import { readBody } from './tail.ts';
import type { Work } from './work.ts';

/** The operation, input and reply in the entry of a done command; undefined when the person sent no such command. */
export function doneCommand(
  db: Database,
  person: string,
  commandId: string,
): Pick<EntryBody, 'operation' | 'input' | 'reply'> | undefined {
  const asked = "select body from audit_entry where person = ? and command_id = ? and outcome = 'done'";
  const entry = prepared<{ body: string }>(db, asked).get(person, commandId);
  // Written by seal only, and covered by the chain.
  return entry === undefined ? undefined : (JSON.parse(entry.body) as EntryBody);
}

/** When the last entry was made, and no entry is later than the one after it; 0 before the first. */
export const lastEntryAt = (work: Work): number =>
  work.one<{ at: number }>('select at from audit_entry order by seq desc limit 1')?.at ?? 0;

/** What the computer's clock said at the entry of a body, where it was behind the entry before; "" where it was not. */
export const clockBehindIn = (body: string): string =>
  body.includes('"clockBehind"') ? (readBody(body)?.clockBehind ?? '') : '';

/** The same, of an entry by its number. */
export function clockBehindAt(db: Database, seq: number): { clockBehind?: string } {
  const entry = prepared<{ body: string }>(db, 'select body from audit_entry where seq = ?').get(seq);
  const clockBehind = clockBehindIn(entry?.body ?? '');
  return clockBehind === '' ? {} : { clockBehind };
}

/** The hash of the chain at a sequence, that of nothing at 0; undefined where there is no such entry. */
export function hashAt(db: Database, seq: number): Uint8Array | undefined {
  return seq === 0
    ? noHash
    : db.prepare<[number], Buffer>('select hash from audit_entry where seq = ?').pluck().get(seq);
}

/** Marks a store as a demo; every screen and print shows it. */
export function markAsDemo(work: Work, plant: string): void {
  work.run('update head set demo = ? where id = 1', plant);
}

/** When the first entry was made; undefined before it. */
export const firstEntryAt = (db: Database): number | undefined =>
  db.prepare<[], number>('select at from audit_entry where seq = 1').pluck().get();

/** The first entries that set up an administrator: there is one at most. */
export const entriesOfSetUp = (db: Database): number[] =>
  db
    .prepare<[], number>(
      "select seq from audit_entry where operation = 'people.setUp' and outcome = 'done' order by seq limit 2",
    )
    .pluck()
    .all();
