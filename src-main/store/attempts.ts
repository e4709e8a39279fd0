import { lstatSync, renameSync } from 'node:fs';
import Database, { type Database as Handle } from 'better-sqlite3';
import type { Moment } from '#shared/kernel/dates.ts';
import type { LotlineError } from '#shared/kernel/errors.ts';
import { foldUserName } from '#shared/kernel/userName.ts';
import { hex, sha256 } from './chain.ts';
import { insistOnOwnFile } from './lock.ts';
import { hasFilesBeside } from './regularFiles.ts';
import { freeName } from './temporaryFiles.ts';

/**
 * Wrong passwords that the store's own trail cannot count: those tried while another program writes to the store, or for
 * a name that nobody has. They lie beside the store, so that every program that opens it counts them; names are digested,
 * so that nothing that was typed is written. The file's holder could remove it, as they could read the store without a
 * password; so this program also counts in memory what came to itself. Whatever else lies in the file's place says nothing.
 */
const fileOf = (storeFile: string): string => `${storeFile}-attempts`;

/** So many are kept; the oldest go first. */
const mostKept = 2_000;
/** Far more than so many rows take. */
const largestFile = 8 * 2 ** 20;

const table = 'CREATE TABLE attempt (id integer primary key, name text not null, at integer not null) strict';

type Attempt = { key: string; at: Moment };
const inMemory = new Map<string, Attempt[]>();

export type Counted = { count: number; lastAt: Moment };

/** Another program that began later may have come first by so much, in microseconds: what it wrote is no time to come. */
const mostAhead = 60_000_000;

/** How many there were for a name after a moment, and when the last was; none of a time after `now`, the trail's. */
export function attemptsAfter(storeFile: string, name: string, since: Moment, now: Moment): Counted {
  const key = keyOf(name);
  const until = now + mostAhead;
  const own = (inMemory.get(storeFile) ?? []).filter((one) => one.key === key && one.at > since && one.at <= until);
  const kept = inFile(storeFile, (db) => asked(db).get(key, since, until));
  const { count, lastAt } = (kept.state === 'ours' ? kept.answer : undefined) ?? { count: 0, lastAt: 0 };
  return { count: Math.max(own.length, count), lastAt: Math.max(lastAt, ...own.map(({ at }) => at)) };
}

const asked = (db: Handle) =>
  db.prepare<[string, Moment, Moment], Counted>(
    'select count(*) as count, coalesce(max(at), 0) as lastAt from attempt where name = ? and at > ? and at <= ?',
  );

/** Answers under which name it put aside what was no such file; undefined where it was one. */
export function noteAttempt(storeFile: string, name: string, at: Moment): string | undefined {
  const key = keyOf(name);
  inMemory.set(storeFile, [...(inMemory.get(storeFile) ?? []), { key, at }].slice(-mostKept));
  const aside = putAside(storeFile);
  writing(storeFile, (db) => keep(db, key, at));
  return aside;
}

function keep(db: Handle, key: string, at: Moment): number | bigint {
  const { lastInsertRowid } = db.prepare('insert into attempt (name, at) values (?, ?)').run(key, at);
  db.prepare('delete from attempt where id <= (select max(id) from attempt) - ?').run(mostKept);
  return lastInsertRowid;
}

/** A password that is being tried. `aside` is the name under which what was no such file was put aside for it. */
export type Guess = { free(): void; aside: string | undefined };

/** In microseconds too; a guess that takes its place for longer is of a program that died. */
const longestGuess = 60_000_000;

/**
 * Takes a place for a password before its work begins: programs that try many at once would all be at work before the
 * first is counted. `refusal` says, while no other program can take one, whether so many others are too many. Where the file
 * cannot be written no place is taken, and nobody is kept out for that.
 */
export function beginGuess(
  storeFile: string,
  name: string,
  at: Moment,
  refusal: (others: number) => LotlineError | undefined,
): Guess {
  // No digest of a name has a blank, so that what is being tried is never counted as wrong.
  const key = `guess ${keyOf(name)}`;
  let aside: string | undefined;
  let begun: LotlineError | number | bigint | undefined;
  try {
    aside = putAside(storeFile);
    begun = writing(
      storeFile,
      (db) => refusal(asked(db).get(key, at - longestGuess, at + mostAhead)?.count ?? 0) ?? keep(db, key, at),
    );
  } catch (error) {
    begun = refusal(isBusy(error) ? Infinity : 0);
  }
  if (begun instanceof Error) throw begun;
  const id = begun;
  return {
    aside,
    free() {
      if (id === undefined) return;
      // Numbers begin anew where the file was put aside meanwhile.
      inFile(storeFile, (db) => db.prepare('delete from attempt where (id, name, at) = (?, ?, ?)').run(id, key, at));
    },
  };
}

/** A name's own, and nobody else's. Those that cannot be removed count on until they are old. */
export function clearAttempts(storeFile: string, name: string): void {
  const key = keyOf(name);
  inMemory.set(
    storeFile,
    (inMemory.get(storeFile) ?? []).filter((one) => one.key !== key),
  );
  inFile(storeFile, (db) => db.prepare('delete from attempt where name = ?').run(key));
}

const keyOf = (name: string): string => hex(sha256(foldUserName(name)));

type Found<T> = { state: 'ours'; answer: T } | { state: 'missing' | 'foreign' | 'unreachable' };

/** Asks the file; what is not ours is not asked, and nothing that becomes of it is the store's fault. */
function inFile<T>(storeFile: string, ask: (db: Handle) => T): Found<T> {
  const file = fileOf(storeFile);
  try {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined) return { state: 'missing' };
    // A pipe or a device would keep everybody waiting; what is linked is somebody else's.
    if (!found.isFile() || found.nlink > 1 || found.size > largestFile || !hasFilesBeside(file))
      return { state: 'foreign' };
    if (found.size === 0) return { state: 'missing' };
    const db = new Database(file, { timeout: 5_000, fileMustExist: true });
    try {
      return hasOurTable(db) ? { state: 'ours', answer: ask(db) } : { state: 'foreign' };
    } finally {
      db.close();
    }
  } catch (error) {
    return { state: isNoDatabase(error) ? 'foreign' : 'unreachable' };
  }
}

/** A trigger could throw away what is counted, and a view never come to an end. */
function hasOurTable(db: Handle): boolean {
  const rows = db.prepare<[], { type: string; sql: string | null }>('select type, sql from sqlite_schema').all();
  return rows.length === 1 && rows[0]?.type === 'table' && rows[0].sql === table;
}

const isNoDatabase = (error: unknown): boolean => /^SQLITE_(?:NOTADB|CORRUPT|ERROR)/.test(codeOf(error));
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function putAside(storeFile: string): string | undefined {
  if (inFile(storeFile, () => undefined).state !== 'foreign') return undefined;
  const file = fileOf(storeFile);
  const aside = freeName(`${file}.aside`);
  renameSync(file, aside);
  // Of the file that is gone, and no part of the next.
  if (lstatSync(`${file}-journal`, { throwIfNoEntry: false }) !== undefined)
    renameSync(`${file}-journal`, `${aside}-journal`);
  return aside;
}

/** Each use is one transaction under the file's own lock; programs wait for one another. */
function writing<T>(storeFile: string, use: (db: Handle) => T): T {
  const file = fileOf(storeFile);
  insistOnOwnFile(file);
  const db = new Database(file, { timeout: 5_000 });
  try {
    const inOne = db.transaction(() => {
      db.exec(table.replace('TABLE', 'TABLE if not exists'));
      return use(db);
    });
    return inOne.immediate();
  } finally {
    db.close();
  }
}
