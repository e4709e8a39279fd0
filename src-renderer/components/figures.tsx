import i18next from 'i18next';
import { type ReactNode, useSyncExternalStore } from 'react';

/** The person's own locale where it speaks the chosen language (so that en stays en-GB), else the language's. */
export const useLocale = (): string => useSyncExternalStore(onLanguage, locale);

// Asked for by every cell of a table: a translation's own hook takes longer than the cell.
function onLanguage(heard: () => void): () => void {
  i18next.on('languageChanged', heard);
  return () => i18next.off('languageChanged', heard);
}

const locale = (): string => navigator.languages.find((tag) => tag.startsWith(i18next.language)) ?? i18next.language;

/** What makes one for a locale, made once: that takes longer than writing hundreds of figures with it. */
function oncePerLocale<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const made = new Map<string, Format>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

const numberFormat = oncePerLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));

/** Writes a decimal string for the eye, exact: Intl reads it as text, not as a binary number. */
export function localQuantity(quantity: string, locale: string): string {
  // The contract promises a decimal string; the type of format() wants to see one.
  return numberFormat(locale).format(quantity as `${number}`);
}

/** A quantity with its unit of measure, in tabular figures. */
export function Quantity({ value, unit = '' }: { value: string; unit?: string }): ReactNode {
  const locale = useLocale();
  return (
    <span>
      {localQuantity(value, locale)}
      {unit !== '' && <span className="muted"> {unit}</span>}
    </span>
  );
}

/** How a day is written, alone and before a time. */
const dayParts = { year: 'numeric', month: 'short', day: '2-digit' } as const;

const dateFormat = oncePerLocale((locale) => new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: 'UTC' }));

/** Writes a plain date for the eye. */
export const localDate = (date: string, locale: string): string =>
  dateFormat(locale).format(new Date(`${date}T00:00:00Z`));

/** Writes a moment for the eye, in the person's zone, which it names and which may change while the page is open. */
export const localTimestamp = (at: string, locale: string, short = false): string =>
  new Intl.DateTimeFormat(locale, {
    ...(short ? {} : dayParts),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));

/** A moment in the person's zone, which it names; the ISO time on hover. `short` leaves out the day, where that is above. */
export function MomentText({ at, short = false }: { at: string; short?: boolean }): ReactNode {
  const locale = useLocale();
  if (at === '') return null;
  return (
    <time dateTime={at} title={at}>
      {localTimestamp(at, locale, short)}
    </time>
  );
}

/** A plain date in the person's locale; the ISO date on hover. Dates know no zone, so none is applied. */
export function PlainDateText({ date }: { date: string }): ReactNode {
  const locale = useLocale();
  if (date === '') return null;
  return (
    <time dateTime={date} title={date}>
      {localDate(date, locale)}
    </time>
  );
}

/** The day of a moment where the person sits, as a plain date. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Today where the person sits, as a plain date. */
export const today = (): string => dayOf(new Date());
