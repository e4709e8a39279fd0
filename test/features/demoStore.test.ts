import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateOf } from '#shared/kernel/dates.ts';
import { demoPassword, demoPeople } from '#shared/people/vocabulary.ts';
import { buildApp, buildDemoApp, codeOf, type TestApp } from '../support/app.ts';
import { signaturesOf } from '../support/decided.ts';
import { setUpPeople, signIn } from '../support/people.ts';

describe('a demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await buildApp();
    await codeOf(app.ask('movements.reverse', { movements: [1], reason: 'nothing is here' }));
    await app.ask('exchange.importDemo', { plant: 'device' });
  });
  afterAll(() => app?.[Symbol.asyncDispose]());

  const whoIn = (session: TestApp['me']) => app.ask('people.whoAmI', {}, { as: session });

  it('goes into a new store, whatever was refused there before', () => {
    expect(app.app.store.head().demo).toBe('device');
  });

  it('has two quality managers, who give back together what one of them rejected', async () => {
    const quentin = await signIn(app, 'quentin', demoPassword);
    const { rows } = await app.ask('movements.listBalances', { limit: 500 });
    const inStock = rows.find((row) => row.lot !== '' && row.sublot === '' && row.serial === '' && row.status === 'A');
    if (inStock === undefined) throw new Error('the demo plant has no lot in stock');
    const { product, lot, location, quantity } = inStock;
    const goods = { product, lot, location, quantity, reason: 'scratched, then polished' };
    const signed = (meaning: 'rejected' | 'released') => ({ user: 'quentin', password: demoPassword, meaning });
    const reject = { ...goods, statusFrom: 'A', statusTo: 'R', signature: signed('rejected') };
    await app.ask('lots.changeStatus', reject, { as: quentin });
    const giveBack = { ...goods, statusFrom: 'R', statusTo: 'A', signature: signed('released') };
    expect(await codeOf(app.ask('lots.changeStatus', giveBack, { as: quentin }))).toBe('SEPARATION_OF_DUTIES');
    const witness = { user: 'noor', password: demoPassword };
    await app.ask('lots.changeStatus', { ...giveBack, witness }, { as: quentin });
    const names = (await signaturesOf(app, quentin, [product, lot, '', ''])).map(({ name, meaning }) => [
      name,
      meaning,
    ]);
    expect(names).toContainEqual(['Noor de Wit', 'witnessed']);
    expect(names).toContainEqual(['Quentin Moreau', 'released']);
  });

  it('signed out of is nobody’s: its owner is one of those to choose from', async () => {
    const session = app.app.open();
    expect((await whoIn(session)).authState).toBe('owner');
    for (const again of [false, true]) {
      await app.ask('people.logIn', { user: 'vera', password: demoPassword }, { as: session });
      await app.ask('people.logOut', {}, { as: session });
      const left = await whoIn(session);
      expect(left).toMatchObject({ authState: 'stranger', open: true, permissions: ['enter'] });
      expect(left.demoPeople).toEqual(demoPeople);
      expect(await codeOf(app.ask('products.list', {}, { as: session }))).toBe('NOT_LOGGED_IN');
      // The choice holds until somebody signs in and out again.
      if (again) await app.ask('people.logIn', { user: 'noor', password: demoPassword }, { as: session });
      expect(await app.ask('people.becomeOwner', {}, { as: session })).toEqual({ owner: true });
      expect((await whoIn(session)).authState).toBe('owner');
    }
  });

  it('in which people are set up offers nobody, as no plant of one’s own ever does', async () => {
    const session = await signIn(app, 'vera', demoPassword);
    const { code } = await app.ask('people.showSetUpCode', {});
    await app.ask('people.setUp', { code, user: 'eva', name: 'Eva Lund', password: 'three plain words' });
    expect(await whoIn(session)).toMatchObject({ authState: 'stranger', demoPeople: [] });
    expect(await codeOf(app.ask('people.becomeOwner', {}, { as: session }))).toBe('FORBIDDEN');
    await using own = await buildApp();
    const who = async (as = own.me) => {
      const { authState, demoPeople: offered } = await own.ask('people.whoAmI', {}, { as });
      return [authState, offered.length, await codeOf(own.ask('people.becomeOwner', {}, { as }))];
    };
    await own.ask('people.logOut', {});
    expect(await who()).toEqual(['owner', 0, 'FORBIDDEN']);
    const { viewer } = await setUpPeople(own);
    await own.ask('people.logOut', {}, { as: viewer });
    expect(await who(viewer)).toEqual(['stranger', 0, 'FORBIDDEN']);
  });
});

it('the food demo has a kept report, with its rows, as an example; it is verified', async () => {
  await using app = await buildDemoApp('food');
  const { views } = await app.ask('people.listViews', { list: 'reports' });
  expect(views).toEqual([
    { name: 'Waiting for a decision, by product', question: { report: 'quarantine', groupedBy: 'product' } },
  ]);
  const asked = { report: 'quarantine', group: 'product', name: views[0]?.name ?? '' };
  const { report, missing } = await app.ask('reports.preview', asked);
  expect(missing).toEqual([]);
  expect(report.sections.flatMap(({ rows }) => rows).length).toBeGreaterThan(1);
  expect(await app.ask('audit.verify', {})).toMatchObject({ ok: true });
});

