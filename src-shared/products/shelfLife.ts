import { addDays, addMonths, type PlainDate } from '#shared/kernel/dates.ts';
import type { ProductValues } from './records.ts';

/** What a product says of how long its lots last, each in days or in calendar months. */
export const spans = ['shelfLife', 'bestBefore', 'useBy', 'retest'] as const;
export type Span = (typeof spans)[number];

export type ShelfLife = Pick<ProductValues, `${Span}${'Days' | 'Months'}`>;

export const noShelfLife: ShelfLife = {
  shelfLifeDays: null,
  shelfLifeMonths: null,
  bestBeforeDays: null,
  bestBeforeMonths: null,
  useByDays: null,
  useByMonths: null,
  retestDays: null,
  retestMonths: null,
};

export const hasSpan = (life: ShelfLife, span: Span): boolean =>
  life[`${span}Days`] !== null || life[`${span}Months`] !== null;

/** The day a span ends that begins on a day; null where the product has none. */
export function endOfSpan(life: ShelfLife, span: Span, begins: PlainDate): PlainDate | null {
  const [days, months] = [life[`${span}Days`], life[`${span}Months`]];
  if (days !== null) return addDays(begins, days);
  return months === null ? null : addMonths(begins, months);
}

/** A span that is said in days and in months at once, so that nobody knows which counts. */
export const spanSaidTwice = (life: ShelfLife): Span | undefined =>
  spans.find((span) => life[`${span}Days`] !== null && life[`${span}Months`] !== null);
