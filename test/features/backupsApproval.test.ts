import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { addPerson, confirm, type People, setUpPeople, signature, signIn } from '../support/people.ts';
import { restorePlant } from '../support/restoredPlant.ts';

let plant: TestApp;
/** The entry that restored the store, by somebody whose role may both restore and approve. */
let restored: number;
type Session = TestApp['me'];
let clara: Session;
let both: Session;

beforeAll(async () => {
  plant = await buildPlantApp();
  const { administrator }: People = await setUpPeople(plant);
  const keeper = { code: 'keeper', permissions: ['look', 'audit', 'backup', 'review'], reason: 'a small site' };
  await plant.send('people.saveRole', keeper, { as: administrator });
  await addPerson(plant, administrator, { user: 'both', name: 'Bo Thule', roles: ['keeper'] });
  await confirm(plant, 'both');
  await plant.ask('backups.make', { path: join(plant.folder, 'kept.backup') }, { as: administrator });
  restored = await restorePlant(plant, join(plant.folder, 'kept.backup'), 'both');
  clara = await signIn(plant, 'complianceOfficer');
  both = await signIn(plant, 'both');
});
afterAll(() => plant[Symbol.asyncDispose]());

const approve = (entry: number, user: string, as: Session, meaning: 'approved' | 'reviewed' = 'approved') =>
  plant.ask(
    'backups.approveRestore',
    { entry, note: 'Held against the log', signature: signature(user, meaning) },
    { as },
  );
const approvals = async () =>
  (await plant.ask('backups.list', {}, { as: clara })).rows.map(({ kind, approval }) => [kind, approval?.name]);

describe('a restore', () => {
  it('is approved by another person than who restored, whatever their roles', async () => {
    const refusal = await refusalOf(approve(restored, 'both', both));
    expect(refusal).toMatchObject({ code: 'SEPARATION_OF_DUTIES', details: { pair: 'restore' } });
    expect(await approvals()).toEqual([['restore', undefined]]);
  });

  it('is approved in no other meaning, and only where an entry restored something', async () => {
    expect(await codeOf(approve(restored, 'complianceOfficer', clara, 'reviewed'))).toBe('VALIDATION');
    expect(await codeOf(approve(1, 'complianceOfficer', clara))).toBe('NOT_FOUND');
    expect(await codeOf(approve(restored + 1000, 'complianceOfficer', clara))).toBe('NOT_FOUND');
    const refused = { path: '/a', seq: 1, hash: 'a'.repeat(64), sha256: 'b'.repeat(64), previous: 'missing' } as const;
    const said = { ...refused, previousSeq: 0, previousHash: '', isPast: false, kept: '' } as const;
    expect(await codeOf(plant.ask('backups.restore', said, { as: both }))).toBe('CONFLICT');
    expect(await codeOf(approve(plant.app.store.head().seq, 'complianceOfficer', clara))).toBe('NOT_FOUND');
  });

  it('is not approved by a review of its entry', async () => {
    const review = { first: restored, last: restored, note: '', signature: signature('complianceOfficer', 'reviewed') };
    await plant.ask('audit.review', review, { as: clara });
    expect((await approvals()).at(-1)).toEqual(['restore', undefined]);
  });

  it('carries the signature of who approved it, once, on its entry and in the list', async () => {
    const { number, entry } = await approve(restored, 'complianceOfficer', clara);
    expect([number, entry]).toEqual([2, restored]);
    expect((await approvals()).at(-1)).toEqual(['restore', 'Clara Nyberg']);
    const { seq } = plant.app.store.head();
    const { signatures } = await plant.ask('audit.get', { seq }, { as: clara });
    expect(signatures).toMatchObject([{ name: 'Clara Nyberg', meaning: 'approved', superseded: false, entry: seq }]);
    expect(signatures[0]?.statement).toMatch(
      /^Approved the restore to entry \d+ from .*kept\.backup, done by Bo Thule in/,
    );
    const again = await refusalOf(approve(restored, 'complianceOfficer', clara));
    expect(again).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(`in entry ${seq}`) });
    expect(plant.verify().ok).toBe(true);
  });

  it('approved or looked at alone hides no entry before it that nobody looked at', async () => {
    const { next, last } = await plant.ask('audit.listReviews', {}, { as: clara });
    expect([next, last]).toEqual([1, plant.app.store.head().seq]);
    const review = { first: 1, last: restored - 1, note: '', signature: signature('complianceOfficer', 'reviewed') };
    await plant.ask('audit.review', review, { as: clara });
    expect((await plant.ask('audit.listReviews', {}, { as: clara })).next).toBe(restored + 1);
  });
});
