import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import { fitsPassword } from '#main/features/security/hashing.ts';
import { median, type Report, show } from './measure.ts';

const password = 'three plain words';
const people = 5;

/** Signing in with a password against the digest of that password alone, in turn, in a store with people. */
export async function timeSigningIn(report: Report, folder: string, rounds: number): Promise<void> {
  const app = await createApp({ file: join(folder, 'people.lotline'), mode: 'create', host: 'test' });
  const session = app.open();
  const ask = (operation: string, input: unknown): Promise<unknown> =>
    app.call(session, { operation, input, commandId: randomUUID() });
  const shown = await ask('people.showSetUpCode', {});
  const code = shown !== null && typeof shown === 'object' && 'code' in shown ? shown.code : '';
  await ask('people.setUp', { code, user: 'administrator', name: 'Ada Okafor', password });
  for (let person = 0; person < people; person += 1)
    await ask('people.add', {
      user: `person${person}`,
      name: `Lee ${person}`,
      roles: ['viewer'],
      password: `${password} ${person}`,
    });
  const stored = app.store
    .reader()
    .db.prepare<[], string>("select hash from credential where person = 'administrator'");
  const digest = stored.pluck().get() ?? '';
  const times: { signedIn: number[]; digested: number[] } = { signedIn: [], digested: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.signedIn.push(await timed(() => ask('people.logIn', { user: 'administrator', password })));
    times.digested.push(await timed(() => fitsPassword(digest, password)));
  }
  await app.close();
  const [signedIn, digested] = [median(times.signedIn), median(times.digested)];
  const ratio = signedIn / digested;
  report.check(
    {
      goal: '8',
      what: 'signing in against the digest of the password',
      measured: `${ratio.toFixed(2)}× (${show(signedIn)} against ${show(digested)})`,
      wanted: '≤ 1.1×',
    },
    ratio <= 1.1,
  );
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}
