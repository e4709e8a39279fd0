import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addSecond, buildDecided, giveBack, reject, type Session } from '../support/decided.ts';
import { addPerson, confirm, password, setUpAdministrator, signature, signIn } from '../support/people.ts';

const reason = 'as the site decided';
const [given, own] = ['words that were given', 'words of their choice'];

const change = async (plant: TestApp, user: string, said: object, as: Session) => {
  const { people } = await plant.ask('people.list', {}, { as });
  const version = people.find((one) => one.user === user)?.version ?? 0;
  return plant.ask('people.change', { user, version, reason, ...said }, { as });
};

const mode = (plant: TestApp, on: boolean, as: Session, witness?: string) =>
  plant.ask(
    'people.setSinglePerson',
    {
      on,
      reason: on ? 'nobody else is here' : 'two again',
      signature: signature('administrator', 'approved'),
      ...(witness === undefined ? {} : { witness: { user: witness, password } }),
    },
    { as },
  );

const day = 86_400_000_000;

/** Gives a person a new password, which they change. */
async function replace(plant: TestApp, user: string, as: Session, secret = own): Promise<Session> {
  await plant.ask('people.resetPassword', { user, password: given, reason }, { as });
  const session = await signIn(plant, user, given);
  await plant.ask('people.changePassword', { password: given, newPassword: secret }, { as: session });
  return session;
}

describe('one person alone', () => {
  it.each(['disabled', 'without their roles', 'with roles that may nothing'])(
    'is nobody while others, %s since yesterday, could sign within the last days',
    async (how) => {
      await using set = await buildDecided();
      const { plant, people } = set;
      const { administrator } = people;
      for (const user of ['qualityManager', 'complianceOfficer', 'inspector']) {
        if (how === 'disabled') await change(plant, user, { disabled: true }, administrator);
        else if (how === 'without their roles') await change(plant, user, { roles: ['viewer'] }, administrator);
        else await plant.ask('people.saveRole', { code: user, permissions: ['look'], reason }, { as: administrator });
      }
      plant.clock.moment += day;
      expect(await codeOf(mode(plant, true, await signIn(plant, 'administrator')))).toBe('SEPARATION_OF_DUTIES');
      plant.clock.moment += 14 * day;
      await mode(plant, true, await signIn(plant, 'administrator'));
    },
  );

  it('signs with what they gave themselves, and with no account that somebody handed out', async () => {
    await using set = await buildDecided();
    await addSecond(set);
    const { plant, people } = set;
    const { administrator } = people;
    await mode(plant, true, administrator, 'complianceOfficer');
    await change(plant, 'administrator', { roles: ['administrator', 'qualityManager'] }, administrator);
    const as = (user: string, secret = password) => ({ ...signature(user, 'rejected'), password: secret });
    const taken = await replace(plant, 'qualityManager', administrator);
    const asTaken = { ...reject, signature: as('qualityManager', own) };
    expect(await codeOf(plant.ask('lots.changeStatus', asTaken, { as: taken }))).toBe('SEPARATION_OF_DUTIES');
    const confirmation = { user: 'qualityManager', reason, signature: signature('administrator', 'approved') };
    expect(await codeOf(plant.ask('people.confirm', confirmation, { as: administrator }))).toBe('SEPARATION_OF_DUTIES');
    await plant.ask('lots.changeStatus', { ...reject, signature: as('administrator') }, { as: administrator });
    const back = { ...giveBack, signature: signature('administrator', 'released') };
    await plant.ask('lots.changeStatus', back, { as: administrator });
    expect(plant.verify().ok).toBe(true);
  });

  it('parts again what they held together before two are needed, of disabled accounts too', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const { administrator } = people;
    await addPerson(plant, administrator, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    await mode(plant, true, administrator, 'complianceOfficer');
    await change(plant, 'berta', { roles: ['administrator', 'qualityManager'] }, administrator);
    await change(plant, 'berta', { disabled: true }, administrator);
    const refusal = await refusalOf(mode(plant, false, administrator));
    expect(refusal).toMatchObject({ code: 'SEPARATION_OF_DUTIES', details: { user: 'berta' } });
    await change(plant, 'berta', { roles: ['administrator'] }, administrator);
    await mode(plant, false, administrator);
    await change(plant, 'berta', { disabled: false }, administrator);
  });

  it('comes back to it alone after two were needed for a while', async () => {
    await using plant = await buildPlantApp();
    const ada = await setUpAdministrator(plant);
    // Somebody who never came is nobody who could sign.
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['qualityManager'] });
    await change(plant, 'berta', { disabled: true }, ada);
    await mode(plant, true, ada);
    await change(plant, 'administrator', { roles: ['administrator', 'qualityManager'] }, ada);
    await change(plant, 'administrator', { roles: ['administrator'] }, ada);
    await mode(plant, false, ada);
    await mode(plant, true, ada);
    expect(plant.verify().ok).toBe(true);
  });
});

describe('rights that may not be together', () => {
  it('do not come back with an account that is enabled again', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const { administrator } = people;
    await addPerson(plant, administrator, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    // What either role gives grew while the account was disabled: each change is judged for whoever holds the role.
    await change(plant, 'berta', { disabled: true }, administrator);
    const steward = (permissions: ('look' | 'status')[]) =>
      plant.ask('people.saveRole', { code: 'steward', permissions, reason }, { as: administrator });
    await steward(['look']);
    await change(plant, 'berta', { roles: ['administrator', 'steward'] }, administrator);
    expect(await codeOf(steward(['look', 'status']))).toBe('SEPARATION_OF_DUTIES');
    await change(plant, 'berta', { disabled: false }, administrator);
  });
});

describe('administrators who replaced one another’s lost passwords', () => {
  it('sign again after some days, by another who had no part in it, and by nobody before', async () => {
    await using plant = await buildPlantApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    await addPerson(plant, ada, { user: 'quentin', name: 'Quentin Moreau', roles: ['qualityManager'] });
    await confirm(plant, 'quentin', 'berta');
    const berta = await replace(plant, 'berta', ada);
    await replace(plant, 'quentin', ada);
    await replace(plant, 'administrator', berta);
    const confirmAs = async (user: string, by: string, secret = own) =>
      plant.ask(
        'people.confirm',
        { user, reason, signature: { ...signature(by, 'approved'), password: secret } },
        { as: await signIn(plant, by, secret) },
      );
    const others = { administrator: ['quentin', 'berta'], berta: ['administrator', 'quentin'], quentin: ['berta'] };
    const tryAll = async () => {
      for (const [user, by] of Object.entries(others))
        for (const one of by)
          expect(await codeOf(confirmAs(user, one)), `${one} confirms ${user}`).toBe('SEPARATION_OF_DUTIES');
    };
    await tryAll();
    plant.clock.moment += 13 * day;
    await tryAll();
    plant.clock.moment += 2 * day;
    expect(await codeOf(confirmAs('berta', 'administrator'))).toBe('SEPARATION_OF_DUTIES');
    await confirmAs('berta', 'quentin');
    await confirmAs('quentin', 'berta');
    await confirmAs('administrator', 'quentin');
    const { people } = await plant.ask('people.list', {}, { as: await signIn(plant, 'berta', own) });
    expect(people.map(({ signing }) => signing.askedBy)).toEqual([[], [], []]);
    expect(plant.verify().ok).toBe(true);
  });
});
