import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { seededRandom } from '../support/chance.ts';
import { countOf } from '../support/counts.ts';
import { copyStore } from '../support/stores.ts';
import { buildHistory, type History } from '../support/tampering/history.ts';

/**
 * What changes no answer, with the reason: nothing else may go unnoticed. The same list is in docs/part-11.md, through
 * the control matrix.
 */
const harmless: Readonly<Record<string, string>> = {
  'balance.id': 'the number of a line that nothing refers to',
  'head.created_at': 'nothing asks for it; the first entry has the time',
  'head.writes': 'a counter that makes the first statement of a unit of work a write',
  'head.clean_exit': 'says whether the next start verifies by itself',
  'mikro_orm_migrations.id': 'the list is read in its order',
  'mikro_orm_migrations.executed_at': 'nothing asks for it',
  'sqlite_sequence.name': 'the database numbers the list of migrations by it',
  'sqlite_sequence.seq': 'the database numbers the list of migrations by it',
  'carried_file.id': 'a content is found by its digest alone',
  'sqlite_sequence removed': 'the database numbers the list of migrations by it',
};

type Change = { what: string; sql: string; values: unknown[] };
type Handle = Database.Database;

let history: History;
beforeAll(async () => {
  history = await buildHistory(1);
});
afterAll(() => history[Symbol.dispose]());

/** Every column of every row of every table, with other values of its type and without one, and every row taken out. */
function changesOf(db: Handle): Change[] {
  const tables = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
  return tables.flatMap((table) => {
    const rows = db.prepare<[], Record<string, unknown>>(`select rowid as "row", * from ${table}`).all();
    const columns = db
      .prepare<[], { name: string; type: string }>(`select name, type from pragma_table_info('${table}')`)
      .all();
    return rows.flatMap(({ row, ...values }) => [
      { what: `${table} removed`, sql: `delete from ${table} where rowid = ?`, values: [row] },
      ...columns.flatMap(({ name, type }) =>
        othersThan(values[name], type).map((to) => ({
          what: `${table}.${name}`,
          sql: `update ${table} set ${name} = ? where rowid = ?`,
          values: [to, row],
        })),
      ),
    ]);
  });
}

function othersThan(value: unknown, type: string): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, -value, 0, null].filter((one) => one !== value);
  if (Buffer.isBuffer(value)) return [Buffer.concat([value, Buffer.of(0)]), null];
  if (typeof value === 'string')
    return [`${value}x`, '', value.toUpperCase(), `${value} `, null].filter((one) => one !== value);
  if (/blob/i.test(type)) return [Buffer.of(1)];
  return [/int/i.test(type) ? 1 : 'x'];
}

type Outcome = 'refused' | 'found' | 'missed';

/** Changes the file as its owner could, with the triggers put aside and back, verifies it, and undoes the change. */
function tryOn(db: Handle, triggers: readonly { name: string; sql: string }[], { sql, values }: Change): Outcome {
  db.exec('begin');
  try {
    for (const { name } of triggers) db.exec(`drop trigger ${name}`);
    try {
      if (db.prepare(sql).run(...values).changes === 0) return 'refused';
    } catch {
      // A key that is there already, or nothing where something must be: no file can say that.
      return 'refused';
    }
    for (const one of triggers) db.exec(one.sql);
    return verifyStore(db, () => undefined).ok ? 'missed' : 'found';
  } finally {
    db.exec('rollback');
  }
}

const most = countOf('LOTLINE_SWEEP_CHANGES');
const timeout = 120_000 + Math.min(most, 20_000) * 400;

describe('a value changed in the file', () => {
  it('is found by a verification, in every column of every table, or changes no answer', { timeout }, () => {
    using copy = copyStore(history.file);
    const db = new Database(copy.file);
    try {
      for (const off of ['foreign_keys = off', 'ignore_check_constraints = on', 'synchronous = off']) db.pragma(off);
      const triggers = db
        .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
        .all();
      const all = changesOf(db);
      const byColumn = Map.groupBy(all, ({ what }) => what);
      const random = seededRandom(Number(process.env['LOTLINE_TAMPER_SEED'] ?? 1));
      // Each column once at least; what is left of the count anywhere.
      const chosen = [...byColumn.values(), ...Array.from({ length: most - byColumn.size }, () => all)].flatMap(
        (among) => among[Math.floor(random() * among.length)] ?? [],
      );
      const tried: Record<Outcome, number> = { refused: 0, found: 0, missed: 0 };
      const missed: string[] = [];
      const trying = most >= all.length ? all : chosen;
      for (const change of trying) {
        const outcome = tryOn(db, triggers, change);
        tried[outcome] += 1;
        if (outcome === 'missed' && !(change.what in harmless))
          missed.push(`${change.sql} ${JSON.stringify(change.values)}`);
      }
      console.log(
        `${all.length} changes of ${byColumn.size} columns and rows, ${trying.length} tried: ${tried.found} found, ${tried.missed} change no answer, ${tried.refused} the file refuses`,
      );
      expect(missed).toEqual([]);
      expect(tried.found).toBeGreaterThan(100);
    } finally {
      db.close();
    }
  });
});
