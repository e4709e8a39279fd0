import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { buildApp, buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { buildFolder, csvFiles, workbookOf } from '../support/exportFiles.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';

const small = plantWith(
  [
    row('receipt', 'MILK L1', '10.5', on(5), { unit_cost: '1.25', id: 'M1' }),
    row('receipt', 'MOTOR #00012', 1, on(5)),
    row('consumption', 'MILK L1', 4, on(6), { run: 'R1', equipment: 'MIX-1' }),
    row('consumption', 'MOTOR #00012', 1, on(6)),
    row('output', 'CAKE 1E5', 2, on(7)),
    row('shipment', 'CAKE 1E5', 1, on(8), { reason: 'a "quoted", broken\nreason' }),
  ],
  {
    lots: [{ product: 'MILK', lot: 'L1', supplier: 'S1', supplier_lot: '007', manufactured_on: '2026-01-02' }],
    serial_links: [{ work_order: 'WO-1', parent_product: 'CAKE', component_product: 'MOTOR', quantity: '1' }],
  },
);

/** Everything an import wrote but where a row came from. */
const contentOf = (plant: TestApp): unknown[] =>
  [
    'select * from product order by id',
    'select * from partner order by id',
    'select * from place order by id',
    'select * from lot order by id',
    'select * from unit order by id',
    'select * from run order by id',
    'select id, at, offset_minutes, kind, document, quantity, equipment, unit_cost, reason, external_id, hex(row_key) as key, reverses_id from movement order by id',
    'select unit_id, place_id, status, quantity from balance order by id',
    'select work_order, parent_unit_id, component_unit_id, quantity, at from serial_link order by id',
  ].map((sql) => plant.rows(sql));

describe('one export', () => {
  it('as a folder of CSV files, as a workbook and as files handed over has one result', async () => {
    await using fromFolder = await buildApp();
    await fromFolder.take(small);

    await using fromBook = await buildApp();
    await using folder = await buildFolder({ 'plant.xlsx': workbookOf(small) });
    const result = await fromBook.ask('exchange.import', {
      source: { kind: 'path', path: join(folder.path, 'plant.xlsx') },
    });
    expect(result).toMatchObject({ products: 9, movements: 6, serialLinks: 1 });
    expect(contentOf(fromBook)).toEqual(contentOf(fromFolder));

    await using fromUpload = await buildApp({ host: 'http' });
    const { uploads } = fromUpload.app;
    const upload = await uploads.create();
    for (const [name, text] of Object.entries(csvFiles(small)))
      await uploads.write(upload, name, Readable.from([text]));
    await fromUpload.ask('exchange.import', { source: { kind: 'upload', upload } });
    expect(contentOf(fromUpload)).toEqual(contentOf(fromFolder));
    expect(await fromUpload.take({}, {}).catch(({ code }: { code: string }) => code)).toBe('PATH_REFUSED');

    const again = await fromFolder.ask('exchange.import', {
      source: { kind: 'path', path: join(folder.path, 'plant.xlsx') },
    });
    expect(again).toMatchObject({ movements: 0, alreadyPresent: 9 + 4 + 4 + 1 + 6 + 1 });
  });

  it('whatever the order of its columns, with the file names of another letter case', async () => {
    await using plant = await buildApp();
    const { 'products.csv': products = '', ...others } = csvFiles(masters);
    const turned = products
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\r\n');
    expect(await plant.takeFiles({ ...others, 'PRODUCTS.CSV': `\ufeff${turned}\r\n` })).toMatchObject({
      products: 9,
      partners: 4,
    });
    expect(plant.rows("select unit, shelf_life_days as days from product where code = 'MILK'")).toEqual([
      { unit: 'kg', days: 10 },
    ]);
  });

  it('handed over is thrown away once it was taken, and kept when it was refused', async () => {
    await using plant = await buildApp({ host: 'http' });
    const { uploads } = plant.app;
    const upload = await uploads.create();
    await uploads.write(upload, 'partners.csv', Readable.from(['code,name,kind\nC1,One,customer\n']));
    await uploads.write(upload, 'movements.csv', Readable.from(['at,kind\n']));
    const source = { kind: 'upload' as const, upload };
    const refusals = [
      await refusalOf(plant.ask('exchange.import', { source })),
      await refusalOf(plant.ask('exchange.import', { source })),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(['IMPORT_REJECTED', 'IMPORT_REJECTED']);
    await uploads.drop(upload);
    const good = await uploads.create();
    await uploads.write(good, 'partners.csv', Readable.from(['code,name,kind\nC1,One,customer\n']));
    await plant.ask('exchange.import', { source: { kind: 'upload', upload: good } });
    expect((await refusalOf(plant.ask('exchange.import', { source: { kind: 'upload', upload: good } }))).code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('an import of many thousand rows', () => {
  const header = 'at,kind,document,product,lot,quantity,to,status,partner\n';
  const receipts = (count: number): Record<string, string> => {
    const line = (index: number): string => `${on(5)},receipt,GRN-${index},OIL,O${index % 500},1,STORE,A,S1`;
    return { 'movements.csv': header + Array.from({ length: count }, (_, index) => line(index)).join('\n') };
  };
  type Step = { phase: string; done: number };

  /** Starts the import of so many rows and waits until it reads movements. */
  async function start(plant: TestApp, files: Record<string, string>) {
    const folder = await buildFolder(files);
    const id = plant.newId();
    const steps: Step[] = [];
    const hush = plant.app.jobs.listen(({ phase, done }) => steps.push({ phase, done }));
    const running = plant.ask('exchange.import', { source: { kind: 'path', path: folder.path } }, { id });
    running.catch(() => undefined);
    while (!steps.some(({ phase }) => phase === 'movements')) await pause(2);
    const end = async (): Promise<void> => {
      hush();
      await folder[Symbol.asyncDispose]();
    };
    return { id, running, steps, end };
  }

  it('lets questions be answered meanwhile, from what was there before, and shows how far it is', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    const { id, running, steps, end } = await start(plant, receipts(20_000));
    let isDone = false;
    const finished = running.finally(() => {
      isDone = true;
    });
    let asked = 0;
    let longest = 0;
    while (!isDone) {
      const started = performance.now();
      const stock = await plant.stock();
      longest = Math.max(longest, performance.now() - started);
      // It may be written and not yet answered: then all of it is there.
      if (isDone || stock.length === 500) break;
      asked += 1;
      expect(stock).toEqual(['MILK L1 @ STORE A = 5']);
      const { jobs } = await plant.ask('jobs.list', {});
      expect(jobs.filter((job) => job.id === id)).toMatchObject([{ operation: 'exchange.import', cancellable: true }]);
      await pause(5);
    }
    expect(await finished).toMatchObject({ movements: 20_000 });
    expect(asked).toBeGreaterThan(5);
    expect(longest).toBeLessThan(5000);
    expect(steps.length).toBeGreaterThan(1);
    expect((await plant.ask('movements.listBalances', {})).total).toBe(501);
    expect((await plant.ask('jobs.list', {})).jobs).toEqual([]);
    await end();
  });

  it('can be stopped, and then nothing was written', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const { id, running, end } = await start(plant, receipts(6_000));
    expect(await plant.ask('jobs.cancel', { id })).toEqual({ asked: true, operation: 'exchange.import' });
    expect((await refusalOf(running)).code).toBe('CANCELLED');
    expect(plant.contentDigest()).toBe(before);
    expect(await plant.ask('jobs.cancel', { id })).toEqual({ asked: false, operation: '' });
    const [last] = (await plant.ask('audit.list', {})).rows;
    expect([last?.operation, last?.outcome, last?.code]).toEqual(['exchange.import', 'refused', 'CANCELLED']);
    await plant.post('receipt', 'MILK L1', 5, on(5));
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 5']);
    await end();
  });

  it('makes a command of another person wait, not fail', async () => {
    await using plant = await buildPlantApp();
    const { running, end } = await start(plant, receipts(6_000));
    const posting = plant.post('receipt', 'MILK L1', 5, on(5));
    const [result, id] = await Promise.all([running, posting]);
    expect([result.movements, id]).toEqual([6_000, 6_001]);
    await end();
  });
});
