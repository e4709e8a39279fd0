import Database from 'better-sqlite3';

/** A statement that was run: its text, on which connection, and how many rows it answered. */
export type Asked = { sql: string; db: Database.Database; rows: number };

type Run = (this: Database.Statement, ...given: unknown[]) => unknown;
type Verbs = Record<'run' | 'get' | 'all', Run>;

// A statement's class has no name of its own to import; it has these three.
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Verbs;

/** Every statement that is run while a job does its work, on whichever connection. */
export async function statementsOf(job: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const own = { run: statement.run, get: statement.get, all: statement.all };
  for (const verb of ['run', 'get', 'all'] as const)
    statement[verb] = function (...given) {
      const answer = own[verb].apply(this, given);
      asked.push({ sql: this.source, db: this.database, rows: Array.isArray(answer) ? answer.length : 1 });
      return answer;
    };
  try {
    await job();
  } finally {
    Object.assign(statement, own);
  }
  return asked;
}

/** How SQLite finds the rows of a statement, a line for each table. */
export const planOf = ({ sql, db }: Asked): string[] => {
  const asked = sql.replaceAll(/@\w+/g, '?');
  const places = asked.match(/\?/g)?.length ?? 0;
  return db
    .prepare<unknown[], { detail: string }>(`explain query plan ${asked}`)
    .all(...Array(places).fill(null))
    .map(({ detail }) => detail);
};
