import type { Database, Statement } from 'better-sqlite3';
import type { EntryBody } from './chain.ts';
import { canonical, hex, sha256 } from './chain.ts';
import { insertRows, type RowOf } from './insertRows.ts';
import { Journal } from './journal.ts';
import type { Query, Tables, ValuesOf } from './query.ts';
import type { Statements } from './statements.ts';
import type { Read } from './views.ts';

/** What an entry states beyond what the unit of work knows itself. */
export type EntryFacts = Omit<EntryBody, 'v' | 'store' | 'seq' | 'previous' | 'journals' | 'at'> & {
  at: string;
  atMoment: number;
};

/** Typed queries for reading and writing; a read sees what was written before it. */
type Typed = Read & {
  /** Answers how many rows were changed. */
  run<P, R>(query: Query<P, R>, ...values: ValuesOf<P>): Promise<number>;
  /** Adds rows that name the same columns. */
  add<T extends keyof Tables>(table: T, rows: readonly RowOf<T>[]): Promise<void>;
};

/** The same in the words of SQLite, at once; what is still written so moves to typed queries. */
export type InText = {
  /** The first row of a prepared statement; the caller names the columns it selects. */
  one<T>(sql: string, ...parameters: unknown[]): T | undefined;
  all<T>(sql: string, ...parameters: unknown[]): T[];
  run(sql: string, ...parameters: unknown[]): number;
};

/** One transaction on the writing connection. Everything a command writes goes through it. */
export type Work = Typed &
  InText & {
    /** The same connection's own handle, for the prepared statements of store/, ledger/ and bulk inserts. */
    db: Database;
    journal: Journal;
    /** A statement prepared once per connection. */
    statement(sql: string): Statement<unknown[]>;
    /** Writes the one audit entry of this unit of work and moves the head. The last thing before the commit. */
    seal(facts: EntryFacts): { seq: number; hash: string };
  };

type HeadRow = { store_id: string; seq: number; hash: Buffer; movement_digest: Buffer; version_digest: Buffer };

/** The writing connection: its handle and its statements. */
export type Writing = {
  db: Database;
  statements: Statements;
};

/** Begins on an open transaction: its first statement writes, so that writers queue instead of failing half way. */
export function beginWork({ db, statements }: Writing): Work {
  const statement = (sql: string): Statement<unknown[]> => statements.ofText(sql);
  statement('update head set writes = writes + 1 where id = 1').run();
  // The statement names its columns.
  const head = statement('select store_id, seq, hash, movement_digest, version_digest from head where id = 1').get() as
    | HeadRow
    | undefined;
  if (head === undefined) throw new Error('the head row is missing');
  const journal = new Journal(statement, head.seq + 1, {
    movementDigest: head.movement_digest,
    versionDigest: head.version_digest,
  });
  return {
    db,
    journal,
    statement,
    ...askedOf(statements),
    add: async (table, rows) => insertRows(statement, table, rows),
    seal: (facts) => seal(statement, head, journal, facts),
  };
}

/** Each verb takes a typed query, which it answers later, or a text, which it answers at once. */
function askedOf(statements: Statements): Pick<Work, 'all' | 'one' | 'run'> {
  const all = (asked: Query<unknown, unknown> | string, ...values: unknown[]): unknown =>
    typeof asked === 'string' ? statements.ofText(asked).all(...values) : later(() => statements.all(asked, values[0]));
  const one = (asked: Query<unknown, unknown> | string, ...values: unknown[]): unknown =>
    typeof asked === 'string' ? statements.ofText(asked).get(...values) : later(() => statements.one(asked, values[0]));
  const run = (asked: Query<unknown, unknown> | string, ...values: unknown[]): unknown =>
    typeof asked === 'string'
      ? statements.ofText(asked).run(...values).changes
      : later(() => statements.run(asked, values[0]));
  // Rows are of the query's type; of a text the caller, who wrote it, knows the columns.
  return { all, one, run } as Pick<Work, 'all' | 'one' | 'run'>;
}

/** What goes wrong is a promise that is refused, as it would be with a database that has to be waited for. */
const later = async <T>(ask: () => T): Promise<T> => ask();

function seal(
  statement: Work['statement'],
  head: HeadRow,
  journal: Journal,
  facts: EntryFacts,
): { seq: number; hash: string } {
  const { atMoment, ...said } = facts;
  const seq = head.seq + 1;
  const body = canonical({
    v: 1,
    store: head.store_id,
    seq,
    previous: hex(head.hash),
    journals: journal.marks(),
    ...said,
  } satisfies EntryBody);
  const hash = sha256(body);
  statement(
    'insert into audit_entry (seq, at, person, command_id, operation, outcome, body, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(seq, atMoment, facts.person.id, facts.command, facts.operation, facts.outcome, body, head.hash, hash);
  const digests = journal.digests();
  statement('update head set seq = ?, hash = ?, movement_digest = ?, version_digest = ? where id = 1').run(
    seq,
    hash,
    digests.movementDigest,
    digests.versionDigest,
  );
  return { seq, hash: hex(hash) };
}
