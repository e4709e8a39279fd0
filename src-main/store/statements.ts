import type { Database, Statement } from 'better-sqlite3';
import type { Query } from './query.ts';

type Prepared = { statement: Statement<unknown[]>; bind: (values: never) => unknown[] };

/** Statements of one SQLite connection; each is prepared once. */
export class Statements {
  readonly #db: Database;
  readonly #texts = new Map<string, Statement<unknown[]>>();
  readonly #queries = new WeakMap<object, Prepared>();

  constructor(db: Database) {
    this.#db = db;
  }

  all<P, R>(query: Query<P, R>, values: P): R[] {
    const { statement, bind } = this.#of(query);
    // The builder of the query inferred its rows from the tables.
    return statement.all(...bind(values as never)) as R[];
  }

  one<P, R>(query: Query<P, R>, values: P): R | undefined {
    const { statement, bind } = this.#of(query);
    // As above.
    return statement.get(...bind(values as never)) as R | undefined;
  }

  /** Answers how many rows were changed. */
  run<P, R>(query: Query<P, R>, values: P): number {
    const { statement, bind } = this.#of(query);
    // Kept with the query they are of, as in all three.
    return statement.run(...bind(values as never)).changes;
  }

  ofText(sql: string): Statement<unknown[]> {
    const known = this.#texts.get(sql);
    if (known !== undefined) return known;
    const made: Statement<unknown[]> = this.#db.prepare(sql);
    this.#texts.set(sql, made);
    return made;
  }

  #of<P, R>(query: Query<P, R>): Prepared {
    const known = this.#queries.get(query);
    if (known !== undefined) return known;
    const { sql, bind } = query.in('sqlite');
    const made: Prepared = { statement: this.#db.prepare(sql), bind };
    this.#queries.set(query, made);
    return made;
  }
}

const statements = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/** A statement prepared once for each connection. */
export function prepared<Row>(db: Database, sql: string): Statement<unknown[], Row> {
  const known = statements.get(db) ?? new Map<string, Statement<unknown[]>>();
  statements.set(db, known);
  const statement = known.get(sql) ?? db.prepare<unknown[]>(sql);
  known.set(sql, statement);
  // The row's shape is what the SQL selects; the driver cannot know it.
  return statement as Statement<unknown[], Row>;
}
