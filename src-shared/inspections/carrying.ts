import { fold } from '#shared/kernel/fold.ts';
import type { FrozenContent, KeptReading } from './inspectionVocabulary.ts';
import type { Characteristic } from './vocabulary.ts';

/** Rows are the same by their number and name. */
const nameOf = ({ balloon, name }: Characteristic): string => `${fold(balloon)}\n${fold(name)}`;

/** All that a reading of a row is held against, and how it is made. */
const heldTo = ({ kind, unit, limits, rule, geometry, places, choices, most, formula, method }: Characteristic) =>
  JSON.stringify([kind, unit, limits, rule, geometry, places, choices, most, formula, method]);

/** The rows of which readings hold under another version: by their places before, those after. */
export function unchangedRows(
  before: readonly Characteristic[],
  after: readonly Characteristic[],
): ReadonlyMap<number, number> {
  const later = new Map(after.map((row, place) => [nameOf(row), { row, place }]));
  return new Map(
    before.flatMap((row, place): [number, number][] => {
      const found = later.get(nameOf(row));
      return found !== undefined && row.kind !== 'calculated' && heldTo(found.row) === heldTo(row)
        ? [[place, found.place]]
        : [];
    }),
  );
}

/** The piece of the goods that a place in the sample stands for, from 1. */
export const numberOf = ({ drawn }: Pick<FrozenContent, 'drawn'>, piece: number): number => drawn[piece] ?? piece + 1;

type Entry = { isSecond: boolean; readings: readonly KeptReading[] };

/**
 * The readings that hold under another version, as that one counts rows and pieces: of rows that say the same, and of pieces
 * that are in its sample too. What was replaced comes along with what took its place.
 */
export function carriedReadings<E extends Entry>(entries: readonly E[], before: FrozenContent, after: FrozenContent) {
  const rows = unchangedRows(before.plan.characteristics, after.plan.characteristics);
  const most = Math.max(0, ...after.groups.map(({ sample }) => sample.sample));
  const pieces = new Map(Array.from({ length: most }, (_, piece) => [numberOf(after, piece), piece]));
  return entries.flatMap((entry): E[] => {
    const readings = entry.readings.flatMap((one): KeptReading[] => {
      const row = rows.get(one.row);
      const piece = pieces.get(numberOf(before, one.piece));
      if (row === undefined || piece === undefined) return [];
      const sample = after.groups.find((group) => group.rows.includes(row))?.sample.sample ?? 0;
      const isRead = piece < sample && (!entry.isSecond || after.plan.characteristics[row]?.isDual === true);
      return isRead ? [{ ...one, row, piece }] : [];
    });
    return readings.length === 0 ? [] : [{ ...entry, readings }];
  });
}
