import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { roleCodes, standardRoles } from '#shared/kernel/roles.ts';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { buildApp, TestClock } from '../support/app.ts';
import { buildSession, jsonOf, type Session } from '../support/cli.ts';
import { password, setUpAdministrator, setUpPeople } from '../support/people.ts';
import { copyPrepared } from '../support/prepared.ts';
import { openAt } from '../support/stores.ts';

const as = (secret: string): void => void vi.stubEnv('LOTLINE_PASSWORD', secret);

// Copies of one store must not meet at one workstation, which remembers how far each was.
beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), 'lotline-home-'));
  for (const name of ['XDG_DATA_HOME', 'LOCALAPPDATA']) vi.stubEnv(name, home);
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
});
afterEach(() => vi.unstubAllEnvs());

async function setUp(session: Session, user = 'ada'): Promise<void> {
  as(password);
  expect(await session.run('setup', '--user', user, '--name', 'Ada Okafor')).toMatchObject({ exit: 0 });
}

/** The least work of checking a password that a site may set: for what is not about it. */
const { idleMinutes, passwordDays, authorised } = standardSettings;
const quickSettings = {
  idleMinutes,
  passwordDays,
  authorised: [...authorised],
  passwordCost: 14,
  reason: 'many checks',
};

/** A session whose store has people already, whose passwords are checked quickly. User names are the codes of the roles. */
async function openPeople(roles: 'administrator' | 'all'): Promise<Session> {
  const session = await buildSession();
  await copyPrepared(`cli-${roles}.lotline`, session.file, async (file) => {
    await using plant = await buildApp({ clock: new TestClock(new Date().toISOString()) });
    const administrator = roles === 'all' ? (await setUpPeople(plant)).administrator : await setUpAdministrator(plant);
    await plant.ask('people.saveSettings', quickSettings, { as: administrator });
    await plant.app.close();
    copyFileSync(plant.file, file);
  });
  as(password);
  return session;
}

