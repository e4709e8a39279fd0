import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import {
  addPerson,
  confirm,
  password,
  type People,
  setUpAdministrator,
  setUpPeople,
  signature,
  signIn,
} from '../support/people.ts';
import { on } from '../support/plantTables.ts';

const reason = 'asked for it';
const given = 'words an admin made';
const confirmation = (user: string, by: string) => ({ user, reason, signature: { ...signature(by, 'approved') } });

/** A plant with rejected oil, and one person of each role. */
async function buildRejected(): Promise<AsyncDisposable & { plant: TestApp; people: People }> {
  const plant = await buildPlantApp();
  await plant.post('receipt', 'OIL O1', 10, on(2), { status: 'R' });
  const people = await setUpPeople(plant);
  return { plant, people, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

const release = (by: string, witness?: string, secret = password) => ({
  ...{ product: 'OIL', lot: 'O1', statusFrom: 'R', statusTo: 'A', quantity: '10', reason },
  signature: { ...signature(by, 'released'), password: secret },
  ...(witness === undefined ? {} : { witness: { user: witness, password } }),
});

async function resetAndTakeOver(plant: TestApp, by: People['viewer'], user: string): Promise<People['viewer']> {
  await plant.ask('people.resetPassword', { user, password: given, reason }, { as: by });
  const session = await signIn(plant, user, given);
  await plant.ask('people.changePassword', { password: given, newPassword: 'other words they chose' }, { as: session });
  return session;
}

describe('one administrator alone', () => {
  it('signs as nobody: neither with a password they gave nor through people they made', async () => {
    await using set = await buildRejected();
    const { plant, people } = set;
    const { administrator } = people;
    await addPerson(plant, administrator, { user: 'jdoe', name: 'Joan Doe', roles: ['qualityManager'] });
    const taken = await resetAndTakeOver(plant, administrator, 'qualityManager');
    const asTaken = release('qualityManager', 'jdoe', 'other words they chose');
    const refusal = await refusalOf(plant.ask('lots.changeStatus', asTaken, { as: taken }));
    expect(refusal).toMatchObject({ code: 'SEPARATION_OF_DUTIES', details: { pair: 'signing' } });
    expect(refusal.message).toMatch(
      /^Quentin Moreau may not sign yet: Ada Okafor handed out .* Ask for that: Clara Nyberg\.$/,
    );
    // They hear of it before they read anything.
    const { signature: _own, witness: _second, ...input } = asTaken;
    const asked = { operation: 'lots.changeStatus', input, language: 'en' as const };
    expect(await codeOf(plant.ask('signing.prepare', asked, { as: taken }))).toBe('SEPARATION_OF_DUTIES');
    // Nobody the administrator made, and no one whose password they gave, confirms it for them.
    const fake = await addPerson(plant, administrator, { user: 'fake', name: 'Fay Ake', roles: ['complianceOfficer'] });
    const admin = await addPerson(plant, administrator, { user: 'fake2', name: 'Fay Bee', roles: ['administrator'] });
    for (const [as, by] of [
      [fake, 'fake'],
      [admin, 'fake2'],
      [administrator, 'administrator'],
    ] as const)
      for (const user of ['qualityManager', 'jdoe', 'fake', 'fake2'])
        expect(await codeOf(plant.ask('people.confirm', confirmation(user, by), { as }))).toBe('SEPARATION_OF_DUTIES');
    const clara = await resetAndTakeOver(plant, administrator, 'complianceOfficer');
    const asClara = confirmation('qualityManager', 'complianceOfficer');
    const own = { ...asClara.signature, password: 'other words they chose' };
    expect(await codeOf(plant.ask('people.confirm', { ...asClara, signature: own }, { as: clara }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    // With all others gone there is nobody left who may.
    const { people: listed } = await plant.ask('people.list', {}, { as: administrator });
    const { version } = listed.find(({ user }) => user === 'complianceOfficer') ?? { version: 0 };
    await plant.ask(
      'people.change',
      { user: 'complianceOfficer', version, disabled: true, reason },
      { as: administrator },
    );
    expect(await codeOf(plant.ask('people.confirm', confirmation('qualityManager', 'fake'), { as: fake }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    expect(plant.verify().ok).toBe(true);
  });

  it.each(['a changed person', 'a changed role', 'an account enabled again'])(
    'gives no rights to sign with by %s',
    async (way) => {
      await using set = await buildRejected();
      const { plant, people } = set;
      const as = { as: people.administrator };
      if (way === 'a changed person')
        await plant.ask('people.change', { user: 'viewer', version: 1, roles: ['qualityManager'], reason }, as);
      if (way === 'a changed role') {
        const permissions = ['look', 'audit', 'status'] as const;
        await plant.ask('people.saveRole', { code: 'viewer', permissions: [...permissions], reason }, as);
      }
      if (way === 'an account enabled again') {
        for (const [version, disabled] of [
          [1, true],
          [2, false],
        ] as const)
          await plant.ask('people.change', { user: 'qualityManager', version, disabled, reason }, as);
      }
      const user = way === 'an account enabled again' ? 'qualityManager' : 'viewer';
      const signing = async () => {
        const reject = { ...release(user), statusFrom: 'R', statusTo: 'Q', signature: signature(user, 'performed') };
        return plant.ask('lots.changeStatus', reject, { as: await signIn(plant, user) });
      };
      expect(await codeOf(signing())).toBe('SEPARATION_OF_DUTIES');
      await confirm(plant, user);
      expect(await signing()).toMatchObject({ quantity: '10' });
    },
  );
});

describe('a second person', () => {
  it('confirms who signs, by a signature of their own, and the list of people says whom to ask', async () => {
    await using set = await buildRejected();
    const { plant, people } = set;
    const { administrator } = people;
    await addPerson(plant, administrator, { user: 'jdoe', name: 'Joan Doe', roles: ['qualityManager'] });
    const signingOf = async (user: string) =>
      (await plant.ask('people.list', {}, { as: administrator })).people.find((one) => one.user === user)?.signing;
    expect(await signingOf('jdoe')).toEqual({ askedBy: ['administrator'], ask: ['complianceOfficer'] });
    // Who signs nothing waits for nobody.
    expect(await signingOf('viewer')).toEqual({ askedBy: [], ask: [] });
    const joan = await signIn(plant, 'jdoe');
    expect(await codeOf(plant.ask('people.confirm', confirmation('jdoe', 'jdoe'), { as: joan }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await confirm(plant, 'jdoe');
    expect(await signingOf('jdoe')).toEqual({ askedBy: [], ask: [] });
    await plant.ask('lots.changeStatus', release('qualityManager', 'jdoe'), { as: people.qualityManager });
    const asked = { record: 'authorisation', parts: ['jdoe', 'signing'] };
    const { signatures } = await plant.ask('people.listSignatures', asked, { as: administrator });
    expect(signatures.map(({ person, meaning, superseded }) => [person, meaning, superseded])).toEqual([
      ['complianceOfficer', 'approved', false],
    ]);
    expect(
      await codeOf(
        plant.ask('people.confirm', confirmation('jdoe', 'complianceOfficer'), { as: people.complianceOfficer }),
      ),
    ).toBe('ILLEGAL_TRANSITION');
    // Everybody who handed anything out is out of it, whoever came last.
    const berta = await addPerson(plant, administrator, {
      user: 'berta',
      name: 'Berta Lund',
      roles: ['administrator'],
    });
    await confirm(plant, 'berta');
    for (const [as, secret] of [
      [berta, 'words of the second'],
      [administrator, 'words of the first'],
    ] as const)
      await plant.ask('people.resetPassword', { user: 'jdoe', password: secret, reason }, { as });
    expect(await signingOf('jdoe')).toEqual({ askedBy: ['administrator', 'berta'], ask: ['complianceOfficer'] });
    expect(plant.verify().ok).toBe(true);
  });

  it('of a new site is the first who confirms anybody, with a password of their own', async () => {
    await using plant = await buildPlantApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'quentin', name: 'Quentin Moreau', roles: ['qualityManager'] });
    await plant.ask(
      'people.add',
      { user: 'clara', name: 'Clara Nyberg', roles: ['complianceOfficer'], password: given },
      { as: ada },
    );
    const quentin = await signIn(plant, 'quentin');
    const prepare = () =>
      plant.ask(
        'signing.prepare',
        {
          operation: 'products.edit',
          language: 'en',
          input: { code: 'MILK', version: 1, change: { name: 'Hay milk' }, reason },
        },
        { as: quentin },
      );
    expect((await refusalOf(prepare())).message).toContain('Nobody else here can yet');
    const clara = await signIn(plant, 'clara', given);
    await plant.ask('people.changePassword', { password: given, newPassword: password }, { as: clara });
    expect((await refusalOf(prepare())).message).toContain('Ask for that: Clara Nyberg.');
    await confirm(plant, 'quentin', 'clara');
    await prepare();
    // That works once: whoever comes later is confirmed by those two.
    await addPerson(plant, ada, { user: 'dora', name: 'Dora Thule', roles: ['complianceOfficer'] });
    await addPerson(plant, ada, { user: 'emil', name: 'Emil Oda', roles: ['qualityManager'] });
    const dora = await signIn(plant, 'dora');
    expect(await codeOf(plant.ask('people.confirm', confirmation('emil', 'dora'), { as: dora }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await confirm(plant, 'dora', 'clara');
    await confirm(plant, 'emil', 'dora');
  });
});

describe('whose password an administrator reset', () => {
  it('hears who did it and when, also where the administrator was here with it first', async () => {
    await using set = await buildRejected();
    const { plant } = set;
    plant.clock.set('2026-06-03T09:30:00Z');
    await resetAndTakeOver(plant, await signIn(plant, 'administrator'), 'qualityManager');
    plant.clock.set('2026-06-04T08:00:00Z');
    const logIn = () =>
      plant.ask(
        'people.logIn',
        { user: 'qualityManager', password: 'other words they chose' },
        { as: plant.app.open() },
      );
    const told = [{ at: '2026-06-03T09:30:00Z', by: 'administrator' }];
    expect((await logIn()).passwordsGiven).toEqual(told);
    expect((await logIn()).passwordsGiven).toEqual(told);
    await confirm(plant, 'qualityManager');
    expect((await logIn()).passwordsGiven).toEqual([]);
    const { passwordsGiven } = await plant.ask('people.logIn', { user: 'viewer', password }, { as: plant.app.open() });
    expect(passwordsGiven).toEqual([]);
  });
});
