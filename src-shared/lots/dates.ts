import { addDays, type PlainDate } from '#shared/kernel/dates.ts';

export type ShelfLife = { shelfLifeDays: number | null; useByDays: number | null; retestDays: number | null };
export type LotDates = { expiresOn: PlainDate | null; useByOn: PlainDate | null; retestOn: PlainDate | null };

/**
 * Fills a lot's blank dates from its product's settings, counted from the day it was made if that is
 * known, else from its first movement. A date that was given stands.
 */
export function deriveDates(given: LotDates, life: ShelfLife, base: PlainDate): LotDates {
  const after = (days: number | null): PlainDate | null => (days === null ? null : addDays(base, days));
  return {
    expiresOn: given.expiresOn ?? after(life.shelfLifeDays),
    useByOn: given.useByOn ?? after(life.useByDays),
    retestOn: given.retestOn ?? after(life.retestDays),
  };
}

/** All dates of a lot. */
export type AllLotDates = LotDates & { manufacturedOn: PlainDate | null; bestBeforeOn: PlainDate | null };

export const noDates: AllLotDates = {
  manufacturedOn: null,
  expiresOn: null,
  bestBeforeOn: null,
  useByOn: null,
  retestOn: null,
};

/** The dates that hold for a sublot: its own, and where it has none its lot's. */
export const withDatesOfLot = (own: AllLotDates, ofLot: AllLotDates | undefined): AllLotDates => ({
  manufacturedOn: own.manufacturedOn ?? ofLot?.manufacturedOn ?? null,
  expiresOn: own.expiresOn ?? ofLot?.expiresOn ?? null,
  bestBeforeOn: own.bestBeforeOn ?? ofLot?.bestBeforeOn ?? null,
  useByOn: own.useByOn ?? ofLot?.useByOn ?? null,
  retestOn: own.retestOn ?? ofLot?.retestOn ?? null,
});

/** Whether a date is still open that the product's settings would fill. */
export const hasOpenDates = (given: LotDates, life: ShelfLife): boolean =>
  (given.expiresOn === null && life.shelfLifeDays !== null) ||
  (given.useByOn === null && life.useByDays !== null) ||
  (given.retestOn === null && life.retestDays !== null);
