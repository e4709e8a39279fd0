import Database from 'better-sqlite3';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { type Mark, markOf } from '#main/store/copy.ts';

export { digestOfRows } from '#main/store/copy.ts';

/** Whether a store holds, where its chain ends, and what was done last. */
export function lookAtStore(file: string): Mark & { ok: boolean; last: string } {
  const db = new Database(file, { readonly: true });
  try {
    const last = db.prepare<[], string>('select operation from audit_entry order by seq desc limit 1').pluck().get();
    return { ...markOf(db), ok: verifyStore(db, () => undefined).ok, last: last ?? '' };
  } finally {
    db.close();
  }
}
