import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '#main/app/createApp.ts';
import { fitsPassword } from '#main/features/security/hashing.ts';
import { median, type Report, show } from './measure.ts';
import { posting, warmingUp } from './stores.ts';

const password = 'three plain words';
const firstPassword = 'copper lantern field';
const people = 5;

/** Signing in with a password against the digest of that password alone, in turn, in a store with people. */
export async function timeSigningIn(report: Report, folder: string, rounds: number): Promise<void> {
  const app = await createApp({ file: join(folder, 'people.lotline'), mode: 'create', host: 'test' });
  const { ask } = await setUpPeople(app);
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

/**
 * A posting by a person who signed in, whose rights are held against the journal each time, against the same by the owner
 * of a file without people, in turn. The two stores are copies of the closed one at `file`.
 */
export async function timePersonPosting(report: Report, file: string, folder: string, rounds: number): Promise<void> {
  const open = (name: string): Promise<App> => {
    copyFileSync(file, join(folder, name));
    return createApp({ file: join(folder, name), mode: 'write', host: 'test' });
  };
  const [theirs, nobodys] = [await open('posted-by-person.lotline'), await open('posted-by-owner.lotline')];
  const { ask } = await setUpPeople(theirs);
  await ask('people.add', {
    user: 'sam',
    name: 'Sam Oduya',
    roles: ['warehouse'],
    password: firstPassword,
  });
  const session = theirs.open();
  const asPerson = (operation: string, input: unknown): Promise<unknown> =>
    theirs.call(session, { operation, input, commandId: randomUUID() });
  await asPerson('people.logIn', { user: 'sam', password: firstPassword });
  await asPerson('people.changePassword', { password: firstPassword, newPassword: `${password} more` });
  const [byPerson, byOwner] = [posting(theirs, 'bench-person', session), posting(nobodys, 'bench-owner')];
  const times: { person: number[]; owner: number[] } = { person: [], owner: [] };
  for (let round = 0; round < warmingUp + rounds; round += 1) {
    const [person, owner] = [await byPerson(), await byOwner()];
    if (round < warmingUp) continue;
    times.person.push(person);
    times.owner.push(owner);
  }
  await theirs.close();
  await nobodys.close();
  const [person, owner] = [median(times.person), median(times.owner)];
  const ratio = person / owner;
  report.check(
    {
      goal: '8',
      what: 'a posting by a person against one by the owner of a file without people',
      measured: `${ratio.toFixed(2)}× (${show(person)} against ${show(owner)})`,
      wanted: '≤ 1.3×',
    },
    ratio <= 1.3,
  );
}

/** An administrator and a few people, in a session as the administrator. */
async function setUpPeople(app: App): Promise<{ ask: (operation: string, input: unknown) => Promise<unknown> }> {
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
  return { ask };
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}
