import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSession, dairyFiles, jsonOf, lineOf, manyReceipts, runHere, runProgram, type Session, startProgram, untilEnd } from '../support/cli.ts';
import { buildFolder, buildReceipt } from '../support/exportFiles.ts';

/** A store with the dairy in it; tests that change a store make one of their own. */
let dairy: Session;
let source: Awaited<ReturnType<typeof buildFolder>>;

beforeAll(async () => {
  source = await buildFolder(dairyFiles());
  dairy = await buildSession();
  const { exit, err } = await dairy.run('import', source.path);
  if (exit !== 0) throw new Error(err);
});
afterAll(async () => {
  await source?.[Symbol.asyncDispose]();
  await dairy?.[Symbol.asyncDispose]();
});

const milk = { product: 'MILK', lot: 'L-1', sublot: '', serial: '' };
const cheese = { product: 'CHEESE', lot: 'K-1', sublot: '', serial: '' };
const namesOfMilk = ['--product', 'MILK', '--lot', 'L-1'];

describe('import', () => {
  it('makes a missing store and says what it wrote', async () => {
    await using own = await buildSession();
    const ended = await own.run('import', source.path, '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({ products: 2, partners: 2, locations: 2, lots: 1, movements: 4, serialLinks: 0, alreadyPresent: 0, findings: [] });
    expect(existsSync(own.file)).toBe(true);
  });

  it('skips what is there already, and is done', async () => {
    const ended = await dairy.run('import', source.path, '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ products: 0, movements: 0, alreadyPresent: expect.any(Number) });
  });

  it('names every fault, ends with 2 and writes nothing', async () => {
    await using own = await buildSession();
    await own.run('import', source.path);
    await using faulty = await buildFolder(dairyFiles([buildReceipt({ at: '2026-01-09T06:00:00Z', product: 'BUTTER', to: 'COLD', status: 'A' })]));
    const ended = await own.run('import', faulty.path, '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toEqual({ errors: [{ file: 'movements.csv', row: 6, column: 'product', code: 'NOT_FOUND', message: expect.stringContaining('BUTTER') }] });
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
    expect(jsonOf(ended)).toEqual({ errors: [expect.objectContaining({ file: 'nowhere', row: 1, column: '', code: 'NOT_FOUND' })] });
  });

  it('with --dry-run does all but the writing, and makes no store', async () => {
    await using own = await buildSession();
    const ended = await own.run('import', source.path, '--dry-run', '--json');
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ movements: 4, findings: [] });
    expect(readdirSync(own.folder)).toEqual([]);
  });

  it('with --dry-run tells faults as the import would, and leaves the store as it was', async () => {
    await using more = await buildFolder(dairyFiles([buildReceipt({ at: '2026-01-09T06:00:00Z', lot: 'L-9', to: 'COLD', status: 'A' })]));
    const before = (await dairy.run('call', 'audit.list', '{}')).out;
    expect(jsonOf(await dairy.run('import', more.path, '--dry-run', '--json'))).toMatchObject({ movements: 1, alreadyPresent: expect.any(Number) });
    await using faulty = await buildFolder(dairyFiles([{ at: 'yesterday' }]));
    const ended = await dairy.run('import', faulty.path, '--dry-run', '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ file: 'movements.csv', row: 6, column: 'at' })]) });
    expect((await dairy.run('call', 'audit.list', '{}')).out).toBe(before);
  });

  it('stopped on its way ends with 1 and has written nothing', async () => {
    await using own = await buildSession();
    await using large = await buildFolder(dairyFiles(manyReceipts(3000)));
    const stopped = await runHere(['import', large.path, '--store', own.file, '--json'], { onOpen: (stop) => void setTimeout(stop, 1) });
    expect(stopped).toMatchObject({ exit: 1, out: '' });
    expect(stopped.err).toContain('CANCELLED');
    const stock = await own.run('stock', '--json');
    // Stopped before the store was opened there is none; after, it is empty.
    expect([0, 3]).toContain(stock.exit);
    expect(stock.out.trim()).toBe(stock.exit === 0 ? '[]' : '');
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
      runs: [{ workOrder: 'WO-1', run: '', at: expect.stringContaining('2026-01-06'), inputs: [{ ...milk, quantity: '8' }], outputs: [{ ...cheese, quantity: '2' }] }],
      serialLinks: [],
      receipts: [{ ...milk, document: 'GRN-1', supplier: 'S001', supplierLot: 'MD/77', at: expect.any(String), quantity: '10' }],
      shipments: [{ ...cheese, document: 'DN-1', customer: 'C001', at: expect.any(String), quantity: '1.5' }],
      breaks: [],
    });
  });

  it('answers upstream, dated, and as text', async () => {
    const dated = await dairy.run('trace', '--product', 'CHEESE', '--lot', 'K-1', '--direction', 'upstream', '--dated', '--json');
    expect(jsonOf(dated)).toMatchObject({ direction: 'upstream', units: [cheese, milk] });
    const asText = await dairy.run('trace', '--product', 'CHEESE', '--lot', 'K-1', '--direction', 'upstream');
    expect(asText.exit).toBe(0);
    expect(asText.out).toMatch(/Units \(2\)[\s\S]*MILK +L-1[\s\S]*Receipts \(1\)/);
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
    expect(Object.keys(reply ?? {}).sort()).toEqual(['adjustments', 'affected', 'breaks', 'customers', 'inProcess', 'onHand', 'suspects', 'totals']);
    expect(reply).toMatchObject({
      suspects: [milk],
      affected: [milk, { ...cheese, produced: '2', shipped: '1.5', onHand: '0.5' }],
      customers: [{ customer: 'C001', name: 'Corner Shop', deliveries: ['DN-1'], shipped: [{ product: 'CHEESE', quantity: '1.5' }], returned: [] }],
      totals: { affected: 2, customers: 1, accountedPercent: '100.00' },
    });
  });

  it('takes suspects in every spelling, and answers the same', async () => {
    const { affected } = jsonOf(await dairy.run('recall', ...namesOfMilk, '--json')) as { affected: unknown };
    for (const spelling of [
      ['--suspect', 'product=MILK,lot=L-1'],
      ['--suspect', 'lot=L-1,product=MILK,sublot=,serial='],
      ['--supplier-lot', 'S001/MD/77'],
      ['--suspect', 'product=MILK,lot=L-1', '--supplier-lot', 'S001/MD/77', ...namesOfMilk],
    ]) {
      const ended = await dairy.run('recall', ...spelling, '--dated', '--json');
      expect(ended.err, spelling.join(' ')).toBe('');
      expect(jsonOf(ended), spelling.join(' ')).toMatchObject({ affected });
    }
    const both = await dairy.run('recall', '--suspect', 'product=MILK,lot=L-1', '--suspect', 'product=CHEESE,lot=K-1', '--json');
    expect(jsonOf(both)).toMatchObject({ suspects: [cheese, milk] });
  });

  it('of an unknown supplier lot ends with 1', async () => {
    expect(await dairy.run('recall', '--supplier-lot', 'S001/nothing', '--json')).toMatchObject({ exit: 1, out: '' });
  });

  it('reads as text', async () => {
    expect((await dairy.run('recall', ...namesOfMilk)).out).toContain('2 affected, 1 customers, 100.00 % accounted for');
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
    expect((await dairy.run('lot', ...namesOfMilk)).out).toMatch(/MILK lot L-1\n {2}Supplier: S001/);
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
    expect(listed).toContainEqual(expect.objectContaining({ name: 'exchange.import', kind: 'command', permission: 'import' }));
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
    expect(jsonOf(await dairy.run('call', 'dossier.get', JSON.stringify({ product: 'MILK', lot: 'L-1' })))).toMatchObject({ unit: milk });
    expect(jsonOf(await dairy.runWith('{"product":"MILK","lot":"L-1"}', 'call', 'dossier.get', '-'))).toMatchObject({ unit: milk });
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
    await own.run('import', source.path);
    const movement = { kind: 'scrap', document: 'SC-1', product: 'MILK', lot: 'L-1', quantity: '1', from: 'COLD', statusFrom: 'A' };
    const call = ['call', 'movements.post', JSON.stringify({ movements: [movement] }), '--command-id', 'scrap-of-today'] as const;
    const first = await own.run(...call);
    expect(first.exit).toBe(0);
    expect((await own.run(...call)).out).toBe(first.out);
    expect(jsonOf(await own.run('stock', '--product', 'MILK', '--json'))).toMatchObject([{ quantity: '1' }]);
    const other = await own.run('call', 'movements.post', JSON.stringify({ movements: [{ ...movement, quantity: '0.5' }] }), '--command-id', 'scrap-of-today');
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

describe('a wrong call', () => {
  const wrong: readonly (readonly string[])[] = [
    [],
    ['nothing'],
    ['packet', ...namesOfMilk],
    ['toString'],
    ['import'],
    ['import', 'a', 'b'],
    ['import', 'a', '--as-of', '2026-01-01'],
    ['trace'],
    ['trace', ...namesOfMilk],
    ['trace', ...namesOfMilk, '--direction', 'sideways'],
    ['trace', ...namesOfMilk, '--direction'],
    ['trace', '--lot', 'L-1', '--direction', 'upstream'],
    ['trace', '--product', 'MILK', '--sublot', 'S', '--direction', 'upstream'],
    ['trace', '--product', '', '--direction', 'upstream'],
    ['trace', '--product', 'MILK', '--product', 'CHEESE', '--direction', 'upstream'],
    ['trace', ...namesOfMilk, '--direction', 'upstream', '--dated=yes'],
    ['recall'],
    ['recall', ...namesOfMilk, '--pdf', 'x.pdf'],
    ['recall', '--suspect', 'MILK'],
    ['recall', '--suspect', 'lot=L-1'],
    ['recall', '--suspect', 'product=MILK,lot=L-1,colour=white'],
    ['recall', '--suspect', 'product=MILK,lot=L-1,lot=L-2'],
    ['recall', '--supplier-lot', 'S001'],
    ['recall', '--supplier-lot', '/MD-77'],
    ['lot'],
    ['stock', 'MILK'],
    ['verify', '--anchor', 'x'],
    ['operations', '--all'],
    ['call'],
    ['call', 'people.whoAmI', '{}', '{}'],
    ['serve', '--port', 'http'],
    ['serve', '--port', '70000'],
    ['stock', '--store', ''],
  ];
  it.each(wrong.map((args) => [args]))('%j ends with 2 and the usage, and prints no answer', async (args) => {
    const ended = await runHere([...args, '--json', ...(args.includes('--store') ? [] : ['--store', dairy.file])]);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).toContain('Usage: lotline');
  });

  it('is told what is wrong with input that the operation refuses', async () => {
    const ended = await dairy.run('lot', '--product', 'MI\u0007LK', '--json');
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).toMatch(/^VALIDATION: .*product/);
  });

  it('differs from a cry for help', async () => {
    for (const args of [['--help'], ['help'], ['trace', '--help'], ['-h']]) {
      const ended = await runHere(args);
      expect(ended).toMatchObject({ exit: 0, err: '' });
      expect(ended.out).toContain('Usage: lotline');
    }
  });

  it('is none when the common options stand before the command', async () => {
    expect(await runHere(['--store', dairy.file, '--json', 'stock'])).toMatchObject({ exit: 0 });
  });
});

describe('a store that is not to be used', () => {
  /** Every command that needs a store, called rightly. */
  const reading = (): string[][] => [
    ['trace', ...namesOfMilk, '--direction', 'upstream'],
    ['recall', ...namesOfMilk],
    ['lot', ...namesOfMilk],
    ['stock'],
    ['call', 'people.whoAmI'],
    ['call', 'exchange.importDemo', '{"plant":"food"}'],
  ];

  it('that is missing is made by no reading command: status 3, nothing printed', async () => {
    await using own = await buildSession();
    for (const args of reading()) {
      const ended = await own.run(...args, '--json');
      expect(ended, args.join(' ')).toMatchObject({ exit: 3, out: '' });
      expect(ended.err).toContain('STORE_MISSING');
    }
    expect(readdirSync(own.folder)).toEqual([]);
  });

  const spoiled: readonly (readonly [string, string, (file: string) => Promise<void>])[] = [
    ['STORE_FOREIGN', 'of another kind', (file) => writeFile(file, 'a letter, much longer than sixteen bytes')],
    ['STORE_DAMAGED', 'empty', (file) => writeFile(file, '')],
    ['STORE_DAMAGED', 'cut', (file) => writeFile(file, 'SQLite format 3\u0000')],
    ['STORE_VERSION', 'of a newer version', (file) => patch(file, 60, [0, 0, 0, 99])],
    ['STORE_FOREIGN', 'of another program', (file) => patch(file, 68, [1, 2, 3, 4])],
  ];
  it.each(spoiled)('%s: one that is %s', async (code, _how, spoil) => {
    await using own = await buildSession();
    await copyFile(dairy.file, own.file);
    await spoil(own.file);
    for (const args of [...reading(), ['import', source.path], ['import', source.path, '--dry-run'], ['demo']]) {
      const ended = await own.run(...args, '--json');
      expect(ended, args.join(' ')).toMatchObject({ exit: 3, out: '' });
      expect(ended.err).toContain(code);
    }
    const verified = await own.run('verify', '--json');
    expect(verified.exit).toBe(3);
    expect(jsonOf(verified)).toEqual({ ok: false, entries: 0, problems: [expect.objectContaining({ code })] });
  });

  it('cannot be made in a folder that is not there', async () => {
    const ended = await runHere(['import', source.path, '--json', '--store', join(dairy.folder, 'none', 'x.lotline')]);
    expect(ended).toMatchObject({ exit: 3, out: '' });
  });
});

describe('verify', () => {
  it('says that a store holds', async () => {
    const ended = await dairy.run('verify', '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({ ok: true, entries: expect.any(Number), problems: [] });
    expect((await dairy.run('verify')).out).toContain('hold');
  });

  it('says that there is no store', async () => {
    await using own = await buildSession();
    const ended = await own.run('verify', '--json');
    expect(ended.exit).toBe(3);
    expect(jsonOf(ended)).toMatchObject({ ok: false, entries: 0, problems: [{ code: 'STORE_MISSING' }] });
  });
});

/** Overwrites bytes of a file at an offset. */
async function patch(file: string, at: number, bytes: number[]): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Uint8Array.from(bytes), 0, bytes.length, at);
  await handle.close();
}

describe('the program itself', () => {
  it('ends as the commands say, and prints JSON alone', async () => {
    const [done, refused, wrong, none] = await Promise.all([
      runProgram(['cli', 'stock', '--json', '--store', dairy.file]),
      runProgram(['cli', 'lot', '--product', 'MILK', '--lot', 'no', '--store', dairy.file]),
      runProgram(['cli', 'trace', '--store', dairy.file]),
      runProgram(['cli', 'stock', '--json'], { LOTLINE_STORE: join(dairy.folder, 'none.lotline') }),
    ]);
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(done)).toHaveLength(2);
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(wrong).toMatchObject({ exit: 2, out: '' });
    expect(none).toMatchObject({ exit: 3, out: '' });
  });

  it('uses LOTLINE_STORE, and --store before it', async () => {
    await using other = await buildSession();
    const named = await runProgram(['cli', 'call', 'people.whoAmI', '--store', dairy.file], { LOTLINE_STORE: other.file });
    expect(named.exit).toBe(0);
    expect(await runProgram(['cli', 'stock', '--json'], { LOTLINE_STORE: dairy.file })).toMatchObject({ exit: 0 });
  });

  it('gives a slow reader all of a long answer', async () => {
    await using own = await buildSession();
    await using large = await buildFolder(dairyFiles(manyReceipts(3000)));
    await own.run('import', large.path);
    const program = startProgram(['cli', 'stock', '--json', '--store', own.file]);
    // Nobody reads until the program has long filled what the system keeps for a pipe.
    await once(program.stdout ?? program, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = await untilEnd(program);
    expect(ended.exit).toBe(0);
    expect(ended.out.length).toBeGreaterThan(256 * 1024);
    expect(jsonOf(ended)).toHaveLength(3002);
  });

  it('serves a store that others may read, and nobody else may write', async () => {
    await using own = await buildSession();
    await own.run('import', source.path);
    const serving = startProgram(['cli', 'serve', '--until-stdin-ends', '--store', own.file]);
    const ended = untilEnd(serving);
    try {
      const address = await lineOf(serving, /./);
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);

      expect(jsonOf(await own.run('stock', '--json'))).toHaveLength(2);
      expect(await own.run('verify', '--json')).toMatchObject({ exit: 0 });
      expect(await own.run('import', source.path, '--dry-run', '--json')).toMatchObject({ exit: 0 });

      for (const args of [['import', source.path], ['demo'], ['call', 'exchange.importDemo', '{"plant":"food"}']]) {
        const refused = await own.run(...args);
        expect(refused.exit, args.join(' ')).toBe(1);
        expect(refused.err, args.join(' ')).toMatch(new RegExp(`STORE_BUSY: .*process ${serving.pid}`));
      }
      const second = await runProgram(['cli', 'serve', '--store', own.file]);
      expect(second).toMatchObject({ exit: 1, out: '' });
      expect(second.err).toContain(`process ${serving.pid}`);
    } finally {
      serving.stdin?.end();
      expect(await ended).toMatchObject({ exit: 0 });
    }
    expect(await own.run('import', source.path)).toMatchObject({ exit: 0 });
  });

  it('ends on a signal and leaves the store free and whole', async () => {
    await using own = await buildSession();
    const serving = startProgram(['cli', 'serve', '--store', own.file]);
    const ended = untilEnd(serving);
    await lineOf(serving, /^http/);
    serving.kill('SIGTERM');
    expect(await ended).toMatchObject({ exit: 0 });
    expect(await own.run('verify', '--json')).toMatchObject({ exit: 0 });
  });

  it('started without a command opens the demo plant, in the browser where there is no window', async () => {
    await using own = await buildSession();
    const alone = { XDG_DATA_HOME: own.folder, LOCALAPPDATA: own.folder, HOME: own.folder, DISPLAY: '', WAYLAND_DISPLAY: '', CI: '1' };
    const starting = startProgram([], alone);
    const ended = untilEnd(starting);
    const address = await lineOf(starting, /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    starting.kill('SIGINT');
    const { exit, out } = await ended;
    expect(exit).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    const demo = readdirSync(own.folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('demo.lotline'));
    const stock = await runHere(['stock', '--json', '--store', join(own.folder, demo ?? 'missing')]);
    expect(JSON.parse(stock.out).length).toBeGreaterThan(10);
  });
});
