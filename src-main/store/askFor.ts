import type { Query } from './query.ts';
import type { Read } from './views.ts';

/** A question about any number of keys: its one parameter is a JSON list of them, each a list of its parts. */
export type KeyedQuery<R> = Query<{ keys: string }, R>;

/** So many keys a question: the answer to more would take much memory. */
const most = 2000;

export async function askFor<R>(
  read: Pick<Read, 'all'>,
  asked: KeyedQuery<R>,
  keys: readonly (readonly (string | number)[])[],
): Promise<R[]> {
  const rows: R[] = [];
  for (let start = 0; start < keys.length; start += most)
    for (const row of await read.all(asked, { keys: JSON.stringify(keys.slice(start, start + most)) })) rows.push(row);
  return rows;
}
