import type { Database } from 'better-sqlite3';
import type { HeldUnits } from '#main/features/holds/heldUnits.queries.ts';
import { pictureOf } from './picture.queries.ts';
import { traceAnswerOf, traceViewOf } from './trace.answer.ts';
import type { TraceLists } from './traceLists.queries.ts';
import type { Slice } from './traced.queries.ts';

/** What may be wanted of a trace, by operation: the whole of it, a page of each list, or the picture. */
export type Wants = {
  get: Record<never, never>;
  view: Slice;
  picture: { expanded: readonly string[]; held: HeldUnits };
};

const writers = {
  get: (_db: Database, lists: TraceLists) => traceAnswerOf(lists),
  view: (db: Database, lists: TraceLists, slice: Slice) => traceViewOf(db, lists, slice),
  picture: (db: Database, lists: TraceLists, { expanded, held }: Wants['picture']) =>
    pictureOf(db, lists, expanded, held),
};

export type Written = { [Kind in keyof Wants]: ReturnType<(typeof writers)[Kind]> };
export type Wanted<Kind extends keyof Wants = keyof Wants> = { kind: Kind; want: Wants[Kind] };

/** Writes out what is wanted of a trace as the contract has it. */
export function writeTrace<Kind extends keyof Wants>(
  db: Database,
  lists: TraceLists,
  { kind, want }: Wanted<Kind>,
): Written[Kind] {
  // Kind picks the writer, what it wants and what it gives; the table's type has them only one by one.
  const write = writers[kind] as unknown as (db: Database, lists: TraceLists, want: Wants[Kind]) => Written[Kind];
  return write(db, lists, want);
}

/** The last entry of the store as this connection sees it: every write raises it. */
export const headSeq = (db: Database): number =>
  db.prepare<[], number>('select seq from head where id = 1').pluck().get() ?? 0;
