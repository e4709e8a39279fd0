import { setTimeout as pause } from 'node:timers/promises';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import { codeOf, refusalOf } from '../support/app.ts';
import { asOrdinaryUser, buildStore, copyStore, openAt } from '../support/stores.ts';

const placesCounted = query((tables) =>
  tables.selectFrom('place').select(({ fn }) => fn.countAll<number>().as('places')),
);

const addPlace = (work: Work, code: string): number =>
  work.run("insert into place (code, name, site, kind, version) values (?, '', 'MAIN', 'storage', 1)", code);

describe('a store open for writing', () => {
  it('is durable: every commit is on the disk before it is answered', async () => {
    await using plant = await buildStore();
    const settings = await plant.store.work(({ db }) =>
      ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'].map((name) =>
        db.pragma(name, { simple: true }),
      ),
    );
    expect(settings).toEqual(['wal', 2, 1, 1]);
  });

  it('stays durable when it is opened again', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    const again = await openAt(plant.file, 'write');
    expect(
      await again.work(({ db }) => [
        db.pragma('journal_mode', { simple: true }),
        db.pragma('synchronous', { simple: true }),
      ]),
    ).toEqual(['wal', 2]);
    await again.close();
  });

  it('reads through a connection that cannot write', async () => {
    await using plant = await buildStore();
    expect(() => plant.store.reader().db.exec('update head set demo = 1')).toThrow(/readonly/);
    expect(plant.store.readOnly).toBe('');
  });

  it('knows whether the last program that wrote ended as it should', async () => {
    await using plant = await buildStore();
    expect(plant.store.cleanExit).toBe(true);
    using crashed = copyStore(plant.file);
    await plant.store.work((work) => addPlace(work, 'A'));
    const beside = await openAt(plant.file, 'read');
    expect(beside.cleanExit).toBe(false);
    await beside.close();
    await plant.store.close();
    const again = await openAt(plant.file, 'read');
    expect(again.cleanExit).toBe(true);
    await again.close();
    expect(crashed.file).not.toBe(plant.file);
  });
});

describe('a unit of work', () => {
  it('that throws leaves nothing behind, whichever way it wrote and wherever it failed', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    const before = store.head();
    const jobs: ((work: Work) => unknown)[] = [
      (work) => fail(addPlace(work, 'A')),
      async (work) => {
        addPlace(work, 'B');
        await pause(5);
        fail(work.journal.recordVersion('place', 'B', 1, {}));
      },
      async (work) => {
        await work.add('record_version', [
          {
            id: 1,
            entry_seq: 1,
            record: 'place',
            record_key: 'A',
            version: 1,
            content: '{}',
            digest: Buffer.alloc(32),
          },
        ]);
        fail(work.one('select 1 from record_version'));
      },
      (work) => {
        addPlace(work, 'C');
        fail(work.seal(facts));
      },
      (work) => {
        addPlace(work, 'D');
        addPlace(work, 'D');
      },
    ];
    for (const job of jobs) await expect(store.work(job)).rejects.toThrow(/on purpose|UNIQUE/);
    for (const table of ['place', 'record_version', 'audit_entry']) {
      expect(store.reader().db.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
    }
    expect(store.head()).toEqual(before);
    expect(await store.work((work) => addPlace(work, 'A'))).toBe(1);
  });

  it('waits for the one before it, so that none sees another half done', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    let inside = 0;
    let most = 0;
    const jobs = Array.from({ length: 20 }, (_, index) =>
      store.work(async (work) => {
        inside += 1;
        most = Math.max(most, inside);
        const seen = Number(work.one<{ n: number }>('select count(*) as n from place')?.n);
        await pause(index % 3);
        addPlace(work, `P${index}`);
        inside -= 1;
        if (index % 5 === 4) throw new Error('on purpose');
        return seen;
      }),
    );
    const seen = (await Promise.allSettled(jobs)).map((one) => (one.status === 'fulfilled' ? one.value : 'undone'));
    expect(most).toBe(1);
    expect(seen).toEqual([
      0,
      1,
      2,
      3,
      'undone',
      4,
      5,
      6,
      7,
      'undone',
      8,
      9,
      10,
      11,
      'undone',
      12,
      13,
      14,
      15,
      'undone',
    ]);
    expect(store.reader().db.prepare('select count(*) from place').pluck().get()).toBe(16);
  });

  it('is not seen by a question until it is committed, and does not hold the question up', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    const count = (): unknown => store.reader().db.prepare('select count(*) from place').pluck().get();
    const seen: unknown[] = [];
    await store.work(async (work) => {
      for (let index = 0; index < 500; index += 1) addPlace(work, `P${index}`);
      await pause(5);
      const started = performance.now();
      seen.push(count(), await store.view((read) => read.one(placesCounted)));
      expect(performance.now() - started).toBeLessThan(1000);
      seen.push(work.one<{ n: number }>('select count(*) as n from place')?.n);
    });
    expect([...seen, count()]).toEqual([0, { places: 0 }, 500, 500]);
  });

  it('is closed once, however many ask for it at the same time', async () => {
    await using plant = await buildStore();
    const running = plant.store.work(() => pause(5));
    await Promise.all([plant.store.close(), plant.store.close(), running]);
    const again = await openAt(plant.file, 'read');
    expect(again.cleanExit).toBe(true);
    await again.close();
  });

  it('is refused once the store is closed, and what waits is finished first', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    const running = store.work(async (work) => {
      await pause(20);
      return addPlace(work, 'A');
    });
    const closing = store.close();
    expect(await running).toBe(1);
    await closing;
    expect(await codeOf(store.work((work) => addPlace(work, 'B')))).toBe('STORE_BUSY');
    const again = await openAt(plant.file, 'read');
    expect(again.reader().db.prepare('select code from place').pluck().all()).toEqual(['A']);
    await again.close();
  });
});

