import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Field } from '#shared/kernel/record.ts';
import { type LotLife, toldDay } from '#shared/products/settings.ts';
import { endOfSpan, hasSpan, type ShelfLife, type Span } from '#shared/products/shelfLife.ts';
import { lotRecord, type LotValues } from './records.ts';

/** The dates of a lot that follow from its product, by what the product says for each. */
const spanOf = {
  expiresOn: 'shelfLife',
  bestBeforeOn: 'bestBefore',
  useByOn: 'useBy',
  retestOn: 'retest',
} as const satisfies Partial<Record<keyof LotValues, Span>>;
export type DerivedDate = keyof typeof spanOf;
export const derivedDates = ['expiresOn', 'bestBeforeOn', 'useByOn', 'retestOn'] as const satisfies DerivedDate[];

export type LotDates = Pick<LotValues, DerivedDate>;

/**
 * Fills a lot's blank dates from its product's settings, counted from the day it was made if that is
 * known, else from its first movement. A date that was given is kept. Expiry and best before are told to the day or the
 * month, as the settings say.
 */
export function deriveDates(given: LotDates, life: LotLife, base: PlainDate): LotDates {
  const dated = (name: DerivedDate): PlainDate | null => given[name] ?? endOfSpan(life, spanOf[name], base);
  const told = (name: DerivedDate): PlainDate | null => {
    const date = dated(name);
    return date === null || given[name] !== null ? date : toldDay(date, life.expiryPrecision);
  };
  return {
    expiresOn: told('expiresOn'),
    bestBeforeOn: told('bestBeforeOn'),
    useByOn: dated('useByOn'),
    retestOn: dated('retestOn'),
  };
}

type DateField = {
  [N in keyof typeof lotRecord.fields]: (typeof lotRecord.fields)[N]['kind'] extends 'date' ? N : never;
}[keyof typeof lotRecord.fields];

/** All dates of a lot. */
export type AllLotDates = Pick<LotValues, DateField>;

const fields: readonly [name: string, of: Field][] = Object.entries(lotRecord.fields);
// Exactly those of the declaration that are dates.
export const dateFields = fields.filter(([, { kind }]) => kind === 'date').map(([name]) => name as DateField);

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
  derivedDates.some((name) => given[name] === null && hasSpan(life, spanOf[name]));
