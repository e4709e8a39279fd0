import { describe, expect, it } from 'vitest';
import { asPage, buildApp, buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addPerson, confirm, password, setUpAdministrator, setUpPeople, signIn } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

const reason = 'as the site decided';

describe('the first administrator', () => {
  it('is made once with the code that was shown, and is signed in then', async () => {
    await using plant = await buildApp();
    const session = await setUpAdministrator(plant);
    const me = await plant.ask('people.whoAmI', {}, { as: session });
    expect([me.authState, me.person, me.role, me.open]).toEqual([
      'person',
      { id: 'administrator', name: 'Ada Okafor' },
      'administrator',
      false,
    ]);
    expect(await codeOf(plant.ask('people.showSetUpCode', {}, { as: plant.app.open() }))).toBe('ILLEGAL_TRANSITION');
    const again = { code: 'AAAA', user: 'other', name: 'Other', password };
    expect(await codeOf(plant.ask('people.setUp', again, { as: plant.app.open() }))).toBe('ILLEGAL_TRANSITION');
    expect(plant.verify().ok).toBe(true);
  });

  it('needs the very code, within a quarter of an hour and five tries', async () => {
    await using plant = await buildApp();
    const setUp = (code: string) => plant.ask('people.setUp', { code, user: 'ada', name: 'Ada Okafor', password });
    expect(await codeOf(setUp('AAAA-BBBB-CCCC'))).toBe('REAUTH_FAILED');
    const { code } = await plant.ask('people.showSetUpCode', {});
    plant.clock.moment += 16 * 60_000_000;
    expect(await codeOf(setUp(code))).toBe('REAUTH_FAILED');
    const { code: second } = await plant.ask('people.showSetUpCode', {});
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(setUp('AAAA-BBBB-CCCC'))).toBe('REAUTH_FAILED');
    expect(await codeOf(setUp(second))).toBe('REAUTH_FAILED');
    const { code: third } = await plant.ask('people.showSetUpCode', {});
    expect(await setUp(third.toLowerCase().replaceAll('-', ' '))).toEqual({ user: 'ada' });
  });

  it('closes the owner out: whoever is not signed in may only sign in', async () => {
    await using plant = await buildPlantApp();
    await setUpAdministrator(plant);
    const stranger = plant.app.open();
    expect((await plant.ask('people.whoAmI', {}, { as: stranger })).authState).toBe('stranger');
    expect(await codeOf(plant.ask('products.list', {}, { as: stranger }))).toBe('NOT_LOGGED_IN');
    await expect(plant.app.insistOn(asPage(stranger), 'import', 'files.upload')).rejects.toThrow('Nobody is signed in');
  });

  it('is the only way in: people are added by an administrator, not by the owner', async () => {
    await using plant = await buildApp();
    const someone = { user: 'ines', name: 'Inês Prado', roles: ['inspector'], password };
    expect(await codeOf(plant.ask('people.add', someone))).toBe('ILLEGAL_TRANSITION');
  });

  it('stays closed when the table of people is emptied outside Lotline', async () => {
    await using plant = await buildApp();
    await setUpAdministrator(plant);
    await plant.app.store.work((work) => {
      work.db.exec('drop trigger person_no_delete; delete from person');
    });
    expect(await codeOf(plant.ask('people.showSetUpCode', {}, { as: plant.app.open() }))).toBe('ILLEGAL_TRANSITION');
    expect(await codeOf(plant.ask('products.list', {}, { as: plant.app.open() }))).toBe('NOT_LOGGED_IN');
    const again = { code: 'AAAA', user: 'other', name: 'Other', password };
    expect(plant.verify().ok).toBe(false);
    // Opened again it can only be looked at, by whoever holds the file.
    expect(await codeOf(plant.reopen())).toBe('STORE_DAMAGED');
    await plant.reopen('rescue');
    const looking = plant.app.open();
    expect((await plant.ask('products.list', {}, { as: looking })).total).toBe(0);
    expect(await codeOf(plant.ask('people.setUp', again, { as: looking }))).toBe('ILLEGAL_TRANSITION');
  });
});

