import type { Database } from 'better-sqlite3';
import type { QueryContext } from '#main/context/context.ts';
import { markOf } from '#main/store/copy.ts';
import { type Unpacked, unpackBackup } from '#main/store/restore.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** Unpacks and verifies a backup for whoever asks. @throws what `unpackBackup` throws */
export function unpackFor(
  { actor, now, job, copies }: Pick<QueryContext<'copies'>, 'actor' | 'now' | 'job' | 'copies'>,
  backup: string,
  draft: string,
): Promise<Unpacked> {
  const { person, workstation, host } = actor;
  const holder = { person: person.name, workstation, host, pid: process.pid, since: formatMoment(now) };
  return unpackBackup(backup, draft, { ...copies, holder, now, watched: job });
}

/** @throws LotlineError STORE_FOREIGN */
export function insistOnOwn(db: Database, store: string, backup: string): void {
  if (markOf(db).store === store) return;
  throw new LotlineError('STORE_FOREIGN', msg`${backup} is a backup of another store than this one.`);
}

/** When an entry was made; "" before the first. */
export function momentOfEntry(db: Database, seq: number): string {
  const at = db.prepare<[number], number>('select at from audit_entry where seq = ?').pluck().get(seq);
  return at === undefined ? '' : formatMoment(at);
}

/** Neither lots nor movements ever go away. */
export const rowsIn = (db: Database, table: 'lot' | 'movement'): number =>
  db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
