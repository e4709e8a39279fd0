import { decodeAmount } from '../packing/amounts.ts';
import { assertAmount, type LineColumns, type Lines, packLines } from './lines.ts';
import { bytesOf, withRoom } from '../packing/memory.ts';
import { claimSlot, newPages, type Pages, pageSize, slotOf } from '../packing/pages.ts';
import { startOf, sumUp } from '../packing/starts.ts';

/** The lines that came after the last compaction, linked by unit, newest first, numbered from 1. */
export type LineLists = {
  readonly pages: Pages;
  heads: Int32Array;
  next: Int32Array;
  units: Int32Array;
  headings: Int32Array;
  amounts: Float64Array;
  count: number;
};

/**
 * What a recall adds up: lines of (figure kind, reference, amount) for each unit. The caller gives kinds 0 to 15 and
 * references (a partner, a place with a status, 0 for none) their meaning. A kind with a reference is a heading; there
 * are few, so a line is the number of its heading and an amount. An amount is a safe integer, negative too.
 */
export type Figures = {
  lines: Lines;
  lists: LineLists;
  readonly headingNumbers: Map<number, number>;
  headingKinds: Uint16Array;
  headingReferences: Float64Array;
};

export type FigureLine = { readonly figureKind: number; readonly reference: number; readonly amount: number };

/**
 * How many lists' lines of a unit are searched for one to add to; beyond that a second line for the same figure is
 * written.
 */
const longestSearch = 8;

export function buildFigures(nodes: number, columns: LineColumns): Figures {
  const figures = figuresOf(
    packLines({ nodes: 0, positions: new Int32Array(2), headings: new Int32Array(0), amounts: new Float64Array(0) }, 0),
  );
  const { unit, figureKind, reference, amount } = columns;
  const positions = new Int32Array(nodes + 2);
  for (let i = 0; i < unit.length; i++) {
    if (unit[i]! < 1 || unit[i]! > nodes) throw new RangeError(`a figure of node ${unit[i]!}, which there is not`);
    positions[unit[i]! + 1]! += 1;
  }
  sumUp(positions);
  const next = positions.slice();
  const headings = new Int32Array(unit.length);
  const amounts = new Float64Array(unit.length);
  for (let i = 0; i < unit.length; i++) {
    assertAmount(amount[i]!);
    const position = next[unit[i]!]!++;
    headings[position] = headingNumber(figures, figureKind[i]!, reference[i]!);
    amounts[position] = amount[i]!;
  }
  figures.lines = packLines({ nodes, positions, headings, amounts }, figures.headingNumbers.size);
  return figures;
}

/** Figures around compacted lines whose headings are yet to be registered. */
export const figuresOf = (lines: Lines): Figures => ({
  lines,
  lists: newLineLists(),
  headingNumbers: new Map(),
  headingKinds: new Uint16Array(0),
  headingReferences: new Float64Array(0),
});

export const newLineLists = (): LineLists => ({
  pages: newPages(),
  heads: new Int32Array(0),
  next: new Int32Array(0),
  units: new Int32Array(0),
  headings: new Int32Array(0),
  amounts: new Float64Array(0),
  count: 0,
});

/** The number of a heading, given at its first use. */
export function headingNumber(figures: Figures, figureKind: number, reference: number): number {
  if (!(figureKind >= 0 && figureKind <= 15 && Number.isInteger(figureKind)))
    throw new RangeError(`no figure kind: ${figureKind}`);
  if (!(reference >= 0 && reference < 2 ** 31 && Number.isInteger(reference)))
    throw new RangeError(`no reference: ${reference}`);
  const key = reference * 16 + figureKind;
  const known = figures.headingNumbers.get(key);
  if (known !== undefined) return known;
  const heading = figures.headingNumbers.size;
  figures.headingNumbers.set(key, heading);
  figures.headingKinds = withRoom(figures.headingKinds, heading + 1);
  figures.headingReferences = withRoom(figures.headingReferences, heading + 1);
  figures.headingKinds[heading] = figureKind;
  figures.headingReferences[heading] = reference;
  return heading;
}

/** Adds to a unit's amount under a heading. RangeError on an amount, or a sum in the same line, beyond the safe integers. */
export function addLine(figures: Figures, unit: number, line: FigureLine): void {
  assertAmount(line.amount);
  const heading = headingNumber(figures, line.figureKind, line.reference);
  const { lists } = figures;
  const slot = claimSlot(lists.pages, unit);
  lists.heads = withRoom(lists.heads, lists.pages.count * pageSize);
  let searched = 0;
  for (let i = lists.heads[slot]!; i !== 0 && searched < longestSearch; i = lists.next[i]!) {
    const sum = lists.amounts[i]! + line.amount;
    // What would pass 2^53 becomes a line of its own.
    if (lists.headings[i] === heading && Number.isSafeInteger(sum)) {
      lists.amounts[i] = sum;
      return;
    }
    searched += 1;
  }
  const added = ++lists.count;
  lists.next = withRoom(lists.next, added + 1);
  lists.units = withRoom(lists.units, added + 1);
  lists.headings = withRoom(lists.headings, added + 1);
  lists.amounts = withRoom(lists.amounts, added + 1);
  lists.next[added] = lists.heads[slot]!;
  lists.units[added] = unit;
  lists.headings[added] = heading;
  lists.amounts[added] = line.amount;
  lists.heads[slot] = added;
}

/** The lines of a unit, one for each heading. */
export function linesOf(figures: Figures, unit: number): FigureLine[] {
  const { lines, lists } = figures;
  const amounts = new Map<number, number>();
  const add = (heading: number, amount: number): void => {
    amounts.set(heading, (amounts.get(heading) ?? 0) + amount);
  };
  if (unit <= lines.nodes) {
    const end = startOf(lines.starts, unit + 1);
    for (let i = startOf(lines.starts, unit); i < end; i++)
      add(lines.headings[i]!, decodeAmount(lines.amounts[i]!, lines.overflow));
  }
  for (let i = newestLine(lists, unit); i !== 0; i = lists.next[i]!) add(lists.headings[i]!, lists.amounts[i]!);
  return Array.from(amounts, ([heading, amount]) => ({
    figureKind: figures.headingKinds[heading]!,
    reference: figures.headingReferences[heading]!,
    amount,
  }));
}

export function newestLine(lists: LineLists, unit: number): number {
  const slot = slotOf(lists.pages, unit);
  return slot === 0 ? 0 : lists.heads[slot]!;
}

/** A map of numbers costs about 40 bytes an entry. */
export const figureBytes = (figures: Figures): number =>
  bytesOf(figures, figures.lines, figures.lines.starts, figures.lists, figures.lists.pages) +
  figures.headingNumbers.size * 40;