describe('signing in', () => {
  it('is refused alike for a wrong password, an unknown name and a disabled account', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    const { people } = await plant.ask('people.list', {}, { as: ada });
    const { version } = people.find(({ user }) => user === 'ines') ?? { version: 0 };
    await plant.ask('people.change', { user: 'ines', version, disabled: true, reason }, { as: ada });
    const tries = [
      ['administrator', 'not the password'],
      ['nobody', password],
      ['ines', password],
    ] as const;
    const said = [];
    for (const [user, tried] of tries)
      said.push(await refusalOf(plant.ask('people.logIn', { user, password: tried }, { as: plant.app.open() })));
    expect(new Set(said.map(({ code, message, details }) => JSON.stringify([code, message, details]))).size).toBe(1);
    expect(said[0]?.code).toBe('REAUTH_FAILED');
  });

  it('locks an account after five wrong passwords, with the right one too, and after a restart', async () => {
    await using plant = await buildApp();
    await setUpAdministrator(plant);
    const logIn = (tried: string) =>
      plant.ask('people.logIn', { user: 'Administrator', password: tried }, { as: plant.app.open() });
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(logIn('wrong words here'))).toBe('REAUTH_FAILED');
    expect(await codeOf(logIn(password))).toBe('LOCKED_OUT');
    await plant.reopen();
    expect(await codeOf(logIn(password))).toBe('LOCKED_OUT');
    plant.clock.moment -= 60 * 60_000_000;
    expect(await codeOf(logIn(password))).toBe('LOCKED_OUT');
    plant.clock.moment += 76 * 60_000_000;
    const { failures } = await logIn(password);
    expect(failures.filter(({ code }) => code === 'REAUTH_FAILED')).toHaveLength(5);
    expect(failures.every(({ person }) => person === 'administrator')).toBe(true);
  });

  it('counts passwords that are tried all at once', async () => {
    await using plant = await buildApp();
    await setUpAdministrator(plant);
    const codes = await Promise.all(
      Array.from({ length: 20 }, () =>
        codeOf(plant.ask('people.logIn', { user: 'administrator', password: 'wrong' }, { as: plant.app.open() })),
      ),
    );
    expect(codes.filter((code) => code === 'REAUTH_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(15);
  });

  it('leaves no trace of a password in the trail, the journal or the store', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    await codeOf(plant.ask('people.logIn', { user: 'ines', password: 'a wrong one' }, { as: plant.app.open() }));
    const said = [
      ...plant.rows<{ body: string }>('select body from audit_entry').map(({ body }) => body),
      ...plant.rows<{ content: string }>('select content from record_version').map(({ content }) => content),
    ].join('\n');
    for (const secret of [password, 'a wrong one', 'first words for once']) expect(said).not.toContain(secret);
    for (const { hash } of plant.rows<{ hash: string }>('select hash from credential'))
      expect(said).not.toContain(hash);
  });

  it('is recorded as the act of the person, and so is leaving', async () => {
    await using plant = await buildApp();
    const session = await setUpAdministrator(plant);
    await plant.ask('people.logOut', {}, { as: session });
    await signIn(plant, 'administrator');
    const entries = plant.rows<{ person: string; operation: string }>(
      'select person, operation from audit_entry order by seq',
    );
    expect(entries.map(({ person, operation }) => `${person} ${operation}`)).toEqual([
      'administrator people.setUp',
      'administrator people.logOut',
      'administrator people.logIn',
    ]);
  });
});

