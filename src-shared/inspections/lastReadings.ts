import { fold } from '#shared/kernel/fold.ts';
import { isFailing, judgeValue } from './judging.ts';
import { type Limits, limitsOf } from './limits.ts';
import type { Characteristic } from './vocabulary.ts';

/** What was read in an inspection, by the rows it was held to. */
export type ReadOf = {
  inspection: string;
  characteristics: readonly Characteristic[];
  /** The readings of a row that count, by its place. */
  valuesOf: (row: number) => readonly string[];
};
export type LastReading = { inspection: string; value: string; isOutside: boolean };
export type RowReadings = {
  row: number;
  limits: Limits;
  /** In how many inspections it was read, and in how many of them one of its readings is outside by these limits. */
  inspections: number;
  outside: number;
  /** The last, the newest at the end. */
  values: LastReading[];
};

/** So many readings of a row are drawn. */
export const mostDrawn = 60;

const nameOf = ({ balloon, name, unit }: Characteristic): string => `${fold(balloon)}\n${fold(name)}\n${unit}`;

/** What was read of the measured rows of a plan, held against the limits it says by now; inspections with the oldest first. */
export function lastReadings(rows: readonly Characteristic[], inspected: readonly ReadOf[]): RowReadings[] {
  return rows.flatMap((of, row): RowReadings[] => {
    const { kind, limits: planned } = of;
    if (kind !== 'number' || planned === null) return [];
    const limits = limitsOf(planned);
    const read = inspected.flatMap(({ inspection, characteristics, valuesOf }) => {
      const place = characteristics.findIndex((one) => one.kind === 'number' && nameOf(one) === nameOf(of));
      const values = place === -1 ? [] : valuesOf(place).filter((value) => value !== '');
      const judged = values.map((value) => ({
        ...{ inspection, value },
        isOutside: isFailing(judgeValue(of, value, limits).verdict),
      }));
      return judged.length === 0 ? [] : [judged];
    });
    if (read.length === 0) return [];
    const outside = read.filter((one) => one.some(({ isOutside }) => isOutside)).length;
    return [{ row, limits, inspections: read.length, outside, values: read.flat().slice(-mostDrawn) }];
  });
}
