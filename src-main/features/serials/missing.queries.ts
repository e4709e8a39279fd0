import type { Database } from 'better-sqlite3';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { missingSerialRecord } from '#shared/serials/records.ts';
import type { Piece } from './lives.queries.ts';

type Missing = { number: string; reason: string; reportedAt: number };

/** The serials of a product that are missing just now, as the journal vouches for it. */
export function missingIn(db: Database, product: string): ReadonlyMap<string, Missing> {
  return new Map(
    vouchedRecords(db, missingSerialRecord, product)
      .filter((row) => row['foundAt'] === null)
      .map((row) => [
        String(row['serial']),
        { number: String(row['number']), reason: String(row['reason']), reportedAt: Number(row['reportedAt']) },
      ]),
  );
}

export const isMissing = (db: Database, { product, serial }: Piece): Missing | undefined =>
  missingIn(db, product).get(serial);
