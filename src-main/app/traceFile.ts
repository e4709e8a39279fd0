import type { Database } from 'better-sqlite3';
import { type Marks, readMarksAt } from '#main/features/trace/feed/feed.queries.ts';
import { hashAt } from '#main/store/entries.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { loadSnapshot } from '#main/trace/snapshotFile.ts';

/** What figure kinds and references mean; raise it when trace/figures/figureKinds.ts changes. */
export const meaning = 'figures-3';

/** Where the snapshot of a store's trace index lies. It spares the next start some time and may be deleted. */
export const traceFileOf = (store: string): string => `${store}-trace`;

/** A trace index, and the state of the store that it is in step with. */
export type Held = { index: TraceIndex; marks: Marks };

/** The index a snapshot holds; undefined where there is none, or none of this store. */
export async function loadIndex(db: Database, file: string): Promise<Held | undefined> {
  const found = await loadSnapshot(file, { meaning, hashAt: (seq) => hashAt(db, seq) });
  if (found === undefined) return undefined;
  return { index: found.index, marks: readMarksAt(db, found.sequence, found.index.nodeCount) };
}
