import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signature, signIn } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';
import { tamper } from '../support/tampering/tamper.ts';

type Setting = Omit<Inputs['products']['saveSetting'], 'reason' | 'signature' | 'token'>;

const reason = 'proven by the stability study';
// It is the first of June.
const today = '2026-06-01';
const say = (plant: HeldPlant, setting: Partial<Setting>): Promise<unknown> =>
  signAs(
    plant,
    'products.saveSetting',
    { ...{ level: 'product', code: 'OIL', setting: 'shelfLife', value: '10d', validFrom: today }, ...setting, reason },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
const inCategory = async (plant: HeldPlant, code: string, category: string): Promise<void> => {
  const { version } = await plant.ask('products.get', { code });
  await signAs(
    plant,
    'products.edit',
    { code, version, change: { category }, reason },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
};
const expiryOf = async (plant: HeldPlant, lot: string): Promise<unknown> =>
  (await plant.ask('lots.list', { text: lot })).rows.find((row) => row.lot === lot)?.expiresOn;

describe('the settings of products', () => {
  it('hold for a product by its category or the site, and say which level decides', async () => {
    await using plant = await buildHeldPlant();
    await inCategory(plant, 'OIL', 'FOOD');
    await say(plant, { level: 'site', code: '', setting: 'shelfLife', value: '8w' });
    await say(plant, { level: 'category', code: 'FOOD', setting: 'shelfLife', value: '6m' });
    await say(plant, { level: 'category', code: 'FOOD', setting: 'expiryPrecision', value: 'monthEnd' });
    const held = async (asked: { level: Setting['level']; code?: string }) =>
      (await plant.ask('products.settings', asked)).settings.find(({ setting }) => setting === 'shelfLife')?.holds;
    expect(await held({ level: 'product', code: 'OIL' })).toEqual({
      ...{ value: '6m', level: 'category', code: 'FOOD', validFrom: today },
    });
    expect(await held({ level: 'product', code: 'CAKE' })).toMatchObject({ value: '8w', level: 'site' });
    expect(await held({ level: 'site' })).toMatchObject({ value: '8w', level: 'site' });
    expect(await held({ level: 'category', code: 'FOOD' })).toMatchObject({ value: '6m', level: 'category' });
    await plant.post('receipt', 'OIL N1', 1, '2026-06-01T10:00:00Z');
    expect(await expiryOf(plant, 'N1')).toBe('2026-12-31');
    expect(plant.verify().ok).toBe(true);
  });

  it('on shelf life are what the list of products says and sorts by, on the day it is asked', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { level: 'site', code: '', setting: 'shelfLife', value: '2w' });
    await say(plant, { code: 'CAKE', value: '2m' });
    await say(plant, { code: 'SALT', value: 'none' });
    await say(plant, { value: '3d', validFrom: '2026-06-03' });
    const lasting = async () =>
      (await plant.ask('products.listWithStock', { sort: '-shelfLifeDays' })).rows
        .filter(({ code }) => ['CAKE', 'MILK', 'OIL', 'SALT'].includes(code))
        .map(({ code, shelfLifeDays }) => `${code} ${shelfLifeDays}`);
    expect(await lasting()).toEqual(['CAKE 61', 'OIL 14', 'MILK 10', 'SALT null']);
    // Nothing is written until the day comes.
    plant.clock.set('2026-06-03T00:00:01Z');
    plant.me = await signIn(plant, 'warehouse');
    expect(await lasting()).toEqual(['CAKE 61', 'MILK 10', 'OIL 3', 'SALT null']);
  });

  it('that are said from a later day act from that day on, and lots made before keep their dates', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { value: '10d' });
    await say(plant, { value: '20d', validFrom: '2026-06-03' });
    const { settings } = await plant.ask('products.settings', { level: 'product', code: 'OIL' });
    expect(settings.find(({ setting }) => setting === 'shelfLife')).toMatchObject({
      holds: { value: '10d' },
      coming: [{ value: '20d', validFrom: '2026-06-03', level: 'product', code: 'OIL' }],
    });
    plant.clock.set('2026-06-05T12:00:00Z');
    [plant.me, plant.quality] = [await signIn(plant, 'warehouse'), await signIn(plant, 'qualityManager')];
    await plant.post('receipt', 'OIL N0', 1, '2026-05-31T10:00:00Z');
    await plant.post('receipt', 'OIL N1', 1, '2026-06-02T23:00:00Z');
    await plant.post('receipt', 'OIL N2', 1, '2026-06-03T00:00:00Z');
    // What was made before anything was said has what held then: nothing of its own.
    expect(await expiryOf(plant, 'N1')).toBe('2026-06-12');
    expect(await expiryOf(plant, 'N2')).toBe('2026-06-23');
    expect(await expiryOf(plant, 'N0')).not.toBe('2026-06-10');
    await say(plant, { value: '5d', validFrom: '2026-06-05' });
    await plant.post('transfer', 'OIL N1', 1, '2026-06-05T10:00:00Z');
    expect(await expiryOf(plant, 'N1')).toBe('2026-06-12');
  });

  it('that are to come are taken back before their day, and nobody can tell from then on', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { value: '10d' });
    await say(plant, { value: '20d', validFrom: '2026-06-03' });
    const shelfLife = async () =>
      (await plant.ask('products.settings', { level: 'product', code: 'OIL' })).settings.find(
        ({ setting }) => setting === 'shelfLife',
      );
    const takeBack = (validFrom: string) => say(plant, { value: 'taken back', validFrom });
    await takeBack('2026-06-03');
    expect(await shelfLife()).toMatchObject({ holds: { value: '10d' }, coming: [] });
    for (const [validFrom, code] of [
      ['2026-06-03', 'CONFLICT'],
      ['2026-06-04', 'CONFLICT'],
      [today, 'VALIDATION'],
    ] as const)
      expect((await refusalOf(takeBack(validFrom))).code, validFrom).toBe(code);
    const { signatures } = await plant.ask('people.listSignatures', {
      record: 'product_setting',
      parts: ['product', 'OIL', 'shelfLife', '2026-06-03'],
    });
    expect(signatures[0]?.statement).toContain('20 days → not after all');
    // It can be said anew.
    await say(plant, { value: '30d', validFrom: '2026-06-03' });
    expect((await shelfLife())?.coming).toMatchObject([{ value: '30d' }]);
    expect(plant.verify().ok).toBe(true);
  });

  it('on statuses move expired goods from their day on, not before', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { value: '0d' });
    await say(plant, { setting: 'expiryStatus', value: 'none' });
    await say(plant, { setting: 'expiryStatus', value: 'R1', validFrom: '2026-06-04' });
    await plant.post('receipt', 'OIL N1', 1, '2026-06-01T10:00:00Z');
    const dueOn = async (day: string) => {
      const { rows } = await plant.ask('daily.due', { asOf: day });
      return rows.find(({ lot }) => lot === 'N1')?.moves.map(({ statusTo }) => statusTo);
    };
    expect(await dueOn('2026-06-03')).toBeUndefined();
    expect(await dueOn('2026-06-04')).toEqual(['R1']);
  });

  it('on how much a lot holds are asked by the day of the movement', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { level: 'site', code: '', setting: 'lotCapacity', value: '10' });
    await plant.post('receipt', 'OIL N1', 11, '2026-05-31T10:00:00Z');
    await plant.post('receipt', 'OIL N2', 10, '2026-06-01T10:00:00Z');
    const refusal = await refusalOf(plant.post('receipt', 'OIL N3', 11, '2026-06-01T10:00:00Z'));
    expect([refusal.code, refusal.message.includes('holds 10')]).toEqual(['VALIDATION', true]);
  });

  it('on shelf life make the expiry of goods managed, so that what is made of them expires with them', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, { level: 'site', code: '', value: '30d' });
    const { version } = await plant.ask('products.get', { code: 'CHEESE' });
    await signAs(
      plant,
      'products.edit',
      { code: 'CHEESE', version, change: { shelfLifeDays: 90, expiryCap: 'managed' }, reason },
      { as: plant.quality, signature: signature('qualityManager', 'approved') },
    );
    await plant.postAll([
      ['receipt', 'OIL N1', 2, '2026-06-01T10:00:00Z'],
      ['consumption', 'OIL N1', 1, '2026-06-01T10:10:00Z'],
      ['output', 'CHEESE C1/1', 1, '2026-06-01T10:10:00Z'],
    ]);
    const { expiresOn, expiresWith } = await plant.ask('dossier.get', { product: 'CHEESE', lot: 'C1', sublot: '1' });
    expect([expiresOn, expiresWith]).toEqual(['2026-07-01', 'OIL N1']);
  });

  it('make a product without a trace log a break of every trace', async () => {
    await using plant = await buildHeldPlant();
    const unit = { product: 'OIL', lot: 'O1' };
    const breaks = async () => (await plant.ask('trace.get', { roots: [unit], direction: 'upstream' })).breaks;
    expect((await breaks()).map(({ why }) => why)).not.toContain('no-log');
    await say(plant, { setting: 'traceDetail', value: 'none' });
    expect((await breaks()).map(({ why }) => why)).toContain('no-log');
    expect(await plant.ask('movements.log', { unit })).toEqual({ detail: 'none', total: 0, rows: [] });
  });

  it('have the log of a lot each movement or their sums; the journal is whole', async () => {
    await using plant = await buildHeldPlant();
    const more = { document: 'R-77', line: '1' };
    for (const to of ['STORE', 'STORE2'])
      await plant.post('receipt', 'OIL N1', 2, '2026-06-01T10:00:00Z', { ...more, to });
    const unit = { product: 'OIL', lot: 'N1' };
    const quantities = async () => {
      const { detail, total, rows } = await plant.ask('movements.log', { unit });
      return [detail, total, rows.map(({ quantity, to }) => [quantity, to])];
    };
    expect(await quantities()).toEqual([
      ...['detailed', 2],
      [
        ['2', 'STORE2'],
        ['2', 'STORE'],
      ],
    ]);
    await say(plant, { level: 'site', code: '', setting: 'traceDetail', value: 'summary' });
    await say(plant, { setting: 'traceDetail', value: '' });
    expect(await quantities()).toEqual(['summary', 1, [['4', '']]]);
    expect((await plant.ask('movements.list', { unit })).total).toBe(2);
  });

  it('are refused where they are wrong, past, of nothing that is there, or change nothing', async () => {
    await using plant = await buildHeldPlant();
    const cases: [Partial<Setting>, string, string][] = [
      [{ code: 'NONE' }, 'NOT_FOUND', 'code'],
      [{ level: 'category', code: 'NONE' }, 'NOT_FOUND', 'code'],
      [{ level: 'site' }, 'VALIDATION', 'code'],
      [{ value: 'long' }, 'VALIDATION', 'value'],
      [{ setting: 'expiryStatus', value: 'A' }, 'VALIDATION', 'value'],
      [{ validFrom: '2026-05-31' }, 'VALIDATION', 'validFrom'],
      [{ setting: 'traceDetail', value: 'none', validFrom: '2026-06-02' }, 'VALIDATION', 'validFrom'],
    ];
    for (const [setting, code, field] of cases) {
      const refusal = await refusalOf(say(plant, setting));
      expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    }
    await say(plant, {});
    expect((await refusalOf(say(plant, {}))).code).toBe('CONFLICT');
    expect((await refusalOf(say(plant, { validFrom: '2026-07-01' }))).code).toBe('CONFLICT');
    await say(plant, { value: '' });
  });

  it('that are said from a day on are changed there, not in the form of the product', async () => {
    await using plant = await buildHeldPlant();
    await say(plant, {});
    const { version } = await plant.ask('products.get', { code: 'OIL' });
    const signed = { as: plant.quality, signature: signature('qualityManager', 'approved') } as const;
    const edit = (change: object) => signAs(plant, 'products.edit', { code: 'OIL', version, change, reason }, signed);
    const refusal = await refusalOf(edit({ shelfLifeDays: 77 }));
    expect([refusal.code, refusal.details['field']]).toEqual(['CONFLICT', 'shelfLifeDays']);
    await edit({ retestDays: 77 });
  });
});

