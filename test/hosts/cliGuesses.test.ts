import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildApp, TestClock } from '../support/app.ts';
import { buildSession, runProgram, type Session } from '../support/cli.ts';
import { addPerson, password, setUpAdministrator } from '../support/people.ts';
import { openAt } from '../support/stores.ts';

/** Passwords that take their time, as they do in a plant: so that programs started together try theirs together. */
const settings = {
  idleMinutes: 30,
  passwordDays: 0,
  authorised: [],
  passwordCost: 17,
  reason: 'as in a plant',
};

async function openPlant(): Promise<Session> {
  const session = await buildSession();
  await using plant = await buildApp({ clock: new TestClock(new Date().toISOString()) });
  const ada = await setUpAdministrator(plant);
  await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
  await plant.ask('people.saveSettings', settings, { as: ada });
  await plant.app.close();
  copyFileSync(plant.file, session.file);
  return session;
}

type Program = { user: string; secret: string };

/** What each of some programs that are started together answers: a code, or "" where it was let in. */
async function together(session: Session, programs: readonly Program[]): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'lotline-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const ended = programs.map(({ user, secret }) =>
    runProgram(['cli', 'stock', '--store', session.file, '--user', user], {
      LOTLINE_PASSWORD: secret,
      XDG_DATA_HOME: home,
      LOCALAPPDATA: home,
    }),
  );
  return (await Promise.all(ended)).map(({ err }) => err.split(':')[0] ?? '');
}

it('programs that guess together try no more passwords than lock the account, and keep nobody else out', async () => {
  await using session = await openPlant();
  const held = await openAt(session.file, 'write');
  const wrong = Array.from({ length: 12 }, () => ({ user: 'ines', secret: 'not the words' }));
  const [other, ...guesses] = await together(session, [{ user: 'administrator', secret: password }, ...wrong]);
  await held.close();
  expect(guesses.filter((code) => code === 'REAUTH_FAILED')).toHaveLength(5);
  expect(guesses.filter((code) => code === 'CONFLICT' || code === 'LOCKED_OUT')).toHaveLength(7);
  expect(other).toBe('');
  expect(await together(session, [{ user: 'ines', secret: password }])).toEqual(['LOCKED_OUT']);
}, 180_000);
