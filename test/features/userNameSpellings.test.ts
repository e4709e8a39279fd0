import { describe, expect, it } from 'vitest';
import { buildApp, codeOf, type TestApp } from '../support/app.ts';
import { buildDecided, release } from '../support/decided.ts';
import { addPerson, password, setUpAdministrator, setUpPeople, signIn } from '../support/people.ts';

const logIn = (plant: TestApp, user: string, secret = 'not the words') =>
  plant.ask('people.logIn', { user, password: secret }, { as: plant.app.open() });

/** Ways to write a user name that say the same to a person. */
const spellings = (user: string): string[] => [
  ` ${user}`,
  `${user}\t`,
  user.toUpperCase(),
  `\u00a0${user}\u2003`,
  `${user}\n`,
];

describe('a user name, however it is written', () => {
  it('is that of its person: guesses count together, and are told at the next log-in', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    for (const user of spellings('ines')) expect(await codeOf(logIn(plant, user))).toBe('REAUTH_FAILED');
    for (const user of ['ines', ' INES ', 'ines\t'])
      expect(await codeOf(logIn(plant, user, password))).toBe('LOCKED_OUT');
    plant.clock.moment += 16 * 60_000_000;
    const { user, failures } = await logIn(plant, 'Ines ', password);
    expect(user).toBe('ines');
    expect(failures.filter(({ code }) => code === 'REAUTH_FAILED')).toHaveLength(5);
    expect(new Set(failures.map(({ person }) => person))).toEqual(new Set(['ines']));
  });

  it('tells nobody whether somebody has it', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    const codes = [];
    for (const name of ['ines', 'nobody', 'José']) {
      for (let tries = 0; tries < 5; tries += 1) await codeOf(logIn(plant, name));
      for (const user of [...spellings(name), name.normalize('NFD')]) codes.push(await codeOf(logIn(plant, user)));
    }
    expect(new Set(codes)).toEqual(new Set(['LOCKED_OUT']));
  });
});

describe('a signature that is refused before a password is tried', () => {
  it('is no wrong password, and locks nobody out', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    for (const user of ['', 'viewer', ' somebody ', '', 'administrator', '']) {
      const signature = { ...release.signature, user };
      expect(await codeOf(plant.ask('lots.changeStatus', { ...release, signature }, { as: quentin }))).toBe(
        'REAUTH_FAILED',
      );
    }
    const again = await plant.ask('people.logIn', { user: 'qualityManager', password }, { as: plant.app.open() });
    expect(again.failures).toEqual([]);
    await plant.ask(
      'lots.changeStatus',
      { ...release, signature: { ...release.signature, user: ' qualitymanager' } },
      { as: quentin },
    );
    expect(plant.verify().ok).toBe(true);
  });
});

describe('whoever is not signed in', () => {
  it('learns nothing of the plant, the computer, or how the site works', async () => {
    await using plant = await buildApp();
    const { administrator } = await setUpPeople(plant);
    const stranger = await plant.ask('people.whoAmI', {}, { as: plant.app.open() });
    expect(stranger).toMatchObject({ authState: 'stranger', workstation: '', singlePerson: '', store: { name: '' } });
    const known = await plant.ask('people.whoAmI', {}, { as: administrator });
    expect(known.store.name).not.toBe('');
    expect(known.workstation).not.toBe('');
    const locked = await signIn(plant, 'viewer');
    await plant.ask('people.lock', {}, { as: locked });
    expect((await plant.ask('people.whoAmI', {}, { as: locked })).store.name).toBe(known.store.name);
  });
});
