import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSession, type Dairy, dairyFiles, jsonOf, manyReceipts, openDairy, runHere } from '../support/cli.ts';
import { buildFolder, buildReceipt } from '../support/exportFiles.ts';

/** A store with the dairy in it; tests that change a store make one of their own. */
let dairy: Dairy;
beforeAll(async () => {
  dairy = await openDairy();
});
afterAll(() => dairy?.[Symbol.asyncDispose]());

const milk = { product: 'MILK', lot: 'L-1', sublot: '', serial: '' };
const cheese = { product: 'CHEESE', lot: 'K-1', sublot: '', serial: '' };
const namesOfMilk = ['--product', 'MILK', '--lot', 'L-1'];

describe('import', () => {
  it('makes a missing store and says what it wrote', async () => {
    await using own = await buildSession();
    const ended = await own.run('import', dairy.source, '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({
      products: 2,
      partners: 2,
      locations: 2,
      lots: 1,
      movements: 4,
      serialLinks: 0,
      alreadyPresent: 0,
      findings: [],
    });
    expect(existsSync(own.file)).toBe(true);
  });

  it('skips what is there already, and is done', async () => {
    const ended = await dairy.run('import', dairy.source, '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ products: 0, movements: 0, alreadyPresent: expect.any(Number) });
  });

  it('names every fault, ends with 2 and writes nothing', async () => {
    await using own = await buildSession();
    await own.run('import', dairy.source);
    await using faulty = await buildFolder(
      dairyFiles([buildReceipt({ at: '2026-01-09T06:00:00Z', product: 'BUTTER', to: 'COLD', status: 'A' })]),
    );
    const ended = await own.run('import', faulty.path, '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toEqual({
      errors: [
        {
          file: 'movements.csv',
          row: 6,
          column: 'product',
          code: 'NOT_FOUND',
          message: expect.stringContaining('BUTTER'),
        },
      ],
    });
    expect(ended.err).toContain('IMPORT_REJECTED');
    expect(jsonOf(await own.run('stock', '--json'))).toHaveLength(2);
  });

  it('shows faults to a person on standard error', async () => {
    await using faulty = await buildFolder({ 'products.csv': 'code,name,unit,colour\nMILK,Milk,kg,white\n' });
    const ended = await dairy.run('import', faulty.path);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).toContain('colour');
  });

  it('takes a path that leads nowhere for a fault', async () => {
    const ended = await dairy.run('import', join(dairy.folder, 'nowhere'), '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toEqual({
      errors: [expect.objectContaining({ file: 'nowhere', row: 1, column: '', code: 'NOT_FOUND' })],
    });
  });

  it('with --dry-run does all but the writing, and makes no store', async () => {
    await using own = await buildSession();
    const ended = await own.run('import', dairy.source, '--dry-run', '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ movements: 4, findings: [] });
    expect(readdirSync(own.folder)).toEqual([]);
  });

  it('with --dry-run tells faults as the import would, and leaves the store as it was', async () => {
    await using more = await buildFolder(
      dairyFiles([buildReceipt({ at: '2026-01-09T06:00:00Z', lot: 'L-9', to: 'COLD', status: 'A' })]),
    );
    const before = (await dairy.run('call', 'audit.list', '{}')).out;
    expect(jsonOf(await dairy.run('import', more.path, '--dry-run', '--json'))).toMatchObject({
      movements: 1,
      alreadyPresent: expect.any(Number),
    });
    await using faulty = await buildFolder(dairyFiles([{ at: 'yesterday' }]));
    const ended = await dairy.run('import', faulty.path, '--dry-run', '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ file: 'movements.csv', row: 6, column: 'at' })]),
    });
    expect((await dairy.run('call', 'audit.list', '{}')).out).toBe(before);
  });

  it('refused leaves nothing where there was no store, and a store that was there as it was', async () => {
    await using own = await buildSession();
    await using faulty = await buildFolder(dairyFiles([buildReceipt({ product: 'BUTTER' })]));
    expect((await own.run('import', faulty.path)).exit).toBe(2);
    expect(readdirSync(own.folder)).toEqual([]);
    const stopped = await runHere(['import', dairy.source, '--store', own.file], { onOpen: (stop) => stop() });
    expect(stopped.exit).toBe(1);
    expect(readdirSync(own.folder)).toEqual([]);
    await own.run('import', dairy.source);
    await own.run('import', faulty.path);
    expect(jsonOf(await own.run('stock', '--json'))).toHaveLength(2);
  });

  it('stopped on its way ends with 1 and has written nothing', async () => {
    await using own = await buildSession();
    await using large = await buildFolder(dairyFiles(manyReceipts(3000)));
    const stopped = await runHere(['import', large.path, '--store', own.file, '--json'], {
      onOpen: (stop) => void setTimeout(stop, 1),
    });
    expect(stopped).toMatchObject({ exit: 1, out: '' });
    expect(stopped.err).toContain('CANCELLED');
    expect(readdirSync(own.folder)).toEqual([]);
  });
});

