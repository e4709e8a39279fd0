import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Database, Statement } from 'better-sqlite3';
import type { EntryBody } from './chain.ts';
import { canonical, hex, sha256 } from './chain.ts';
import { Journal } from './journal.ts';

/** What an entry says beside what the unit of work knows itself. */
export type EntryFacts = Omit<EntryBody, 'v' | 'store' | 'seq' | 'previous' | 'journals' | 'at'> & {
  at: string;
  atMoment: number;
};

/** One transaction on the writing connection. Everything a command writes goes through it. */
export type Work = {
  /** The ORM on this transaction: it neither begins nor ends one of its own. */
  readonly em: SqlEntityManager;
  /** The same connection's own handle, for the prepared statements of store/, ledger/ and bulk inserts. */
  db: Database;
  journal: Journal;
  /** A statement prepared once per connection. */
  statement(sql: string): Statement<unknown[]>;
  /** The first row of a prepared statement; the caller names the columns it selects. */
  one<T>(sql: string, ...parameters: unknown[]): T | undefined;
  all<T>(sql: string, ...parameters: unknown[]): T[];
  run(sql: string, ...parameters: unknown[]): number;
  /** Writes the one audit entry of this unit of work and moves the head. The last thing before the commit. */
  seal(facts: EntryFacts): { seq: number; hash: string };
};

type HeadRow = { store_id: string; seq: number; hash: Buffer; movement_digest: Buffer; version_digest: Buffer };

/** The writing connection: its handle, a statement prepared once, and the ORM for whoever asks for it. */
export type Writing = {
  db: Database;
  statement: (sql: string) => Statement<unknown[]>;
  newManager: () => SqlEntityManager;
};

/** Begins on an open transaction: its first statement writes, so that writers queue instead of failing half way. */
export function beginWork({ db, statement, newManager }: Writing): Work {
  // The driver cannot know the columns of a statement; the caller, who wrote it, does.
  const one = <T>(sql: string, ...parameters: unknown[]) => statement(sql).get(...parameters) as T | undefined;
  statement('update head set writes = writes + 1 where id = 1').run();
  const head = one<HeadRow>('select store_id, seq, hash, movement_digest, version_digest from head where id = 1');
  if (head === undefined) throw new Error('the head row is missing');
  const journal = new Journal(statement, head.seq + 1, {
    movementDigest: head.movement_digest,
    versionDigest: head.version_digest,
  });
  let manager: SqlEntityManager | undefined;
  return {
    // Made for those who use it: most units of work never do.
    get em() {
      manager ??= newManager();
      return manager;
    },
    db,
    journal,
    statement,
    one,
    all: <T>(sql: string, ...parameters: unknown[]) => statement(sql).all(...parameters) as T[],
    run: (sql, ...parameters) => statement(sql).run(...parameters).changes,
    seal: (facts) => seal(statement, head, journal, facts),
  };
}

function seal(
  statement: Writing['statement'],
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
