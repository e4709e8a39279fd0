import type { Database } from 'better-sqlite3';
import { toStoreError } from '#main/store/sqliteErrors.ts';
import type { Problem } from '#shared/audit/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { inEnglish, type Message, msg } from '#shared/kernel/message.ts';

/** Says that so many more rows were checked. */
export type Step = (rows: number) => void;
/** Tells a problem, in a message that can be read in every language. */
export type Say = (problem: Omit<Problem, 'message'> & { message: Message }) => void;

/** So many problems of one check are reported; the first of each kind is what matters. */
export const mostProblems = 100;

const rowsInSlice = 1000;

/**
 * The rows of a question in the order of their key, in slices, so that memory stays bounded and nothing is left open.
 * `sql` takes the key the slice comes after and how many rows it has. One row at a time, and no generator: over
 * millions of rows its turns take as long as the reading.
 */
export class Slices<T> {
  readonly #slice;
  readonly #keyOf: (row: T) => number;
  readonly #step: Step;
  #rows: T[] = [];
  #next = 0;
  #last: number;

  constructor(
    db: Database,
    sql: string,
    { after, keyOf, step }: { after: number; keyOf: (row: T) => number; step: Step },
  ) {
    this.#slice = db.prepare<[number, number], T>(sql);
    this.#last = after;
    this.#keyOf = keyOf;
    this.#step = step;
  }

  /** The next row; undefined behind the last. */
  next(): T | undefined {
    if (this.#next === this.#rows.length) this.#read();
    const row = this.#rows[this.#next];
    if (row !== undefined) this.#next += 1;
    return row;
  }

  #read(): void {
    const before = this.#rows.at(-1);
    if (before !== undefined) {
      // A damaged page may hold its rows out of order; going on from there could go round for ever.
      if (!(this.#keyOf(before) > this.#last)) throw new OutOfOrder();
      this.#last = this.#keyOf(before);
    }
    this.#rows = this.#slice.all(this.#last, rowsInSlice);
    this.#next = 0;
    this.#step(this.#rows.length);
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
    if (problems.length < mostProblems) problems.push({ ...problem, message: inEnglish(problem.message) });
  };
  try {
    check(say);
  } catch (error) {
    const said = toStoreError(error);
    if (isLotlineError(said) && said.code !== 'STORE_DAMAGED' && said.code !== 'STORE_FOREIGN') throw said;
    problems.push({
      code: 'PAGES_DAMAGED',
      seq: 0,
      where: 'file',
      message: inEnglish(
        msg`The file is damaged: its ${where} cannot be read to the end (${String(error)}). Restore a backup.`,
      ),
    });
  }
  return problems;
}