describe('trace', () => {
  it('answers downstream in the agreed shape', async () => {
    const ended = await dairy.run('trace', ...namesOfMilk, '--direction', 'downstream', '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({
      roots: [milk],
      direction: 'downstream',
      units: [
        { ...milk, depth: 0 },
        { ...cheese, depth: 1 },
      ],
      runs: [
        {
          workOrder: 'WO-1',
          run: '',
          at: expect.stringContaining('2026-01-06'),
          inputs: [{ ...milk, quantity: '8' }],
          outputs: [{ ...cheese, quantity: '2' }],
        },
      ],
      serialLinks: [],
      receipts: [
        { ...milk, document: 'GRN-1', supplier: 'S001', supplierLot: 'MD/77', at: expect.any(String), quantity: '10' },
      ],
      shipments: [{ ...cheese, document: 'DN-1', customer: 'C001', at: expect.any(String), quantity: '1.5' }],
      breaks: [],
    });
  });

  it('answers upstream, dated, and as text', async () => {
    const dated = await dairy.run(
      'trace',
      '--product',
      'CHEESE',
      '--lot',
      'K-1',
      '--direction',
      'upstream',
      '--dated',
      '--json',
    );
    expect(jsonOf(dated)).toMatchObject({ direction: 'upstream', units: [cheese, milk] });
    const asText = await dairy.run('trace', '--product', 'CHEESE', '--lot', 'K-1', '--direction', 'upstream');
    expect(asText.exit).toBe(0);
    expect(asText.out).toMatch(/Lots and serials \(2\)[\s\S]*MILK +L-1[\s\S]*Receipts \(1\)/);
  });

  it('of an unknown lot ends with 1, the code on standard error', async () => {
    const ended = await dairy.run('trace', '--product', 'MILK', '--lot', 'L-404', '--direction', 'upstream', '--json');
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(ended.err).toMatch(/^NOT_FOUND: .*L-404/);
  });
});

