import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { TraceIndexService } from '#main/app/traceIndexService.ts';
import type { QueryContext } from '#main/context/context.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { query } from '#main/store/query.ts';
import { StaleView } from '#main/store/views.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { buildPlantApp, busWith, codeOf } from '../support/app.ts';
import { on } from '../support/plantTables.ts';

/**
 * A wide trace is read by a worker, which sees a later state where something was written since the walk. Asked again in
 * the same view, it walked the same old state each time and was refused in the end.
 */
const lastEntry = query((tables) => tables.selectFrom('head').select('seq'));

describe('a question whose view was outrun', () => {
  it('is asked again in a new view, which sees what was written meanwhile', async () => {
    await using plant = await buildPlantApp();
    const seen: unknown[] = [];
    const list = async (_input: unknown, { read }: QueryContext) => {
      seen.push((await read.one(lastEntry))?.seq);
      if (seen.length < 3) {
        await plant.post('receipt', 'MILK L1', 1, on(5));
        throw new StaleView();
      }
      return { jobs: [] };
    };
    const { bus } = busWith(plant, { jobs: { list } });
    expect(await bus.call(plant.me, { operation: 'jobs.list', input: {} })).toEqual({ jobs: [] });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('is given up with a code where it is outrun each time', async () => {
    await using plant = await buildPlantApp();
    let times = 0;
    const list = () => {
      times += 1;
      return Promise.reject(new StaleView());
    };
    const { bus, logged } = busWith(plant, { jobs: { list } });
    expect(await codeOf(bus.call(plant.me, { operation: 'jobs.list', input: {} }))).toBe('CONFLICT');
    expect(times).toBe(5);
    expect(logged).toEqual([]);
  });
});

/** As an index made anew has it. */
const nodesIn = (db: Database): number => TraceIndex.build(readIndexColumns(db)).nodeCount;

describe('the trace index', () => {
  it('is given in the state of the view that asks, and not once it went on past it', async () => {
    await using plant = await buildPlantApp();
    const { store } = plant.app;
    await plant.post('receipt', 'MILK L1', 1, on(5));
    const traceIndexService = new TraceIndexService(store);
    await store.view(async ({ db }) => {
      const { nodeCount } = await traceIndexService.index(db);
      await plant.post('receipt', 'MILK L2', 1, on(5));
      // Another commit is not yet known to it.
      expect((await traceIndexService.index(db)).nodeCount).toBe(nodeCount);
      await traceIndexService.committed();
      await expect(traceIndexService.index(db)).rejects.toThrow(StaleView);
      const after = await store.view(async (view) => {
        const index = await traceIndexService.index(view.db);
        return [index.nodeCount, nodesIn(view.db)];
      });
      expect(after[0]).toBeGreaterThan(nodeCount);
      expect(after[0]).toBe(after[1]);
    });
  });

  it('is never moved on between being given and being walked', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 1, on(5));
    const { store } = plant.app;
    const traceIndexService = new TraceIndexService(store);
    await traceIndexService.index(store.reader().db);
    const asked = Array.from({ length: 30 }, (_, count) => async () => {
      if (count % 3 === 0) {
        await plant.post('receipt', `MILK N${count}`, 1, on(6));
        return await traceIndexService.committed();
      }
      const fits = await store
        .view(async ({ db }) => {
          const nodes = nodesIn(db);
          const index = await traceIndexService.index(db);
          return index.nodeCount === nodes;
        })
        .catch((error: unknown) => error instanceof StaleView);
      expect(fits).toBe(true);
    });
    await Promise.all(asked.map((ask) => ask()));
  });
});
