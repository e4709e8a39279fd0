import { dayNumber, type PlainDate } from '#shared/kernel/dates.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';

type Page = {
  stock: readonly { kind: string; status: string; quantity: string }[];
  expiresOn: string;
  useByOn: string;
  retestOn: string;
};

/** What somebody has to do or decide about goods that lie here. `days` are from today, below 0 when they are past. */
export type Wait =
  | { what: 'expired' | 'useByPassed' | 'retestDue' | 'expiresSoon'; days: number }
  | { what: 'rejected' | 'quarantine' | 'putAway'; quantity: string };

/** From so many days before, an expiry is soon. */
const soonDays = 30;

/**
 * What waits, the most urgent first: goods past their date, rejected goods, a due retest, goods in quarantine, released
 * ones that still lie where those do, goods that soon expire. What does not lie here waits for nothing.
 */
export function waitsOf({ stock, expiresOn, useByOn, retestOn }: Page, today: PlainDate): Wait[] {
  const lying = (letter: string, where?: string): string =>
    formatQuantity(
      stock
        .filter(({ status, kind }) => status.startsWith(letter) && (where === undefined || kind === where))
        .reduce((sum, { quantity }) => sum + (parseQuantity(quantity) ?? 0n), 0n),
    );
  if (lying('') === '0') return [];
  const expires = daysUntil(expiresOn, today);
  const useBy = daysUntil(useByOn, today);
  const retest = daysUntil(retestOn, today);
  const [rejected, quarantine] = [lying('R'), lying('Q')];
  // What is past its date is put nowhere where it could be taken from.
  const isPast = [expires, useBy].some((days) => days !== undefined && days < 0);
  const toPutAway = isPast ? '0' : lying('A', 'quarantine');
  return [
    ...(expires !== undefined && expires < 0 ? [{ what: 'expired' as const, days: expires }] : []),
    ...(useBy !== undefined && useBy < 0 ? [{ what: 'useByPassed' as const, days: useBy }] : []),
    ...(rejected === '0' ? [] : [{ what: 'rejected' as const, quantity: rejected }]),
    ...(retest !== undefined && retest <= 0 ? [{ what: 'retestDue' as const, days: retest }] : []),
    ...(quarantine === '0' ? [] : [{ what: 'quarantine' as const, quantity: quarantine }]),
    ...(toPutAway === '0' ? [] : [{ what: 'putAway' as const, quantity: toPutAway }]),
    ...(expires !== undefined && expires >= 0 && expires <= soonDays
      ? [{ what: 'expiresSoon' as const, days: expires }]
      : []),
  ];
}

/** Whole days from today to a date; undefined when there is no such date. */
export function daysUntil(date: string, today: PlainDate): number | undefined {
  const [day, now] = [dayNumber(date), dayNumber(today)];
  return day === undefined || now === undefined ? undefined : day - now;
}
