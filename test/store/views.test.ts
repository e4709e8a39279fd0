import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { query } from '#main/store/query.ts';
import { StoreFile } from '#main/store/storeFile.ts';
import { type Read, Views } from '#main/store/views.ts';
import { codeOf } from '../support/app.ts';
import { buildStore, openAt, type TestStore } from '../support/stores.ts';

const addPlace = (plant: TestStore, code: string): Promise<void> =>
  plant.store.work((work) => work.add('place', [{ code, name: '', site: 'MAIN', kind: 'storage', version: 1 }]));

const codes = query((tables) => tables.selectFrom('place').select('code').orderBy('code'));
const written = query((tables) => tables.selectFrom('head').select('writes'));

const codesIn = async (read: Read): Promise<string> => (await read.all(codes)).map(({ code }) => code).join('');

describe('a view', () => {
  it('sees one state from its first question to its last, whatever is written meanwhile', async () => {
    await using plant = await buildStore();
    await addPlace(plant, 'A');
    await plant.store.view(async (read) => {
      expect(await codesIn(read)).toBe('A');
      const before = await read.one(written);
      await addPlace(plant, 'B');
      await pause(5);
      expect(await codesIn(read)).toBe('A');
      expect(await read.one(written)).toEqual(before);
      // The connection itself is of the same state.
      expect(read.db.prepare('select count(*) from place').pluck().get()).toBe(1);
    });
    expect(await plant.store.view(codesIn)).toBe('AB');
  });

  it('begins with its first question, not before', async () => {
    await using plant = await buildStore();
    await plant.store.view(async (read) => {
      await addPlace(plant, 'A');
      expect(await codesIn(read)).toBe('A');
    });
  });

  it('does not see what is being written, nor holds it up', async () => {
    await using plant = await buildStore();
    await plant.store.work(async (work) => {
      await work.add('place', [{ code: 'A', name: '', site: '', kind: 'storage', version: 1 }]);
      expect(await plant.store.view(codesIn)).toBe('');
    });
    expect(await plant.store.view(codesIn)).toBe('A');
  });

  it('has a state of its own beside others, inside one another and at the same time', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    await store.view(async (first) => {
      expect(await codesIn(first)).toBe('');
      await addPlace(plant, 'A');
      await store.view(async (second) => {
        expect(await codesIn(second)).toBe('A');
        await addPlace(plant, 'B');
        const [one, two, three] = await Promise.all([codesIn(first), codesIn(second), store.view(codesIn)]);
        expect([one, two, three]).toEqual(['', 'A', 'AB']);
      });
      expect(await codesIn(first)).toBe('');
    });
    const many = Array.from({ length: 20 }, (_, index) =>
      store.view(async (read) => {
        const before = await codesIn(read);
        await pause(index % 7);
        return before === (await codesIn(read));
      }),
    );
    for (const code of ['C', 'D', 'E']) await addPlace(plant, code);
    expect(await Promise.all(many)).toEqual(many.map(() => true));
  });

  it('answers no more once it has ended', async () => {
    await using plant = await buildStore();
    const kept = await plant.store.view(async (read) => {
      await codesIn(read);
      return { read };
    });
    await expect(codesIn(kept.read)).rejects.toThrow('has ended');
  });

  it('cannot write', async () => {
    await using plant = await buildStore();
    const asked = query((tables) => tables.updateTable('head').set({ demo: 'x' }).returning('demo'));
    expect(await codeOf(plant.store.view((read) => read.all(asked)))).toBe('STORE_READ_ONLY');
  });

  it('is refused with its code once the store is closed, also in the middle', async () => {
    await using plant = await buildStore();
    const { store } = plant;
    const cut = store.view(async (read) => {
      await codesIn(read);
      await store.close();
      return await codesIn(read);
    });
    expect(await codeOf(cut)).toBe('STORE_BUSY');
    expect(await codeOf(store.view(codesIn))).toBe('STORE_BUSY');
    expect(await codeOf(store.rehearse(() => 1))).toBe('STORE_BUSY');
    const again = await openAt(plant.file, 'write');
    expect(again.cleanExit).toBe(true);
    await again.close();
  });

  it('is answered where the store is only read, and beside another program that writes', async () => {
    await using plant = await buildStore();
    const beside = await openAt(plant.file, 'read');
    await addPlace(plant, 'A');
    expect(await beside.view(codesIn)).toBe('A');
    await beside.close();
  });
});

describe('the connections of views', () => {
  const used = async (plant: TestStore): Promise<Views> => {
    await addPlace(plant, 'A');
    return new Views(new StoreFile(plant.file), plant.store.reader().db);
  };

  it('are opened by questions alone, and used again by the next view', async () => {
    await using plant = await buildStore();
    const views = await used(plant);
    await views.view(() => pause(1));
    expect(views.size).toBe(0);
    for (let index = 0; index < 5; index += 1) await views.view(codesIn);
    expect(views.size).toBe(1);
    views.close();
  });

  it('are given back by a view that fails, with its transaction ended', async () => {
    await using plant = await buildStore();
    const views = await used(plant);
    const failing = views.view(async (read) => {
      await codesIn(read);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await addPlace(plant, 'B');
    expect(await views.view(codesIn)).toBe('AB');
    expect(views.size).toBe(1);
    views.close();
  });

  it('are as many as are asked at once, and few of them are kept', async () => {
    await using plant = await buildStore();
    const views = await used(plant);
    const sizes = await Promise.all(
      Array.from({ length: 12 }, () =>
        views.view(async (read) => {
          await codesIn(read);
          await pause(5);
          return views.size;
        }),
      ),
    );
    expect(Math.max(...sizes)).toBe(12);
    expect(views.size).toBeLessThanOrEqual(4);
    expect(views.size).toBeGreaterThan(0);
    views.close();
    expect(views.size).toBe(0);
  });
});
