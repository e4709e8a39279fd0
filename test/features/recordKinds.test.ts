import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOf } from '#main/features/audit/versions.queries.ts';
import { checkRecords } from '#main/features/audit/verifyRecords.queries.ts';
import { records } from '#shared/records.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { bellRecord, ringBell } from '../support/newKind.ts';
import { copyStore } from '../support/stores.ts';
import { buildHistory, type History } from '../support/tampering/history.ts';
import { columnsOfRecords } from '../support/tampering/records.ts';
import { tamper } from '../support/tampering/tamper.ts';

let history: History;
beforeAll(async () => {
  history = await buildHistory(1);
});
afterAll(() => history[Symbol.dispose]());

describe('a declared kind of record', () => {
  it('is vouched for in every field: whichever is edited beside Lotline, verification finds it', () => {
    const looked = new Set<string>();
    const missed: string[] = [];
    using copy = copyStore(history.file);
    tamper(copy.file, (db) => {
      for (const { table, column, to } of columnsOfRecords()) {
        db.exec('savepoint edit');
        const { changes } = db
          .prepare(`update ${table} set ${column} = ${to} where id = (select min(id) from ${table})`)
          .run();
        let isFound = false;
        checkRecords(db, () => (isFound = true));
        db.exec('rollback to edit');
        if (changes === 0) continue;
        looked.add(table);
        if (!isFound) missed.push(`${table}.${column}`);
      }
    });
    expect(missed).toEqual([]);
    // Serial links have rows of their own, which other tests edit.
    const other = records.map(({ name }) => name).filter((name) => !looked.has(name));
    expect(other).toEqual(['serial_link']);
  });
});

describe('a kind of record that is new', () => {
  const kinds = [...records, bellRecord];
  const faults = (plant: TestApp): string[] => {
    const found: string[] = [];
    checkRecords(plant.app.store.reader().db, ({ code, where }) => found.push(`${code} ${where}`), kinds);
    return found;
  };

  it('has its history, by codes, and nothing for machines in it', async () => {
    await using plant = await buildPlantApp();
    const before = plant.rows<{ seq: number }>('select seq from head')[0]?.seq ?? 0;
    expect(await ringBell(plant)).toEqual(['new', 'same', 'changed']);
    const whole = { seq: before + 1, names: [], offset: 0, limit: 10 };
    const [hung, tuned] = changesOf(plant.app.store.reader().db, whole, kinds);
    expect(hung).toMatchObject({ record: 'bell', parts: ['DOCK', '3'], version: 1 });
    expect(hung?.fields.map(({ field: name, after }) => [name, after])).toEqual([
      ['place', 'DOCK'],
      ['number', '3'],
      ['rings', 'dock'],
      ['hungOn', '2026-01-05'],
      ['pitch', '440000000'],
    ]);
    expect(tuned?.fields).toEqual([{ field: 'pitch', before: '440000000', after: '442000000' }]);
  });

  it('is verified, and found out in each field when somebody edits it', async () => {
    await using plant = await buildPlantApp();
    await ringBell(plant);
    expect(faults(plant)).toEqual([]);
    await plant.app.store.work((work) => {
      for (const { column, to } of columnsOfRecords([bellRecord])) {
        work.db.exec('savepoint edit');
        work.db.exec(`update bell set ${column} = ${to}`);
        const found: string[] = [];
        checkRecords(work.db, ({ code, where }) => found.push(`${code} ${where}`), kinds);
        expect(found, column).not.toEqual([]);
        work.db.exec('rollback to edit');
      }
    });
    await plant.app.store.work((work) => void work.db.exec('delete from bell'));
    expect(faults(plant)).toEqual(['RECORD_CHANGED bell']);
  });
});
