import i18next from 'i18next';
import { type ReactNode, useSyncExternalStore } from 'react';
import { dayIn, formatOffset, isZone, offsetsOf, ownZone } from '#shared/kernel/zones.ts';

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

/** "" for where the person sits, who may travel while the page is open. */
let plantZone = '';

/** From now on times are shown in this zone, which the page begins with; "" for that of the person's computer. */
export function showTimesIn(zone: string): void {
  // A browser may know fewer zones than the host.
  plantZone = isZone(zone) ? zone : '';
}

/** The zone in which times are shown. */
export const zoneShown = (): string => (plantZone === '' ? zoneOfComputer() : plantZone);

/** Read once a second, and where the clock was put on: reading it takes longer than writing a time in it. */
function zoneOfComputer(): string {
  const now = performance.now();
  const offset = new Date().getTimezoneOffset();
  if (now >= own.until || offset !== own.offset) own = { zone: ownZone(), offset, until: now + 1000 };
  return own.zone;
}

let own = { zone: '', offset: 0, until: 0 };

/** How much of a moment is shown: its day and minute; the minute alone, where the day is above; or all of it, as in the trail. */
export type MomentDetail = 'minute' | 'timeOfDay' | 'exact';

/** Writes a moment for the eye, in the plant's zone, by 24 hours. It names the zone, or its offset from UTC where seconds count. */
export function localTimestamp(at: string, locale: string, detail: MomentDetail = 'minute'): string {
  const timeZone = zoneShown();
  const moment = new Date(at);
  const text = momentFormat(locale)(detail, timeZone).format(moment);
  return detail === 'exact' ? `${text} ${formatOffset(offsetsOf(timeZone)(moment.getTime()))}` : text;
}

const momentFormat = oncePerLocale((locale) => {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (detail: MomentDetail, timeZone: string): Intl.DateTimeFormat => {
    const name = `${detail} ${timeZone}`;
    const format =
      made.get(name) ??
      new Intl.DateTimeFormat(locale, {
        ...(detail === 'timeOfDay' ? {} : dayParts),
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
        ...(detail === 'exact' ? { second: '2-digit' } : { timeZoneName: 'short' }),
      });
    made.set(name, format);
    return format;
  };
});

/** A moment in the plant's zone; the UTC time as ISO writes it on hover. */
export function MomentText({ at, detail = 'minute' }: { at: string; detail?: MomentDetail }): ReactNode {
  const locale = useLocale();
  if (at === '') return null;
  return (
    <time dateTime={at} title={at}>
      {localTimestamp(at, locale, detail)}
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

/** The day of a moment in the plant's zone, as a plain date. */
export const dayOf = (moment: Date): string => dayIn(zoneShown(), moment.getTime());

/** Today in the plant's zone, as a plain date. */
export const today = (): string => dayOf(new Date());
