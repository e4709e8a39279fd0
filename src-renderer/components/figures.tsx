import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The person's own locale where it speaks the chosen language (so that en stays en-GB), else the language's. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return navigator.languages.find((tag) => tag.startsWith(i18n.language)) ?? i18n.language;
}

/** Writes a decimal string for the eye, exact: Intl reads it as text, not as a binary number. */
export function sayQuantity(quantity: string, locale: string): string {
  // The contract promises a decimal string; the type of format() wants to see one.
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(quantity as `${number}`);
}

/** A quantity with its unit of measure, in tabular figures. */
export function Quantity({ value, unit = '' }: { value: string; unit?: string }): ReactNode {
  const locale = useLocale();
  return (
    <span>
      {sayQuantity(value, locale)}
      {unit !== '' && <span className="muted"> {unit}</span>}
    </span>
  );
}

/** A moment in the person's zone, which it names; the ISO time on hover. `short` leaves out the day, where that stands above. */
export function MomentText({ at, short = false }: { at: string; short?: boolean }): ReactNode {
  const locale = useLocale();
  if (at === '') return null;
  const text = new Intl.DateTimeFormat(locale, {
    ...(short ? {} : { year: 'numeric', month: 'short', day: '2-digit' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
  return (
    <time dateTime={at} title={at}>
      {text}
    </time>
  );
}

/** A plain date in the person's locale; the ISO date on hover. Dates know no zone, so none is applied. */
export function PlainDateText({ date }: { date: string }): ReactNode {
  const locale = useLocale();
  if (date === '') return null;
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  return (
    <time dateTime={date} title={date}>
      {text}
    </time>
  );
}

/** Today where the person sits, as a plain date. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
