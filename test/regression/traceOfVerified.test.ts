import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkTrace } from '#main/app/checkTrace.ts';
import { loadIndex, meaning, traceFileOf } from '#main/app/traceFile.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { attempt } from '#main/features/audit/verifySteps.queries.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { figureKinds } from '#main/trace/figures/figureKinds.ts';
import { edgesOf } from '#main/trace/graph/graph.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { saveSnapshot } from '#main/trace/snapshotFile.ts';
import type { Problem } from '#shared/audit/contract.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

const used = [
  row('receipt', 'MILK L1', 40, on(5)),
  row('receipt', 'OIL L1', 40, on(5)),
  row('consumption', 'MILK L1', 4, on(6), { run: 'R1' }),
  row('output', 'CAKE K1', 9, on(7), { run: 'R1' }),
];

async function check(plant: TestApp): Promise<Problem[]> {
  const db = new Database(plant.file, { readonly: true });
  try {
    const snapshot = await loadIndex(db, traceFileOf(plant.file));
    return attempt('trace index', (say) => checkTrace(db, snapshot, say));
  } finally {
    db.close();
  }
}

/** Leaves a snapshot as the program does, of an index that somebody changed. */
async function leaveSnapshot(plant: TestApp, change: (index: TraceIndex) => void): Promise<void> {
  const { seq, hash } = plant.app.store.head();
  const index = TraceIndex.build(readIndexColumns(plant.app.store.reader().db));
  change(index);
  await saveSnapshot(traceFileOf(plant.file), index, { sequence: seq, hash, meaning });
}

const unitOf = (plant: TestApp, lot: string): number =>
  plant.app.store.reader().db.prepare<[string], number>('select id from unit where lot = ?').pluck().get(lot) ?? 0;

describe('the trace index of a verified store', () => {
  it('is built, and its snapshot compared with it, also after more was posted', async () => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    expect(await check(plant)).toEqual([]);
    await leaveSnapshot(plant, () => undefined);
    expect(await check(plant)).toEqual([]);
    await plant.book([
      row('consumption', 'OIL L1', 4, on(8), { run: 'R2' }),
      row('output', 'CAKE K2', 9, on(9), { run: 'R2' }),
    ]);
    expect(await check(plant)).toEqual([]);
  });

  it.each<[string, (index: TraceIndex, plant: TestApp) => void]>([
    [
      'lacks an edge',
      (index, plant) => {
        const [edge] = edgesOf(index.parts.graph, unitOf(plant, 'L1'), 'downstream');
        if (edge !== undefined) index.removeEdge(edge);
      },
    ],
    [
      'has other figures',
      (index, plant) =>
        index.addLine(unitOf(plant, 'L1'), { figureKind: figureKinds.shipped, reference: 1, amount: 5 }),
    ],
  ])('is told when its snapshot %s', async (_, change) => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    await leaveSnapshot(plant, (index) => change(index, plant));
    expect(await check(plant)).toMatchObject([{ code: 'RECORD_CHANGED', where: 'trace snapshot' }]);
    expect(await plant.app.check({ anchors: [] })).toMatchObject({ ok: false });
  });

  it.each([
    [
      'a unit that is walked through by a number there is not',
      'update unit set leaf = -300 where id = (select max(id) from unit)',
    ],
    ['a run numbered as a unit', 'update movement set run_id = 1 where run_id is not null; update run set id = 1'],
  ])('cannot be built from %s, which is told', async (_, sql) => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    await plant.app.close();
    tamper(plant.file, (db) => db.exec(sql));
    expect((await check(plant)).length).toBeGreaterThan(0);
    const db = new Database(plant.file, { readonly: true });
    expect(verifyStore(db, () => undefined).ok).toBe(false);
    db.close();
  });
});
