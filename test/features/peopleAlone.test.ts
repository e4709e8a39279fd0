import { describe, expect, it } from 'vitest';
import { atHost, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addSecond, buildDecided, reject, type Session } from '../support/decided.ts';
import { confirm, password, signature, signIn } from '../support/people.ts';

const reason = 'asked for it';
const [given, own] = ['words that were given', 'words of their choice'];

/** An account with a password that somebody handed out and changed themselves: it is theirs now. */
async function takeOver(plant: TestApp, user: string, { as, add }: { as: Session; add?: string[] }): Promise<Session> {
  if (add === undefined) await plant.ask('people.resetPassword', { user, password: given, reason }, { as });
  else await plant.ask('people.add', { user, name: `One called ${user}`, roles: add, password: given }, { as });
  const session = await signIn(plant, user, given);
  await plant.ask('people.changePassword', { password: given, newPassword: own }, { as: session });
  return session;
}

const confirmAs = (
  plant: TestApp,
  user: string,
  { by, secret = password, as }: { by: string; secret?: string; as: Session },
) =>
  plant.ask('people.confirm', { user, reason, signature: { ...signature(by, 'approved'), password: secret } }, { as });

const change = async (plant: TestApp, user: string, said: object, as: Session) => {
  const { people } = await plant.ask('people.list', {}, { as });
  const version = people.find((one) => one.user === user)?.version ?? 0;
  return plant.ask('people.change', { user, version, reason, ...said }, { as });
};

const signingOf = async (plant: TestApp, user: string, as: Session) =>
  (await plant.ask('people.list', {}, { as })).people.find((one) => one.user === user)?.signing;

describe('an account that nobody confirmed', () => {
  it('hands out in the name of whoever made it, who confirms none of it', async () => {
    await using set = await buildDecided();
    await addSecond(set);
    const { plant, people } = set;
    const { administrator } = people;
    const puppet = await takeOver(plant, 'puppet', { as: administrator, add: ['administrator'] });
    // A puppet's puppet is one as well.
    const second = await takeOver(plant, 'puppet2', { as: puppet, add: ['administrator'] });
    await takeOver(plant, 'qualityManager', { as: puppet });
    await takeOver(plant, 'second', { as: second });
    await takeOver(plant, 'made', { as: second, add: ['complianceOfficer'] });
    for (const user of ['qualityManager', 'second', 'made', 'puppet', 'puppet2'])
      expect(await codeOf(confirmAs(plant, user, { by: 'administrator', as: administrator })), user).toBe(
        'SEPARATION_OF_DUTIES',
      );
    expect(await signingOf(plant, 'second', administrator)).toEqual({
      askedBy: ['administrator', 'puppet', 'puppet2'],
      ask: ['complianceOfficer'],
    });
    const taken = await signIn(plant, 'qualityManager', own);
    const asTaken = { ...reject, signature: { ...reject.signature, password: own } };
    expect(await codeOf(plant.ask('lots.changeStatus', asTaken, { as: taken }))).toBe('SEPARATION_OF_DUTIES');
    // Somebody who had no part in it may, and then they sign.
    await confirm(plant, 'qualityManager');
    expect(await plant.ask('lots.changeStatus', asTaken, { as: taken })).toMatchObject({ quantity: '30' });
    expect(plant.verify().ok).toBe(true);
  });

  it('is nobody else than who made it: it raises none of their rights, and agrees to nothing', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const { administrator } = people;
    const as = { as: await takeOver(plant, 'puppet', { as: administrator, add: ['administrator'] }) };
    const raise = (witness?: object) =>
      change(plant, 'administrator', { roles: ['administrator', 'warehouse'], ...witness }, as.as);
    expect(await codeOf(raise())).toBe('SEPARATION_OF_DUTIES');
    expect(await codeOf(raise({ witness: { user: 'administrator', password } }))).toBe('SEPARATION_OF_DUTIES');
    const qualified = { user: 'administrator', subject: 'move' as const, from: '2026-01-01' };
    expect(await codeOf(plant.ask('people.authorise', qualified, as))).toBe('SEPARATION_OF_DUTIES');
    const role = { code: 'administrator', permissions: ['look', 'people', 'audit', 'move'] as const, reason };
    const { permissions, ...rest } = role;
    expect(await codeOf(plant.ask('people.saveRole', { ...rest, permissions: [...permissions] }, as))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    // What it gives somebody else waits like anything one administrator gives.
    await plant.ask('people.authorise', { ...qualified, user: 'warehouse' }, as);
    await confirm(plant, 'puppet');
    await plant.ask('people.authorise', qualified, as);
  });

  it('makes no recovery code that its maker could use unseen', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const code = 'KXJPT-4M9RA-77WQC-ZB2HN-E5DVF';
    const { administrator } = people;
    await takeOver(plant, 'berta', { as: administrator, add: ['administrator'] });
    await confirm(plant, 'berta');
    const puppet = await takeOver(plant, 'puppet', { as: administrator, add: ['administrator'] });
    await plant.ask('people.makeRecoveryCode', { password: own, code }, { as: puppet });
    // That the puppet is confirmed later makes the code no other.
    await confirm(plant, 'puppet');
    const holder = atHost(plant.app.open(), 'cli');
    await plant.ask('people.recover', { user: 'berta', code, password: 'words by the code' }, { as: holder });
    expect((await signingOf(plant, 'berta', administrator))?.askedBy).toEqual([
      'administrator',
      'puppet',
      'recovery code',
    ]);
    expect(await codeOf(confirmAs(plant, 'berta', { by: 'administrator', as: administrator }))).toBe(
      'SEPARATION_OF_DUTIES',
    );
  });
});

