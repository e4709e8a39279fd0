import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { buildPlantApp, codeOf, verifyInWorker } from '../support/app.ts';
import { countOf } from '../support/counts.ts';
import { on } from '../support/plantTables.ts';
import { buildHistory, type History } from '../support/tampering/history.ts';

/** Each seed makes three honest stores: one with a past, an older copy of it, and that copy gone on from. */
const seeds = countOf('LOTLINE_HONEST_SEEDS');
const firstSeed = Number(process.env['LOTLINE_HONEST_FIRST'] ?? 100);

let [stores, entries] = [0, 0];

function expectHonest(file: string, anchors: History['anchors'] = []): void {
  const db = new Database(file, { readonly: true });
  try {
    const verification = verifyStore(db, () => undefined, anchors);
    expect(verification.problems, file).toEqual([]);
    stores += 1;
    entries += verification.entries;
  } finally {
    db.close();
  }
}

const watched = { signal: new AbortController().signal, progress: () => undefined };

describe('verifying raises no alarm', () => {
  it(`over ${seeds * 3} stores of people, imports, refusals, reversals and releases`, {
    timeout: seeds * 60_000,
  }, async () => {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
      using history = await buildHistory(seed);
      expectHonest(history.file, history.anchors);
      expectHonest(history.older);
      expectHonest(history.branch, history.anchors.slice(0, 1));
    }
  });

  it('over commands that were sent at once, a clock that was set back, and a store that is written while it is verified', async () => {
    await using plant = await buildPlantApp();
    const receive = (number: number) => plant.postAll([['receipt', `OIL L${number % 3}`, 1, on(5)]]);
    await Promise.all(Array.from({ length: 40 }, (_, number) => receive(number)));
    plant.clock.set('2026-05-01T12:00:00Z');
    await Promise.all([
      codeOf(plant.postAll([['shipment', 'OIL L1', 999, on(6)]])),
      receive(1),
      verifyInWorker(plant.file, watched).then(({ problems }) => expect(problems).toEqual([])),
      ...Array.from({ length: 20 }, (_, number) => receive(number)),
    ]);
    plant.clock.set('2026-07-01T12:00:00Z');
    await receive(2);
    expectHonest(plant.file);
    await plant.app.close();
    expectHonest(plant.file);
  });

  it('over a store that a program left without closing it', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 5, on(5));
    await plant.app.close();
    const db = new Database(plant.file);
    db.exec('update head set clean_exit = 0');
    db.close();
    await plant.reopen();
    await expect.poll(() => plant.app.jobs.list().length).toBe(0);
    expect(plant.app.store.readOnly).toBe('');
    expectHonest(plant.file);
  });

  it('over all of them', () => {
    console.log(`${stores} honest stores with ${entries} entries: 0 false alarms`);
    expect(stores).toBe(seeds * 3 + 3);
  });
});
