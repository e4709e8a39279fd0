import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readNumbers } from '#main/features/trace/feed/numbers.queries.ts';

/** A table of one column beside its ids. */
function tableOf(rows: readonly { id: number; value: number | null }[]) {
  const db = new Database(':memory:');
  db.exec('create table unit (id integer primary key, value integer)');
  const insert = db.prepare('insert into unit values (?, ?)');
  for (const { id, value } of rows) insert.run(id, value === null ? null : BigInt(value));
  return db;
}

function readAll(db: Database.Database, after?: number): (number | undefined)[][] {
  const found: (number | undefined)[][] = [];
  // A slice is good until the next one is read.
  for (const { rows, id, value } of readNumbers(db, { table: 'unit', columns: { id: 'id', value: 'value' } }, after)) {
    for (let row = 0; row < rows; row += 1) found.push([id[row], value[row]]);
  }
  return found;
}

describe('numbers read in slices', () => {
  it('are those of the rows, in order of ids, to the last digit', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const values = [0, 7, -1, 999_999_999, 1_000_000_000, -1_000_000_001, 2 ** 31, most, -most, 1_767_225_600_000_001];
    const rows = values.map((value, i) => ({ id: 3 * i + 1, value }));
    expect(readAll(tableOf(rows.toReversed()))).toEqual(rows.map(({ id, value }) => [id, value]));
  });

  it('come whole over many slices and gaps between ids, and from any id on', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => ({
      id: i < 20_000 ? i + 1 : i + 40_000,
      value: i * 1_000_003,
    }));
    const db = tableOf(rows);
    const expected = rows.map(({ id, value }) => [id, value]);
    expect(readAll(db)).toEqual(expected);
    expect(readAll(db, 8_193)).toEqual(expected.filter(([id = 0]) => id > 8_193));
  });

  it('come to an end however far the next row lies, as in a file that others wrote', () => {
    // In a program of its own, which is ended where it would not end by itself.
    const program = `
      import Database from 'better-sqlite3';
      import { readNumbers } from '#main/features/trace/feed/numbers.queries.ts';
      const db = new Database(':memory:');
      db.exec('create table balance (id integer primary key); insert into balance values (1), (${2 ** 53})');
      for (const { rows, id } of readNumbers(db, { table: 'balance', columns: { id: 'id' } }))
        console.log(id.subarray(0, rows).join());`;
    const cwd = join(import.meta.dirname, '..', '..');
    const how = { cwd, encoding: 'utf8', timeout: 60_000 } as const;
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], how);
    expect([stdout.split('\n'), status]).toEqual([['1', String(2 ** 53), ''], 0]);
  });

  it('are none of an empty table', () => {
    expect(readAll(tableOf([]))).toEqual([]);
  });

  it('do not slip from row to row where one is missing', () => {
    const db = tableOf([
      { id: 1, value: null },
      { id: 2, value: 5 },
    ]);
    expect(() => readAll(db)).toThrow('1 numbers of value in 2 rows');
  });
});