describe('recall', () => {
  it('answers in the agreed shape', async () => {
    const reply = jsonOf(await dairy.run('recall', ...namesOfMilk, '--json'));
    expect(Object.keys(reply ?? {}).sort()).toEqual([
      'adjustments',
      'affected',
      'balances',
      'breaks',
      'customers',
      'inProcess',
      'onHand',
      'suspects',
      'totals',
    ]);
    expect(reply).toMatchObject({
      suspects: [milk],
      affected: [milk, { ...cheese, produced: '2', shipped: '1.5', onHand: '0.5' }],
      customers: [
        {
          customer: 'C001',
          name: 'Corner Shop',
          deliveries: ['DN-1'],
          shipped: [{ product: 'CHEESE', quantity: '1.5' }],
          returned: [],
        },
      ],
      totals: { affected: 2, customers: 1, accountedPercent: '100.00' },
    });
  });

  it('takes suspects in every spelling, and answers the same', async () => {
    const reply = jsonOf(await dairy.run('recall', ...namesOfMilk, '--json'));
    for (const spelling of [
      ['--suspect', 'product=MILK,lot=L-1'],
      ['--suspect', 'lot=L-1,product=MILK,sublot=,serial='],
      ['--supplier-lot', 'S001/MD/77'],
      ['--suspect', 'product=MILK,lot=L-1', '--supplier-lot', 'S001/MD/77', ...namesOfMilk],
    ]) {
      const ended = await dairy.run('recall', ...spelling, '--dated', '--json');
      expect(ended.err, spelling.join(' ')).toBe('');
      expect(jsonOf(ended), spelling.join(' ')).toEqual(reply);
    }
    const both = await dairy.run(
      'recall',
      '--suspect',
      'product=MILK,lot=L-1',
      '--suspect',
      'product=CHEESE,lot=K-1',
      '--json',
    );
    expect(jsonOf(both)).toMatchObject({ suspects: [cheese, milk] });
  });

  it('of an unknown supplier lot ends with 1', async () => {
    expect(await dairy.run('recall', '--supplier-lot', 'S001/nothing', '--json')).toMatchObject({ exit: 1, out: '' });
  });

  it('reads as text', async () => {
    expect((await dairy.run('recall', ...namesOfMilk)).out).toContain(
      '2 affected, 1 customer, worst mass balance: CHEESE 100.00 %',
    );
  });
});

describe('lot, stock, operations', () => {
  it('shows the page of a lot', async () => {
    const ended = await dairy.run('lot', ...namesOfMilk, '--json');
    expect(jsonOf(ended)).toEqual({
      unit: milk,
      supplier: 'S001',
      supplierLot: 'MD/77',
      manufacturedOn: '',
      expiresOn: '',
      retestOn: '',
      useByOn: '',
      stock: [{ location: 'COLD', status: 'A', quantity: '2', unitCost: expect.any(String) }],
      holds: [],
      inspections: [],
      nonconformances: [],
    });
    const { out } = await dairy.run('lot', ...namesOfMilk);
    expect(out).toMatch(/MILK lot L-1\n {2}Status: A\n {2}Supplier: S001/);
    expect(out).toMatch(/Received \(1\)\n.*\n.* GRN-1 +S001 +MD\/77/);
    expect(out).toMatch(/Where it went \(1\)\n.*\n +CHEESE +K-1\n\nShipped \(1\)\n.*\n.* DN-1 +C001/);
    expect((await dairy.run('lot', '--product', 'CHEESE', '--lot', 'K-1')).out).toMatch(
      /What is in it \(1\)\n.*\n +MILK +L-1\n/,
    );
    expect(await dairy.run('lot', '--product', 'MILK', '--lot', 'no')).toMatchObject({ exit: 1, out: '' });
  });

  it('lists stock over all pages, of one product or all', async () => {
    expect(jsonOf(await dairy.run('stock', '--json'))).toEqual([
      { ...cheese, location: 'COLD', status: 'A', quantity: '0.5', value: expect.any(String) },
      { ...milk, location: 'COLD', status: 'A', quantity: '2', value: expect.any(String) },
    ]);
    expect(jsonOf(await dairy.run('stock', '--product', 'MILK', '--json'))).toHaveLength(1);
    expect((await dairy.run('stock')).out).toMatch(/Stock \(2\)/);
    await using many = await buildSession();
    await using large = await buildFolder(dairyFiles(manyReceipts(1203)));
    await many.run('import', large.path);
    const rows = jsonOf(await many.run('stock', '--json'));
    expect(rows).toHaveLength(1205);
    expect(new Set(Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)) : []).size).toBe(1205);
  });

  it('names every operation with its input as JSON Schema', async () => {
    const listed = jsonOf(await dairy.run('operations', '--json'));
    expect(listed).toContainEqual({
      name: 'trace.get',
      kind: 'query',
      permission: 'trace',
      input: expect.objectContaining({ type: 'object', required: ['roots', 'direction'], additionalProperties: false }),
    });
    expect(listed).toContainEqual(
      expect.objectContaining({ name: 'exchange.import', kind: 'command', permission: 'import' }),
    );
    expect((await dairy.run('operations')).out).toContain('dossier.find');
  });

  it('names the operations without any store', async () => {
    await using own = await buildSession();
    expect(await own.run('operations', '--json')).toMatchObject({ exit: 0 });
  });
});

