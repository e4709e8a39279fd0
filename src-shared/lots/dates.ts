import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import type { Field } from '#shared/kernel/record.ts';
import { lotRecord, type LotValues } from './records.ts';

export type ShelfLife = { shelfLifeDays: number | null; useByDays: number | null; retestDays: number | null };
export type LotDates = { expiresOn: PlainDate | null; useByOn: PlainDate | null; retestOn: PlainDate | null };

/**
 * Fills a lot's blank dates from its product's settings, counted from the day it was made if that is
 * known, else from its first movement. A date that was given is kept.
 */
export function deriveDates(given: LotDates, life: ShelfLife, base: PlainDate): LotDates {
  const after = (days: number | null): PlainDate | null => (days === null ? null : addDays(base, days));
  return {
    expiresOn: given.expiresOn ?? after(life.shelfLifeDays),
    useByOn: given.useByOn ?? after(life.useByDays),
    retestOn: given.retestOn ?? after(life.retestDays),
  };
}

type DateField = {
  [N in keyof typeof lotRecord.fields]: (typeof lotRecord.fields)[N]['kind'] extends 'date' ? N : never;
}[keyof typeof lotRecord.fields];

/** All dates of a lot. */
export type AllLotDates = Pick<LotValues, DateField>;

const fields: readonly [name: string, of: Field][] = Object.entries(lotRecord.fields);
// Exactly those of the declaration that are dates.
const dateFields = fields.filter(([, { kind }]) => kind === 'date').map(([name]) => name as DateField);

function datesFrom(dateOf: (field: DateField) => PlainDate | null): AllLotDates {
  const dates: Partial<AllLotDates> = {};
  for (const field of dateFields) dates[field] = dateOf(field);
  // Each of them was set.
  return dates as AllLotDates;
}

export const noDates: AllLotDates = datesFrom(() => null);

/** The dates that hold for a sublot: its own, and where it has none its lot's. */
export const withDatesOfLot = (own: AllLotDates, ofLot: AllLotDates | undefined): AllLotDates =>
  datesFrom((field) => own[field] ?? ofLot?.[field] ?? null);

/** Whether a date is still open that the product's settings would fill. */
export const hasOpenDates = (given: LotDates, life: ShelfLife): boolean =>
  (given.expiresOn === null && life.shelfLifeDays !== null) ||
  (given.useByOn === null && life.useByDays !== null) ||
  (given.retestOn === null && life.retestDays !== null);
