import type { Database } from 'better-sqlite3';
import { readFirstMoments } from '#main/features/trace/firstMoments.queries.ts';
import type { WalkResult } from '#main/features/trace/traced.queries.ts';

/** So many units that count in part are read one by one; a recall with more is read whole. */
const mostInPart = 5_000;

/** The complete lists are needed for what is asked: see readRecall. */
export class NeedsAll extends Error {}

/** Units to which something happened before suspect goods can have been in them, and those whose goods got or lost a name. */
export function unitsInPart(db: Database, { units, moments }: WalkResult, renamed: ReadonlySet<number>): Set<number> {
  if (moments === undefined) return new Set();
  const dated = [...units.entries()].filter(([place]) => moments[place] !== Number.NEGATIVE_INFINITY);
  const first = readFirstMoments(
    db,
    dated.map(([, unit]) => unit),
  );
  const inPart = new Set(units.filter((unit) => renamed.has(unit)));
  for (const [place, unit] of dated)
    if ((moments[place] ?? 0) > (first.get(unit) ?? Number.NEGATIVE_INFINITY)) inPart.add(unit);
  if (inPart.size > mostInPart) throw new NeedsAll();
  return inPart;
}
