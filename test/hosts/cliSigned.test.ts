import { copyFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildSession, jsonOf } from '../support/cli.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { password, signIn } from '../support/people.ts';
import { buildSignedPlant, proofsOf, signedActs } from '../support/signedActs.ts';
import { openAt } from '../support/stores.ts';

afterEach(() => vi.unstubAllEnvs());

/** A session of the command line on a store in which every signed command can be done. */
async function openSigned() {
  vi.stubEnv('LOTLINE_PASSWORD', password);
  const session = await buildSession();
  await using set = await buildSignedPlant('cli');
  const { restored, plant } = set;
  const inputs = Object.entries(signedActs).map(([operation, act]) => ({ operation, act, input: act.input(set) }));
  // The command line lives today, the plant in June: its passwords do not grow old.
  const settings = { ...standardSettings, passwordDays: 0, reason: 'they last' };
  await plant.ask('people.saveSettings', settings, { as: await signIn(plant, 'administrator') });
  await plant.app.close();
  copyFileSync(plant.file, session.file);
  return { session, restored, inputs };
}

async function statementsIn(file: string): Promise<string[]> {
  const store = await openAt(file, 'read');
  try {
    return store.reader().db.prepare<[], string>('select statement from signature order by id').pluck().all();
  } finally {
    await store.close();
  }
}

describe('a signed command on the command line', () => {
  it('has its sentence read out before it is signed, and answers the same JSON as ever', async () => {
    const { session, inputs } = await openSigned();
    await using _gone = session;
    for (const { operation, act, input } of inputs) {
      const before = await statementsIn(session.file);
      const sent = JSON.stringify({ ...input, ...proofsOf(act) });
      const { exit, out, err } = await session.run('call', operation, sent, '--user', act.by);
      expect([operation, exit, err]).toEqual([operation, 0, expect.stringMatching(/^Signing: .+\n$/)]);
      const signed = (await statementsIn(session.file)).slice(before.length);
      expect(signed.length, operation).toBe(Object.keys(proofsOf(act)).length);
      for (const sentence of signed) expect(err).toBe(`Signing: ${sentence}\n`);
      expect(out.endsWith('}\n') && out.split('\n').length === 2, operation).toBe(true);
      expect(Object.keys(Object(JSON.parse(out)))).not.toContain('token');
    }
  });

  it('reads out nothing that is refused, nor what nobody has to sign, and keeps the language of a token', async () => {
    const { session, inputs } = await openSigned();
    await using _gone = session;
    const review = inputs.find(({ operation }) => operation === 'audit.review');
    if (review === undefined) throw new Error('no review');
    const { act, input } = review;
    const late = JSON.stringify({ ...input, last: 99_999, ...proofsOf(act) });
    const refused = await session.run('call', 'audit.review', late, '--user', act.by);
    expect([refused.exit, refused.err]).toEqual([1, expect.stringMatching(/^NOT_FOUND: /)]);
    const rename = { user: 'viewer', version: 1, name: 'Vera Brandt-Lund', reason: 'married' };
    const renamed = await session.run('call', 'people.change', JSON.stringify(rename), '--user', 'administrator');
    expect([renamed.exit, renamed.err]).toEqual([0, '']);

    const asked = JSON.stringify({ operation: 'audit.review', input, language: 'de' });
    const read = jsonOf(await session.run('call', 'signing.prepare', asked, '--user', act.by));
    const { sentence, token } = Object(read);
    const german = JSON.stringify({ ...input, ...proofsOf(act), token });
    const done = await session.run('call', 'audit.review', german, '--user', act.by);
    expect([done.exit, done.err]).toEqual([0, `Signing: ${sentence}\n`]);
    expect(sentence).toMatch(/^Den Audit-Trail/);
    expect(await statementsIn(session.file)).toContain(sentence);
  });

  it('is done once under one id; another call with it signs nothing', async () => {
    const { session, inputs } = await openSigned();
    await using _gone = session;
    const edit = inputs.find(({ operation }) => operation === 'products.edit');
    if (edit === undefined) throw new Error('no edit');
    const sent = JSON.stringify({ ...edit.input, ...proofsOf(edit.act) });
    const run = () =>
      session.run('call', 'products.edit', sent, '--user', edit.act.by, '--command-id', 'edit-of-the-milk');
    const first = await run();
    const before = await statementsIn(session.file);
    const again = await run();
    // No other program knows the password that went with it.
    expect([first.exit, again.exit, Object(jsonOf(again)).code]).toEqual([0, 1, 'IDEMPOTENCY_MISMATCH']);
    expect(await statementsIn(session.file)).toEqual(before);
  });
});
