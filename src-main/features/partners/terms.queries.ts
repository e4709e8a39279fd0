import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { partnerTermsRecord } from '#shared/partners/records.ts';

/** How many days goods must last when they are shipped to a partner, as the journal vouches for it; null for any. */
export function leastLifeOf(db: Database, partner: string): number | null {
  const days = vouchedRecords(db, partnerTermsRecord, partner)[0]?.['leastLifeDays'];
  return typeof days === 'number' ? days : null;
}

export const partnerNamed = query((tables, { code }: { code: string }) =>
  tables.selectFrom('partner').select(['code', 'kind']).where('code', '=', code),
);
