import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { password, type People, setUpPeople, signature } from '../support/people.ts';
import { masters, on, products } from '../support/plantTables.ts';

type Session = People['viewer'];
type Edit = Inputs['products']['edit'];
const edit = (change: Edit['change'], more: Partial<Edit> = {}): Edit => ({
  code: 'MILK',
  version: 1,
  change,
  reason: 'the dairy changed its recipe',
  signature: signature('qualityManager', 'approved'),
  ...more,
});

async function buildPeople(): Promise<{ plant: TestApp; people: People; quentin: Session } & AsyncDisposable> {
  const plant = await buildPlantApp();
  const people = await setUpPeople(plant);
  plant.me = people.viewer;
  return { plant, people, quentin: people.qualityManager, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

const milkOf = (plant: TestApp) => plant.ask('products.get', { code: 'MILK' });
const signaturesOf = async (plant: TestApp) =>
  (await plant.ask('people.listSignatures', { record: 'product', parts: ['MILK'] })).signatures;

describe('editing a product', () => {
  it('changes what is given and leaves the rest, signed', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    const before = await milkOf(plant);
    const change = { shelfLifeDays: 12, retestDays: null, standardCost: '2.75', expiryStatus: 'R' };
    expect(await plant.ask('products.edit', edit(change), { as: quentin })).toEqual({
      version: 2,
      changed: ['shelfLifeDays', 'retestDays', 'expiryStatus', 'standardCost'].filter(
        (field) => field !== 'expiryStatus' || before.expiryStatus !== 'R',
      ),
    });
    expect(await milkOf(plant)).toEqual({ ...before, ...change, version: 2 });
    expect(await signaturesOf(plant)).toMatchObject([
      {
        record: 'product',
        parts: ['MILK'],
        version: 2,
        meaning: 'approved',
        name: 'Quentin Moreau',
        role: 'qualityManager',
        superseded: false,
      },
    ]);
    const [signed] = await signaturesOf(plant);
    expect(signed?.statement).toContain('product MILK');
    expect(signed?.statement).toMatch(/Shelf life \S+(?: days)? → 12 days/);
    expect(signed?.statement).toContain('the dairy changed its recipe');
    // The reason and who signed stand with the version, and the reason in the entry.
    const { right } = await plant.ask('audit.versions', { record: 'product', key: ['MILK'] });
    expect(right).toMatchObject({
      version: 2,
      reason: expect.stringContaining('the dairy changed its recipe'),
      signed: signed?.statement,
      signers: [{ name: 'Quentin Moreau', meaning: 'approved' }],
    });
    const { entry } = await plant.ask('audit.get', { seq: signed?.entry ?? 0 }, { as: quentin });
    expect(entry.reason).toBe(right?.reason);
    expect(plant.verify().ok).toBe(true);
  });

  it('blanks what may be blank, and sends nothing as a change that is none', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    await plant.ask('products.edit', edit({ standardCost: '', name: 'Milk' }), { as: quentin });
    expect((await milkOf(plant)).standardCost).toBe('');
    const same = edit({ name: 'Milk', stockManaged: true }, { version: 2 });
    expect(await refusalOf(plant.ask('products.edit', same, { as: quentin }))).toMatchObject({
      code: 'VALIDATION',
      details: { field: 'change' },
    });
  });

  it('supersedes the signature on the version before, also when an import changes it', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    const superseded = async () => (await signaturesOf(plant)).map((signed) => signed.superseded);
    await plant.ask('products.edit', edit({ name: 'Whole milk' }), { as: quentin });
    await plant.ask('products.edit', edit({ name: 'Raw milk' }, { version: 2 }), { as: quentin });
    expect(await superseded()).toEqual([false, true]);
    const other = products.map((row) => (row['code'] === 'OIL' ? { ...row, name: 'Olive oil' } : row));
    await plant.take({ ...masters, products: other.filter(({ code }) => code !== 'MILK') }, { as: quentin });
    expect(await superseded()).toEqual([false, true]);
    const changed = products.filter(({ code }) => code === 'MILK').map((row) => ({ ...row, name: 'Hay milk' }));
    await plant.take({ ...masters, products: changed }, { as: quentin });
    expect(await superseded()).toEqual([true, true]);
    expect(plant.verify().ok).toBe(true);
  });

  it('does not change a version the editor did not see', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    await plant.ask('products.edit', edit({ name: 'Whole milk' }), { as: quentin });
    expect(await refusalOf(plant.ask('products.edit', edit({ name: 'Raw milk' }), { as: quentin }))).toMatchObject({
      code: 'RECORD_CHANGED',
      details: { version: 2 },
    });
    expect((await milkOf(plant)).name).toBe('Whole milk');
  });

  it('keeps how stock is kept and counted once goods moved, and lets the rest change', async () => {
    await using set = await buildPeople();
    const { plant, people, quentin } = set;
    expect((await milkOf(plant)).moved).toBe(false);
    await plant.ask('products.edit', edit({ unit: 'l', lotTracking: 'lot-sublot' }), { as: quentin });
    await plant.postAll([['receipt', 'MILK L1/S1', 5, on(2)]], { as: people.warehouse });
    expect((await milkOf(plant)).moved).toBe(true);
    const before = plant.contentDigest();
    for (const change of [
      { unit: 'kg' },
      { lotTracking: 'none' },
      { serialTracking: 'global' },
      { stockManaged: false },
      { name: 'Whole milk', unit: 'kg' },
    ] as const)
      expect(await codeOf(plant.ask('products.edit', edit(change, { version: 2 }), { as: quentin }))).toBe('CONFLICT');
    expect(plant.contentDigest()).toBe(before);
    await plant.ask('products.edit', edit({ name: 'Whole milk', traceDetail: 'summary' }, { version: 2 }), {
      as: quentin,
    });
    expect(await milkOf(plant)).toMatchObject({ name: 'Whole milk', traceDetail: 'summary', unit: 'l', version: 3 });
  });

  it('takes values as the exchange format does, and names the field of any other', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    const before = plant.contentDigest();
    for (const change of [
      { shelfLifeDays: -1 },
      { shelfLifeDays: 36_501 },
      { retestDays: 1.5 },
      { expiryStatus: 'X' },
      { lotTracking: 'some' },
      { name: ' ' },
      { standardCost: '2,5' },
      { standardCost: '-1' },
      { standardCost: '0.00001' },
      { gtin: 'x'.repeat(121) },
      { colour: 'white' },
    ]) {
      const { code, details } = await refusalOf(plant.send('products.edit', { ...edit({}), change }, { as: quentin }));
      expect([code, JSON.stringify(details)], JSON.stringify(change)).toEqual([
        'VALIDATION',
        expect.stringContaining(Object.keys(change)[0] === 'colour' ? 'change' : (Object.keys(change)[0] ?? '')),
      ]);
    }
    expect(plant.contentDigest()).toBe(before);
  });

  it('needs a reason, a meaning that fits, a known product and the right password', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    const before = plant.contentDigest();
    const codes = [];
    for (const more of [
      { reason: '' },
      { signature: signature('qualityManager', 'released') },
      { code: 'NOPE' },
      { signature: { ...signature('qualityManager', 'approved'), password: 'four plain words' } },
      { signature: signature('manager', 'approved') },
      { signature: { password, meaning: 'approved' as const } },
    ])
      codes.push(await codeOf(plant.ask('products.edit', edit({ name: 'Raw milk' }, more), { as: quentin })));
    expect(codes).toEqual([
      'REASON_REQUIRED',
      'VALIDATION',
      'NOT_FOUND',
      'REAUTH_FAILED',
      'REAUTH_FAILED',
      'REAUTH_FAILED',
    ]);
    expect(plant.contentDigest()).toBe(before);
    expect(await signaturesOf(plant)).toEqual([]);
  });

  it('is done by whoever may: not by other roles, not by the owner of the file', async () => {
    await using set = await buildPeople();
    const { plant, people } = set;
    const { qualityManager: _may, ...others } = people;
    for (const [role, as] of Object.entries(others)) {
      const own = edit({ name: 'Raw milk' }, { signature: signature(role, 'approved') });
      expect(await codeOf(plant.ask('products.edit', own, { as })), role).toBe('FORBIDDEN');
    }
    await using alone = await buildPlantApp();
    expect(await codeOf(alone.ask('products.edit', edit({ name: 'Raw milk' })))).toBe('NOT_LOGGED_IN');
  });
});

