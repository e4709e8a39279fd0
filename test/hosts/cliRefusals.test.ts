import { readdirSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSession, type Dairy, jsonOf, openDairy, runHere } from '../support/cli.ts';
import { atHome } from '../support/home.ts';

/** A store with the dairy in it; tests that change a store make one of their own. */
let dairy: Dairy;
beforeAll(async () => {
  dairy = await openDairy();
});
afterAll(() => dairy?.[Symbol.asyncDispose]());

const namesOfMilk = ['--product', 'MILK', '--lot', 'L-1'];

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
    ['recall', '--suspect', 'MILK'],
    ['recall', '--suspect', 'lot=L-1'],
    ['recall', '--suspect', 'product=MILK,lot=L-1,colour=white'],
    ['recall', '--suspect', 'product=MILK,lot=L-1,lot=L-2'],
    ['recall', '--supplier-lot', 'S001'],
    ['recall', '--supplier-lot', '/MD-77'],
    ['lot'],
    ['stock', 'MILK'],
    ['verify', '--anchors', 'x'],
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
    for (const args of [...reading(), ['import', dairy.source], ['import', dairy.source, '--dry-run'], ['demo']]) {
      const ended = await own.run(...args, '--json');
      expect(ended, args.join(' ')).toMatchObject({ exit: 3, out: '' });
      expect(ended.err).toContain(code);
    }
    const verified = await own.run('verify', '--json');
    expect(verified.exit).toBe(3);
    expect(jsonOf(verified)).toEqual({ ok: false, entries: 0, problems: [expect.objectContaining({ code })] });
  });

  it('cannot be made in a folder that is not there', async () => {
    const ended = await runHere(['import', dairy.source, '--json', '--store', join(dairy.folder, 'none', 'x.lotline')]);
    expect(ended).toMatchObject({ exit: 3, out: '' });
  });
});

