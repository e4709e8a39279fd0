import { describe, expect, it } from 'vitest';
import { busWith, refusalOf } from '../support/app.ts';
import { signIn } from '../support/people.ts';
import { prepare, type SignedAct } from '../support/signAs.ts';
import { buildSignedPlant, proofsOf, signedActs } from '../support/signedActs.ts';
import { breaches, compiles, removeView } from '../support/signedBreaches.ts';

describe('a signed command with a handler', () => {
  it.each(Object.entries(breaches))('%s is refused, and nothing of it stays', async (_name, { handler, found }) => {
    await using set = await buildSignedPlant('electron');
    const { plant } = set;
    const act = signedActs['audit.review'] as SignedAct; // one of the very keys there
    const [input, as] = [act.input(set), await signIn(plant, act.by)];
    const { token } = await prepare(plant, 'audit.review', input, as);
    const { bus, logged } = busWith(plant, { audit: { review: handler } });
    const [before, signed] = [plant.contentDigest(), plant.rows('select id from signature').length];
    const sent = { operation: 'audit.review', input: { ...input, ...proofsOf(act), token }, commandId: plant.newId() };
    expect((await refusalOf(bus.call(as, sent))).code).toBe('INTERNAL');
    expect(logged.join()).toMatch(found);
    expect(plant.contentDigest()).toBe(before);
    expect(plant.rows('select id from signature')).toHaveLength(signed);
  });

  it('of a command that nobody signs cannot write a signature either', async () => {
    await using set = await buildSignedPlant('electron');
    const { plant } = set;
    const as = await signIn(plant, 'complianceOfficer');
    // The setting has to be there for the planted signature to stand on it.
    const act = signedActs['people.setSinglePerson'] as SignedAct; // one of the very keys there
    const administrator = await signIn(plant, act.by);
    const { token } = await prepare(plant, 'people.setSinglePerson', act.input(set), administrator);
    await plant.send('people.setSinglePerson', { ...act.input(set), ...proofsOf(act), token }, { as: administrator });
    const { bus, logged } = busWith(plant, { people: { removeView } });
    const before = plant.contentDigest();
    const sent = { operation: 'people.removeView', input: { list: 'lots', name: 'Mine' }, commandId: plant.newId() };
    expect((await refusalOf(bus.call(as, sent))).code).toBe('INTERNAL');
    expect(logged.join()).toMatch(/was signed by 0 and wrote 1 signatures/);
    expect(plant.contentDigest()).toBe(before);
  });

  it('that does not say what is signed does not compile', () => {
    // Written down beside the types they speak of, which hold them.
    expect(Object.values(compiles)).toEqual([false, false, true]);
  });
});
