import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { hasExactTimes } from '#main/store/mounts.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { buildKept, openAgain } from '../support/keptAnchors.ts';
import { on, row } from '../support/plantTables.ts';
import { notRun } from '../support/notRun.ts';
import { openAt } from '../support/stores.ts';

const receive = (plant: TestApp): Promise<number> => plant.post('receipt', 'MILK L1', 10, on(7));

/** Writes into a file as it lies there, which SQLite does not hear of. */
function writeInto(file: string, bytes: Buffer, at = 0, isWhole = false): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, at);
  if (isWhole) ftruncateSync(descriptor, bytes.length);
  closeSync(descriptor);
}

/** Has temporary folders made there for a while. */
function inFolder(folder: string): Disposable {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  return {
    [Symbol.dispose]: () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    },
  };
}

/** Writes other text of the same length wherever a text stands in the file. */
function rewrite(file: string, text: string, other: string): void {
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) writeInto(file, Buffer.from(other), at);
}

/** Whether a write to a mapped page is noted once the page was brought to the disk. */
const probe = `
import mmap, os, sys, time
file = open(sys.argv[1], 'w+b'); file.write(bytes(4096)); file.flush()
page = mmap.mmap(file.fileno(), 0); page[0] = 1
os.fsync(file.fileno()); before = os.stat(sys.argv[1]).st_mtime_ns; time.sleep(0.05)
page[0] = 2
sys.exit(0 if os.stat(sys.argv[1]).st_mtime_ns != before else 3)`;