describe("a product's GTIN", () => {
  it('is refused by its length or its check digit, with the field and what to do, and nothing is written', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    for (const [gtin, said] of [
      ['4006381333932', 'check digit'],
      ['00000000000000', 'check digit'],
      ['400638133393', 'check digit'],
      ['40063813', 'check digit'],
      ['400638133', '8, 12, 13 or 14 digits'],
      ['040063813339310', '8, 12, 13 or 14 digits'],
      ['4006381 333931', '8, 12, 13 or 14 digits'],
      ['GTIN-1234567', '8, 12, 13 or 14 digits'],
    ] as const) {
      const { code, message, details } = await refusalOf(plant.ask('products.edit', edit({ gtin }), { as: quentin }));
      expect([code, details['field']], gtin).toEqual(['VALIDATION', 'gtin']);
      expect(message, gtin).toContain(said);
    }
    expect(await milkOf(plant)).toMatchObject({ version: 1, gtin: '' });
    for (const [version, gtin] of ['96385074', '036000291452', '4006381333931', '14006381333938', ''].entries())
      await plant.ask('products.edit', edit({ gtin }, { version: version + 1 }), { as: quentin });
    expect(await milkOf(plant)).toMatchObject({ version: 6, gtin: '' });
  });

  it('that came in wrong was listed, like the GLN of a partner, and keeps nobody from editing the rest', async () => {
    await using set = await buildPeople();
    const { plant, quentin } = set;
    const taken = await plant.take(
      {
        products: products.map((cells) => (cells['code'] === 'MILK' ? { ...cells, gtin: '4006381333932' } : cells)),
        partners: [
          { code: 'DEPOT', name: 'Depot', kind: 'customer', gln: '4012345000008' },
          { code: 'SHOP', name: 'Shop', kind: 'customer', gln: '4012345000009' },
        ],
      },
      { as: quentin },
    );
    expect(taken.findings.map(({ file, column, code }) => [file, column, code])).toEqual([
      ['products.csv', 'gtin', 'VALIDATION'],
      ['partners.csv', 'gln', 'VALIDATION'],
    ]);
    await plant.ask('products.edit', edit({ category: 'Dairy' }, { version: 2 }), { as: quentin });
    expect(await milkOf(plant)).toMatchObject({ category: 'Dairy', gtin: '4006381333932' });
  });
});
