import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildSession,
  type Dairy,
  dairyFiles,
  jsonOf,
  lineOf,
  manyReceipts,
  openDairy,
  runHere,
  runProgram,
  startProgram,
  untilEnd,
} from '../support/cli.ts';
import { buildFolder } from '../support/exportFiles.ts';

/** A store with the dairy in it; tests that change a store make one of their own. */
let dairy: Dairy;
beforeAll(async () => {
  dairy = await openDairy();
});
afterAll(() => dairy?.[Symbol.asyncDispose]());

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
    const named = await runProgram(['cli', 'call', 'people.whoAmI', '--store', dairy.file], {
      LOTLINE_STORE: other.file,
    });
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
    await own.run('import', dairy.source);
    const anchors = join(own.folder, 'anchors');
    const serving = startProgram(['cli', 'serve', '--until-stdin-ends', '--anchors', anchors, '--store', own.file]);
    const ended = untilEnd(serving);
    try {
      const address = await lineOf(serving, /./);
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);

      expect(jsonOf(await own.run('stock', '--json'))).toHaveLength(2);
      expect(await own.run('verify', '--json')).toMatchObject({ exit: 0 });
      expect(await own.run('import', dairy.source, '--dry-run', '--json')).toMatchObject({ exit: 0 });

      for (const args of [['import', dairy.source], ['demo'], ['call', 'exchange.importDemo', '{"plant":"food"}']]) {
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
    const [day] = readdirSync(anchors, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.anchor'),
    );
    expect(await own.run('verify', '--anchor', join(anchors, day ?? ''))).toMatchObject({ exit: 0 });
    expect(await own.run('import', dairy.source)).toMatchObject({ exit: 0 });
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

  /** The program as a person without a window starts it, with nothing of theirs in reach. */
  const aloneIn = (folder: string): Record<string, string> => ({
    XDG_DATA_HOME: folder,
    LOCALAPPDATA: folder,
    HOME: folder,
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    CI: '1',
  });
  const storesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.lotline'));

  it('started without a command opens the demo plant, in the browser where there is no window', async () => {
    await using own = await buildSession();
    const starting = startProgram([], aloneIn(own.folder));
    const ended = untilEnd(starting);
    const address = await lineOf(starting, /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    starting.kill('SIGINT');
    const { exit, out } = await ended;
    expect(exit).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    const demo = storesIn(own.folder).find((name) => name.endsWith('demo.lotline'));
    const stock = await runHere(['stock', '--json', '--store', join(own.folder, demo ?? 'missing')]);
    expect(JSON.parse(stock.out).length).toBeGreaterThan(10);
  });

  it('opens either demo plant in a store of its own, never in one that is named', async () => {
    await using own = await buildSession();
    const starting = startProgram(['--demo', 'device'], aloneIn(own.folder));
    const ended = untilEnd(starting);
    await lineOf(starting, /^http/);
    starting.kill('SIGINT');
    expect(await ended).toMatchObject({ exit: 0 });
    const [demo = 'missing', ...more] = storesIn(own.folder);
    expect([demo.endsWith('demo-device.lotline'), more]).toEqual([true, []]);
    const stock = await runHere(['stock', '--product', 'CAP-220', '--json', '--store', join(own.folder, demo)]);
    expect(JSON.parse(stock.out).length).toBeGreaterThan(0);

    for (const wrong of [
      ['--demo', 'bakery'],
      ['--demo', 'food', '--store', own.file],
    ]) {
      const refused = await runProgram(wrong, aloneIn(own.folder));
      expect(refused, wrong.join(' ')).toMatchObject({ exit: 2, out: '' });
      expect(refused.err).toContain('demo');
    }
    expect(storesIn(own.folder)).toEqual([demo]);
  });
});
