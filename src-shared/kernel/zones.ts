import { addDays, isPlainDate, type Moment, type PlainDate, parseMoment } from './dates.ts';

/** Whether this program knows a time zone of this name, such as "Europe/Vienna". */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zone of the computer this runs on, which may travel; some systems name what no program can use. */
export function ownZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (timeZone !== lastOwn.named) lastOwn = { named: timeZone, zone: isZone(timeZone) ? timeZone : 'UTC' };
  return lastOwn.zone;
}

let lastOwn = { named: 'UTC', zone: 'UTC' };

/** The offset of a zone from UTC at a moment, both in milliseconds; zones change only on quarters of an hour. */
export function offsetsOf(zone: string): (millis: number) => number {
  const made = offsets.get(zone) ?? readOffsets(zone);
  offsets.set(zone, made);
  return made;
}

/** Made once a zone: that takes longer than asking hundreds of times. */
const offsets = new Map<string, (millis: number) => number>();

function readOffsets(zone: string): (millis: number) => number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const known = new Map<number, number>();
  return (millis) => {
    const quarter = Math.floor(millis / 900_000);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const at = new Map(parts.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]));
      const of = (type: Intl.DateTimeFormatPartTypes): number => at.get(type) ?? 0;
      const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
      offset = local - quarter * 900_000;
      known.set(quarter, offset);
    }
    return offset;
  };
}

/** The day of a moment in a zone. */
export const dayIn = (zone: string, millis: number): PlainDate =>
  new Date(millis + offsetsOf(zone)(millis)).toISOString().slice(0, 10);

/** When a day begins in a zone, in milliseconds since 1970; where clocks skip midnight, the first moment of it. */
export function beginIn(zone: string, day: PlainDate): number {
  const offsetAt = offsetsOf(zone);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight);
  const begin = midnight - offsetAt(guess);
  // An hour that is skipped has no offset of its own: the later of the two is where the day has begun.
  return dayIn(zone, begin) === day ? begin : Math.max(begin, guess);
}

/**
 * When a clock of a zone shows a time of a day, in milliseconds since 1970. A time that it shows twice is the first of the
 * two; one that is skipped is as much later as clocks were put on.
 */
export function timeIn(zone: string, day: PlainDate, minutes: number): number {
  const offsetAt = offsetsOf(zone);
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const possible = [offsetAt(shown - msOfDay), offsetAt(shown + msOfDay)].map((offset) => ({
    offset,
    at: shown - offset,
  }));
  const real = possible.filter(({ at, offset }) => offsetAt(at) === offset).map(({ at }) => at);
  return real.length > 0 ? Math.min(...real) : Math.max(...possible.map(({ at }) => at));
}

const msOfDay = 86_400_000;

/** The last moment that "as of" a text means: a time itself, of a day its end in a zone; undefined for what is neither. */
export function lastMomentOf(zone: string, text: string): Moment | undefined {
  return isPlainDate(text) ? beginIn(zone, addDays(text, 1)) * 1000 - 1 : parseMoment(text);
}

/** An offset from UTC in milliseconds as ISO 8601 writes it: "+01:00". */
export function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
