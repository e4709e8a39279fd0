import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';
import { buildStore, copyStore, openAt } from '../support/stores.ts';

const receive = (plant: TestApp): Promise<number> => plant.post('receipt', 'MILK L1', 10, on(7));

describe('a store under two names', () => {
  it('has one lock, whichever link it is opened by', async () => {
    await using plant = await buildStore();
    const [folder, file] = [join(plant.folder, 'other'), join(plant.folder, 'other.lotline')];
    symlinkSync(plant.folder, folder);
    symlinkSync(plant.file, file);
    for (const name of [file, join(folder, 'plant.lotline'), `${folder}/../${plant.folder}/plant.lotline`])
      expect(await codeOf(openAt(name, 'write'))).toBe(name.includes('..') ? 'STORE_MISSING' : 'STORE_BUSY');
    await plant.store.close();
    const again = await openAt(file, 'write');
    expect(again.file).toBe(plant.file);
    await again.close();
  });

  it('is read, but not written, while it has a second name of its own', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    const second = join(plant.folder, 'second.lotline');
    linkSync(plant.file, second);
    for (const name of [plant.file, second]) {
      const { code, message } = await refusalOf(openAt(name, 'write'));
      expect([code, message]).toEqual(['STORE_READ_ONLY', expect.stringMatching(/second name/)]);
    }
    const reader = await openAt(second, 'read');
    await reader.close();
    rmSync(second);
    const writer = await openAt(plant.file, 'write');
    await writer.close();
  });

  it.each([
    ['leads to itself', 'round.lotline', (link: string) => symlinkSync(link, link)],
    ['leads nowhere', 'nowhere.lotline', (link: string) => symlinkSync(`${link}-gone`, link)],
  ])('is refused by a link that %s', async (_, name, make) => {
    await using plant = await buildStore();
    const link = join(plant.folder, name);
    make(link);
    for (const mode of ['read', 'write', 'create', 'rescue'] as const)
      expect(await codeOf(openAt(link, mode))).toBe('PATH_REFUSED');
  });

  it('is refused by a name the system does not take', async () => {
    await using plant = await buildStore();
    expect(await codeOf(openAt(join(plant.folder, 'x'.repeat(300)), 'read'))).toBe('PATH_REFUSED');
  });
});

describe('the lock of a store', () => {
  it('writes through no link, into no other file, and is for its owner alone', async () => {
    await using plant = await buildStore();
    expect(statSync(`${plant.file}-lock`).mode & 0o077).toBe(0);
    await plant.store.close();
    await using other = await buildStore();
    await other.store.close();
    const before = readFileSync(other.file);
    for (const put of [symlinkSync, linkSync]) {
      rmSync(`${plant.file}-lock`);
      put(other.file, `${plant.file}-lock`);
      expect(await codeOf(openAt(plant.file, 'write'))).toBe('PATH_REFUSED');
    }
    rmSync(`${plant.file}-lock`);
    mkdirSync(`${plant.file}-lock`);
    expect(await codeOf(openAt(plant.file, 'write'))).toBe('PATH_REFUSED');
    expect(readFileSync(other.file).equals(before)).toBe(true);
  });

  it('names nobody where the last holder runs no more', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    // Somebody else keeps the lock of a program that was killed.
    const lock = new Database(`${plant.file}-lock`);
    lock.prepare('update holder set said = json_set(said, ?, ?)').run('$.pid', 2 ** 30);
    lock.exec('begin immediate');
    const { hostname } = await import('node:os');
    const said = String(lock.prepare('select said from holder').pluck().get());
    lock.exec('rollback');
    lock.prepare('update holder set said = json_set(?, ?, ?)').run(said, '$.workstation', hostname());
    lock.exec('begin immediate');
    const { message, details } = await refusalOf(openAt(plant.file, 'write'));
    expect(message).toMatch(/Another program is writing/);
    expect(details).not.toHaveProperty('pid');
    lock.close();
  });
});

