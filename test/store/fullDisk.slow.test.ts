import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoApp, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { countOf } from '../support/counts.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { inPairs, spread } from '../support/killPoints.ts';
import { runLimited } from '../support/limitedProgram.ts';
import { lookAtStore } from '../support/lookAtStore.ts';
import { on, plantWith, posted, row } from '../support/plantTables.ts';

const places = countOf('LOTLINE_FULL_PLACES');
const limits = countOf('LOTLINE_FULL_FILES');

/** Lets the store grow by so many pages of 4 KB and no more, as a full disk would. */
const limitPages = (plant: TestApp, pages: number): Promise<void> =>
  plant.app.store.work(({ db }) => {
    const free = Number(db.pragma('freelist_count', { simple: true }));
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) - free + pages}`);
  });

/** A command of each kind, with an input that is new each time. */
const kinds = (
  plant: TestApp,
  exported: string,
): ((turn: number) => Promise<readonly [operation: string, input: unknown]>)[] => {
  const receipt = (turn: number, index = 0) =>
    posted('receipt', `MILK T${turn}-${index}`, 1, on(5), { reason: 'x'.repeat(300) });
  return [
    async (turn) => ['movements.post', { movements: [receipt(turn)] }],
    async (turn) => [
      'people.saveView',
      { list: 'lots', name: `View ${turn}`, question: { sort: 'lot', note: 'x'.repeat(900) } },
    ],
    async (turn) => ['movements.post', { movements: Array.from({ length: 20 }, (_, index) => receipt(turn, index)) }],
    async () => {
      const [last] = plant.rows<{ id: number }>(
        'select max(id) as id from movement where reverses_id is null and id not in (select reverses_id from movement where reverses_id is not null)',
      );
      return ['movements.reverse', { movements: [last?.id ?? 0], reason: 'entered twice' }];
    },
    async () => ['exchange.import', { source: { kind: 'path', path: exported } }],
    async () => {
      const { document } = await plant.ask('reports.draw', {
        report: 'lots',
        parameters: { question: {} },
        format: 'xlsx',
      });
      return ['reports.issue', { document }];
    },
    async (turn) => ['people.removeView', { list: 'lots', name: `View ${turn - 5}` }],
  ];
};

describe('when the disk is full', () => {
  it(`every kind of command is done or refused as a whole, at ${places} places in succession`, {
    timeout: 120_000 + places * 2000,
  }, async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    const rows = Array.from({ length: 40 }, (_, index) =>
      row('receipt', `MILK I${index}`, 1, on(5), { id: `I-${index}` }),
    );
    await using folder = await buildFolder(csvFiles(plantWith(rows)));
    const makers = kinds(plant, folder.path);
    const backup = async () => ['backups.make', { path: join(plant.folder, 'full.backup') }] as const;
    const struck = new Map<string, number>();
    let total = 0;
    await limitPages(plant, 0);
    for (let turn = 0; total < places || turn % makers.length !== 0; turn += 1) {
      // A backup verifies all there is each time it is tried, so that once has to do.
      const maker = turn === 3 ? backup : makers[turn % makers.length];
      if (maker === undefined) throw new Error('no such kind');
      const [operation, input] = await maker(turn);
      const id = plant.newId();
      for (let pages = 0; ; pages += 1) {
        const before = plant.contentDigest();
        const { seq } = plant.app.store.head();
        const code = await codeOf(plant.send(operation, input, { id })).catch(() => 'done');
        if (code === 'done') break;
        expect(code, `${operation} with ${pages} pages`).toBe('STORE_FULL');
        expect(plant.contentDigest(), `${operation} with ${pages} pages`).toBe(before);
        expect(plant.app.store.head().seq).toBe(seq);
        total += 1;
        struck.set(operation, (struck.get(operation) ?? 0) + 1);
        await limitPages(plant, pages + 1);
      }
      await limitPages(plant, 0);
    }
    await limitPages(plant, 1_000_000);
    await plant.post('receipt', 'MILK L9', 1, on(6));
    console.log(
      `${total} places where the disk was full: ${[...struck].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    );
    expect(total).toBeGreaterThanOrEqual(places);
    expect(plant.verify()).toMatchObject({ ok: true });
  });
});

describe('when no file may grow further', () => {
  let plant: TestApp;
  beforeAll(async () => {
    plant = await buildDemoApp('device');
    await plant.app.close();
  });
  afterAll(() => plant?.[Symbol.asyncDispose]());

  it(`a backup or export is whole or not there, at ${limits} sizes`, {
    timeout: 120_000 + limits * 15_000,
  }, async () => {
    const data = mkdtempSync(join(tmpdir(), 'lotline-data-'));
    const largest = Math.floor(statSync(plant.file).size / 1024);
    const findings: string[] = [];
    const count = { refused: 0, done: 0 };
    const backups = spread(largest, Math.ceil(limits / 2)).map((size) => ({ size, what: 'backup' }) as const);
    const exports = spread(60, Math.floor(limits / 2)).map((size) => ({ size, what: 'export' }) as const);
    try {
      // What is compiled once need not be compiled, nor written, by those that may not write it.
      for (const args of [['stock'], ['operations']])
        await runLimited(1_000_000, [...args, '--store', plant.file], data);
      await inPairs([...backups, ...exports], async ({ size, what }) => {
        const folder = mkdtempSync(join(tmpdir(), 'lotline-full-'));
        const [target, store] = [join(folder, 'out'), join(folder, 'store.lotline')];
        copyFileSync(plant.file, store);
        const recall = ['recall', '--product', 'BATTERY', '--lot', 'BA-0007', '--xlsx', target];
        const args = what === 'backup' ? ['backup', target] : recall;
        const { status, err } = await runLimited(size, [...args, '--store', store], data);
        const say = (finding: string): void => void findings.push(`${what} at ${size} KB: ${finding} (${err.trim()})`);
        const names = readdirSync(folder).filter((name) => !name.startsWith('store.lotline'));
        if (!lookAtStore(store).ok) say('the store does not hold');
        if (status === 0) {
          count.done += 1;
          if (!names.includes('out')) say('it is not there');
          else if (what === 'backup' && !lookAtStore(target).ok) say('it does not hold');
        } else {
          count.refused += 1;
          if (!/STORE_FULL|cannot be written \(EFBIG\)/.test(err)) say('it was refused for another reason');
          if (names.length > 0) say(`it left ${names.join(', ')}`);
        }
        rmSync(folder, { recursive: true, force: true });
      });
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
    console.log(`${limits} sizes no file might outgrow: ${count.refused} refused, ${count.done} done`);
    expect(findings).toEqual([]);
    expect(count.refused).toBeGreaterThan(limits / 2);
  });
});
