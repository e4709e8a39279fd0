import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atHost, buildApp, buildDemoApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addPerson, confirm, password, setUpAdministrator, signature, signIn } from '../support/people.ts';

const [code, newer] = ['KXJPT-4M9RA-77WQC-ZB2HN-E5DVF', '3GYKS-PAPER-ZZZZZ-QQQQQ-22222'];
const fresh = 'words that came back';
const minute = 60_000_000;

type Way = ReturnType<TestApp['app']['open']>;

/** Whoever holds the file, at its command line. */
const holder = (plant: TestApp): Way => atHost(plant.app.open(), 'cli');
const make = (plant: TestApp, as: Way, own: string = code, secret: string = password) =>
  plant.ask('people.makeRecoveryCode', { password: secret, code: own }, { as });
const recover = (plant: TestApp, own: string = code, { user = 'administrator', secret = fresh } = {}) =>
  plant.ask('people.recover', { user, code: own, password: secret }, { as: holder(plant) });
const logIn = (plant: TestApp, user: string, secret = password) =>
  plant.ask('people.logIn', { user, password: secret }, { as: plant.app.open() });

/** A site of one administrator, a colleague who reviews the trail, and a code that was put away. */
async function buildSite(): Promise<AsyncDisposable & { plant: TestApp; ada: Way; clara: Way }> {
  const plant = await buildApp();
  const ada = await setUpAdministrator(plant);
  const clara = await addPerson(plant, ada, {
    user: 'complianceOfficer',
    name: 'Clara Nyberg',
    roles: ['complianceOfficer'],
  });
  await confirmFirst(plant, ada);
  await make(plant, ada);
  return { plant, ada, clara, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

/** The very first confirmation of a site: Clara, by the second person, whom the administrator made too. */
async function confirmFirst(plant: TestApp, ada: Way): Promise<void> {
  await addPerson(plant, ada, { user: 'rita', name: 'Rita Moss', roles: ['complianceOfficer'] });
  await confirm(plant, 'complianceOfficer', 'rita');
}

const inForce = (plant: TestApp, as: Way) => plant.ask('people.recoveryCode', {}, { as });

describe('the recovery code of a site', () => {
  it('lets the only administrator back in once, and says so to everybody until they were here', async () => {
    await using site = await buildSite();
    const { plant, clara } = site;
    expect(await inForce(plant, clara)).toEqual({ madeAt: '2026-06-01T12:00:00Z', by: 'administrator' });
    expect(plant.verify().ok).toBe(true);
    plant.clock.set('2026-06-05T08:00:00Z');
    // As it is typed from the paper, by whoever holds the file and is not signed in.
    expect(await recover(plant, code.toLowerCase().replaceAll('-', ' '))).toEqual({ user: 'administrator' });
    const told = { at: '2026-06-05T08:00:00Z', user: 'administrator' };
    plant.clock.set('2026-06-06T08:00:00Z');
    expect(await codeOf(logIn(plant, 'administrator'))).toBe('REAUTH_FAILED');
    const back = await logIn(plant, 'administrator', fresh);
    expect(back).toMatchObject({ mustChange: false, recoveries: [told] });
    expect(back.passwordsGiven).toEqual([{ at: told.at, by: 'recovery code' }]);
    for (const user of ['complianceOfficer', 'rita']) {
      expect(await logIn(plant, user)).toMatchObject({ recoveries: [told], passwordsGiven: [] });
      expect((await logIn(plant, user)).recoveries).toEqual([]);
    }
    // It was used up.
    const as = await signIn(plant, 'administrator', fresh);
    expect(await inForce(plant, as)).toEqual({ madeAt: '', by: '' });
    expect(await refusalOf(recover(plant, code, { secret: 'other words again' }))).toMatchObject({
      code: 'REAUTH_FAILED',
    });
    await logIn(plant, 'administrator', fresh);
    expect(plant.verify().ok).toBe(true);
    await plant.reopen();
    expect(await codeOf(recover(plant, code, { secret: 'other words again' }))).toBe('REAUTH_FAILED');
    const [entry] = plant.rows<{ body: string }>("select body from audit_entry where operation = 'people.recover'");
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ person: { id: '' }, host: 'cli', outcome: 'done' });
  });

  it('is worth nothing once there is a newer one, which counts', async () => {
    await using site = await buildSite();
    const { plant } = site;
    plant.clock.set('2026-06-02T09:00:00Z');
    const ada = await signIn(plant, 'administrator');
    await make(plant, ada, newer);
    expect(await inForce(plant, ada)).toEqual({ madeAt: '2026-06-02T09:00:00Z', by: 'administrator' });
    expect(await codeOf(recover(plant, code))).toBe('REAUTH_FAILED');
    await recover(plant, newer);
    // And a new one after a use counts again.
    await make(plant, await signIn(plant, 'administrator', fresh), code, fresh);
    expect(await codeOf(recover(plant, newer, { secret: 'other words again' }))).toBe('REAUTH_FAILED');
    await recover(plant, code, { secret: 'other words again' });
    await logIn(plant, 'administrator', 'other words again');
    expect(plant.verify().ok).toBe(true);
  });

  it('is used once where two use it at the same time, and a call that is sent again has its answer', async () => {
    await using site = await buildSite();
    const { plant } = site;
    const ended = await Promise.allSettled([recover(plant), recover(plant, code, { secret: 'other words again' })]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const now = ended[0]?.status === 'fulfilled' ? fresh : 'other words again';
    await make(plant, await signIn(plant, 'administrator', now), newer, now);
    const [as, id] = [holder(plant), plant.newId()];
    const input = { user: 'administrator', code: newer, password: 'yet other words' };
    for (let sent = 0; sent < 2; sent += 1)
      expect(await plant.ask('people.recover', input, { as, id })).toEqual({ user: 'administrator' });
  });

  it('stands nowhere in the store nor beside it, right or wrong, made or used', async () => {
    await using site = await buildSite();
    const { plant, ada } = site;
    await codeOf(recover(plant, newer));
    await recover(plant);
    await codeOf(make(plant, ada, newer, 'not the words'));
    await plant.reopen();
    for (const name of readdirSync(plant.folder)) {
      const text = readFileSync(join(plant.folder, name), 'latin1').toUpperCase();
      for (const typed of [code, newer, code.replaceAll('-', ''), newer.replaceAll('-', ''), code.slice(0, 11)])
        expect([name, text.includes(typed)]).toEqual([name, false]);
    }
    const digests = plant.rows<{ hash: string }>("select hash from credential where person = 'recovery code'");
    expect(digests.map(({ hash }) => hash.split('$')[0])).toEqual(['scrypt', '']);
    const said = plant.rows<{ text: string }>(
      'select body as text from audit_entry union all select content from record_version',
    );
    for (const { hash } of digests) if (hash !== '') expect(said.some(({ text }) => text.includes(hash))).toBe(false);
  });
});

describe('a recovery code is made', () => {
  it('by who administers people and proves it again, in its own shape', async () => {
    await using site = await buildSite();
    const { plant, ada, clara } = site;
    expect(await codeOf(make(plant, clara, newer))).toBe('FORBIDDEN');
    expect(await codeOf(make(plant, ada, newer, 'not the words'))).toBe('REAUTH_FAILED');
    for (const own of ['short', 'correct horse battery staple', newer.replace('3', '1')])
      expect(await refusalOf(make(plant, ada, own))).toMatchObject({ code: 'VALIDATION', details: { field: 'code' } });
    // The one that was made still counts, and the wrong password is told.
    await recover(plant);
    expect((await logIn(plant, 'administrator', fresh)).failures).toMatchObject([
      { person: 'administrator', operation: 'people.makeRecoveryCode', code: 'REAUTH_FAILED' },
    ]);
  });

  it('not before a first administrator, and not by demo people, whose password everybody knows', async () => {
    await using plant = await buildDemoApp('device');
    for (const as of [plant.me, await signIn(plant, 'ada', 'demo-of-lotline')])
      expect(await codeOf(make(plant, as, code, 'demo-of-lotline'))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(recover(plant, code, { user: 'ada' }))).toBe('ILLEGAL_TRANSITION');
    await setUpAdministrator(plant);
    expect(await codeOf(recover(plant, code, { user: 'administrator' }))).toBe('REAUTH_FAILED');
  });
});

describe('with a recovery code', () => {
  it('a wrong one counts like a wrong password, locks, and is told; the right one opens a locked account', async () => {
    await using site = await buildSite();
    const { plant } = site;
    for (let tries = 0; tries < 4; tries += 1) expect(await codeOf(recover(plant, newer))).toBe('REAUTH_FAILED');
    expect(await codeOf(recover(plant, 'no code at all'))).toBe('REAUTH_FAILED');
    expect(await codeOf(logIn(plant, 'administrator'))).toBe('LOCKED_OUT');
    await recover(plant);
    const { failures } = await logIn(plant, 'administrator', fresh);
    expect(failures.filter(({ operation }) => operation === 'people.recover')).toHaveLength(5);
    expect(failures.every(({ person }) => person === 'administrator')).toBe(true);
  });

  it('an account that was locked while the store could not be written is open again', async () => {
    await using site = await buildSite();
    const { plant } = site;
    await plant.reopen('read');
    plant.clock.moment += minute;
    for (let tries = 0; tries < 10; tries += 1) await codeOf(logIn(plant, 'administrator', 'not the words'));
    await plant.reopen();
    expect(await codeOf(logIn(plant, 'administrator'))).toBe('LOCKED_OUT');
    await recover(plant);
    await logIn(plant, 'administrator', fresh);
  });

  it('nobody gets in from a page, and nobody else than who administers people', async () => {
    await using site = await buildSite();
    const { plant, ada } = site;
    const input = { user: 'administrator', code, password: fresh };
    for (const host of ['http', 'electron', 'test'] as const)
      for (const way of [plant.app.open(), ada]) {
        const refusal = await refusalOf(plant.ask('people.recover', input, { as: atHost(way, host) }));
        expect(refusal).toMatchObject({ code: 'FORBIDDEN' });
        expect(refusal.message).toContain('lotline recover');
        // It says the same whoever is named, and whatever the code.
        const other = { ...input, user: 'nobody', code: newer };
        expect(await refusalOf(plant.ask('people.recover', other, { as: atHost(way, host) }))).toEqual(refusal);
      }
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    const { people } = await plant.ask('people.list', {}, { as: ada });
    const version = people.find(({ user }) => user === 'berta')?.version ?? 0;
    await plant.ask('people.change', { user: 'berta', version, disabled: true, reason: 'left us' }, { as: ada });
    for (const user of ['complianceOfficer', 'berta', 'nobody', 'code']) {
      const refusal = await refusalOf(recover(plant, code, { user }));
      expect(refusal.code).toBe('FORBIDDEN');
      expect(refusal.message).toContain(': administrator.');
    }
    // No refusal used it up, and the name is found in any letter case.
    expect(await recover(plant, code, { user: 'Administrator' })).toEqual({ user: 'administrator' });
  });

  it('a password that will not do uses nothing up', async () => {
    await using site = await buildSite();
    const { plant } = site;
    for (const secret of ['short', password, 'administrator 1'])
      expect(await codeOf(recover(plant, code, { secret }))).toBe('PASSWORD_POLICY');
    await recover(plant);
  });

  it('nobody signs until a second person confirmed who is back', async () => {
    await using site = await buildSite();
    const { plant } = site;
    await recover(plant);
    const as = await signIn(plant, 'administrator', fresh);
    const signed = { ...signature('administrator', 'approved'), password: fresh };
    const alone = { on: true, reason: 'nobody else is left', signature: signed };
    const refusal = await refusalOf(plant.ask('people.setSinglePerson', alone, { as }));
    expect(refusal).toMatchObject({ code: 'SEPARATION_OF_DUTIES', details: { pair: 'signing' } });
    expect(refusal.message).toMatch(
      /^Ada Okafor may not sign yet: somebody with the recovery code .*: Clara Nyberg, Rita Moss\.$/,
    );
    const signing = async () =>
      (await plant.ask('people.list', {}, { as })).people.find(({ user }) => user === 'administrator')?.signing;
    expect(await signing()).toEqual({ askedBy: ['recovery code'], ask: ['complianceOfficer', 'rita'] });
    // Nor do they confirm anybody.
    expect(
      await codeOf(
        plant.ask('people.confirm', { user: 'administrator', reason: 'it is me', signature: signed }, { as }),
      ),
    ).toBe('SEPARATION_OF_DUTIES');
    // Told again and again until somebody confirmed it.
    const given = async () => (await logIn(plant, 'administrator', fresh)).passwordsGiven.map(({ by }) => by);
    expect(await given()).toEqual(['recovery code']);
    await confirm(plant, 'administrator');
    expect(await signing()).toEqual({ askedBy: [], ask: [] });
    expect(await given()).toEqual([]);
    const witness = { user: 'complianceOfficer', password };
    await plant.ask('people.setSinglePerson', { ...alone, witness }, { as });
    // Where one person may act alone, who came back does: nobody else is asked.
    await make(plant, as, newer, fresh);
    await recover(plant, newer, { secret: 'other words again' });
    const again = await signIn(plant, 'administrator', 'other words again');
    const ended = { on: false, reason: 'a colleague came', signature: { ...signed, password: 'other words again' } };
    await plant.ask('people.setSinglePerson', ended, { as: again });
    expect(plant.verify().ok).toBe(true);
  });
});
