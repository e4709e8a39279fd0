import { describe, expect, it } from 'vitest';
import { codeOf, type TestApp } from '../support/app.ts';
import {
  addSecond,
  buildDecided,
  giveBack,
  type Plant,
  reason,
  reject,
  release,
  type Session,
  signaturesOf,
  witness,
} from '../support/decided.ts';
import { on } from '../support/plantTables.ts';
import { password, signIn } from '../support/people.ts';

// What somebody asked for while their password is tried or other writers are waited for, and what became of them meanwhile.

const versionOf = async ({ plant, people }: Plant, user: string): Promise<number> =>
  (await plant.ask('people.list', {}, { as: people.administrator })).people.find((one) => one.user === user)?.version ??
  0;

const read = async ({ plant, quentin }: Plant, command: typeof release): Promise<string> => {
  const { signature: _own, ...input } = command;
  const asked = { operation: 'lots.changeStatus', input, language: 'en' as const };
  return (await plant.ask('signing.prepare', asked, { as: quentin })).token;
};

/** Begins one thing, does another before the first is over, and answers the code the first was refused with. */
async function during(begun: Promise<unknown>, other: () => Promise<unknown>): Promise<string> {
  const code = codeOf(begun);
  await other();
  return await code;
}

type Case = [what: string, code: string, other: (set: Plant, version: number) => Promise<unknown>];

const ofAdministrator = ({ plant, people }: Plant, operation: string, input: object): Promise<unknown> =>
  plant.send(operation, { ...input, reason }, { as: people.administrator });

describe('a signature in flight', () => {
  const cases: Case[] = [
    ['signed out', 'SESSION_EXPIRED', ({ plant, quentin }) => plant.ask('people.logOut', {}, { as: quentin })],
    ['locked the window', 'SESSION_EXPIRED', ({ plant, quentin }) => plant.ask('people.lock', {}, { as: quentin })],
    [
      'was disabled',
      'NOT_LOGGED_IN',
      (set, version) => ofAdministrator(set, 'people.change', { user: 'qualityManager', version, disabled: true }),
    ],
    [
      'has another role',
      'FORBIDDEN',
      (set, version) => ofAdministrator(set, 'people.change', { user: 'qualityManager', version, roles: ['viewer'] }),
    ],
    [
      'has a role that may less',
      'FORBIDDEN',
      (set) => ofAdministrator(set, 'people.saveRole', { code: 'qualityManager', permissions: ['look'] }),
    ],
    [
      'is not qualified any more',
      'TRAINING_EXPIRED',
      ({ plant, people }) =>
        plant.ask(
          'people.authorise',
          { user: 'qualityManager', subject: 'status', from: '2026-01-01', until: '2026-02-01' },
          { as: people.administrator },
        ),
    ],
  ];

  it.each(cases)('is not written of somebody who %s', async (_what, code, other) => {
    await using set = await buildDecided();
    const { plant, people, quentin } = set;
    const token = await read(set, release);
    const version = await versionOf(set, 'qualityManager');
    const begun = plant.send('lots.changeStatus', { ...release, token }, { as: quentin });
    expect(await during(begun, () => other(set, version))).toBe(code);
    expect(await signaturesOf(plant, people.viewer)).toEqual([]);
    expect(plant.verify().ok).toBe(true);
  });

  it('is not written where the witness was disabled, or lost the right', async () => {
    for (const change of [{ disabled: true }, { roles: ['viewer'] }]) {
      await using set = await buildDecided();
      const { plant, quentin } = set;
      await addSecond(set);
      await plant.ask('lots.changeStatus', reject, { as: quentin });
      const token = await read(set, giveBack);
      const version = await versionOf(set, 'second');
      const begun = plant.send('lots.changeStatus', { ...giveBack, witness, token }, { as: quentin });
      const other = () => ofAdministrator(set, 'people.change', { user: 'second', version, ...change });
      // Whether before the witness's password is tried, or while it is.
      expect(await during(begun, other)).toMatch(/^(CONFLICT|REAUTH_FAILED|FORBIDDEN)$/);
      const signed = await signaturesOf(plant, set.people.viewer);
      expect(signed.map(({ meaning }) => meaning)).toEqual(['rejected']);
      expect(plant.verify().ok).toBe(true);
    }
  });

  it("is written where what happens beside it is nobody's who signs", async () => {
    await using set = await buildDecided();
    const { plant, people, quentin } = set;
    const token = await read(set, release);
    const begun = plant.send('lots.changeStatus', { ...release, token }, { as: quentin });
    const other = { user: 'viewer', version: await versionOf(set, 'viewer'), email: 'vera@example.org', reason };
    const [signed] = await Promise.allSettled([begun, plant.ask('people.change', other, { as: people.administrator })]);
    expect(signed.status).toBe('fulfilled');
  });

  it('is written where the window was only not used meanwhile', async () => {
    await using set = await buildDecided();
    const { plant, quentin } = set;
    const token = await read(set, release);
    const begun = plant.send('lots.changeStatus', { ...release, token }, { as: quentin });
    plant.clock.set('2026-06-01T14:00:00Z');
    plant.clock.ran += 7_200_000_000;
    expect((await plant.ask('people.whoAmI', {}, { as: quentin })).authState).toBe('locked');
    await expect(begun).resolves.toBeDefined();
  });
});

