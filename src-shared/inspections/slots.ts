import { addDays, dateOf, type Moment, startOfDay } from '#shared/kernel/dates.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import type { Frequency } from './inspectionVocabulary.ts';

export type Slots = Extract<Frequency, { kind: 'slots' }>;

/** What a run made, in the order it was; quantities are in millionths of the unit. */
export type Output = { at: Moment; quantity: number };

/**
 * From when a slot of a run is inspected, and from when it is too late; null while that is open. Those between which there
 * was no time stand together, with how many they are.
 */
export type Slot = { slot: string; from: Moment; until: Moment | null; count: number };

/** The slot of the first piece, which is made before all others. */
export const firstPiece = 'first';

const microsPerHour = 3_600_000_000;

/**
 * The slots a run has had by now, from what it made: those that began before its last output. They are counted from its first
 * one: by hours, by the shifts of a day, or by how much was made.
 */
export function slotsOf(rule: Slots, outputs: readonly Output[], offsetMinutes: number): Slot[] {
  const began = outputs[0]?.at;
  const last = outputs.at(-1)?.at;
  if (began === undefined || last === undefined) return [];
  const first = rule.isFirst ? [{ slot: firstPiece, from: began, until: null, count: 1 }] : [];
  switch (rule.by) {
    case 'none':
      return first;
    case 'hours':
      return [...first, ...byHours(began, last, rule.n * microsPerHour)];
    case 'shifts':
      return [...first, ...byShifts(began, last, { starts: rule.starts, offsetMinutes })];
    case 'quantity':
      return [...first, ...byQuantity(outputs, rule.n * oneUnit)];
  }
}

function byHours(began: Moment, last: Moment, length: number): Slot[] {
  const slots: Slot[] = [];
  for (let from = began; from <= last; from += length)
    slots.push({ slot: String(slots.length + 1), from, until: from + length, count: 1 });
  return slots;
}

/** Shifts are of the clock: a run that begins within one has the rest of it. */
function byShifts(
  began: Moment,
  last: Moment,
  { starts, offsetMinutes }: { starts: readonly string[]; offsetMinutes: number },
): Slot[] {
  const days: string[] = [];
  const until = addDays(dateOf(last, offsetMinutes), 1);
  for (let day = addDays(dateOf(began, offsetMinutes), -1); day <= until; day = addDays(day, 1)) days.push(day);
  const shifts = days
    .flatMap((day) =>
      starts.map((start) => ({ slot: `${day} ${start}`, from: startOfDay(day, offsetMinutes) + minutesOf(start) })),
    )
    .toSorted((a, b) => a.from - b.from);
  return shifts.flatMap(({ slot, from }, index) => {
    const end = shifts[index + 1]?.from;
    return end === undefined || end <= began || from > last
      ? []
      : [{ slot, from: Math.max(from, began), until: end, count: 1 }];
  });
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000_000;
};

/** The first slot is due with the first so many made, and over with twice as many. A booking that reaches several leaves time for the last. */
function byQuantity(outputs: readonly Output[], each: number): Slot[] {
  const slots: Slot[] = [];
  let made = 0;
  let reached = 0;
  for (const { at, quantity } of outputs) {
    made += quantity;
    const next = reached + 1;
    const last = Math.floor(made / each);
    if (last < next) continue;
    const before = slots.at(-1);
    if (before !== undefined) before.until = at;
    const passed = last - next;
    if (passed > 0)
      slots.push({ slot: passed === 1 ? `${next}` : `${next}–${last - 1}`, from: at, until: at, count: passed });
    slots.push({ slot: `${last}`, from: at, until: null, count: 1 });
    reached = last;
  }
  return slots;
}

/** What is on record of a slot, or of several that were missed in a row. */
export type Kept = { slot: string; from: Moment; until: Moment | null };

/** The slots nothing is on record of: those that are over, and those to be inspected now. */
export function slotsLeft(slots: readonly Slot[], kept: readonly Kept[], now: Moment): { over: Slot[]; now: Slot[] } {
  const left = slots.filter(
    ({ slot, from }) =>
      !kept.some((one) => one.slot === slot || (one.from <= from && one.until !== null && from < one.until)),
  );
  const isOver = ({ until }: Slot): boolean => until !== null && until <= now;
  return { over: left.filter(isOver), now: left.filter((one) => !isOver(one)) };
}
