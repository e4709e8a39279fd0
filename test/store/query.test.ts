import { msg } from '#shared/kernel/message.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { query } from '#main/store/query.ts';
import { searchFor } from '#main/store/textSearch.ts';
import { codeOf } from '../support/app.ts';
import { buildStore, type TestStore } from '../support/stores.ts';

const addPlaces = (plant: TestStore, ...codes: string[]): Promise<void> =>
  plant.store.work((work) =>
    work.add(
      'place',
      codes.map((code) => ({ code, name: `of ${code}`, site: 'MAIN', kind: 'storage', version: 1 })),
    ),
  );

const placeNamed = query((tables, { code }: { code: string }) =>
  tables.selectFrom('place').select(['id', 'code', 'name as title']).where('code', '=', code),
);

const allCodes = query((tables) => tables.selectFrom('place').select('code').orderBy('code'));

const codesOf = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom(idsOf(ids).as('wanted'))
    .innerJoin('place', 'place.id', 'wanted.id')
    .select('place.code')
    .orderBy('wanted.place'),
);

const codesAmong = query((tables, { codes }: { codes: readonly string[] }, { textsOf, isEmpty }) =>
  tables
    .selectFrom('place')
    .select('code')
    .where(({ or, eb }) => or([isEmpty(codes), eb('code', 'in', textsOf(codes))]))
    .orderBy('code'),
);

const codesHolding = query((tables, { text }: { text: string }, { holds }) =>
  tables
    .selectFrom('place')
    .select('code')
    .where(({ ref }) => holds(ref('code'), text))
    .orderBy('code'),
);

const renamed = query((tables, { code, name }: { code: string; name: string }) =>
  tables.updateTable('place').set({ name }).where('code', '=', code),
);

describe('a typed query', () => {
  it('answers its rows by the names it gives them, none where there is none, and the first of one', async () => {
    await using plant = await buildStore();
    await addPlaces(plant, 'B', 'A');
    await plant.store.view(async (read) => {
      expect(await read.all(placeNamed, { code: 'A' })).toEqual([{ id: 2, code: 'A', title: 'of A' }]);
      expect(await read.one(placeNamed, { code: 'B' })).toEqual({ id: 1, code: 'B', title: 'of B' });
      expect(await read.all(placeNamed, { code: 'C' })).toEqual([]);
      expect(await read.one(placeNamed, { code: 'C' })).toBeUndefined();
      expect(await read.all(allCodes)).toEqual([{ code: 'A' }, { code: 'B' }]);
    });
  });

  it('takes a value as it is, whatever it would mean in a statement', async () => {
    await using plant = await buildStore();
    const odd = ["'; drop table place; --", 'a "b"', '?', '@code', 'null'];
    await addPlaces(plant, ...odd);
    await plant.store.view(async (read) => {
      for (const code of odd) expect((await read.one(placeNamed, { code }))?.code).toBe(code);
    });
  });

  it('is put together once, however often and on however many connections it is asked', async () => {
    await using plant = await buildStore();
    let times = 0;
    const counted = query((tables, { code }: { code: string }) => {
      times += 1;
      return tables.selectFrom('place').select('id').where('code', '=', code);
    });
    const { store } = plant;
    await store.view(async (one) => {
      await one.all(counted, { code: 'A' });
      await store.view((other) => other.all(counted, { code: 'B' }));
    });
    await store.work((work) => work.all(counted, { code: 'C' }));
    expect(times).toBe(1);
    expect(counted.in('sqlite')).toBe(counted.in('sqlite'));
  });

  it('takes lists of any length as one parameter, in their order, and an empty one', async () => {
    await using plant = await buildStore();
    const many = Array.from({ length: 1000 }, (_, index) => `P${String(index).padStart(4, '0')}`);
    await addPlaces(plant, ...many);
    await plant.store.view(async (read) => {
      expect(await read.all(codesOf, { ids: [3, 1, 999] })).toEqual([
        { code: 'P0002' },
        { code: 'P0000' },
        { code: 'P0998' },
      ]);
      expect(await read.all(codesOf, { ids: [] })).toEqual([]);
      expect(await read.all(codesAmong, { codes: ['P0007', 'none'] })).toEqual([{ code: 'P0007' }]);
      expect(await read.all(codesAmong, { codes: many })).toHaveLength(1000);
      expect(await read.all(codesAmong, { codes: [] })).toHaveLength(1000);
    });
  });

  it('finds texts exactly as the search in text does', async () => {
    await using plant = await buildStore();
    const codes = [
      'Straße',
      'STRASSE 5',
      'Purée',
      'puree',
      '100%',
      '100',
      'a_b',
      'acb',
      'ЛИМОН',
      'ﬁlet',
      'x\\y',
      'Łódź',
    ];
    await addPlaces(plant, ...codes);
    const { db } = plant.store.reader();
    for (const text of ['', 'strasse', 'PURE', 'é', '%', '_', 'лимон', 'FI', '\\', 'lodz', '5', 'nothing', '\u0301']) {
      const { holds, parameters } = searchFor(text);
      const told = db.prepare(`select code from place where ${holds('code')} order by code`).all(parameters);
      expect([text, await plant.store.view((read) => read.all(codesHolding, { text }))]).toEqual([text, told]);
    }
  });

  it('may be a text where it is too much for a builder', async () => {
    await using plant = await buildStore();
    await addPlaces(plant, 'A', 'B', 'C');
    const counted = query(
      (_tables, { least }: { least: number }) =>
        sql<{ count: number }>`select count(*) as "count" from place where id >= ${least}`,
    );
    expect(await plant.store.view((read) => read.one(counted, { least: 2 }))).toEqual({ count: 2 });
  });
});

