import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqliteOnlyIn } from '../../scripts/lint/portableSql.ts';
import { filesBelow } from '../../scripts/sources.ts';
import { root } from './lintCopy.ts';
import { leftOver } from './sqliteOnly.ts';

/** The store speaks SQLite; everything else only asks. */
const sources = filesBelow(root, 'src-main').filter((path) => !path.startsWith('src-main/store/'));

describe('what only SQLite understands', () => {
  it('stands outside the store where it stood already, and comes nowhere else', () => {
    const more = sources.flatMap((path) =>
      Object.entries(sqliteOnlyIn(readFileSync(join(root, path), 'utf8')))
        .filter(([what, count]) => count > (leftOver[path]?.[what] ?? 0))
        .map(([what, count]) => `${path}: ${what} ${count}, allowed ${leftOver[path]?.[what] ?? 0}`),
    );
    // Write it as a typed query (store/query.ts), or in words of every engine: an alias as "in quotes", case for iif.
    expect(more).toEqual([]);
  });

  it('is not allowed where it is gone', () => {
    const gone = Object.entries(leftOver).flatMap(([path, allowed]) => {
      const found = sources.includes(path) ? sqliteOnlyIn(readFileSync(join(root, path), 'utf8')) : {};
      return Object.keys(allowed)
        .filter((what) => found[what] === undefined)
        .map((what) => `${path}: ${what}`);
    });
    // Take these out of sqliteOnly.ts: the list only becomes shorter.
    expect(gone).toEqual([]);
  });
});

describe('the look for what only SQLite understands', () => {
  const planted: readonly (readonly [what: string, source: string])[] = [
    ['iif', "const a = `select iif(a = 1, 'x', 'y') from lot`;"],
    ['glob', "const a = `select id from lot where lot glob 'A*'`;"],
    ['group_concat', 'const a = `select group_concat(id) from lot`;'],
    ['json functions', "const a = `select json_extract(body, '$.x') from audit_entry`;"],
    ['json functions', "const a = 'select id from lot where id in (select value from json_each(?))';"],
    ['instr', 'const a = `select id from lot where instr(lot, ?) > 0`;'],
    ['ifnull', 'const a = `select ifnull(reference, code) from lot`;'],
    ['typeof()', "const a = `select id from lot where typeof(id) = 'text'`;"],
    ['dates of SQLite', "const a = `select strftime('%Y', at) from movement`;"],
    ['rowid', 'const a = `select max(rowid) from lot`;'],
    ['insert or', 'const a = `insert or replace into lot (id) values (1)`;'],
    ['not indexed', 'const a = `select id from lot not indexed`;'],
    ['pragma', "db.pragma('cache_size = 1');"],
    ['functions of a connection', "db.function('half', (n) => n / 2);"],
    ['statements of the driver', "db.prepare('select id from lot').get();"],
    ['statements of the driver', "statement('select id from lot').pluck().all();"],
    ['parameters by @name', "const a = 'select id from lot where lot = @lot';"],
    ['names in capitals without quotes', 'const a = `select supplier_lot as supplierLot from lot`;'],
  ];

  it.each(planted)('finds %s in %s', (what, source) => {
    expect(sqliteOnlyIn(source)).toEqual({ [what]: expect.any(Number) });
  });

  it.each([
    "import { lotTable as lotsTable } from '#main/features/lots/lots.actions.ts';",
    '// A word of SQLite such as iif(a, b, c) may be spoken of.',
    "tables.selectFrom('lot').select(['supplier_lot as supplierLot', 'lot.lot as lotCode']);",
    'sql`select supplier_lot as "supplierLot" from lot where lot = ${lot}`;',
    "const isText = typeof value === 'string' ? (value as unknown as Text) : ('a@b.example' as const);",
    "const a = `select case when a = 1 then 'x' else 'y' end from lot`;",
  ])('lets %s pass', (source) => {
    expect(sqliteOnlyIn(source)).toEqual({});
  });
});
