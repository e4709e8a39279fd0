import { fold } from '#shared/kernel/fold.ts';
import { type Aql, aqls, type InspectionLevel, inspectionLevels, type Severity, type TableRow } from '../vocabulary.ts';
import { codeLetters, masterTables } from './milStd105e.ts';

/**
 * So many are drawn; with at most `accept` nonconforming the lot is accepted, from `reject` on it is not. Between the two, which
 * reduced plans have, it is accepted and inspection is normal again.
 */
export type SinglePlan = { sample: number; accept: number; reject: number };
/** A plan for one lot, and where it was found. */
export type FoundPlan = SinglePlan & { letter: string; isWhole: boolean };

/** The code letter of a lot (table I). @throws RangeError for a lot of fewer than two */
export function codeLetter(lotSize: number, level: InspectionLevel): string {
  const [, letters] = codeLetters.find(([last]) => lotSize <= last) ?? [];
  const letter = letters?.[inspectionLevels.indexOf(level)];
  if (lotSize < 2 || letter === undefined) throw new RangeError(`no code letter for a lot of ${lotSize}`);
  return letter;
}

/**
 * The plan of a code letter, or the one that its arrow leads to, with that one's sample. Where that is the whole lot or
 * more, every unit is inspected.
 */
export function planOf(letter: string, aql: Aql, severity: Severity): SinglePlan & { letter: string } {
  const rows = masterTables[severity];
  const column = aqls.findIndex((one) => one === aql);
  let place = rows.findIndex(([of]) => of === letter);
  for (let steps = 0; steps <= rows.length; steps += 1) {
    const [of, sample, cells] = rows[place] ?? ['', 0, ''];
    const cell = cells.split(' ')[column];
    if (cell === undefined) break;
    if (cell !== 'v' && cell !== '^') {
      const [accept = 0, reject = accept + 1] = cell.split('/').map(Number);
      return { letter: of, sample, accept, reject };
    }
    place += cell === 'v' ? 1 : -1;
  }
  throw new RangeError(`no plan for ${letter} at ${aql}`);
}

/** The plan for a lot. A sample of the lot or more is all of it. */
export function planFor(lot: { size: number; level: InspectionLevel; aql: Aql; severity: Severity }): FoundPlan {
  const found = planOf(codeLetter(lot.size, lot.level), lot.aql, lot.severity);
  const isWhole = found.sample >= lot.size;
  return { ...found, sample: isWhole ? lot.size : found.sample, isWhole };
}

/** A table as data: from which size of lot on how many are drawn and accepted. Each says where it is from. */
export type PlanTable = {
  name: string;
  source: string;
  edition: string;
  rows: readonly TableRow[];
};

/** Tables are named in any letter case. */
export const tableNamed = <T extends { name: string }>(tables: readonly T[], name: string): T | undefined =>
  tables.find((table) => fold(table.name) === fold(name));

/** The plan of a table for a lot; undefined where the table has none for its size. */
export function planIn(table: PlanTable, lotSize: number): (SinglePlan & { isWhole: boolean }) | undefined {
  const row = table.rows.find(({ upTo }) => upTo === null || lotSize <= upTo);
  if (row === undefined) return undefined;
  const { sample, accept, reject } = row;
  const isWhole = sample >= lotSize;
  return { sample: isWhole ? lotSize : sample, accept, reject, isWhole };
}