describe('a unit of work in typed queries', () => {
  it('sees what it wrote, and says how many rows it changed', async () => {
    await using plant = await buildStore();
    await addPlaces(plant, 'A', 'B');
    await plant.store.work(async (work) => {
      expect(await work.run(renamed, { code: 'A', name: 'new' })).toBe(1);
      expect(await work.run(renamed, { code: 'none', name: 'new' })).toBe(0);
      expect((await work.one(placeNamed, { code: 'A' }))?.title).toBe('new');
      expect(await work.all(allCodes)).toEqual([{ code: 'A' }, { code: 'B' }]);
    });
    expect(await plant.store.view((read) => read.one(placeNamed, { code: 'A' }))).toMatchObject({ title: 'new' });
  });

  it('adds rows of any number, in their order, each with the next id', async () => {
    await using plant = await buildStore();
    for (const count of [0, 1, 24, 25, 26, 77]) {
      const codes = Array.from({ length: count }, (_, index) => `${count}-${index}`);
      await addPlaces(plant, ...codes);
      const added = plant.store.reader().db.prepare('select code from place where code like ? order by id').pluck();
      expect(added.all(`${count}-%`)).toEqual(codes);
    }
  });

  it('adds no rows that name different columns, and none of those beside them', async () => {
    await using plant = await buildStore();
    const row = { code: 'A', name: '', site: 'MAIN', kind: 'storage', version: 1 };
    const adding = plant.store.work((work) => work.add('place', [row, { ...row, id: 7, code: 'B' }]));
    await expect(adding).rejects.toThrow('same columns');
    expect(await plant.store.view((read) => read.all(allCodes))).toEqual([]);
  });

  it('that is refused by the database is undone whole', async () => {
    await using plant = await buildStore();
    await addPlaces(plant, 'A');
    const adding = plant.store.work(async (work) => {
      await work.run(renamed, { code: 'A', name: 'new' });
      await work.add('place', [{ code: 'A', name: '', site: '', kind: 'storage', version: 1 }]);
    });
    await expect(adding).rejects.toThrow('UNIQUE');
    expect(await plant.store.view((read) => read.one(placeNamed, { code: 'A' }))).toMatchObject({ title: 'of A' });
  });

  it('is refused where the store may not be written', async () => {
    await using plant = await buildStore();
    plant.store.freeze(msg`found damaged`);
    expect(await codeOf(addPlaces(plant, 'A'))).toBe('STORE_READ_ONLY');
    expect(await plant.store.view((read) => read.all(allCodes))).toEqual([]);
  });
});
