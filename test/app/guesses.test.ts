import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type App, createApp } from '#main/app/createApp.ts';
import { buildApp, codeOf } from '../support/app.ts';
import { addPerson, password, setUpAdministrator } from '../support/people.ts';

const minute = 60_000_000;

it('programs beside one another try no more passwords than lock an account, or what nobody has', async () => {
  await using plant = await buildApp();
  const ada = await setUpAdministrator(plant);
  await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
  const { file, clock } = plant;
  const beside = await Promise.all(
    Array.from({ length: 9 }, () => createApp({ file, mode: 'read', host: 'cli', clock })),
  );
  const guessAs = (app: App, user: string, secret = 'not the words') =>
    codeOf(
      app.call(app.open(), {
        operation: 'people.logIn',
        input: { user, password: secret },
        commandId: randomUUID(),
      }),
    );
  // Later than the password itself.
  clock.moment += minute;
  for (const user of ['ines', 'nobody']) {
    const codes = await Promise.all([plant.app, ...beside].map((app) => guessAs(app, user)));
    expect(codes.filter((code) => code === 'REAUTH_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'CONFLICT' || code === 'LOCKED_OUT')).toHaveLength(5);
    expect(await guessAs(plant.app, user, password)).toBe('LOCKED_OUT');
  }
  // Once the lock is over it is one at a time; and one that is the right one is let in.
  clock.moment += 16 * minute;
  const codes = await Promise.all(beside.map((app) => guessAs(app, 'ines')));
  expect(codes.filter((code) => code === 'REAUTH_FAILED')).toHaveLength(1);
  clock.moment += 16 * minute;
  await plant.ask('people.logIn', { user: 'ines', password }, { as: plant.app.open() });
  for (const app of beside) await app.close();
});
