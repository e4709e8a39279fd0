import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkTrace } from '#main/app/checkTrace.ts';
import { createApp } from '#main/app/createApp.ts';
import { TraceIndexService } from '#main/app/traceIndexService.ts';
import { Verifying } from '#main/app/verifying.ts';
import { loadIndex, meaning, sealingKey, traceFileOf } from '#main/app/traceFile.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { attempt } from '#main/features/audit/verifySteps.queries.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { figureKinds } from '#main/trace/figures/figureKinds.ts';
import { addLine } from '#main/trace/figures/figures.ts';
import { edgesOf, type Graph, nodeKinds } from '#main/trace/graph/graph.ts';
import { rowStart } from '#main/trace/graph/rows.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { saveSnapshot } from '#main/trace/snapshotFile.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

/** What seals snapshots here. */
const key = Buffer.alloc(32, 3);

const used = [
  row('receipt', 'MILK L1', 40, on(5)),
  row('receipt', 'OIL L1', 40, on(5)),
  row('consumption', 'MILK L1', 4, on(6), { run: 'R1' }),
  row('consumption', 'MILK L1', 4, on(7), { run: 'R1' }),
  row('output', 'CAKE K1', 9, on(8), { run: 'R1' }),
];

async function check(plant: TestApp): Promise<Problem[]> {
  const db = new Database(plant.file, { readonly: true });
  try {
    const snapshot = await loadIndex(db, traceFileOf(plant.file), { key, leastMovements: 0 });
    return attempt('trace index', (say) => checkTrace(db, { snapshot }, say));
  } finally {
    db.close();
  }
}

/** Leaves a snapshot as the program does, of an index that somebody changed. */
async function leaveSnapshot(plant: TestApp, change: (index: TraceIndex) => void): Promise<void> {
  const { seq, hash } = plant.app.store.head();
  const index = TraceIndex.build(readIndexColumns(plant.app.store.reader().db));
  change(index);
  await saveSnapshot(traceFileOf(plant.file), index, { sequence: seq, hash, meaning, key });
}

const unitOf = (plant: TestApp, lot: string): number =>
  plant.app.store.reader().db.prepare<[string], number>('select id from unit where lot = ?').pluck().get(lot) ?? 0;

const unwatched = { signal: new AbortController().signal, progress: () => undefined };
const ownFigure = { figureKind: figureKinds.shipped, reference: 1, amount: 5 };

function runOf(index: TraceIndex): number {
  for (let node = 1; node <= index.nodeCount; node += 1) if (index.kindOf(node) === nodeKinds.run) return node;
  throw new Error('there is no run');
}

/** Turns every row round, as a forger would who wants dated walks to miss what they look for. */
function turnRows(graph: Graph): void {
  for (const { rows } of [graph.downstream, graph.upstream]) {
    for (let node = 1; node <= rows.nodes; node += 1) {
      const [from, to] = [rowStart(rows, node), rowStart(rows, node + 1)];
      for (const array of [rows.codes, rows.high, rows.low]) array.subarray(from, to).reverse();
    }
  }
}

describe('the trace index of a verified store', () => {
  it('is built, and its snapshot compared with it, also after more was posted', async () => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    expect(await check(plant)).toEqual([]);
    await leaveSnapshot(plant, () => undefined);
    expect(await check(plant)).toEqual([]);
    await plant.book([
      row('consumption', 'OIL L1', 4, on(9), { run: 'R2' }),
      row('output', 'CAKE K2', 9, on(10), { run: 'R2' }),
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
    [
      'counts no twins',
      ({ parts: { graph } }) => {
        graph.twinCount += 1;
      },
    ],
    ['has figures of a run', (index) => addLine(index.parts.figures, runOf(index), ownFigure)],
    ['has its edges in another order', ({ parts: { graph } }) => turnRows(graph)],
  ])('is told when its snapshot %s', async (_, change) => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    await leaveSnapshot(plant, (index) => change(index, plant));
    expect(await check(plant)).toMatchObject([{ code: 'RECORD_CHANGED', where: 'trace snapshot' }]);
  });

  it('is never read from a snapshot where so small a store has none, nor from one that somebody else made', async () => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    const recall = { suspects: [{ product: 'MILK', lot: 'L1' }] };
    const honest = await plant.ask('recalls.simulate', recall);
    await leaveSnapshot(plant, (index) => {
      const [edge] = edgesOf(index.parts.graph, unitOf(plant, 'L1'), 'downstream');
      if (edge !== undefined) index.removeEdge(edge);
    });
    const { db } = plant.app.store.reader();
    const file = traceFileOf(plant.file);
    expect(await loadIndex(db, file, { key, leastMovements: 5 })).toBeDefined();
    expect(await loadIndex(db, file, { key, leastMovements: 6 })).toBeUndefined();
    expect(await loadIndex(db, file, { leastMovements: 5 })).toBeUndefined();
    await plant.app.close();
    plant.app = await createApp({ file: plant.file, mode: 'write', host: 'test' });
    plant.me = plant.app.open();
    expect(await plant.ask('recalls.simulate', recall)).toEqual(honest);
  });

  it('is sealed with a key that this workstation makes once, for its owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotline-key-'));
    const file = join(folder, 'data', 'trace-key');
    const made = sealingKey(file);
    expect(made).toHaveLength(32);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(sealingKey(file)).toEqual(made);
    // Where none can be kept, no snapshot is written or believed.
    expect(sealingKey(join(file, 'below-a-file'))).toBeUndefined();
    rmSync(folder, { recursive: true });
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

describe('the trace index in memory', () => {
  const recall = { suspects: [{ product: 'MILK', lot: 'L1' }] };

  it('of records that were changed for a while is told by a verification, and not answered from any more', async () => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    const honest = await plant.ask('recalls.simulate', recall);
    await plant.app.close();
    const changed = "update movement set kind = 'scrap', run_id = null where kind = 'consumption'";
    tamper(plant.file, (db) => db.exec(changed));
    await plant.reopen();
    expect((await plant.ask('recalls.simulate', recall)).affected.length).toBeLessThan(honest.affected.length);
    const run = "update movement set kind = 'consumption', run_id = (select id from run) where kind = 'scrap'";
    tamper(plant.file, (db) => db.exec(run));
    expect(await plant.ask('recalls.simulate', recall)).toEqual(honest);
    expect(await plant.ask('audit.verify', {})).toMatchObject({
      ok: false,
      problems: [{ code: 'RECORD_CHANGED', where: 'trace index in memory' }],
    });
  });

  it('is compared by a verification, whatever the store says of itself', async () => {
    await using plant = await buildPlantApp();
    await plant.book(used);
    const { store } = plant.app;
    const trace = new TraceIndexService(store);
    const verify = (): Promise<Verification> =>
      new Verifying({ store, trace, places: {}, clock: plant.clock }).verify(unwatched);
    const change = (index: TraceIndex): void => {
      const [edge] = edgesOf(index.parts.graph, unitOf(plant, 'L1'), 'downstream');
      if (edge !== undefined) index.removeEdge(edge);
    };
    await store.view(async ({ db }) => void (await trace.index(db)));
    await plant.post('receipt', 'OIL L1', 1, on(9));
    expect(await verify()).toMatchObject({ ok: true });
    await store.view(async ({ db }) => change(await trace.index(db)));
    expect(await verify()).toMatchObject({ ok: false, problems: [{ where: 'trace index in memory' }] });
    expect(store.readOnly).not.toBe('');
  });
});
