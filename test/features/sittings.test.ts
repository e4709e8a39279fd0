import { describe, expect, it } from 'vitest';
import { signatureIssues } from '#main/features/signing/signatures.queries.ts';
import type { Meaning } from '#shared/kernel/signature.ts';
import { buildAgreements } from '../support/agreements.ts';
import { codeOf, type TestApp } from '../support/app.ts';
import { password, signIn } from '../support/people.ts';
import { prepare } from '../support/signAs.ts';

const input = { agreement: 'AG-1', text: 'the oven is clean' };

/** One sitting: a person signs in, reads, and signs. */
async function agree(plant: TestApp, user: string, meaning: Meaning, what = input): Promise<unknown> {
  const as = await signIn(plant, user);
  const { token } = await prepare(plant, 'agreements.agree', what, as);
  return await plant.send('agreements.agree', { ...what, token, signature: { user, password, meaning } }, { as });
}

const signatures = (plant: TestApp): unknown[] =>
  plant.rows("select person, meaning, statement, code from signature where operation = 'agreements.agree' order by id");

describe('an act that is signed in several sittings', () => {
  it('takes one signature after another, each in a session of its own and in its position', async () => {
    await using set = await buildAgreements();
    const { plant } = set;
    expect(await agree(plant, 'warehouse', 'performed')).toEqual({ agreed: 1 });
    expect(await agree(plant, 'inspector', 'reviewed')).toEqual({ agreed: 2 });
    expect(await agree(plant, 'complianceOfficer', 'approved')).toEqual({ agreed: 3 });
    const { seq } = plant.app.store.head();
    const rows = signatures(plant) as { code: string }[]; // as they are selected
    expect(rows.map(({ code }) => code.split('-')[1])).toEqual(['1', '2', '3']);
    expect(rows.at(-1)).toEqual({
      person: 'complianceOfficer',
      meaning: 'approved',
      statement: 'AG-1: the oven is clean',
      code: `${seq}-3`,
    });
    expect(signatureIssues(plant.app.store.reader().db)).toEqual([]);
  });

  it('asks each time for what is open alone', async () => {
    await using set = await buildAgreements();
    const { plant } = set;
    const as = await signIn(plant, 'complianceOfficer');
    const ask = async () => (await prepare(plant, 'agreements.agree', input, as)).positions;
    expect(await ask()).toEqual([{ position: 1, by: 'self', meanings: ['performed'] }]);
    await agree(plant, 'warehouse', 'performed');
    expect(await ask()).toEqual([{ position: 2, by: 'self', meanings: ['reviewed'] }]);
    // Another agreement begins anew.
    expect((await prepare(plant, 'agreements.agree', { ...input, agreement: 'AG-2' }, as)).positions).toHaveLength(1);
    await agree(plant, 'inspector', 'reviewed');
    expect(await ask()).toEqual([{ position: 3, by: 'self', meanings: ['approved', 'rejected'] }]);
  });

  it('takes nobody twice, no other meaning, no signature too many, and nothing that was read before another signed', async () => {
    await using set = await buildAgreements();
    const { plant } = set;
    const late = await signIn(plant, 'second');
    const { token } = await prepare(plant, 'agreements.agree', input, late);
    await agree(plant, 'warehouse', 'performed');
    const before = plant.contentDigest();
    expect(await codeOf(agree(plant, 'warehouse', 'reviewed'))).toBe('SEPARATION_OF_DUTIES');
    expect(await codeOf(agree(plant, 'inspector', 'approved'))).toBe('VALIDATION');
    const signature = { user: 'second', password, meaning: 'reviewed' };
    expect(await codeOf(plant.send('agreements.agree', { ...input, token, signature }, { as: late }))).toBe(
      'RECORD_CHANGED',
    );
    expect(plant.contentDigest()).toBe(before);
    await agree(plant, 'inspector', 'reviewed');
    await agree(plant, 'complianceOfficer', 'rejected');
    const done = plant.contentDigest();
    expect(await codeOf(agree(plant, 'qualityManager', 'approved'))).toBe('CONFLICT');
    expect(plant.contentDigest()).toBe(done);
  });
});
