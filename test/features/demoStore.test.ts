import { expect, it } from 'vitest';
import { buildApp, codeOf, type TestApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';

it('a demo plant goes into a new store, whatever was refused there before', async () => {
  await using app = await buildApp();
  await codeOf(app.ask('movements.reverse', { movements: [1], reason: 'nothing is here' }));
  await app.ask('exchange.importDemo', { plant: 'device' });
  expect(app.app.store.head().demo).toBe('device');
});

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
