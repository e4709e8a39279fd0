import { oneUnit } from '#shared/kernel/quantity.ts';
import { type GroupJudged, isFailing, judgeGroup, judgePiece, mayBeBlank, Readings } from './judging.ts';
import type { Characteristic } from './vocabulary.ts';
import type { FrozenContent, KeptReading, Proposal } from './inspectionVocabulary.ts';

type Group = FrozenContent['groups'][number];

/** How far an inspection is, and what its readings say. Quantities are in millionths of the unit. */
export type Progress = {
  groups: GroupJudged[];
  /** Readings made of those that are needed. */
  done: number;
  wanted: number;
  /** The pieces, from 0, that do not conform in some row. */
  nonconforming: number[];
  proposal: Proposal;
  /** Of the quantity, what may be accepted by the readings so far, and what of it is to be rejected. */
  accepted: number;
  rejected: number;
};

/** Where all pieces are looked at, each is decided for itself, and the lot is sorted; a sample speaks for all of it. */
const sorts = ({ sample }: Group): boolean => sample.isWhole && sample.rule.kind === 'all';

/**
 * What the readings say of all the goods: a rejected sample rejects what is left of them; accepted ones let all pass but for the
 * pieces found bad; and where all are inspected, those that are done and good can be accepted before the rest is done.
 */
export function progressOf(
  frozen: FrozenContent,
  readings: Readings,
  { quantity, pieces }: { quantity: number; pieces: number | null },
): Progress {
  const { characteristics: rows, isCurtailed } = frozen.plan;
  const groups = frozen.groups.map((group) => judgeGroup(rows, group, readings, { isCurtailed }));
  const bad = new Set<number>();
  const undone = new Set<number>();
  let [done, wanted] = [0, 0];
  for (const group of frozen.groups) {
    for (const place of group.rows) {
      const row = rows[place];
      if (row === undefined || row.kind === 'calculated') continue;
      const made = countIn(readings, place, row, group.sample.sample);
      done += made;
      wanted += mayBeBlank(row) ? made : group.sample.sample * row.places * (row.isDual ? 2 : 1);
    }
    for (const piece of readings.pieces()) {
      if (piece >= group.sample.sample) continue;
      const judged = group.rows.map((row) => ({ row: rows[row], ...judgePiece(rows, { row, piece }, readings) }));
      if (judged.some(({ verdict }) => isFailing(verdict))) bad.add(piece);
      if (sorts(group) && judged.some(({ row, isDone }) => !isDone && !mayBeBlank(row))) undone.add(piece);
    }
  }
  const nonconforming = [...bad].toSorted((a, b) => a - b);
  const outcomes = frozen.groups.map((group, index) => (sorts(group) ? 'sorted' : (groups[index]?.outcome ?? 'open')));
  const said = (proposal: Proposal, accepted: number, rejected: number): Progress => ({
    ...{ groups, done, wanted, nonconforming, proposal, accepted, rejected },
  });
  if (outcomes.includes('rejected')) return said('reject', 0, quantity);
  const badOnes = pieces === null ? 0 : nonconforming.length * oneUnit;
  if (outcomes.includes('open')) return said('open', 0, badOnes);
  const isSorted = outcomes.includes('sorted') && pieces !== null;
  if (!isSorted) return said('accept', quantity - badOnes, badOnes);
  const looked = readings.pieces().filter((piece) => !undone.has(piece) && piece < pieces);
  const isAll = looked.length >= pieces;
  const good = looked.filter((piece) => !bad.has(piece)).length * oneUnit;
  return said(isAll ? 'accept' : 'open', isAll ? quantity - badOnes : good, badOnes);
}

/** How many readings of a row are made, a second person's included. */
function countIn(readings: Readings, row: number, { places, isDual }: Characteristic, sample: number): number {
  const all = isDual && readings.second !== undefined ? [readings, readings.second] : [readings];
  const pieces = readings.pieces().filter((piece) => piece < sample);
  return all.flatMap((one) => pieces.flatMap((piece) => one.of({ row, places }, piece))).filter((value) => value !== '')
    .length;
}

/** The readings that count of all that were kept, newest last: a later one takes the place of an earlier one. */
export const readingsOf = (entries: readonly { isSecond: boolean; readings: readonly KeptReading[] }[]): Readings =>
  new Readings(
    entries.filter(({ isSecond }) => !isSecond).flatMap(({ readings }) => readings),
    entries.filter(({ isSecond }) => isSecond).flatMap(({ readings }) => readings),
  );