it.each([
  ['food', ['BT-0012'], ['LD-0025', 'LD-0026'], ['AC-0014', 'PE-0009']],
  ['device', ['CD-0006'], ['CD-0008', 'CD-0009'], ['BA-0011']],
] as const)(
  'the %s demo has goods on hold, lots whose goods are on their way, and retests in the coming weeks; it is verified',
  async (demo, onHold, made, retests) => {
    await using app = await buildDemoApp(demo);
    const lotsOf = async (question: Parameters<typeof app.ask<'lots.list'>>[1]) =>
      (await app.ask('lots.list', { ...question, sort: 'lot' })).rows.map(({ lot }) => lot);
    expect(await lotsOf({ held: ['whole', 'part'] })).toEqual(onHold);
    expect((await app.ask('holds.list', {})).rows).toMatchObject([{ number: 'H-1', state: 'holds' }]);
    for (const lot of made) {
      const { rows } = await app.ask('lots.list', { text: lot });
      expect(rows).toMatchObject([{ lot, onHand: '0', statuses: [] }]);
    }
    const today = dateOf(app.clock.moment);
    const soon = `${addDays(today, 1)}..${addDays(today, 30)}`;
    expect(await lotsOf({ onHand: ['yes'], retestOn: soon })).toEqual(retests);
    if (demo === 'food') expect(await lotsOf({ status: ['Q'], expiresOn: `..${today}` })).toEqual(['RF-0027']);
    expect(await app.ask('audit.verify', {})).toMatchObject({ ok: true });
  },
);

it.each<[string, (app: TestApp) => Promise<TestApp['me']>]>([
  [
    'has no goods but places',
    async (app) => {
      await app.take({ locations: [{ code: 'DOCK', site: 'MAIN', kind: 'dock' }] });
      return app.me;
    },
  ],
  ['has people and nothing else', async (app) => (await setUpPeople(app)).qualityManager],
  [
    'keeps a view of its owner',
    async (app) => {
      await app.ask('people.saveView', { list: 'lots', name: 'Mine', question: { sort: 'lot' } });
      return app.me;
    },
  ],
])('a demo plant goes into no store that %s', async (_is, use) => {
  await using app = await buildApp();
  const as = await use(app);
  expect(await codeOf(app.ask('exchange.importDemo', { plant: 'food' }, { as }))).toBe('CONFLICT');
  expect(app.app.store.head().demo).toBe('');
  expect((await app.ask('products.list', {}, { as })).total).toBe(0);
});

it('the food demo has a lot that was split off another, an approval that runs out soon and a supplier that is refused', async () => {
  await using app = await buildDemoApp('food');
  const { rows } = await app.ask('lots.list', { text: 'BT-0013', sort: 'lot' });
  expect(rows.map(({ lot, onHand }) => [lot, onHand])).toEqual([
    ['BT-0013', '2640'],
    ['BT-0013-W', '240'],
  ]);
  const { approvals } = await app.ask('suppliers.listEnding', {});
  expect(approvals).toMatchObject([{ partner: 'S-CAPWELL', code: 'LID-82', standing: 'endsSoon' }]);
  const listed = (await app.ask('suppliers.list', {})).rows.map(({ partner, status }) => [partner, status]);
  expect(listed).toEqual([
    ['S-CAPWELL', 'approved'],
    ['S-SERRAL', 'approved'],
    ['S-GELWORKS', 'blocked'],
  ]);
});

it.each(['food', 'device'] as const)(
  'the %s demo has a draft of an inspection plan, which the quality manager approves',
  async (plant) => {
    await using app = await buildDemoApp(plant);
    expect((await app.ask('inspections.plans', {})).rows).toMatchObject([
      { plan: 'PL-1', standing: 'draft', rows: 5 },
      { plan: 'PL-2', standing: 'inForce', approver: 'quentin' },
    ]);
    expect(await app.ask('inspections.plan', { plan: 'PL-1' })).toMatchObject({ shown: { author: 'ines' } });
  },
);

it.each([
  ['food', ['open', 'withdrawn', 'notDrawn', 'decided']],
  ['device', ['open', 'decided']],
] as const)('the %s demo has inspections in these states: %j', async (plant, states) => {
  await using app = await buildDemoApp(plant);
  expect((await app.ask('inspections.list', {})).rows.map(({ state }) => state)).toEqual(states);
});

it('the device demo has a warranty, a service at a customer and a device that is missing', async () => {
  await using app = await buildDemoApp('device');
  const { rules } = await app.ask('serials.listWarrantyRules', {});
  expect(rules).toMatchObject([{ level: 'product', code: 'NEB-200', months: 24 }]);
  const { serials } = await app.ask('serials.listMissing', {});
  expect(serials).toMatchObject([{ number: 'MS-1', product: 'NEB-200' }]);
  const history = await app.ask('reports.preview', { report: 'serviceHistory' });
  expect(history.report.sections.flatMap(({ rows }) => rows).length).toBe(1);
  const { report } = await app.ask('reports.preview', {
    report: 'warrantyEnding',
    parameters: { until: '2035-01-01' },
  });
  expect(report.sections.flatMap(({ rows }) => rows).length).toBeGreaterThan(3);
});

it('the food demo has allergens and packs', async () => {
  await using app = await buildDemoApp('food');
  expect(await app.ask('products.get', { code: 'GIFT-3' })).toMatchObject({ attributes: 'Allergens: nuts, sulphites' });
  expect(await app.ask('products.get', { code: 'JAM-APR' })).toMatchObject({ packUnits: 'case = 12; pallet = 1440' });
});

it('the device demo has a lot that was merged, and a gap in the set-up: a product without a capacity', async () => {
  await using app = await buildDemoApp('device');
  const { rows } = await app.ask('movements.listBalances', { product: 'HOUSING', limit: 50 });
  const merged = rows.filter(({ lot }) => lot === 'HS-0015').map(({ sublot, quantity }) => `${sublot} ${quantity}`);
  expect(merged).toEqual(['T3 20', 'T4 40']);
  const { report } = await app.ask('reports.preview', { report: 'setUpGaps', parameters: {}, rows: 100 });
  expect(JSON.stringify(report)).toContain('No capacity of a lot, as others of its category have');
});