describe('a category', () => {
  it('is made and named by hand, beside those that products name', async () => {
    await using plant = await buildHeldPlant();
    await inCategory(plant, 'OIL', 'FOOD');
    const save = (code: string, name: string, version: number) =>
      plant.ask('products.saveCategory', { code, name, version, reason }, { as: plant.quality });
    await save('PACK', 'Packaging', 0);
    await save('FOOD', 'Food', 0);
    await save('FOOD', 'Foods', 1);
    const { categories } = await plant.ask('products.listCategories', {});
    expect(categories).toEqual([
      ...categories.filter(({ version }) => version === 0),
      { code: 'FOOD', name: 'Foods', version: 2, products: 1 },
      { code: 'PACK', name: 'Packaging', version: 1, products: 0 },
    ]);
    expect((await refusalOf(save('FOOD', 'Food', 1))).code).toBe('RECORD_CHANGED');
    expect((await refusalOf(save('PACK', 'Boxes', 0))).code).toBe('DUPLICATE');
    // One that nobody has yet may say something all the same.
    await say(plant, { level: 'category', code: 'PACK' });
    expect(plant.verify().ok).toBe(true);
  });

  it.each([
    "update product_setting set value = '900d'",
    "update product_setting set valid_from = '2030-01-01'",
    "insert into product_setting (level, code, setting, valid_from, value, version) values ('site', '', 'retest', '2020-01-01', '9d', 1)",
    'delete from product_setting',
  ])('decide nothing once they are changed in the file: %s', async (change) => {
    await using plant = await buildHeldPlant();
    await say(plant, {});
    await plant.app.close();
    tamper(plant.file, (db) => db.exec(change));
    await plant.reopen();
    const refusal = await refusalOf(
      plant.postAll([['receipt', 'OIL N1', 1, on(20)]], { as: await signIn(plant, 'warehouse') }),
    );
    expect(refusal.code).toBe('STORE_DAMAGED');
    expect(plant.rows("select 1 from lot where lot = 'N1'")).toEqual([]);
  });
});
