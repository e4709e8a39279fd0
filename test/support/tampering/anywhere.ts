import type Database from 'better-sqlite3';
import { seededRandom } from '../chance.ts';
import type { History } from './history.ts';

/** Where a change is made: chosen anew each time, the same for the same seed. */
export class Place {
  readonly db: Database.Database;
  readonly history: History;
  readonly random: () => number;

  constructor(db: Database.Database, history: History, seed: number) {
    this.db = db;
    this.history = history;
    this.random = seededRandom(seed);
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** A number somewhere in a list of them that a question answers. */
  row(sql: string, ...parameters: unknown[]): number {
    return this.pick(
      this.db
        .prepare<unknown[], number>(sql)
        .pluck()
        .all(...parameters),
    );
  }

  /** An entry with others before and after it. */
  entry(): number {
    return this.between(2, this.history.entries - 3);
  }

  one<T>(sql: string, ...parameters: unknown[]): T {
    const found = this.db
      .prepare<unknown[], T>(sql)
      .pluck()
      .get(...parameters);
    if (found === undefined) throw new Error(`nothing at ${sql}`);
    return found;
  }

  /** A copy of one row in a table of its own, "ghost", which goes with the connection. */
  ghostOf(table: string, id: number): void {
    this.db.prepare(`create temp table ghost as select * from ${table} where id = ${id}`).run();
  }

  run(sql: string, ...parameters: unknown[]): void {
    const { changes } = this.db.prepare(sql).run(...parameters);
    if (changes === 0) throw new Error(`nothing was changed by ${sql}`);
  }
}

/** What a way of tampering answers: the entries of which the first that is told must be one; none where no entry is to blame. */
export type Expected = readonly number[];

/** The entry that wrote a row, or the one that wrote the row after it. */
export const orNext = (seq: (id: number) => number, id: number): Expected => [seq(id), seq(id + 1)];

export type AnywhereKind = {
  /** Whether only an anchor can tell. */
  needsAnchor?: true;
  /** Whether it is done to the file itself, with the triggers it has. */
  plainly?: true;
  change: (place: Place) => Expected;
};
