import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { logIn, pageHeaders, startTestHost } from '../support/http.ts';
import { password } from '../support/people.ts';
import { type SignedAct } from '../support/signAs.ts';
import { buildSignedPlant, signedActs, proofsOf } from '../support/signedActs.ts';

type Answer = { status: number; code?: string; message?: string; data?: { details: Record<string, unknown> } };
type Page = { call: (operation: string, input: object) => Promise<Answer & Record<string, unknown>> };

type HttpHost = Awaited<ReturnType<typeof startTestHost>>;
let ids = 0;

/** A page of the real host in which somebody is signed in. */
async function openPage(host: HttpHost, user: string): Promise<Page> {
  const cookie = await logIn(host);
  const call: Page['call'] = async (operation, input) => {
    ids += 1;
    const response = await fetch(`http://127.0.0.1:${host.port}/rpc/${operation.replace('.', '/')}`, {
      method: 'POST',
      headers: {
        ...pageHeaders(host.port, cookie),
        'content-type': 'application/json',
        'x-command-id': `signed-token-${ids}`,
      },
      body: JSON.stringify({ json: input }),
    });
    // Every answer of the host is an object under `json`.
    const { json } = (await response.json()) as { json: Record<string, unknown> };
    return { ...json, status: response.status };
  };
  const { status } = await call('people.logIn', { user, password });
  expect(status).toBe(200);
  return { call };
}

let set: Awaited<ReturnType<typeof buildSignedPlant>>;
const hosts: HttpHost[] = [];

/** Each start of the host is one browser's. */
async function pageOf(user: string): Promise<Page> {
  const host = await startTestHost(set.plant.app);
  hosts.push(host);
  return await openPage(host, user);
}

beforeAll(async () => {
  set = await buildSignedPlant('http');
});
afterAll(async () => {
  for (const host of hosts) await host.close();
  await set?.[Symbol.asyncDispose]();
});

const review = signedActs['audit.review'] as SignedAct; // one of the very keys there
const proofs = proofsOf(review);
const stretch = (last: number, note = 'nothing out of the ordinary') => ({ first: 1, last, note });

async function read(page: Page, operation: string, input: object): Promise<PreparedSignature> {
  // What the host answers to `signing.prepare`.
  return (await page.call('signing.prepare', { operation, input, language: 'en' })) as unknown as PreparedSignature;
}

/** What is signed and recorded, without what was refused. */
const signedSoFar = () =>
  set.plant.rows<{ many: number }>(
    'select (select count(*) from signature) + (select count(*) from record_version) as many',
  )[0]?.many;

describe('a signed command over the loopback host', () => {
  it('is refused without the token of what was read, whichever command it is', async () => {
    for (const [operation, act] of Object.entries(signedActs)) {
      const page = await pageOf(act.by);
      const before = signedSoFar();
      const refused = await page.call(operation, { ...act.input(set), ...proofsOf(act) });
      expect(refused, operation).toMatchObject({
        code: 'VALIDATION',
        message: expect.stringContaining('Nothing is signed unread.'),
        data: { details: { field: 'token' } },
      });
      expect(signedSoFar(), operation).toBe(before);
    }
  });

  it('is refused with a token of another person, another operation, another input, an older state, or a made-up one', async () => {
    const [clara, quentin, ada] = [
      await pageOf('complianceOfficer'),
      await pageOf('qualityManager'),
      await pageOf('administrator'),
    ];
    const input = stretch(3);
    const { token } = await read(clara, 'audit.review', input);
    const older = await read(clara, 'audit.review', stretch(2, 'older'));
    expect(
      await clara.call('audit.review', {
        ...stretch(1),
        ...proofs,
        token: (await read(clara, 'audit.review', stretch(1))).token,
      }),
    ).toMatchObject({ status: 200 });
    const approval = signedActs['backups.approveRestore'] as SignedAct; // one of the very keys there
    const edit = signedActs['products.edit'] as SignedAct; // one of the very keys there
    const product = { ...edit.input(set), code: 'OIL' };
    const single = { on: true, reason: 'a site of one' };
    const { token: ofAda } = await read(ada, 'people.setSinglePerson', single);
    const { token: ofQuentin } = await read(quentin, 'products.edit', product);
    const second = await pageOf('second');
    const bySecond = { user: 'second', password, meaning: 'performed' };
    const cases = [
      ['another input', clara, 'audit.review', { ...input, note: 'Other words', ...proofs, token }],
      ['an older state', clara, 'audit.review', { ...stretch(2, 'older'), ...proofs, token: older.token }],
      ['another operation', clara, 'backups.approveRestore', { ...approval.input(set), ...proofsOf(approval), token }],
      ['another person', second, 'products.edit', { ...product, signature: bySecond, token: ofQuentin }],
      ['another operation', quentin, 'products.edit', { ...product, ...proofsOf(edit), token: ofAda }],
      ['a made-up one', clara, 'audit.review', { ...input, ...proofs, token: `en-${'0'.repeat(64)}` }],
      ['another language', clara, 'audit.review', { ...input, ...proofs, token: token.replace('en-', 'de-') }],
    ] as const;
    const before = signedSoFar();
    for (const [name, page, operation, sent] of cases) {
      expect(await page.call(operation, sent), name).toMatchObject({
        code: 'RECORD_CHANGED',
        message: expect.stringMatching(/What was read is not what would be signed.*Read it again/),
      });
      expect(signedSoFar(), name).toBe(before);
    }
    expect(await clara.call('audit.review', { ...input, ...proofs, token: 'no token' })).toMatchObject({
      code: 'VALIDATION',
    });
  });

  it('is done once with a token, and refused with it a second time, whichever command it is', async () => {
    await using fresh = await buildSignedPlant('http');
    for (const [operation, act] of Object.entries(signedActs)) {
      const input = act.input(fresh);
      const own = await startTestHost(fresh.plant.app);
      hosts.push(own);
      const page = await openPage(own, act.by);
      const { token } = await read(page, operation, input);
      const sent = { ...input, ...proofsOf(act), token };
      expect(await page.call(operation, sent), operation).toMatchObject({ status: 200 });
      const many = fresh.plant.rows('select id from signature').length;
      const again = await page.call(operation, sent);
      expect(again.status, operation).not.toBe(200);
      expect(['RECORD_CHANGED', 'CONFLICT', 'INSUFFICIENT_QTY', 'ILLEGAL_TRANSITION'], operation).toContain(again.code);
      expect(again.message, operation).toMatch(/\w+ .*\./);
      expect(fresh.plant.rows('select id from signature'), operation).toHaveLength(many);
    }
    expect(fresh.plant.verify().ok).toBe(true);
  });
});