describe('a session', () => {
  it('is locked when it was not used for as long as the site says, and goes on after the password', async () => {
    await using plant = await buildPlantApp();
    const { warehouse } = await setUpPeople(plant);
    plant.clock.moment += 14 * 60_000_000;
    await plant.ask('products.list', {}, { as: warehouse });
    plant.clock.moment += 14 * 60_000_000;
    // A page that only looks whether it is still signed in does not use the session.
    expect((await plant.ask('people.whoAmI', {}, { as: warehouse })).authState).toBe('person');
    plant.clock.moment += 60_000_000;
    expect(await codeOf(plant.ask('products.list', {}, { as: warehouse }))).toBe('SESSION_EXPIRED');
    const before = warehouse.id;
    await plant.ask('people.logIn', { user: 'warehouse', password }, { as: warehouse });
    expect(warehouse.id).toBe(before);
    expect((await plant.ask('products.list', {}, { as: warehouse })).total).toBeGreaterThan(0);
  });

  it('is locked by the time it was not used, whatever the clock is set to', async () => {
    await using plant = await buildPlantApp();
    const { warehouse } = await setUpPeople(plant);
    const list = () => plant.ask('products.list', {}, { as: warehouse });
    plant.clock.moment -= 24 * 3600 * 1_000_000;
    plant.clock.ran += 14 * 60_000_000;
    await list();
    plant.clock.moment -= 3600 * 1_000_000;
    plant.clock.ran += 15 * 60_000_000;
    expect(await codeOf(list())).toBe('SESSION_EXPIRED');
  });

  it('loses a right with the next command when the role is taken', async () => {
    await using plant = await buildPlantApp();
    const { administrator, warehouse } = await setUpPeople(plant);
    await plant.postAll([['receipt', 'MILK L1', 5, on(5)]], { as: warehouse });
    await plant.ask(
      'people.change',
      { user: 'warehouse', version: 1, roles: ['viewer'], reason },
      { as: administrator },
    );
    expect(await codeOf(plant.postAll([['receipt', 'MILK L1', 5, on(6)]], { as: warehouse }))).toBe('FORBIDDEN');
  });

  it('of a disabled person is over', async () => {
    await using plant = await buildPlantApp();
    const { administrator, viewer } = await setUpPeople(plant);
    await plant.ask('people.change', { user: 'viewer', version: 1, disabled: true, reason }, { as: administrator });
    expect(await codeOf(plant.ask('products.list', {}, { as: viewer }))).toBe('NOT_LOGGED_IN');
  });
});

describe('passwords', () => {
  it('must be changed at the first log-in and when an administrator gave a new one', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const given = 'words an admin made';
    await plant.ask('people.resetPassword', { user: 'viewer', password: given, reason }, { as: administrator });
    expect(await codeOf(signIn(plant, 'viewer'))).toBe('REAUTH_FAILED');
    const session = await signIn(plant, 'viewer', given);
    expect(await codeOf(plant.ask('products.list', {}, { as: session }))).toBe('PASSWORD_POLICY');
    await plant.ask(
      'people.changePassword',
      { password: given, newPassword: 'my own five words now' },
      { as: session },
    );
    expect((await plant.ask('people.whoAmI', {}, { as: session })).authState).toBe('person');
  });

  it('are not taken for done when a command comes again with another one', async () => {
    await using plant = await buildPlantApp();
    const { viewer } = await setUpPeople(plant);
    const change = (current: string, newPassword: string) =>
      plant.ask('people.changePassword', { password: current, newPassword }, { as: viewer, id: 'change-once' });
    await change(password, 'my own five words now');
    // The very same again has the same answer; another password under this id is another command.
    await change(password, 'my own five words now');
    expect(await codeOf(change(password, 'yet another five words'))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await codeOf(change('not the words', 'my own five words now'))).toBe('IDEMPOTENCY_MISMATCH');
    await signIn(plant, 'viewer', 'my own five words now');
  });

  it('that an administrator gives are new ones too', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const reset = { user: 'viewer', password, reason };
    expect(await codeOf(plant.ask('people.resetPassword', reset, { as: administrator }))).toBe('PASSWORD_POLICY');
  });

  it('grow old', async () => {
    await using plant = await buildPlantApp();
    await setUpPeople(plant);
    plant.clock.moment += 91 * 24 * 3600 * 1_000_000;
    const session = await signIn(plant, 'viewer');
    expect((await plant.ask('people.whoAmI', {}, { as: session })).authState).toBe('mustChange');
  });

  it('grow no younger when the clock is set back, and one that is given then counts', async () => {
    await using plant = await buildPlantApp();
    await setUpPeople(plant);
    const day = 24 * 3600 * 1_000_000;
    const stateOf = async (session: TestApp['me']) => (await plant.ask('people.whoAmI', {}, { as: session })).authState;
    plant.clock.moment += 91 * day;
    expect(await stateOf(await signIn(plant, 'viewer'))).toBe('mustChange');
    plant.clock.moment -= 80 * day;
    const session = await signIn(plant, 'viewer');
    expect(await stateOf(session)).toBe('mustChange');
    const { people } = await plant.ask('people.list', {}, { as: await changed('administrator') });
    expect(people.find(({ user }) => user === 'viewer')?.mustChange).toBe(true);
    await plant.ask('people.changePassword', { password, newPassword: 'my own five words now' }, { as: session });
    expect(await stateOf(session)).toBe('person');
    plant.clock.moment += 85 * day;
    expect(await stateOf(await signIn(plant, 'viewer', 'my own five words now'))).toBe('person');

    async function changed(user: string): Promise<TestApp['me']> {
      const own = await signIn(plant, user);
      await plant.ask('people.changePassword', { password, newPassword: 'my own six words are now' }, { as: own });
      return own;
    }
  });

  it('are not taken again, not short, and not what is tried first', async () => {
    await using plant = await buildPlantApp();
    const { viewer } = await setUpPeople(plant);
    const change = (newPassword: string) =>
      codeOf(plant.ask('people.changePassword', { password, newPassword }, { as: viewer }));
    for (const bad of [
      password,
      'first words for once',
      'short',
      'password12345',
      'Vera Brandt 2026',
      'abcdefghijklmn',
    ])
      expect([bad, await change(bad)]).toEqual([bad, 'PASSWORD_POLICY']);
  });
});

