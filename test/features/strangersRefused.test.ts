import { expect, it } from 'vitest';
import { buildApp, codeOf } from '../support/app.ts';
import { addPerson, password, setUpAdministrator } from '../support/people.ts';

it('what nobody signed in is refused for fills no trail, and no wrong password is lost in it', async () => {
  await using plant = await buildApp();
  const ada = await setUpAdministrator(plant);
  await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
  const stranger = plant.app.open();
  const entries = (): number => plant.rows('select seq from audit_entry').length;
  const before = entries();
  for (let times = 0; times < 60; times += 1) {
    const asked = { user: 'ines' };
    expect(await codeOf(plant.send('people.resetPassword', asked, { as: stranger }))).toBe('NOT_LOGGED_IN');
  }
  expect(entries() - before).toBe(10);
  for (let tries = 0; tries < 5; tries += 1) {
    const wrong = { user: 'ines', password: 'not the words' };
    expect(await codeOf(plant.ask('people.logIn', wrong, { as: stranger }))).toBe('REAUTH_FAILED');
  }
  expect(entries() - before).toBe(15);
  // What people are refused for is written as ever.
  expect(await codeOf(plant.send('people.resetPassword', { user: 'ines' }, { as: ada }))).toBe('VALIDATION');
  expect(entries() - before).toBe(16);
  plant.clock.moment += 61_000_000;
  await codeOf(plant.send('people.resetPassword', {}, { as: stranger }));
  const { rows } = await plant.ask('audit.list', { limit: 1 }, { as: ada });
  expect(rows[0]?.summary).toContain('50 more requests of nobody signed in');
  plant.clock.moment += 16 * 60_000_000;
  const { failures } = await plant.ask('people.logIn', { user: 'ines', password }, { as: stranger });
  expect(failures.filter(({ code }) => code === 'REAUTH_FAILED')).toHaveLength(5);
  expect(plant.verify().ok).toBe(true);
});
