import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { costOf, costsBeside } from '#main/features/security/hashing.ts';
import { buildApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addPerson, password, setUpAdministrator } from '../support/people.ts';

const minute = 60_000_000;
const logIn = (plant: TestApp, user: string, secret = 'not the words') =>
  plant.ask('people.logIn', { user, password: secret }, { as: plant.app.open() });
async function guess(plant: TestApp, user: string, times = 5): Promise<void> {
  for (let tries = 0; tries < times; tries += 1) await codeOf(logIn(plant, user));
}

describe('a user name that nobody has', () => {
  it('is locked like any other, and what was typed is written nowhere', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    const odd = 'eve\n2026-06-01T12:00:00.000Z ines';
    for (const user of ['ines', 'nobody', odd]) await guess(plant, user);
    const refusals = [];
    for (const user of ['ines', 'NOBODY ', odd]) refusals.push(await refusalOf(logIn(plant, user)));
    expect(new Set(refusals.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
    expect(refusals[0]?.code).toBe('LOCKED_OUT');
    await plant.reopen();
    expect(await codeOf(logIn(plant, 'nobody'))).toBe('LOCKED_OUT');
    // Guesses for one name say nothing of another.
    expect(await codeOf(logIn(plant, 'somebody'))).toBe('REAUTH_FAILED');
    plant.clock.moment += 16 * minute;
    expect(await codeOf(logIn(plant, 'nobody'))).toBe('REAUTH_FAILED');
    await logIn(plant, 'ines', password);
    for (const name of readdirSync(plant.folder))
      expect([name, readFileSync(join(plant.folder, name)).includes('nobody')]).toEqual([name, false]);
  });
});

describe('checking a password', () => {
  it('is the same work whatever its digest cost', () => {
    const work = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + 2 ** cost, 0);
    for (const own of [4, 14, 16, 17]) expect(work([own, ...costsBeside(own, 17)])).toBe(2 ** 17);
    // Never less than the digest itself takes.
    expect(costsBeside(18, 17)).toEqual([]);
    // A recovery code that was used has no digest any more, and changes nothing in what is the most.
    expect(costOf('')).toBe(0);
  });
});

describe('guesses', () => {
  it('keep the last administrator out for a minute, and one of two for longer', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    for (let series = 0; series < 4; series += 1) {
      await guess(plant, 'administrator');
      expect(await codeOf(logIn(plant, 'administrator', password))).toBe('LOCKED_OUT');
      plant.clock.moment += minute + 1;
    }
    await logIn(plant, 'administrator', password);
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    await guess(plant, 'administrator');
    plant.clock.moment += 10 * minute;
    expect(await codeOf(logIn(plant, 'administrator', password))).toBe('LOCKED_OUT');
    // Both at once are both the last.
    await guess(plant, 'berta');
    await guess(plant, 'administrator');
    plant.clock.moment += minute + 1;
    await logIn(plant, 'administrator', password);
  });

  it('that somebody dated ahead beside the store keep nobody out, nor does what is no count at all', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    await guess(plant, 'nobody', 1);
    const beside = `${plant.file}-attempts`;
    const forged = new Database(beside);
    const insert = forged.prepare('insert into attempt (name, at) values (?, ?)');
    for (const user of ['administrator', 'ines', 'nobody'])
      for (let hour = 1; hour <= 9; hour += 1)
        insert.run(createHash('sha256').update(user).digest('hex'), plant.clock.moment + hour * 60 * minute);
    forged.close();
    for (const user of ['administrator', 'ines']) await logIn(plant, user, password);
    expect(await codeOf(logIn(plant, 'nobody'))).toBe('REAUTH_FAILED');
    writeFileSync(beside, 'no count at all');
    await logIn(plant, 'ines', password);
    await guess(plant, 'somebody');
    expect(await codeOf(logIn(plant, 'somebody'))).toBe('LOCKED_OUT');
    expect(readFileSync(`${beside}.aside`, 'utf8')).toBe('no count at all');
  });

  it('keep no right password out that is tried alone, however often, before a lock and after it', async () => {
    await using plant = await buildApp();
    await setUpAdministrator(plant);
    for (let times = 0; times < 8; times += 1) await logIn(plant, 'administrator', password);
    await guess(plant, 'administrator', 4);
    await logIn(plant, 'administrator', password);
    await guess(plant, 'administrator');
    plant.clock.moment += minute + 1;
    await logIn(plant, 'administrator', password);
    const beside = new Database(`${plant.file}-attempts`, { readonly: true });
    expect(beside.prepare('select count(*) as left from attempt').get()).toEqual({ left: 0 });
    beside.close();
  });

  it('of one session wait for one another, so that they keep nobody else waiting', async () => {
    await using plant = await buildApp();
    await setUpAdministrator(plant);
    const one = plant.app.open();
    const wrong = Array.from({ length: 40 }, (_, index) =>
      codeOf(plant.ask('people.logIn', { user: `guess${index}`, password: 'not the words' }, { as: one })),
    );
    const real = logIn(plant, 'administrator', password);
    const codes = await Promise.all(wrong);
    expect(codes.filter((code) => code === 'REAUTH_FAILED')).toHaveLength(3);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(37);
    expect(await real).toMatchObject({ user: 'administrator' });
    // Afterwards the session is free again.
    expect(await codeOf(plant.ask('people.logIn', { user: 'guess1', password }, { as: one }))).toBe('REAUTH_FAILED');
  });
});
