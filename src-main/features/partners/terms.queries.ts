import type { Database } from 'better-sqlite3';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { partnerTermsRecord } from '#shared/partners/records.ts';

/** How many days goods must last when they are shipped to a partner, as the journal vouches for it; null for any. */
export function leastLifeOf(db: Database, partner: string): number | null {
  const days = vouchedRecords(db, partnerTermsRecord, partner)[0]?.['leastLifeDays'];
  return typeof days === 'number' ? days : null;
}

/** From which day on a partner is not dealt with any more, as the journal vouches for it; null while it is in use. */
export function inactiveFrom(db: Database, partner: string): PlainDate | null {
  const date = vouchedRecords(db, partnerTermsRecord, partner)[0]?.['inactiveFrom'];
  return typeof date === 'string' ? date : null;
}
