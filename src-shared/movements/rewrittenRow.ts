import { dateOf, isMidnight } from '#shared/kernel/dates.ts';

/** What a row says of goods, beside the goods themselves, the kind, the order and the locations. */
export type RowValues = {
  document: string;
  line: string;
  at: number;
  offsetMinutes: number;
  quantity: number;
  partner: string;
  workOrder: string;
};

export type Rewritten = 'time' | 'quantity' | 'partner' | 'spelling';

const [quarter, hour] = [900_000_000, 3_600_000_000];

/** What clocks of two zones may differ by. */
const furthest = 14 * hour;

/** How far from each other rows may lie that are one. */
export const rewrittenWithin = 24 * hour;

/**
 * What an export changed of a row that it had before, where it is likely to be the same row: its time, by the zone or
 * cut to its day; or at the same time its quantity or its partner, since a line goes to one; or how its document and
 * its line are written. Both rows are of the same goods, kind, order and locations. Undefined where more or something
 * else differs.
 */
export function rewrittenIn(now: RowValues, before: RowValues): Rewritten | undefined {
  const isSameLine = now.document === before.document && now.line === before.line && now.line !== '';
  const [isMuch, isWith] = [now.quantity === before.quantity, now.partner === before.partner];
  if (now.at !== before.at) return isSameLine && isMuch && isWith && isTimeRewritten(now, before) ? 'time' : undefined;
  if (isSameLine) return isMuch === isWith ? undefined : isMuch ? 'partner' : 'quantity';
  return isMuch && isWith && isDocumentAlike(now.document, before.document) && isLineAlike(now.line, before.line)
    ? 'spelling'
    : undefined;
}

/** Whether two rows that are alike but for their time may be one, whose time was read in two zones or cut to its day. */
const isTimeRewritten = (one: RowValues, other: RowValues): boolean =>
  isZoneShift(one.at - other.at) ||
  ((isMidnight(one.at, one.offsetMinutes) || isMidnight(other.at, other.offsetMinutes)) &&
    dateOf(one.at, one.offsetMinutes) === dateOf(other.at, other.offsetMinutes));

/** Zones differ by whole quarters of an hour. */
const isZoneShift = (apart: number): boolean => apart !== 0 && apart % quarter === 0 && Math.abs(apart) <= furthest;

/** Whether what stands twice in one export is likely to be one: most zones differ by whole hours. */
export const isWholeHours = (apart: number): boolean => isZoneShift(apart) && apart % hour === 0;

/** Lines are numbered by ones or by tens, with zeros before or not; of two exports one may have none. */
function isLineAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return one !== other;
  return one === other || lineNumber(one) === lineNumber(other);
}

const lineNumber = (line: string): string => line.replace(/^0+/, '').replace(/0+$/, '');

/** `DN-1` is `DN-1/2026` and `2026-DN-1`, and 900 is 0000900. */
function isDocumentAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.replace(/^0+/, '') === long.replace(/^0+/, '')) return true;
  return (
    short !== '' &&
    ((long.startsWith(short) && isSeparator(long.charAt(short.length))) ||
      (long.endsWith(short) && isSeparator(long.charAt(long.length - short.length - 1))))
  );
}

const isSeparator = (char: string): boolean => /^[^\p{L}\p{N}]$/u.test(char);