describe('verify', () => {
  it('says that a store holds', async () => {
    const ended = await dairy.run('verify', '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(jsonOf(ended)).toEqual({ ok: true, entries: expect.any(Number), problems: [] });
    // The first check is remembered beside the person's own store, and the second held against it.
    expect((await dairy.run('verify')).out).toMatch(
      /^The audit trail and the balances hold: 1 entry\. Held against 1 anchor, the newest of \d{4}-\d\d-\d\d\.\n$/,
    );
  });

  it('names the first fault of a store that no other command opens', async () => {
    await using own = await buildSession();
    await own.run('import', dairy.source);
    await own.run('call', 'movements.reverse', '{"movements":[4],"reason":"mistyped"}');
    const bytes = await readFile(own.file);
    const at = bytes.indexOf('"operation":"movements.reverse"');
    bytes.write('"operation":"movements.reversf"', at);
    await writeFile(own.file, bytes);
    expect(await own.run('stock', '--json')).toMatchObject({ exit: 3, out: '' });
    const verified = await own.run('verify', '--json');
    expect(verified.exit).toBe(3);
    expect(jsonOf(verified)).toMatchObject({ ok: false, entries: 2, problems: [{ code: 'ENTRY_CHANGED', seq: 2 }] });
    expect((await own.run('verify')).out).toMatch(/does not hold[\s\S]*ENTRY_CHANGED/);
  });

  it('finds with an anchor what a store cannot tell of itself', async () => {
    await using own = await buildSession();
    await own.run('import', dairy.source);
    await copyFile(own.file, `${own.file}-older`);
    const anchors = join(own.folder, 'anchors');
    vi.stubEnv('LOTLINE_ANCHORS', anchors);
    await own
      .run('call', 'movements.reverse', '{"movements":[4],"reason":"mistyped"}')
      .finally(() => vi.unstubAllEnvs());
    const day = readdirSync(anchors, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.anchor'));
    const anchor = join(anchors, day ?? '');
    expect(await own.run('verify', '--anchor', anchor)).toMatchObject({ exit: 0 });
    await copyFile(`${own.file}-older`, own.file);
    // This workstation verified the newer one just now, so it tells by itself; another one has the anchor alone.
    const found = await own.run('verify', '--json');
    expect(found.exit).toBe(3);
    expect(jsonOf(found)).toMatchObject({ ok: false, problems: [{ code: 'ANCHOR_MISSING', seq: 2 }] });
    using _elsewhere = atHome(own.folder);
    expect(await own.run('verify', '--json')).toMatchObject({ exit: 0 });
    const anchored = await own.run('verify', '--anchor', anchor, '--json');
    expect(anchored.exit).toBe(3);
    expect(jsonOf(anchored)).toEqual({
      ok: false,
      entries: 1,
      problems: [expect.objectContaining({ code: 'ANCHOR_MISSING', seq: 2 })],
      anchors: { held: 3, newest: expect.stringMatching(/Z$/), givenUp: 0 },
    });
    expect((await own.run('verify', '--anchor', anchor)).out).toMatch(
      /does not hold[\s\S]*ANCHOR_MISSING[\s\S]*Held against 3 anchors/,
    );
  });

  it('raises no alarm about what was given up when a backup was restored, and says so', async () => {
    await using own = await buildSession();
    vi.stubEnv('LOTLINE_ANCHORS', join(own.folder, 'anchors'));
    try {
      await own.run('import', dairy.source);
      const backup = join(own.folder, 'dairy.backup');
      expect(await own.run('backup', backup)).toMatchObject({ exit: 0 });
      await own.run('call', 'movements.reverse', '{"movements":[4],"reason":"mistyped"}');
      expect(await own.run('verify')).toMatchObject({ exit: 0 });
      expect(await own.run('restore', backup)).toMatchObject({ exit: 0 });
      const ended = await own.run('verify');
      expect(ended).toMatchObject({ exit: 0 });
      expect(ended.out).toMatch(/2 anchors more of entries that were given up when a backup was restored/);
      // Work goes on, and is anchored again.
      expect(await own.run('call', 'movements.reverse', '{"movements":[4],"reason":"mistyped"}')).toMatchObject({
        exit: 0,
      });
      expect(await own.run('verify')).toMatchObject({ exit: 0 });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('refuses an anchor file that is none', async () => {
    expect(await dairy.run('verify', '--anchor', join(dairy.folder, 'none'), '--json')).toMatchObject({
      exit: 1,
      out: '',
    });
    await writeFile(join(dairy.folder, 'no.anchor'), 'seq 7');
    expect(await dairy.run('verify', '--anchor', join(dairy.folder, 'no.anchor'), '--json')).toMatchObject({
      exit: 2,
      out: '',
    });
  });

  it('says that there is no store', async () => {
    await using own = await buildSession();
    const ended = await own.run('verify', '--json');
    expect(ended.exit).toBe(3);
    expect(jsonOf(ended)).toMatchObject({ ok: false, entries: 0, problems: [{ code: 'STORE_MISSING' }] });
    const { out } = await own.run('verify');
    expect(out).toMatch(/^There is no store at \S+store\.lotline\..*“lotline import PATH” or “lotline demo” makes one/);
  });
});

/** Overwrites bytes of a file at an offset. */
async function patch(file: string, at: number, bytes: number[]): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Uint8Array.from(bytes), 0, bytes.length, at);
  await handle.close();
}

describe('a document', () => {
  it('is never written over the store or what belongs to it, nor where nothing can be written', async () => {
    await using own = await openDairy();
    await using other = await openDairy();
    await writeFile(join(own.folder, 'notes.txt'), 'years of work');
    expect((await own.run('backup', join(own.folder, 'kept.backup'))).exit).toBe(0);
    const before = await readFile(own.file);
    const beside = await readFile(other.file);
    await symlink(own.file, join(own.folder, 'link.pdf'));
    const targets = [
      [['--pdf', own.file], /belongs to the store/],
      [['--pdf', join(own.folder, 'link.pdf')], /belongs to the store/],
      [['--xlsx', `${own.file}-lock`], /belongs to the store/],
      [['--xlsx', `${own.file}-wal`], /belongs to the store/],
      [['--pdf', other.file], /no document/],
      [['--xlsx', join(own.folder, 'kept.backup')], /no document/],
      [['--pdf', join(own.folder, 'kept.backup.anchor')], /no document/],
      [['--pdf', join(own.folder, 'notes.txt')], /no document/],
      [['--pdf', join(own.folder, `${'y'.repeat(256)}.pdf`)], /no name/],
      [['--pdf', own.folder], /no file/],
      [['--pdf', join(own.folder, 'none', 'x.pdf')], /no folder/],
      [['--pdf', join(own.folder, 'x'), '--xlsx', join(own.folder, '.', 'x')], /same file/],
    ] as const;
    for (const [options, why] of targets) {
      const ended = await own.run('recall', ...namesOfMilk, ...options, '--json');
      expect(ended).toMatchObject({ exit: 2, out: '' });
      expect(ended.err).toMatch(/^VALIDATION: --/);
      expect(ended.err).toMatch(why);
    }
    expect(await readFile(own.file)).toEqual(before);
    expect(await readFile(other.file)).toEqual(beside);
    expect(await readFile(join(own.folder, 'notes.txt'), 'utf8')).toBe('years of work');
    expect((await readdir(own.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is written whole beside the answer, also under the longest name', async () => {
    await using own = await openDairy();
    const [pdf, xlsx] = [join(own.folder, `${'y'.repeat(240)}.pdf`), join(own.folder, 'x.xlsx')];
    const ended = await own.run(
      'trace',
      ...namesOfMilk,
      '--direction',
      'downstream',
      '--pdf',
      pdf,
      '--xlsx',
      xlsx,
      '--json',
    );
    expect(ended.exit).toBe(0);
    expect(jsonOf(ended)).toMatchObject({ direction: 'downstream' });
    // A document replaces a document, and an empty file.
    await writeFile(join(own.folder, 'empty.pdf'), '');
    for (const there of [pdf, join(own.folder, 'empty.pdf')])
      expect((await own.run('recall', ...namesOfMilk, '--pdf', there)).exit).toBe(0);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    expect((await own.run('verify')).exit).toBe(0);
  });
});

describe('what a terminal would obey', () => {
  const sign = '\u001b[2J\u009b31m\nSTORE_DAMAGED: all is lost\r\u001b]0;x\u0007\u007f\b\u202egnol';
  const shows = async (...args: string[]): Promise<string> => {
    const { out, err } = await runHere(args);
    return out + err;
  };

  it('is written out where a path, a name or a word holds it', async () => {
    await using own = await buildSession();
    const store = join(own.folder, `plant${sign}.lotline`);
    const calls = [
      ['stock', '--store', store],
      ['call', `lots.${sign}`, '--store', own.file],
      [`stock${sign}`],
      ['stock', `more${sign}`],
      ['stock', `--co${sign}lour`],
      ['recall', '--suspect', `a${sign}`],
      ['serve', '--port', `1${sign}`],
      ['demo', `food${sign}`],
      ['import', join(own.folder, `none${sign}`), '--store', own.file],
      ['restore', join(own.folder, `none${sign}`), '--store', own.file],
      ['demo', '--store', store],
      ['stock', '--store', store],
      ['backup', join(own.folder, `kept${sign}.backup`), '--store', store],
      ['backup', join(own.folder, `kept${sign}.backup`), '--store', store, '--json'],
      ['restore', join(own.folder, `kept${sign}.backup`), '--store', `${store}2`],
    ];
    for (const args of calls) {
      const shown = await shows(...args);
      expect(shown, args[0]).not.toBe('');
      expect(shown.replaceAll('\n', ''), JSON.stringify(args)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(shown, JSON.stringify(args)).not.toMatch(/^STORE_DAMAGED: all/m);
    }
  });

  it('stays itself in answers that programs read', async () => {
    const { out } = await dairy.run('call', 'lots.\u009b\n');
    expect(jsonOf({ exit: 2, out, err: '' })).toMatchObject({ message: expect.stringContaining('lots.\u009b\n') });
  });
});

describe('a link in a folder that is imported', () => {
  it.each(['products.csv', 'movements.csv'])('is not read and not quoted: %s', async (name) => {
    await using own = await buildSession();
    const secret = join(own.folder, 'secret.txt');
    await writeFile(secret, 'the combination is 4711\n');
    const folder = join(own.folder, 'export');
    await mkdir(folder);
    await writeFile(join(folder, 'partners.csv'), 'code,name,kind\nS1,Dairy,supplier\n');
    await symlink(secret, join(folder, name));
    await symlink(secret, join(folder, 'notes.txt'));
    const ended = await own.run('import', folder, '--json');
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ errors: [{ file: name, row: 1, code: 'FILE_TYPE' }] });
    expect(ended.out + ended.err).not.toContain('4711');
    await rm(join(folder, name));
    expect((await own.run('import', folder)).exit).toBe(0);
  });
});
