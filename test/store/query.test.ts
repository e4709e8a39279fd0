import { msg } from '#shared/kernel/message.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { query } from '#main/store/query.ts';
import { searchesInRows, searchFor } from '#main/store/textSearch.ts';
import { fold, isAscii, narrow, widen, withoutSeparators } from '#shared/kernel/fold.ts';
import { codeOf } from '../support/app.ts';
import { buildStore, type TestStore } from '../support/stores.ts';

const addPlaces = (plant: TestStore, ...codes: string[]): Promise<void> =>
  plant.store.work((work) =>
    work.add(
      'place',
      codes.map((code) => ({ code, name: `of ${code}`, site: 'MAIN', kind: 'storage', version: 1 })),
    ),
  );

const addLots = (plant: TestStore, lots: readonly string[]): Promise<void> =>
  plant.store.work(async (work) => {
    const policy = { expiry_status: 'R', retest_status: 'Q', stock_managed: 1, trace_detail: 'detailed' } as const;
    const texts = {
      name: 'Steel',
      category: '',
      unit: 'KG',
      gtin: '',
      lot_tracking: 'mandatory',
      serial_tracking: 'none',
    } as const;
    await work.add('product', [{ code: 'S', ...texts, ...policy, version: 1 }]);
    const others = { sublot: '', supplier_lot: '', manufacturer: '', manufacturer_lot: '', reference: '', version: 1 };
    await work.add(
      'lot',
      lots.map((lot) => ({ product_id: 1, lot, ...others })),
    );
  });

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

const lotsThat = (hold: 'names' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { text }: { text: string }, idioms) =>
    tables
      .selectFrom('lot')
      .select('lot')
      .where(({ ref }) => idioms[hold](ref('lot'), text)),
  );

const bare = withoutSeparators;
type Meaning = (text: string, code: string) => boolean;
const isNamed: Meaning = (text, code) =>
  fold(code).includes(fold(text)) ||
  (bare(fold(text)) !== '' && (bare(fold(code)) === bare(fold(text)) || bare(widen(code)) === bare(widen(text))));
const isLoose: Meaning = (text, code) => bare(fold(code)).includes(bare(fold(text)));
const isWide: Meaning = (text, code) => isLoose(text, code) || bare(widen(code)).includes(bare(widen(text)));
// Pairs that come of folding letters beyond ASCII are left alone where the database does the comparing.
const isNarrow: Meaning = (text, code) => isAscii(code) && narrow(code).includes(narrow(text));

/** Each closeness, what it means in lists, its typed query, and what it means there. */
const closenesses = [
  ['named', isNamed, lotsThat('names'), isNamed],
  ['loose', isLoose, lotsThat('holdsLoosely'), isWide],
  ['narrow', isNarrow, lotsThat('holdsNarrow'), isNarrow],
] as const;

const renamed = query((tables, { code, name }: { code: string; name: string }) =>
  tables.updateTable('place').set({ name }).where('code', '=', code),
);

const lotsOfSerial = query((tables, { serial }: { serial: string }) =>
  tables.selectFrom('unit').select('lot').where('serial', '=', serial).where('serial', '<>', ''),
);

describe('what a query says to SQLite', () => {
  it('writes out what it always says and gives places to the values of a run, so that it is planned once', () => {
    expect(lotsOfSerial.in('sqlite').sql).toBe(`select "lot" from "unit" where "serial" = +? and "serial" <> ''`);
    expect(lotsOfSerial.in('sqlite').bind({ serial: 'S-1' })).toStrictEqual(['S-1']);
  });

  it('goes along the indexes that hold a part of the rows', async () => {
    await using plant = await buildStore();
    const { sql: asked, bind } = lotsOfSerial.in('sqlite');
    const plan = plant.store
      .reader()
      .db.prepare<unknown[], { detail: string }>(`explain query plan ${asked}`)
      .all(...bind({ serial: 'S-1' }));
    expect(plan.map(({ detail }) => detail)).toStrictEqual(['SEARCH unit USING INDEX unit_serial (serial=?)']);
  });
});

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

  it('finds every code that is as close to a text as is asked, and no other', async () => {
    await using plant = await buildStore();
    const parts = ['A', 'a', 'ae', 'oe', 'u', 'Ue', '1', '17', 'x', 'V', '-', '-', '.', "'", '/', '%', '_', '\\', ' '];
    const written = (letters: readonly string[]) =>
      fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''));
    const text = fc.oneof(written(parts), written([...parts, 'ä', 'Ö', 'å', 'é', 'ß', 'ж']));
    const codes = [...new Set(fc.sample(text, 250))];
    await addLots(plant, codes);
    const { db } = plant.store.reader();
    const ask = (where: string, parameters: Record<string, string>): string[] =>
      db.prepare<unknown[], string>(`select lot from lot where ${where}`).pluck().all(parameters);
    const property = fc.asyncProperty(text, async (text) => {
      for (const [closeness, meaning, question, meaningThere] of closenesses) {
        // What is nothing but separators is asked for to the letter alone.
        if (closeness !== 'named' && bare(fold(text)) === '') continue;
        const among = (lots: readonly string[]): string[] =>
          [...new Set(lots)].filter((lot) => closeness !== 'narrow' || isAscii(lot)).toSorted();
        const { holds, parameters } = searchFor(text, closeness);
        const inRows = searchesInRows(db, 'lot', text, closeness);
        const typed = await plant.store.view((read) => read.all(question, { text }));
        expect({
          text,
          closeness,
          found: among(ask(holds('lot'), parameters)),
          // Parameters are complete once the condition has named its column.
          inRows: among(
            inRows
              .map((search) => [search.holds('lot'), search.parameters] as const)
              .flatMap(([where, named]) => ask(where, named)),
          ),
          typed: among(typed.map(({ lot }) => lot)),
        }).toEqual({
          text,
          closeness,
          found: among(codes.filter((code) => meaning(text, code))),
          inRows: among(codes.filter((code) => meaning(text, code))),
          typed: among(codes.filter((code) => meaningThere(text, code))),
        });
      }
    });
    await fc.assert(property, { numRuns: 60 });
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
    const row = { code: 'A', name: '', site: 'MAIN', kind: 'storage', version: 1 } as const;
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