describe('a rehearsal', () => {
  it('answers as the work would, and leaves nothing behind', async () => {
    await using plant = await buildStore();
    const before = plant.store.head();
    const count = await plant.store.rehearse((work) => {
      addPlace(work, 'A');
      return work.one<{ n: number }>('select count(*) as n from place')?.n;
    });
    expect(count).toBe(1);
    expect(plant.store.head()).toEqual(before);
    expect(
      plant.store.reader().db.prepare('select count(*), (select writes from head) from place').raw().get(),
    ).toEqual([0, 0]);
  });

  it('that fails, fails as the work would', async () => {
    await using plant = await buildStore();
    await expect(plant.store.rehearse(() => fail())).rejects.toThrow('on purpose');
    expect(await plant.store.work((work) => addPlace(work, 'A'))).toBe(1);
  });

  it('works beside another program’s writing too, on a copy that is thrown away', async () => {
    await using plant = await buildStore();
    await plant.store.work((work) => addPlace(work, 'A'));
    const reader = await openAt(plant.file, 'read');
    expect(
      await reader.rehearse(
        (work) => addPlace(work, 'B') + Number(work.one<{ n: number }>('select count(*) as n from place')?.n),
      ),
    ).toBe(3);
    expect(reader.reader().db.prepare('select count(*) from place').pluck().get()).toBe(1);
    await reader.close();
  });
});

describe('where the disk does not let it write', () => {
  it('a file without the right to write is refused for writing, and still read', async () => {
    await using plant = await buildStore();
    await plant.store.work((work) => addPlace(work, 'A'));
    await plant.store.close();
    chmodSync(plant.folder, 0o777);
    chmodSync(plant.file, 0o444);
    await asOrdinaryUser(async () => {
      expect(await codeOf(openAt(plant.file, 'write'))).toBe('STORE_READ_ONLY');
      const reader = await openAt(plant.file, 'read');
      expect(reader.reader().db.prepare('select code from place').pluck().all()).toEqual(['A']);
      expect(await codeOf(reader.work((work) => addPlace(work, 'B')))).toBe('STORE_READ_ONLY');
      await reader.close();
    });
    chmodSync(plant.file, 0o644);
    const again = await openAt(plant.file, 'write');
    expect(await again.work((work) => addPlace(work, 'B'))).toBe(1);
    await again.close();
  });

  it('a folder without the right to write is refused for writing', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    chmodSync(plant.file, 0o666);
    chmodSync(plant.folder, 0o555);
    await asOrdinaryUser(async () => {
      expect(await codeOf(openAt(plant.file, 'write'))).toBe('STORE_READ_ONLY');
      expect(await codeOf(openAt(join(plant.folder, 'new.lotline'), 'create'))).toBe('PATH_REFUSED');
    });
    chmodSync(plant.folder, 0o755);
  });

  it('a folder that is not there is refused for making a store', async () => {
    await using plant = await buildStore();
    expect(await codeOf(openAt(join(plant.folder, 'away', 'new.lotline'), 'create'))).toBe('PATH_REFUSED');
    expect(existsSync(join(plant.folder, 'away'))).toBe(false);
  });

  it('a store that may not even be read is never mistaken for a missing one and written over', async () => {
    await using plant = await buildStore();
    await plant.store.work((work) => addPlace(work, 'A'));
    await plant.store.close();
    chmodSync(plant.folder, 0o777);
    chmodSync(plant.file, 0o000);
    const { code, message } = await asOrdinaryUser(() => refusalOf(openAt(plant.file, 'create')));
    chmodSync(plant.file, 0o644);
    expect(code).toBe('STORE_MISSING');
    expect(message).toMatch(/cannot be read/);
    const again = await openAt(plant.file, 'read');
    expect(again.reader().db.prepare('select code from place').pluck().all()).toEqual(['A']);
    await again.close();
  });

  it('leaves no half-made store when making one fails', async () => {
    await using plant = await buildStore();
    const folder = join(plant.folder, 'taken');
    mkdirSync(folder);
    // The draft's name is taken by a folder that is not empty.
    mkdirSync(join(folder, `new.lotline.new-${process.pid}`));
    writeFileSync(join(folder, `new.lotline.new-${process.pid}`, 'x'), '');
    await expect(openAt(join(folder, 'new.lotline'), 'create')).rejects.toThrow();
    expect(existsSync(join(folder, 'new.lotline'))).toBe(false);
    chownSync(folder, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
  });
});

const fail = (..._done: unknown[]): never => {
  throw new Error('on purpose');
};

const facts = {
  person: { id: 'p', name: 'P' },
  role: 'owner',
  session: 's',
  host: 'test',
  workstation: 'w',
  app: '0',
  command: 'command-1',
  operation: 'movements.post',
  outcome: 'done' as const,
  input: '',
  summary: '',
  at: '2026-01-01T00:00:00Z',
  atMoment: 1,
};
