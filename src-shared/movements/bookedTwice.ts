/** A movement as in the row of an export, beside its document, kind, product, quantity and locations. */
export type Booking = {
  /** The id of its row; null for none. */
  externalId: string | null;
  at: number;
  /** What a row may leave blank: "" where it does. */
  line: string;
  workOrder: string;
  run: string;
  partner: string;
  equipment: string;
  fromLot: string;
  fromSublot: string;
  fromSerial: string;
  toLot: string;
  toSublot: string;
  toSerial: string;
};

const mayBeBlank: readonly (keyof Omit<Booking, 'externalId' | 'at'>)[] = [
  'line',
  'workOrder',
  'run',
  'partner',
  'equipment',
  'fromLot',
  'fromSublot',
  'fromSerial',
  'toLot',
  'toSublot',
  'toSerial',
];

const [millisecond, second, minute] = [1000, 1_000_000, 60_000_000];

/** The minute that a moment lies in, as bookings that may be one are found together. */
export const minuteOf = (at: number): number => Math.floor(at / minute);

/**
 * Whether a row may repeat what an earlier import took from a row that the export no longer has: an export with
 * better rows, with a lot, a reason or seconds that they did not have, writes them in another way. Both are of the
 * same document, kind, product, quantity and locations.
 *
 * A value that one of the two leaves blank does not count; what both name has to be the same. Reason and cost are
 * corrected afterwards, so they distinguish nothing. Where a row has no id its seconds do not either; with two ids
 * each is a booking of its own, so that they are one only on the same line, at the same time or that time cut short.
 *
 * Rows that one export has side by side are not compared here: the export itself shows that they are two, as of a
 * line that came in two halves, unless they are the same to the letter.
 */
export function maySayAgain(now: Booking, before: Booking): boolean {
  const haveIds = now.externalId !== null && before.externalId !== null;
  if (haveIds && (now.line === '' || before.line === '')) return false;
  if (haveIds ? !isCutShort(now.at, before.at) : minuteOf(now.at) !== minuteOf(before.at)) return false;
  return mayBeBlank.every((name) => now[name] === before[name] || now[name] === '' || before[name] === '');
}

/** Whether two times are one, or one of them is the other without its seconds or what is finer. */
function isCutShort(one: number, other: number): boolean {
  const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
  return [1, millisecond, second, minute].some((unit) => later - (later % unit) === earlier);
}
