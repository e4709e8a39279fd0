import { writeInspection } from '../support/oneInspection.ts';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#main/app/operations.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { buildFolder, buildProduct, csvFiles, type ExportTables } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';
import { allAnswers, answerOf, ofSessions, questions } from '../support/questions.ts';

/** Goods that came, were used, made and sent, so that every answer has something new to say. */
function dayOf(day: number, rows: number): ExportTables {
  const made = Array.from({ length: rows }, (_, index) => {
    const lot = `N${day}-${index}`;
    const at = on(day, `10:${String(index % 60).padStart(2, '0')}`);
    const order = { work_order: `WO-${day}-${index % 10}` };
    return [
      row('receipt', `MILK ${lot}`, 5, at),
      row('receipt', 'MILK L1', 1, at),
      row('consumption', 'MILK L1', 0.5, on(day, '12:00'), order),
      row('output', `CAKE ${lot}`, 1, on(day, '12:30'), order),
      row('shipment', `CAKE ${lot}`, 0.25, on(day, '13:00')),
      row('receipt', `MOTOR #${day}-${index}`, 1, at),
    ];
  });
  const partners = masters.partners?.map((partner) => ({ ...partner, name: `${partner['name']} of day ${day}` })) ?? [];
  const locations = [{ code: `HALL-${day}`, name: `Hall ${day}`, site: 'MAIN', kind: 'storage' }];
  return { ...plantWith(made.flat()), partners, locations: [...(masters.locations ?? []), ...locations] };
}

/** Asks everything at once, each at a moment of its own, and again until the writing is over, which it must not hold up. */
async function askedMeanwhile(
  plant: TestApp,
  asked: Readonly<Record<string, unknown>>,
  writing: Promise<unknown>,
): Promise<[operation: string, answer: string][]> {
  const heard: [string, string][] = [];
  let isOver = false;
  const over = writing.finally(() => {
    isOver = true;
  });
  const askers = Object.entries(asked).map(async ([operation, input], index) => {
    for (let turns = 0; turns < index % 5; turns += 1) await turn();
    for (let times = 1; times === 1 || !isOver; times += 1) {
      heard.push([operation, await answerOf(plant, operation, input)]);
      await pause(times * (1 + (index % 3)));
    }
  });
  await Promise.all([over, ...askers]);
  return heard;
}

/** A little of everything that any question could read, new each time. */
const aLittle = (count: number): ExportTables => ({
  products: [...(masters.products ?? []), buildProduct({ code: `P-${count}`, name: `Product ${count}` })],
  partners: [...(masters.partners ?? []), { code: `S-${count}`, name: `Supplier ${count}`, kind: 'supplier' }],
  locations: [...(masters.locations ?? []), { code: `BAY-${count}`, name: '', site: 'MAIN', kind: 'storage' }],
  movements: [
    row('receipt', 'MILK L1', count, on(9)),
    row('receipt', `MILK X${count}`, 1, on(9)),
    row('receipt', `MOTOR #X${count}`, 1, on(9)),
    row('consumption', 'MILK L1', 1, on(10), { work_order: `WO-X${count}` }),
    row('output', `CAKE X${count}`, 1, on(11), { work_order: `WO-X${count}` }),
    row('shipment', `CAKE X${count}`, 1, on(12)),
  ],
});

describe('every question, asked while something is written', () => {
  let plant: TestApp;
  let written = 0;
  beforeAll(async () => {
    plant = await buildPlantApp();
    // A backup is there to be compared with.
    await plant.ask('backups.make', { path: `${plant.file}.backup` });
    await plant.take(dayOf(4, 30));
    await plant.post('receipt', 'MOTOR #1', 1, on(3));
    await writeInspection(plant);
    // One document is there to be compared with.
    const lots = { report: 'lots', parameters: { question: {} }, format: 'xlsx' as const };
    const { document } = await plant.ask('reports.draw', lots);
    await plant.ask('reports.issue', { document });
    return () => plant[Symbol.asyncDispose]();
  });

  it('is in this test', () => {
    const queries = [...operations.values()].filter(({ meta }) => meta.kind === 'query').map(({ name }) => name);
    expect([...Object.keys(questions('')), ...ofSessions].sort()).toEqual(queries.sort());
  });

  it('is answered from before or after it, never from a mixture', async () => {
    await using exported = await buildFolder(csvFiles(dayOf(12, 10)));
    const asked = questions(exported.path);
    const writes = [
      () => plant.take(dayOf(5, 40)),
      async () => {
        for (let index = 0; index < 3; index += 1) await turn();
        return await plant.postAll([['shipment', 'MILK L1', 1, on(8)]]);
      },
    ];
    let changed = 0;
    let before = await allAnswers(plant, asked);
    for (const write of writes) {
      const heard = await askedMeanwhile(plant, asked, write());
      const after = await allAnswers(plant, asked);
      const mixed = heard.filter(([operation, answer]) => answer !== before[operation] && answer !== after[operation]);
      expect(mixed.map(([operation]) => operation)).toEqual([]);
      changed += Object.keys(after).filter((operation) => after[operation] !== before[operation]).length;
      before = after;
    }
    // Most answers are others each time, or nothing could have been mixed.
    expect(changed).toBeGreaterThan(30);
  });

  it.each(Object.keys(questions('')))(
    '%s sees nothing of what is committed after its first look',
    async (operation) => {
      await using exported = await buildFolder(csvFiles(dayOf(13, 2)));
      const input = questions(exported.path)[operation];
      const before = await answerOf(plant, operation, input);
      const writing = writeAtFirstLook(plant, () => plant.take(aLittle((written += 1))));
      const meanwhile = await answerOf(plant, operation, input);
      await writing.over();
      const after = await answerOf(plant, operation, input);
      expect([before, after]).toContain(meanwhile);
    },
  );
});

/** Writes as soon as the next view is first looked into; a typed question is answered after that only. */
function writeAtFirstLook(plant: TestApp, write: () => Promise<unknown>): { over(): Promise<unknown> } {
  const { store } = plant.app;
  const honest = store.view;
  let writing: Promise<unknown> | undefined;
  store.view = (job) => {
    store.view = honest;
    const look = (): Promise<unknown> => (writing ??= write());
    return store.view((view) => job(lookedInto(view, look)));
  };
  return {
    async over() {
      store.view = honest;
      await writing;
    },
  };
}

type View = Parameters<Parameters<TestApp['app']['store']['view']>[0]>[0];
type Method = (...parts: never[]) => unknown;

function lookedInto(view: View, look: () => Promise<unknown>): View {
  return new Proxy(view, {
    get(_, name: keyof View) {
      const own: unknown = view[name];
      if (name === 'db') void look();
      if (typeof own !== 'function') return own;
      return async (...parts: never[]) => {
        // All of them are methods; these two are questions.
        const answer: unknown = await (own as Method).apply(view, parts);
        if (name === 'all' || name === 'one') await look();
        return answer;
      };
    },
  });
}
