import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import type { Tracking } from '#shared/products/trackingChange.ts';
import { keepsSerialsInStock } from '#shared/products/vocabulary.ts';

/** So much of a product in one status at a location, by the names it has; quantities are in millionths. */
export type LyingLine = {
  location: string;
  kind: LocationKind;
  status: string;
  lot: string;
  sublot: string;
  serial: string;
  quantity: number;
};

/** A row of the list of what lies here, with the names that its goods have or get. */
export type ListedRow = Omit<LyingLine, 'kind'> & { /** "" where nobody knows. */ manufacturedOn: string };

/** A row whose goods get a name by it. */
export type Naming = { row: ListedRow; from: LyingLine };

export type ListFault = { row: number; field: keyof ListedRow; text: Message };
export type ListJudged = { namings: Naming[]; faults: ListFault[]; missing: LyingLine[] };

/**
 * What of a product's stock a conversion must list: what has not all the names that its new modes demand, and where its
 * serials are told apart in another way, every serial. Goods at a dock get their names at put-away.
 */
export const toBeListed = (lines: readonly LyingLine[], before: Tracking, after: Tracking): LyingLine[] =>
  lines.filter((line) => lacksName(line, after) || (line.serial !== '' && countsSerialsAnew(before, after)));

const countsSerialsAnew = (before: Tracking, after: Tracking): boolean =>
  before.serialTracking !== after.serialTracking && keepsSerialsInStock(after.serialTracking);

function lacksName({ kind, lot, sublot, serial }: LyingLine, { lotTracking, serialTracking }: Tracking): boolean {
  if (kind === 'dock') return false;
  if (keepsSerialsInStock(serialTracking) && serial === '') return true;
  if (lotTracking === 'lot-sublot') return sublot === '';
  return lotTracking === 'mandatory' && lot === '';
}

/**
 * Holds a list to what lies here: each row takes its quantity from goods that have no other names than it says, from those
 * that have most of them first, and in the end nothing may be left out.
 */
export function judgeList(
  wanted: readonly LyingLine[],
  rows: readonly ListedRow[],
  /** What the new modes have against the names of a row. */
  issueOf: (row: LyingLine) => { column: keyof ListedRow; message: Message } | undefined,
): ListJudged {
  const left = new Map(wanted.map((line) => [line, line.quantity]));
  const namings: Naming[] = [];
  const faults: ListFault[] = [];
  const serials = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const refuse = (field: keyof ListedRow, text: Message): void => void faults.push({ row: index, field, text });
    const there = wanted.filter(({ location, status }) => location === row.location && status === row.status);
    const [one] = there;
    if (one === undefined) {
      refuse('location', msg`Nothing that has to be listed lies at ${row.location} in status ${row.status}.`);
      continue;
    }
    const issue = issueOf({ ...row, kind: one.kind });
    if (issue !== undefined) {
      refuse(issue.column, issue.message);
      continue;
    }
    if (row.serial !== '' && serials.has(row.serial)) {
      refuse('serial', msg`${row.serial} stands in another row before. Remove one of the two.`);
      continue;
    }
    serials.add(row.serial);
    const fitting = there
      .filter((line) => names.every((name) => line[name] === '' || line[name] === row[name]))
      .toSorted((a, b) => namesOf(b) - namesOf(a));
    const from = fitting.find((line) => (left.get(line) ?? 0) >= row.quantity);
    if (from === undefined) {
      const rest = fitting.reduce((sum, line) => sum + BigInt(left.get(line) ?? 0), 0n);
      refuse('quantity', msg`Only ${{ decimal: formatQuantity(rest) }} of it are left there to be listed.`);
      continue;
    }
    left.set(from, (left.get(from) ?? 0) - row.quantity);
    if (names.some((name) => from[name] !== row[name])) namings.push({ row, from });
  }
  const missing = wanted.flatMap((line) => {
    const quantity = left.get(line) ?? 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return { namings, faults, missing };
}

const names = ['lot', 'sublot', 'serial'] as const;
const namesOf = (line: LyingLine): number => names.filter((name) => line[name] !== '').length;