describe('files made beside a store', () => {
  it('are never written through a link that somebody put there', async () => {
    await using plant = await buildPlantApp();
    const victim = join(plant.folder, 'victim.txt');
    writeFileSync(victim, 'dear');
    const target = join(plant.folder, 'b.backup');
    for (const name of [target, `${target}.anchor`, `${plant.file}-trace`])
      symlinkSync(victim, `${name}.new${name.endsWith('-trace') ? '' : `-${process.pid}`}`);
    await plant.ask('backups.make', { path: target });
    await plant.app.close();
    expect(readFileSync(victim, 'utf8')).toBe('dear');
  });
});

const ways: Record<string, (plant: TestApp) => void> = {
  removed: ({ file }) => rmSync(file),
  'moved away': ({ file }) => renameSync(file, `${file}-old`),
  'without its log': ({ file }) => rmSync(`${file}-wal`),
  'with another log': ({ file }) => {
    renameSync(`${file}-wal`, `${file}-wal-old`);
    copyFileSync(`${file}-wal-old`, `${file}-wal`);
  },
  'replaced by another store': ({ file, folder }) => {
    copyFileSync(file, join(folder, 'older'));
    renameSync(join(folder, 'older'), file);
  },
};

describe('a store that is open, and is', () => {
  it.each(Object.entries(ways))(
    '%s: nothing more is acknowledged, and what it held is backed up',
    async (_, happen) => {
      await using plant = await buildPlantApp();
      await receive(plant);
      const { seq } = plant.app.store.head();
      const inTwoViews = plant.app.store.view(({ db }) => db.prepare('select count(*) from movement').pluck().get());
      expect(await inTwoViews).toBe(1);
      happen(plant);
      const { code, message } = await refusalOf(receive(plant));
      expect([code, message]).toEqual(['STORE_READ_ONLY', expect.stringMatching(/Make a backup now/)]);
      // What was open is still read, whoever asks, also at once; nothing is read from the file that lies there now.
      const lists = [1, 2, 3, 4, 5].map(() => plant.ask('lots.list', { limit: 10 }));
      expect(await Promise.all(lists)).toMatchObject(lists.map(() => ({ total: 1 })));
      expect(await codeOf(plant.ask('audit.verify', { anchors: [] }))).toBe('STORE_READ_ONLY');
      const backup = join(plant.folder, 'rescued.backup');
      expect(await plant.ask('backups.make', { path: backup })).toMatchObject({ seq });
      const rescued = await openAt(backup, 'read');
      expect(rescued.head().seq).toBe(seq);
      await rescued.close();
    },
  );

  it('replaced while a command is at work: the command is refused', async () => {
    await using plant = await buildPlantApp();
    const work = plant.app.store.work(async ({ run }) => {
      run("update head set demo = ''");
      renameSync(plant.file, `${plant.file}-old`);
    });
    expect(await codeOf(work)).toBe('STORE_READ_ONLY');
  });

  it('given a second name: nothing is written as long as it has one, nor after it', async () => {
    await using plant = await buildPlantApp();
    linkSync(plant.file, join(plant.folder, 'second'));
    expect(await codeOf(receive(plant))).toBe('STORE_READ_ONLY');
    rmSync(join(plant.folder, 'second'));
    expect(await codeOf(receive(plant))).toBe('STORE_READ_ONLY');
  });

  it('written by another program: it is frozen at once, and not taken for one that ended well', async () => {
    await using plant = await buildPlantApp();
    await receive(plant);
    const other = new Database(plant.file);
    other.exec('update head set writes = writes + 1');
    other.close();
    expect(await plant.ask('people.whoAmI', {})).toMatchObject({
      store: { readOnly: { pattern: expect.stringMatching(/Another program wrote/) } },
    });
    const { code, message } = await refusalOf(receive(plant));
    expect([code, message]).toEqual(['STORE_READ_ONLY', expect.stringMatching(/Another program wrote/)]);
    await plant.app.close();
    const again = await openAt(plant.file, 'read');
    expect(again.cleanExit).toBe(false);
    await again.close();
  });

  it('read by another program: all goes on', async () => {
    await using plant = await buildPlantApp();
    const other = new Database(plant.file, { readonly: true });
    other.prepare('select count(*) from head').get();
    await receive(plant);
    other.close();
    using copy = copyStore(plant.file);
    expect(copy.file).not.toBe(plant.file);
    await receive(plant);
  });
});