describe('people on the command line', () => {
  it('setup makes a store and its first administrator, once', async () => {
    await using session = await buildSession();
    await setUp(session);
    const again = await session.run('setup', '--user', 'eve', '--name', 'Eve');
    expect([again.exit, again.err.split(':')[0]]).toEqual([1, 'ILLEGAL_TRANSITION']);
    expect(jsonOf(await session.run('call', 'people.whoAmI', '--user', 'ada'))).toMatchObject({
      authState: 'person',
      person: { id: 'ada', name: 'Ada Okafor' },
      role: 'administrator',
    });
  });

  it('setup wants a password that will do, and makes no store without', async () => {
    await using session = await buildSession();
    as('short');
    expect(await session.run('setup', '--user', 'ada', '--name', 'Ada')).toMatchObject({ exit: 1 });
    as('');
    expect(await session.run('setup', '--user', 'ada', '--name', 'Ada')).toMatchObject({ exit: 2 });
    expect((await session.run('stock')).exit).toBe(3);
  });

  it('from then on every command asks who is there', async () => {
    await using session = await openPeople('administrator');
    const nobody = await session.run('stock');
    expect([nobody.exit, nobody.out]).toEqual([1, '']);
    expect(nobody.err).toContain('--user');
    expect((await session.run('stock', '--user', 'administrator')).exit).toBe(0);
    as('not the words');
    const wrong = await session.run('stock', '--user', 'administrator');
    expect([wrong.exit, wrong.out, wrong.err.split(':')[0]]).toEqual([1, '', 'REAUTH_FAILED']);
    as('');
    expect((await session.run('stock', '--user', 'administrator')).err).toContain('LOTLINE_PASSWORD');
  });

  it('recover lets the only administrator back in by the recovery code, once, whatever password is lost', async () => {
    await using session = await openPeople('administrator');
    const code = 'KXJPT-4M9RA-77WQC-ZB2HN-E5DVF';
    const recover = (...more: string[]) => session.run('recover', '--user', 'administrator', ...more);
    const making = JSON.stringify({ password, code });
    await session.run('call', 'people.makeRecoveryCode', making, '--user', 'administrator');
    as('words that came back');
    // Nothing is done where the code or the new password is missing, or nobody is named.
    expect((await recover()).err).toContain('LOTLINE_RECOVERY_CODE');
    vi.stubEnv('LOTLINE_RECOVERY_CODE', code.toLowerCase());
    expect(await session.run('recover')).toMatchObject({ exit: 2 });
    as('');
    expect(await recover()).toMatchObject({ exit: 2 });
    as('words that came back');
    vi.stubEnv('LOTLINE_RECOVERY_CODE', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA');
    const wrong = await recover('--json');
    expect([wrong.exit, wrong.out, wrong.err.split(':')[0]]).toEqual([1, '', 'REAUTH_FAILED']);
    vi.stubEnv('LOTLINE_RECOVERY_CODE', code.toLowerCase());
    const back = await recover('--json');
    expect([back.exit, jsonOf(back)]).toEqual([0, { user: 'administrator' }]);
    expect((await session.run('stock', '--user', 'administrator')).exit).toBe(0);
    as('other words again');
    expect((await recover()).err.split(':')[0]).toBe('REAUTH_FAILED');
    // A store that is not there, or is in use, is told as everywhere.
    const held = await openAt(session.file, 'write');
    expect((await recover()).err.split(':')[0]).toBe('STORE_BUSY');
    await held.close();
    expect(jsonOf(await session.run('verify', '--json'))).toMatchObject({ ok: true, problems: [] });
    await using none = await buildSession();
    expect(await none.run('recover', '--user', 'administrator')).toMatchObject({ exit: 3 });
  });

  it('but verify, which whoever holds the file may run', async () => {
    await using session = await openPeople('administrator');
    as('');
    expect(jsonOf(await session.run('verify', '--json'))).toMatchObject({ ok: true, problems: [] });
  });

  it('wrong passwords lock the account from one call to the next', async () => {
    await using session = await openPeople('administrator');
    as('not the words');
    for (let tries = 0; tries < 5; tries += 1) await session.run('stock', '--user', 'administrator');
    as(password);
    const { exit, err } = await session.run('stock', '--user', 'administrator');
    expect([exit, err.split(':')[0]]).toEqual([1, 'LOCKED_OUT']);
  });

  it('and while another program has the store, too', async () => {
    await using session = await openPeople('administrator');
    const held = await openAt(session.file, 'write');
    try {
      as('not the words');
      for (let tries = 0; tries < 5; tries += 1)
        expect((await session.run('stock', '--user', 'administrator')).err.split(':')[0]).toBe('REAUTH_FAILED');
      as(password);
      expect((await session.run('stock', '--user', 'administrator')).err.split(':')[0]).toBe('LOCKED_OUT');
    } finally {
      await held.close();
    }
  });

  it('and then nobody else’s log-in sets the count back, and every program counts on', async () => {
    await using session = await openPeople('all');
    const run = async (user: string, secret: string): Promise<string> => {
      as(secret);
      return (await session.run('stock', '--user', user)).err.split(':')[0] ?? '';
    };
    const held = await openAt(session.file, 'write');
    try {
      for (let tries = 0; tries < 3; tries += 1) expect(await run('manager', 'not the words')).toBe('REAUTH_FAILED');
      expect(await run('viewer', password)).toBe('');
      // One name is one line, whatever is typed.
      expect(await run('eve\n2026-01-01T00:00:00.000Z manager', 'not the words')).toBe('REAUTH_FAILED');
      for (let tries = 0; tries < 2; tries += 1) expect(await run('manager', 'not the words')).toBe('REAUTH_FAILED');
      expect(await run('manager', password)).toBe('LOCKED_OUT');
    } finally {
      await held.close();
    }
    // The store's next writer, at another workstation or not, knows of them too.
    vi.stubEnv('XDG_DATA_HOME', join(session.folder, 'elsewhere'));
    expect(await run('manager', password)).toBe('LOCKED_OUT');
    expect(await run('viewer', password)).toBe('');
  });

  it('who may restore is decided by the store that stands there, not by the backup', async () => {
    await using session = await buildSession();
    expect((await session.run('demo', 'device')).exit).toBe(0);
    const backup = join(session.folder, 'before.backup');
    expect((await session.run('backup', backup)).exit).toBe(0);
    await setUp(session, 'eva');
    as('');
    const anybody = await session.run('restore', backup);
    expect([anybody.exit, anybody.err.split(':')[0]]).toEqual([1, 'NOT_LOGGED_IN']);
    as(password);
    expect((await session.run('restore', backup, '--user', 'eva')).exit).toBe(0);
  });

  it('nor is it opened to the backup’s people by what lies beside a store that is whole', async () => {
    await using session = await openPeople('administrator');
    const run = async (...args: string[]) => {
      const { exit, err } = await session.run(...args, '--user', 'administrator');
      return `${exit} ${err.split(':')[0]}`;
    };
    const backup = join(session.folder, 'before.backup');
    expect(await run('backup', backup)).toBe('0 ');
    const words = JSON.stringify({ password, newPassword: 'words that came after' });
    expect(await run('call', 'people.changePassword', words)).toBe('0 ');
    const attempts = `${session.file}-attempts`;
    writeFileSync(attempts, 'scrap '.repeat(200));
    expect(await run('restore', backup)).toBe('1 REAUTH_FAILED');
    writeFileSync(`${session.file}-lock`, 'scrap '.repeat(2000));
    expect(await run('restore', backup)).toMatch(/^[13] PATH_REFUSED$/);
    rmSync(`${session.file}-lock`);
    const held = await openAt(session.file, 'write');
    expect(await run('restore', backup)).toBe('1 REAUTH_FAILED');
    await held.close();
    as('words that came after');
    expect(await run('stock')).toBe('0 ');
  });

  it('a demo has people with the published password, and its owner needs none', async () => {
    await using session = await buildSession();
    expect((await session.run('demo', 'device')).exit).toBe(0);
    expect(jsonOf(await session.run('call', 'people.whoAmI'))).toMatchObject({ authState: 'owner' });
    as(demoPassword);
    expect(jsonOf(await session.run('call', 'people.whoAmI', '--user', 'quentin'))).toMatchObject({
      person: { name: 'Quentin Moreau' },
      role: 'qualityManager',
      store: { demo: true },
    });
    as(password);
    await setUp(session, 'eva');
    as(demoPassword);
    expect((await session.run('stock', '--user', 'quentin')).err).toContain('REAUTH_FAILED');
  });

  it('each role may there what it may everywhere', async () => {
    await using session = await openPeople('all');
    const operations = await oneOfEach(session);
    for (const role of roleCodes) {
      const denied: string[] = [];
      for (const [permission, operation] of operations) {
        const { out } = await session.run('call', operation, '{"nonsense":1}', '--user', role);
        if (out.includes('"code":"FORBIDDEN"')) denied.push(permission);
      }
      const expected = operations.map(([permission]) => permission);
      expect([role, denied]).toEqual([role, expected.filter((one) => !standardRoles[role].includes(one))]);
    }
  }, 120_000);
});

/** One operation for each permission but the one that everybody has. */
async function oneOfEach(session: Session): Promise<(readonly [Permission, string])[]> {
  // What the command prints of each operation.
  const listed = jsonOf(await session.run('operations', '--json')) as { name: string; permission: Permission }[];
  return permissions.flatMap((permission) => {
    const named = listed.find((operation) => operation.permission === permission);
    return permission === 'enter' || named === undefined ? [] : [[permission, named.name] as const];
  });
}