describe('people', () => {
  it('keep their user name for ever, whatever its letter case', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const twin = { user: 'VIEWER', name: 'Another Viewer', roles: ['viewer'], password: 'words for a twin' };
    expect(await codeOf(plant.ask('people.add', twin, { as: administrator }))).toBe('DUPLICATE');
  });

  it('do not decide on quality and administer people at once', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const both = {
      user: 'both',
      name: 'Bo Both',
      roles: ['administrator', 'qualityManager'],
      password: 'words for the two',
    };
    expect(await codeOf(plant.ask('people.add', both, { as: administrator }))).toBe('SEPARATION_OF_DUTIES');
    for (const decision of ['status', 'import'] as const) {
      const raise = { code: 'administrator', permissions: ['people' as const, decision], reason };
      expect(await codeOf(plant.ask('people.saveRole', raise, { as: administrator }))).toBe('SEPARATION_OF_DUTIES');
    }
  });

  it('raise their own rights only with a second administrator as witness, who signs', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const raise = { user: 'administrator', version: 1, roles: ['administrator', 'manager'], reason };
    expect(await codeOf(plant.ask('people.change', raise, { as: administrator }))).toBe('SEPARATION_OF_DUTIES');
    const witnessed = (user: string) => ({ ...raise, witness: { user, password } });
    expect(await codeOf(plant.ask('people.change', witnessed('Administrator'), { as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    expect(await codeOf(plant.ask('people.change', witnessed('manager'), { as: administrator }))).toBe('FORBIDDEN');
    await addPerson(plant, administrator, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    // Whom one administrator alone made is nobody's second person.
    expect(await codeOf(plant.ask('people.change', witnessed('berta'), { as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await confirm(plant, 'berta');
    expect(await plant.ask('people.change', witnessed('berta'), { as: administrator })).toEqual({ saved: 'changed' });
    const { signatures } = await plant.ask(
      'people.listSignatures',
      { record: 'person', parts: ['administrator'] },
      { as: administrator },
    );
    expect(signatures.map(({ name, meaning, superseded }) => [name, meaning, superseded])).toEqual([
      ['Berta Lund', 'witnessed', false],
    ]);
    expect(plant.verify().ok).toBe(true);
  });

  it('leave one administrator at least', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const leave = [{ disabled: true }, { roles: ['viewer'] }];
    for (const change of leave)
      expect(
        await codeOf(
          plant.ask('people.change', { user: 'administrator', version: 1, ...change, reason }, { as: administrator }),
        ),
      ).toBe('CONFLICT');
    const role = { code: 'administrator', permissions: ['look' as const], reason };
    expect(await codeOf(plant.ask('people.saveRole', role, { as: administrator }))).toBe('CONFLICT');
  });

  it('are changed only as they were looked at', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const change = { user: 'viewer', version: 1, name: 'Vera Brandt-Lund', reason };
    await plant.ask('people.change', change, { as: administrator });
    expect(await codeOf(plant.ask('people.change', change, { as: administrator }))).toBe('RECORD_CHANGED');
  });
});
