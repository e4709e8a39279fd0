import { createApp } from '#main/app/createApp.ts';
import { standardSettings } from '#shared/people/settings.ts';
import { administrator, viewer } from './someone.ts';

// Run as a process of its own: makes a store with an administrator and a viewer, whose passwords are digested quickly.
const [file = ''] = process.argv.slice(2);
const app = await createApp({ file, mode: 'create', host: 'test', passwordCost: 4 });
const session = app.open();
let sent = 0;
const ask = (operation: string, input: unknown): Promise<unknown> =>
  app.call(session, { operation, input, commandId: `people-store-${(sent += 1)}` });
// The reply was checked against the contract by the bus.
const { code } = (await ask('people.showSetUpCode', {})) as { code: string };
await ask('people.setUp', { code, ...administrator });
const { idleMinutes, passwordDays, authorised } = standardSettings;
// What passwords of the tests themselves cost: the least that a site may set.
await ask('people.saveSettings', { idleMinutes, passwordDays, authorised, passwordCost: 14, reason: 'many checks' });
await ask('people.add', { ...viewer, roles: ['viewer'] });
await app.close();