describe('a confirmation', () => {
  it('waits until the person has a password that nobody gave them', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    await plant.ask(
      'people.resetPassword',
      { user: 'qualityManager', password: given, reason },
      { as: people.administrator },
    );
    const asked = () => confirmAs(plant, 'qualityManager', { by: 'complianceOfficer', as: people.complianceOfficer });
    const refusal = await refusalOf(asked());
    expect(refusal.code).toBe('ILLEGAL_TRANSITION');
    expect(refusal.message).toMatch(/^Quentin Moreau has not changed the password yet/);
    const session = await signIn(plant, 'qualityManager', given);
    expect(await codeOf(asked())).toBe('ILLEGAL_TRANSITION');
    await plant.ask('people.changePassword', { password: given, newPassword: own }, { as: session });
    await asked();
  });

  it.each(['another password from the same administrator', 'another of their own', 'other rights of a role'])(
    'that was read before %s counts for nothing',
    async (what) => {
      await using set = await buildDecided();
      const { plant, people } = set;
      const { administrator, complianceOfficer } = people;
      const session = await takeOver(plant, 'qualityManager', { as: administrator });
      const input = { user: 'qualityManager', reason };
      const { token } = await plant.ask(
        'signing.prepare',
        { operation: 'people.confirm', input, language: 'en' },
        { as: complianceOfficer },
      );
      if (what === 'another password from the same administrator') {
        await plant.ask(
          'people.resetPassword',
          { user: 'qualityManager', password: 'yet other words', reason },
          { as: administrator },
        );
        const again = await signIn(plant, 'qualityManager', 'yet other words');
        await plant.ask(
          'people.changePassword',
          { password: 'yet other words', newPassword: 'a fourth of them' },
          { as: again },
        );
      } else if (what === 'another of their own')
        await plant.ask('people.changePassword', { password: own, newPassword: 'a fourth of them' }, { as: session });
      else {
        const permissions = ['look', 'audit', 'status', 'move', 'backup'] as const;
        await plant.ask(
          'people.saveRole',
          { code: 'qualityManager', permissions: [...permissions], reason },
          { as: administrator },
        );
      }
      const signed = { ...input, token, signature: signature('complianceOfficer', 'approved') };
      expect(await codeOf(plant.send('people.confirm', signed, { as: complianceOfficer }))).toBe('RECORD_CHANGED');
      await confirm(plant, 'qualityManager');
      // Whatever comes after it waits anew.
      await takeOver(plant, 'second', { as: administrator, add: ['viewer'] });
      await plant.ask(
        'people.resetPassword',
        { user: 'qualityManager', password: 'and one more again', reason },
        { as: administrator },
      );
      expect((await signingOf(plant, 'qualityManager', administrator))?.askedBy).toEqual(['administrator']);
      expect(plant.verify().ok).toBe(true);
    },
  );
});

describe('whose password was given twice', () => {
  it('hears of both, also where the first news was heard by whoever gave it', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const { administrator } = people;
    await takeOver(plant, 'berta', { as: administrator, add: ['administrator'] });
    await confirm(plant, 'berta');
    plant.clock.set('2026-06-03T09:30:00Z');
    const again = { user: 'qualityManager', reason };
    await takeOver(plant, 'qualityManager', { as: await signIn(plant, 'administrator') });
    await confirm(plant, 'qualityManager');
    // The administrator is in with what they chose, and the news is gone with them.
    const logInWith = (secret: string) =>
      plant.ask('people.logIn', { user: 'qualityManager', password: secret }, { as: plant.app.open() });
    for (let times = 0; times < 2; times += 1) expect((await logInWith(own)).passwordsGiven).toEqual([]);
    plant.clock.set('2026-06-20T09:30:00Z');
    const berta = await signIn(plant, 'berta', own);
    await plant.ask('people.resetPassword', { ...again, password: 'words for a way back' }, { as: berta });
    expect((await logInWith('words for a way back')).passwordsGiven).toEqual([
      { at: '2026-06-20T09:30:00Z', by: 'berta' },
      { at: '2026-06-03T09:30:00Z', by: 'administrator' },
    ]);
  });
});

describe('a session', () => {
  it('ends when its account is disabled, or gets another password than in it', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const { administrator, viewer } = people;
    const states = (as: Session) => plant.ask('people.whoAmI', {}, { as }).then(({ authState }) => authState);
    await change(plant, 'viewer', { disabled: true }, administrator);
    await change(plant, 'viewer', { disabled: false }, administrator);
    expect(await states(viewer)).toBe('stranger');
    const [here, there] = [await signIn(plant, 'viewer'), await signIn(plant, 'viewer')];
    await change(plant, 'viewer', { email: 'vera@example.org' }, administrator);
    expect([await states(here), await states(there)]).toEqual(['person', 'person']);
    await plant.ask('people.changePassword', { password, newPassword: own }, { as: here });
    expect([await states(here), await states(there)]).toEqual(['person', 'stranger']);
    await plant.ask('people.resetPassword', { user: 'viewer', password: given, reason }, { as: administrator });
    const now = await signIn(plant, 'viewer', given);
    await plant.ask('people.changePassword', { password: given, newPassword: 'a third of them' }, { as: now });
    expect([await states(here), await states(now)]).toEqual(['stranger', 'person']);
    expect(await codeOf(plant.ask('lots.list', {}, { as: here }))).toBe('NOT_LOGGED_IN');
  });
});
