import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { isSetUp, wasEverSetUp } from '#main/features/security/identity.queries.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { copyStore } from '../support/stores.ts';
import { reseal } from '../support/tampering/forger.ts';
import { tamper, withoutIndex } from '../support/tampering/tamper.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  await setUpPeople(plant);
  await plant.app.close();
});
afterAll(() => plant[Symbol.asyncDispose]());

const setUp = "operation = 'people.setUp'";

function inChanged<T>(change: (db: Database.Database) => void, look: (db: Database.Database) => T): T {
  using copy = copyStore(plant.file);
  tamper(copy.file, change);
  const db = new Database(copy.file, { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

describe('the first administrator', () => {
  const hidden = (db: Database.Database): void => {
    withoutIndex(db, 'audit_entry_set_up', setUp);
    withoutIndex(db, 'record_version_key', "record = 'person'");
  };

  it.each([
    ['the people are there', hidden],
    ['the versions of people are there', (db: Database.Database) => (hidden(db), db.exec('delete from person'))],
    [
      'the entry is there',
      (db: Database.Database) => (
        hidden(db), db.exec("delete from person; delete from record_version where record = 'person'")
      ),
    ],
  ])('is set up once, whatever indexes say: %s', (_, change) => {
    const asked = inChanged(change, (db) => [isSetUp(db), wasEverSetUp(db)]);
    expect(asked).toEqual([false, true]);
  });

  it('is not taken for one when an entry sets up another, however well it fits', () => {
    const forged = inChanged(
      (db) => {
        const seq = db
          .prepare<[], number>(`select max(seq) from audit_entry where operation = 'people.add' and outcome = 'done'`)
          .pluck()
          .get();
        db.prepare(
          `update audit_entry set operation = 'people.setUp', body = replace(body, '"people.add"', '"people.setUp"') where seq = ?`,
        ).run(seq);
        reseal(db);
      },
      (db) => verifyStore(db, () => undefined),
    );
    expect(forged).toMatchObject({ ok: false, problems: [{ code: 'ENTRY_CHANGED' }] });
    expect(forged.problems[0]?.message).toMatch(/sets up the first administrator, whom an earlier one set up/);
  });
});