describe('what is posted', () => {
  it('is not written for somebody who was disabled while others wrote', async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const version = await versionOf(set, 'warehouse');
    const change = ofAdministrator(set, 'people.change', { user: 'warehouse', version, disabled: true });
    const post = codeOf(plant.postAll([['receipt', 'OIL O2', 1, on(5)]], { as: people.warehouse }));
    await change;
    expect(await post).toBe('NOT_LOGGED_IN');
  });
});

describe('a log-in in flight', () => {
  const stateOf = async (plant: TestApp, as: Session): Promise<string> =>
    (await plant.ask('people.whoAmI', {}, { as })).authState;

  it('signs nobody in where the window was signed out meanwhile', async () => {
    await using set = await buildDecided();
    const { plant } = set;
    const session = plant.app.open();
    const begun = plant.ask('people.logIn', { user: 'viewer', password }, { as: session });
    expect(await during(begun, () => plant.ask('people.logOut', {}, { as: session }))).toBe('SESSION_EXPIRED');
    expect(await stateOf(plant, session)).toBe('stranger');
    // And one that was signed in before stays out as well.
    const other = await signIn(plant, 'viewer');
    const again = plant.ask('people.logIn', { user: 'warehouse', password }, { as: other });
    expect(await during(again, () => plant.ask('people.logOut', {}, { as: other }))).toBe('SESSION_EXPIRED');
    expect(await stateOf(plant, other)).toBe('stranger');
  });

  it('signs nobody in who was disabled meanwhile', async () => {
    await using set = await buildDecided();
    const { plant } = set;
    const session = plant.app.open();
    const version = await versionOf(set, 'viewer');
    const begun = plant.ask('people.logIn', { user: 'viewer', password }, { as: session });
    const other = () => ofAdministrator(set, 'people.change', { user: 'viewer', version, disabled: true });
    expect(await during(begun, other)).toBe('CONFLICT');
    expect(await stateOf(plant, session)).toBe('stranger');
  });
});

describe('what a page sends that is drawn for another log-in', () => {
  it("is refused, whatever it is, and becomes nobody's act", async () => {
    await using set = await buildDecided();
    const { plant, people } = set;
    const believed = (await plant.ask('people.whoAmI', {}, { as: people.warehouse })).session;
    await plant.ask('people.logOut', {}, { as: people.warehouse });
    await plant.ask('people.logIn', { user: 'manager', password }, { as: people.warehouse });
    const entries = plant.rows('select seq from audit_entry').length;
    const send = (operation: string, input: object): Promise<unknown> =>
      plant.app.call(people.warehouse, { operation, input, commandId: plant.newId(), believed });
    for (const [operation, input] of [
      ['lots.list', {}],
      ['people.saveView', { list: 'lots', name: 'mine', question: {} }],
      ['people.logIn', { user: 'viewer', password }],
      ['people.lock', {}],
      ['people.logOut', {}],
    ] as const)
      expect(await codeOf(send(operation, input))).toBe('SESSION_EXPIRED');
    for (const way of ['files.draft', 'files.upload', 'files.fetch'])
      expect(await codeOf(plant.app.insistOn(people.warehouse, 'look', way, believed))).toBe('SESSION_EXPIRED');
    expect(plant.rows('select seq from audit_entry')).toHaveLength(entries);
    expect(await send('people.whoAmI', {})).toMatchObject({ authState: 'person', person: { id: 'manager' } });
  });

  it('goes on after the same person unlocked the window', async () => {
    await using set = await buildDecided();
    const { plant, quentin } = set;
    const { session } = await plant.ask('people.whoAmI', {}, { as: quentin });
    await plant.ask('people.lock', {}, { as: quentin });
    await plant.ask('people.logIn', { user: 'qualityManager', password }, { as: quentin });
    await expect(
      plant.app.call(quentin, { operation: 'lots.list', input: {}, believed: session }),
    ).resolves.toBeDefined();
  });
});
