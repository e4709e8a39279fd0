import type { Database } from 'better-sqlite3';
import { sayStoreError } from '#main/store/sqliteErrors.ts';
import type { Problem } from '#shared/audit/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';

/** Says that so many more rows were checked. */
export type Step = (rows: number) => void;
export type Say = (problem: Problem) => void;

/** So many problems of one check are told; the first of each kind is what matters. */
export const mostProblems = 100;

const rowsInSlice = 1000;

/**
 * The rows of a question in the order of their key, in slices, so that memory stays bounded and nothing is left open.
 * `sql` takes the key the slice comes after and how many rows it has.
 */
export function* inSlices<T>(
  db: Database,
  sql: string,
  after: number,
  keyOf: (row: T) => number,
  step: Step,
): Generator<T, void> {
  const slice = db.prepare<[number, number], T>(sql);
  for (let last = after; ; ) {
    const rows = slice.all(last, rowsInSlice);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield* rows;
    step(rows.length);
    // A damaged page may hold its rows out of order; going on from there could go round for ever.
    if (!(keyOf(end) > last)) throw new OutOfOrder();
    last = keyOf(end);
  }
}

class OutOfOrder extends Error {
  constructor() {
    super('rows stand out of order');
  }
}

/**
 * Runs one check to its end, or to where the file cannot be read any more, which is a problem then and no failure: what
 * a damaged row holds can be anything. A store that is merely busy is no problem, and thrown.
 */
export function attempt(where: string, check: (say: Say) => void): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (problem) => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  try {
    check(say);
  } catch (error) {
    const said = sayStoreError(error);
    if (isLotlineError(said) && said.code !== 'STORE_DAMAGED' && said.code !== 'STORE_FOREIGN') throw said;
    problems.push({
      code: 'PAGES_DAMAGED',
      seq: 0,
      where: 'file',
      message: `The file is damaged: its ${where} cannot be read to the end (${String(error)}). Restore a backup.`,
    });
  }
  return problems;
}