describe('call', () => {
  it('prints a reply as JSON, its input from the line, from standard input or none', async () => {
    expect(jsonOf(await dairy.run('call', 'people.whoAmI'))).toMatchObject({ host: 'cli', role: 'owner' });
    expect(
      jsonOf(await dairy.run('call', 'dossier.get', JSON.stringify({ product: 'MILK', lot: 'L-1' }))),
    ).toMatchObject({ unit: milk });
    expect(jsonOf(await dairy.runWith('{"product":"MILK","lot":"L-1"}', 'call', 'dossier.get', '-'))).toMatchObject({
      unit: milk,
    });
  });

  it.each([
    ['NOT_FOUND', 1, 'dossier.get', '{"product":"MILK","lot":"no"}'],
    ['VALIDATION', 2, 'dossier.get', '{"lot":"no"}'],
    ['VALIDATION', 2, 'dossier.get', '{"product":'],
    ['UNKNOWN_COMMAND', 2, 'dossier.drop', '{}'],
  ])('prints %s as JSON and ends with %i', async (code, exit, operation, input) => {
    const ended = await dairy.run('call', operation, input);
    expect(ended.exit).toBe(exit);
    expect(jsonOf(ended)).toEqual({ code, message: expect.stringMatching(/\w/), details: expect.any(Object) });
    expect(ended.err).toContain(code);
  });

  it('does a command once under its id', async () => {
    await using own = await buildSession();
    await own.run('import', dairy.source);
    const movement = {
      kind: 'scrap',
      document: 'SC-1',
      product: 'MILK',
      lot: 'L-1',
      quantity: '1',
      from: 'COLD',
      statusFrom: 'A',
    };
    const call = [
      'call',
      'movements.post',
      JSON.stringify({ movements: [movement] }),
      '--command-id',
      'scrap-of-today',
    ] as const;
    const first = await own.run(...call);
    expect(first.exit).toBe(0);
    expect((await own.run(...call)).out).toBe(first.out);
    expect(jsonOf(await own.run('stock', '--product', 'MILK', '--json'))).toMatchObject([{ quantity: '1' }]);
    const other = await own.run(
      'call',
      'movements.post',
      JSON.stringify({ movements: [{ ...movement, quantity: '0.5' }] }),
      '--command-id',
      'scrap-of-today',
    );
    expect(other.exit).toBe(1);
    expect(jsonOf(other)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    // Without an id each call is a command of its own.
    await own.run('call', 'movements.post', JSON.stringify({ movements: [{ ...movement, quantity: '0.25' }] }));
    await own.run('call', 'movements.post', JSON.stringify({ movements: [{ ...movement, quantity: '0.25' }] }));
    expect(jsonOf(await own.run('stock', '--product', 'MILK', '--json'))).toMatchObject([{ quantity: '0.5' }]);
  });
});

describe('demo', () => {
  it.each(['food', 'device'])('fills a new store with the %s plant, once', async (plant) => {
    await using own = await buildSession();
    const ended = await own.run('demo', plant, '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ movements: expect.any(Number), alreadyPresent: 0 });
    const again = await own.run('demo', plant);
    expect(again).toMatchObject({ exit: 1, out: '' });
    expect(again.err).toContain('CONFLICT');
  });

  it('knows no other plant', async () => {
    await using own = await buildSession();
    expect((await own.run('demo', 'paper')).exit).toBe(2);
    expect(readdirSync(own.folder)).toEqual([]);
  });
});
