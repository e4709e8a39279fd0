import { type Clock, systemClock } from '#main/app/clock.ts';
import { createApp } from '#main/app/createApp.ts';
import { microsPerDay } from '#shared/kernel/dates.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { buildFolder, buildProduct, csvFiles, type ExportTables } from './exportFiles.ts';
import type { Filling } from './served.ts';
import { masters, on, row } from './plantTables.ts';
import { administrator, viewer } from './someone.ts';
import { unevenPlant } from './unevenPlant.ts';

// Run as a process of its own: makes a store and fills it as it is named. Passwords are digested quickly.
type Ask = (operation: string, input: unknown) => Promise<unknown>;

const take = async (ask: Ask, tables: ExportTables): Promise<void> => {
  await using folder = await buildFolder(csvFiles(tables));
  await ask('exchange.import', { source: { kind: 'path', path: folder.path } });
};

const milk = (name: string, more: Record<string, string> = {}): ExportTables => ({
  products: [buildProduct({ code: 'MILK', name, ...more })],
});

const fillings: Record<Filling, (ask: Ask) => Promise<void>> = {
  food: async (ask) => void (await ask('exchange.importDemo', { plant: 'food' })),
  device: async (ask) => void (await ask('exchange.importDemo', { plant: 'device' })),
  uneven: (ask) => take(ask, unevenPlant()),
  /** Nothing was written for a month, and some milk has long expired. */
  asleep: (ask) => take(ask, { ...masters, movements: [row('receipt', 'MILK', 8, on(1), { lot: 'L1', id: 'M1' })] }),
  /** Oil of which some is at a subcontractor, and some on loan. */
  away: (ask) =>
    take(ask, {
      ...masters,
      locations: [
        ...(masters.locations ?? []),
        { code: 'WORKS', site: 'MAIN', kind: 'subcontractor' },
        { code: 'LENT', site: 'MAIN', kind: 'loan' },
      ],
      movements: [
        row('receipt', 'OIL O1', 10, on(1)),
        row('transfer', 'OIL O1', 3, on(2), { to: 'WORKS' }),
        row('transfer', 'OIL O1', 2, on(2), { to: 'LENT' }),
      ],
    }),
  /** An administrator, and a viewer who must change the password. */
  people: async (ask) => {
    // The reply was checked against the contract by the bus.
    const { code } = (await ask('people.showSetUpCode', {})) as { code: string };
    await ask('people.setUp', { code, ...administrator });
    const { idleMinutes, passwordDays, authorised } = standardSettings;
    // What passwords of the tests themselves cost: the least that a site may set.
    await ask('people.saveSettings', {
      idleMinutes,
      passwordDays,
      authorised,
      passwordCost: 14,
      reason: 'many checks',
    });
    await ask('people.add', { ...viewer, roles: ['viewer'] });
  },
  /** A product that was written five times, and its lot twice. */
  versions: async (ask) => {
    const lot = { product: 'MILK', lot: 'L-1' };
    await take(ask, { ...milk('Milk'), lots: [lot] });
    await take(ask, { ...milk('Milk, raw'), lots: [{ ...lot, expires_on: '2027-03-01' }] });
    await take(ask, milk('Milk, raw', { shelf_life_days: '9' }));
    await take(ask, milk('Milk, raw', { shelf_life_days: '12', standard_cost: '0.62' }));
    await take(ask, milk('Milk, chilled', { shelf_life_days: '12', standard_cost: '0.62' }));
  },
};

const [filling = '', file = ''] = process.argv.slice(2);
const monthAgo: Clock = { ...systemClock, now: () => systemClock.now() - 30 * microsPerDay };
const clock = filling === 'asleep' ? monthAgo : systemClock;
const app = await createApp({ file, mode: 'create', host: 'test', passwordCost: 4, clock });
const session = app.open();
let sent = 0;
// The caller is served.ts, which names one of them.
await fillings[filling as Filling]((operation, input) =>
  app.call(session, { operation, input, commandId: `fill-store-${(sent += 1)}` }),
);
await app.close();