/** A program that has every page of the file in its memory, changed already, and changes a name when it is told to. */
async function mapFile(file: string): Promise<{ write(): Promise<void> } & AsyncDisposable> {
  const program = `
import mmap, sys
file = open(sys.argv[1], 'r+b'); pages = mmap.mmap(file.fileno(), 0)
for at in range(0, len(pages), 4096): pages[at] = pages[at]
print('mapped', flush=True)
for line in sys.stdin:
    at = pages.find(b'Meadow Dairy')
    while at >= 0:
        pages[at:at + 12] = b'Meadow Diary'
        at = pages.find(b'Meadow Dairy', at)
    print('written', flush=True)`;
  const child = spawn('python3', ['-c', program, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  return {
    async write() {
      const written = once(child.stdout, 'data');
      child.stdin.write('now\n');
      await written;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await gone;
    },
  };
}

const wasWritten = { code: 'STORE_READ_ONLY', message: expect.stringMatching(/Another program wrote/) };

const writers: Record<string, (plant: TestApp) => void> = {
  'into the file itself': ({ file }) => rewrite(file, 'Meadow Dairy', 'Meadow Diary'),
  'into the file, and back': ({ file }) => {
    rewrite(file, 'Meadow Dairy', 'Meadow Diary');
    rewrite(file, 'Meadow Diary', 'Meadow Dairy');
  },
  'a header that is none': ({ file }) => writeInto(file, Buffer.alloc(100)),
  'an empty log': ({ file }) => writeInto(`${file}-wal`, Buffer.alloc(0), 0, true),
  'through a second name that is gone again': ({ file }) => {
    linkSync(file, `${file}x`);
    // In a program of its own: within one, SQLite knows the file again under any name.
    const program = `
      const other = new (require('better-sqlite3'))(process.argv[1]);
      other.exec("update partner set name = 'Meadow Diary' where code = 'S1'");
      other.pragma('wal_checkpoint(passive)');
      other.close();`;
    execFileSync(process.execPath, ['-e', program, `${file}x`]);
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}x${ending}`, { force: true });
  },
};

describe('a store that is open, written past SQLite', () => {
  it.each(Object.entries(writers))('%s: it is frozen at the next call', async (_, write) => {
    await using plant = await buildPlantApp();
    await plant.reopen();
    await receive(plant);
    write(plant);
    plant.app.store.look();
    expect(await refusalOf(plant.app.store.work(() => 1))).toMatchObject(wasWritten);
  });

  it('through memory it was mapped to before it was opened, and written to then: frozen as well', async (context) => {
    if (spawnSync('python3', ['--version']).status !== 0) notRun(context, 'there is no python3 to map a file');
    // A file that the system keeps in memory alone is never brought to a disk.
    using _onDisk = inFolder('/var/tmp');
    await using plant = await buildPlantApp();
    await plant.app.close();
    if (spawnSync('python3', ['-c', probe, `${plant.file}-probe`]).status !== 0)
      notRun(context, 'the system does not note what is written to a mapped file here');
    await using mapped = await mapFile(plant.file);
    await plant.reopen();
    // A first posting waits until the file was looked at, which finds nothing yet.
    await receive(plant);
    await mapped.write();
    expect(await refusalOf(receive(plant))).toMatchObject(wasWritten);
    await plant.app.close();
  });

  it('and written on: every answer is of what it holds at that moment', async () => {
    await using plant = await buildPlantApp();
    await plant.reopen();
    const names = async (): Promise<string[]> => {
      const { rows } = await plant.ask('partners.list', { limit: 10, search: 'Meadow' });
      return rows.map(({ name }) => name);
    };
    expect(await names()).toEqual(['Meadow Dairy']);
    rewrite(plant.file, 'Meadow Dairy', 'Meadow Diary');
    expect(await names()).toEqual(['Meadow Diary']);
    rewrite(plant.file, 'Meadow Diary', 'Meadow Dairy');
    expect(await names()).toEqual(['Meadow Dairy']);
  });

  it('with an older log: what was acknowledged and is gone is named, also when it is opened again', async () => {
    await using plant = await buildKept();
    const older = ['-wal', '-shm'].map((ending) => [plant.file + ending, readFileSync(plant.file + ending)] as const);
    for (const day of [7, 8]) await plant.post('receipt', 'OIL L1', 10, on(day));
    for (const [file, bytes] of older) writeInto(file, bytes, 0, file.endsWith('-wal'));
    const { message } = await refusalOf(plant.app.store.work(() => 1));
    expect(message).toMatch(/Another program wrote.* Entries 4 to 5, which were acknowledged here, are gone\./);
    await expect.poll(() => plant.app.jobs.isIdle).toBe(true);
    await plant.app.close();
    expect(plant.head()?.seq).toBe(5);
    expect(await codeOf(openAgain(plant))).toBe('STORE_DAMAGED');
    await openAgain(plant, 'rescue');
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: false, problems: [{ code: 'ANCHOR_MISSING' }] });
  });

  it('in what lies beside the file alone, or not at all: all goes on', async () => {
    await using plant = await buildPlantApp();
    for (let round = 0; round < 3; round += 1) {
      await receive(plant);
      // Reading, a backup and a verification write nothing; the store's own writing is its own.
      await plant.ask('backups.make', { path: join(plant.folder, `${round}.backup`) });
      expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
      const other = new Database(plant.file);
      other.exec('begin immediate');
      other.exec('rollback');
      other.close();
    }
    // So much at once that the log is brought into the file in between.
    for (let lot = 0; lot < 40; lot += 1)
      await plant.book(Array.from({ length: 60 }, (_, i) => row('receipt', `MILK B${lot}-${i}`, 1, on(7))));
    expect(plant.app.store.readOnly).toBe('');
  });
});

describe('a file that was touched, which need not be written', () => {
  it('is verified before anything more is written, and all goes on where it holds', async () => {
    await using plant = await buildPlantApp();
    await plant.reopen();
    const { mode, atimeMs, mtimeMs } = statSync(plant.file);
    chmodSync(plant.file, 0o640);
    await receive(plant);
    chmodSync(plant.file, mode);
    // As a backup does that sets back when the file was read, and knows whole seconds only.
    utimesSync(plant.file, Math.floor(atimeMs / 1000), Math.floor(mtimeMs / 1000));
    await receive(plant);
    expect(plant.app.store.readOnly).toBe('');
  });

  it('within a transaction undoes it: what was read meanwhile need not be what it holds', async () => {
    await using plant = await buildPlantApp();
    await plant.reopen();
    await receive(plant);
    const { atimeNs, mtimeNs } = statSync(plant.file, { bigint: true });
    const change = plant.app.store.work(({ db }) => {
      rewrite(plant.file, 'Meadow Dairy', 'Meadow Diary');
      db.exec("update head set demo = 'read meanwhile'");
      rewrite(plant.file, 'Meadow Diary', 'Meadow Dairy');
      setTimes(plant.file, atimeNs, mtimeNs);
    });
    expect((await refusalOf(change)).code).toBe('CONFLICT');
    expect(plant.app.store.head().demo).toBe('');
    await receive(plant);
    expect(plant.app.store.readOnly).toBe('');
  });

  it('is frozen where it does not hold, though its times say that nobody wrote', async () => {
    await using plant = await buildPlantApp();
    await plant.reopen();
    await receive(plant);
    const { atimeNs, mtimeNs } = statSync(plant.file, { bigint: true });
    rewrite(plant.file, 'Meadow Dairy', 'Meadow Diary');
    setTimes(plant.file, atimeNs, mtimeNs);
    expect(statSync(plant.file, { bigint: true }).mtimeNs).toBe(mtimeNs);
    const { code, message } = await refusalOf(receive(plant));
    expect([code, message]).toEqual(['STORE_READ_ONLY', expect.stringMatching(/The store does not hold/)]);
  });
});

/** To the nanosecond, which a number of seconds is not. */
function setTimes(file: string, atime: bigint, mtime: bigint): void {
  const seconds = (ns: bigint): string => `${ns / 1_000_000_000n}.${String(ns % 1_000_000_000n).padStart(9, '0')}`;
  for (const [which, at] of [
    ['-a', atime],
    ['-m', mtime],
  ] as const)
    execFileSync('touch', [which, '-d', `@${seconds(at)}`, file]);
}

describe('a store whose lock is taken away while it is open', () => {
  it.each(['-lock', '-shm'])('%s removed: nothing more is written here', async (ending) => {
    await using plant = await buildPlantApp();
    const id = await receive(plant);
    rmSync(plant.file + ending);
    const { code, message } = await refusalOf(receive(plant));
    expect([code, message]).toEqual(['STORE_READ_ONLY', expect.stringMatching(/removed or replaced/)]);
    await plant.app.close();
    const again = await openAt(plant.file, 'write');
    expect(again.reader().db.prepare('select max(id) from movement').pluck().get()).toBe(id);
    await again.close();
  });

  it.each(['the first', 'the second'])(
    'keeps what another program wrote then, whichever ends first: %s',
    async (first) => {
      await using plant = await buildPlantApp();
      await receive(plant);
      for (const ending of ['-lock', '-shm']) rmSync(plant.file + ending);
      await using other = await writeElsewhere(plant.file);
      expect(await codeOf(receive(plant))).toBe('STORE_READ_ONLY');
      for (const end of first === 'the first'
        ? [() => plant.app.close(), other.end]
        : [other.end, () => plant.app.close()])
        await end();
      const again = await openAt(plant.file, 'read');
      expect(again.reader().db.prepare('select demo from head').pluck().get()).toBe('written elsewhere');
      expect(again.reader().db.pragma('integrity_check', { simple: true })).toBe('ok');
      await again.close();
    },
  );
});

/** A program of its own that opens the store, writes to it, and keeps it open. */
async function writeElsewhere(file: string): Promise<{ end(): Promise<void> } & AsyncDisposable> {
  const script = fileURLToPath(new URL('../support/holdStore.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, 'Mara', 'written elsewhere'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error('it did not open the store'))),
  ]);
  const end = async (): Promise<void> => {
    child.stdin.end();
    await gone;
  };
  return { end, [Symbol.asyncDispose]: end };
}

describe('the times of a file', () => {
  it.each<[string, string, NodeJS.Platform, boolean]>([
    ['/home/ada/plant.lotline', '/dev/sda1 / ext4 rw 0 0', 'linux', true],
    ['/home/ada/plant.lotline', '/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0', 'linux', false],
    ['/mnt/c/plant.lotline', '/dev/sda1 / ext4 rw 0 0\ndrvfs /mnt/c 9p rw 0 0', 'linux', false],
    ['/srv/plant.lotline', '/dev/sda1 / ext4 rw 0 0\nany /srv fuse.any rw 0 0', 'linux', false],
    ['/home/ada/plant.lotline', '', 'linux', false],
    ['/Users/ada/plant.lotline', '', 'darwin', true],
    ['/Volumes/quality/plant.lotline', '', 'darwin', false],
    [String.raw`C:\Users\ada\plant.lotline`, '', 'win32', false],
  ])('of %s are gone by where they are exact', (file, mounts, platform, isExact) => {
    expect(hasExactTimes(file, mounts, platform)).toBe(isExact);
  });
});
