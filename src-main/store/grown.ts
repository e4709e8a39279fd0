import type { ListAsking } from './indexedList.ts';
import { type Query, query } from './query.ts';
import { storeOf } from './storeOf.ts';

type Span = { after: number; upTo: number };

/**
 * What is found out from movements alone, which are only ever added: kept for a store, and joined with what `asked`
 * answers of those that came since.
 */
export function grown<Row, T>(
  asked: Query<Span, Row>,
  join: (known: T | undefined, rows: readonly Row[]) => T,
): (asking: Pick<ListAsking, 'read' | 'reader'>) => Promise<T> {
  const kept = new WeakMap<object, { known: T; upTo: number }>();
  return async ({ read, reader: { db } }) => {
    for (;;) {
      const before = kept.get(storeOf(db));
      const upTo = (await read.one(lastMovement))?.id ?? 0;
      if (before?.upTo === upTo) return before.known;
      // What another view found may be of a later state than this one sees.
      const since = before !== undefined && before.upTo < upTo ? before : undefined;
      const rows = await read.all(asked, { after: since?.upTo ?? 0, upTo });
      if (kept.get(storeOf(db)) !== before) continue;
      const known = join(since?.known, rows);
      if (before === undefined || since !== undefined) kept.set(storeOf(db), { known, upTo });
      return known;
    }
  };
}

const lastMovement = query((tables) => tables.selectFrom('movement').select('id').orderBy('id', 'desc').limit(1));
