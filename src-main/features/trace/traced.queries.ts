import type { QueryContext } from '#main/context/context.ts';
import type { Walk } from '#main/trace/walk/answer.ts';
import type { Ordering, OrderingName } from '#shared/kernel/natural.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { UnitBook, type UnitRow } from './units.queries.ts';
import type { Span } from './wanted.queries.ts';

/** A unit a walk reached: how many production steps away, and in which span its movements count. */
export type TracedUnit = UnitRow & Span & { depth: number };

/** What a walk reached, with the names of its units. */
export type Traced = {
  direction: Direction;
  roots: readonly UnitRow[];
  /** Each unit once, by depth, then in the order of units. */
  units: readonly TracedUnit[];
  byId: ReadonlyMap<number, TracedUnit>;
  runs: readonly number[];
  book: UnitBook;
};

/** The parts of the trace index's answer that are needed here. */
export type WalkResult = Pick<Walk, 'units' | 'depths' | 'runs' | 'moments'>;

/** Puts names to what a walk from these roots reached. */
export function nameWalk(
  book: UnitBook,
  question: { roots: readonly UnitRow[]; direction: Direction },
  walk: WalkResult,
): Traced {
  const { direction } = question;
  const roots = question.roots.toSorted(book.ordering.units);
  book.load(walk.units);
  const units = Array.from(walk.units, (id, index): TracedUnit => {
    const moment = walk.moments?.[index];
    return { ...book.unit(id), depth: walk.depths[index] ?? 0, ...spanFrom(direction, moment) };
  });
  units.sort(compareTraced(book.ordering));
  return {
    direction,
    roots,
    units,
    byId: new Map(units.map((unit) => [unit.id, unit])),
    runs: Array.from(walk.runs),
    book,
  };
}

/** Which rows of each list of an answer to write out. */
export type Slice = { offset: number; limit: number };
export const everything: Slice = { offset: 0, limit: Number.POSITIVE_INFINITY };
export const cut = <Row>(rows: readonly Row[], { offset, limit }: Slice): readonly Row[] =>
  rows.slice(offset, offset + limit);

/** The order of units in an answer: depth, product, lot, sublot, serial. */
export const compareTraced =
  ({ units }: Ordering) =>
  (a: TracedUnit, b: TracedUnit): number =>
    a.depth - b.depth || units(a, b);

/** Walks the trace index from units and puts names to what it reached. */
export async function walkFrom(
  roots: readonly UnitRow[],
  { direction, dated, ordering }: { direction: Direction; dated: boolean; ordering: OrderingName },
  context: Pick<QueryContext, 'reader' | 'trace'>,
): Promise<Traced> {
  const index = await context.trace();
  const walk = index.walk({ roots: roots.map((unit) => unit.id), direction, dated });
  return nameWalk(new UnitBook(context.reader.db, ordering), { roots, direction }, walk);
}

/** Downstream a movement counts from the moment suspect goods can be in the unit, upstream up to the moment they can have left it. */
export function spanFrom(direction: Direction, moment: number | undefined): { since: number; until: number } {
  const always = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  if (moment === undefined) return always;
  return direction === 'downstream' ? { ...always, since: moment } : { ...always, until: moment };
}
