import {
  copyFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppOptions } from '#main/app/createApp.ts';
import { uploadDoor } from '#main/app/door.ts';
import { ReplaceableApp } from '#main/app/replaceable.ts';
import type { Outputs } from '#shared/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { buildApp, buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { lookAtStore } from '../support/lookAtStore.ts';
import { addPerson, password, setUpAdministrator } from '../support/people.ts';
import { on, posted } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

let plant: TestApp;
/** The entry that made the backup, and where it lies. */
let made: number;
let backup: string;
beforeAll(async () => {
  plant = await buildPlantApp();
  const administrator = await setUpAdministrator(plant);
  await addPerson(plant, administrator, { user: 'walid', name: 'Walid Haddad', roles: ['warehouse'] });
  const walid = { as: plant.app.open() };
  await plant.ask('people.logIn', { user: 'walid', password }, walid);
  await plant.ask('movements.post', { movements: [posted('receipt', 'MILK L1', 10, on(5))] }, walid);
  backup = join(plant.folder, 'kept.backup');
  await plant.ask('backups.make', { path: backup }, { as: administrator });
  made = plant.app.store.head().seq;
  await plant.ask('movements.post', { movements: [posted('receipt', 'MILK L2', 10, on(6))] }, walid);
  await plant.app.close();
});
afterAll(() => plant?.[Symbol.asyncDispose]());

const milk = (lot: string) => ({ movements: [posted('receipt', `MILK ${lot}`, 1, on(7))] });

/** What became of a call: the code of its refusal, or that it was done. */
const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (isLotlineError(error) ? error.code : String(error)),
  );

/** The plant's store at a place of its own, served as a host with screens does, with the administrator signed in. */
async function serve(options: Partial<AppOptions> = {}, spoil: (file: string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-replace-'));
  const file = join(folder, 'plant.lotline');
  copyFileSync(plant.file, file);
  spoil(file);
  const anchors = { heads: join(folder, 'heads') };
  const all = Object.defineProperties(
    { file, mode: 'create', host: 'http', anchors, clock: plant.clock } as const,
    Object.getOwnPropertyDescriptors(options),
  );
  const app = await ReplaceableApp.open(all);
  const session = app.open({ readsPaths: false });
  let ids = 0;
  const send = (operation: string, input: unknown, commandId = `${basename(folder)}-${(ids += 1)}`): Promise<unknown> =>
    app.call(session, { operation, input, commandId });
  // The reply of the contract, which the caller names.
  const ask = async <T>(operation: string): Promise<T> => (await send(operation, {})) as T;
  const signIn = (user = 'administrator') => send('people.logIn', { user, password });
  const restore = async (input: object = {}, id?: string) =>
    // The reply of the contract.
    (await send(
      'backups.restoreHere',
      { entry: made, reason: 'the import went wrong', password, ...input },
      id,
    )) as Outputs['backups']['restoreHere'];
  const handOver = async (path: string, name = basename(path)): Promise<string> => {
    const upload = await app.uploads.create('backup');
    await app.uploads.write(upload, name, createReadStream(path));
    return upload;
  };
  /** What was checked by itself at the start. */
  await vi.waitUntil(() => app.jobs.isIdle, { timeout: 20_000 });
  return {
    folder,
    file,
    app,
    session,
    send,
    ask,
    signIn,
    restore,
    handOver,
    beside: () =>
      readdirSync(folder)
        .filter((name) => !/-(?:wal|shm|lock|attempts)$/.test(name))
        .toSorted(),
    lots: async () => (await ask<Outputs['lots']['list']>('lots.list')).rows.map(({ lot }) => lot).toSorted(),
    async [Symbol.asyncDispose]() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
type Served = Awaited<ReturnType<typeof serve>>;

/** The store that was there is open, may be written, and is as it was but for what was refused; nothing lies about. */
async function expectAsBefore(served: Served, before: readonly string[]): Promise<void> {
  expect(await served.lots()).toEqual(['L1', 'L2']);
  expect(await outcomeOf(served.send('backups.make', {}))).toBe('done');
  expect(served.beside()).toEqual(before);
  expect(served.app.store.readOnly).toBe('');
}

describe('a store that gives way to a backup while it is served', () => {
  it('is as it was then, says who did it and why, and everybody signs in anew', async () => {
    let meanwhile: () => Promise<unknown>[] = () => [];
    let asked: Promise<unknown>[] = [];
    await using served = await serve({
      // Asked for whenever a store is opened: here, when the restored one is.
      get passwordCost(): number {
        asked = meanwhile();
        return 4;
      },
    });
    const { app, ask, send, session, folder } = served;
    await served.signIn();
    const old = app.store.head();
    meanwhile = () => [
      outcomeOf(send('movements.post', milk('L3'))),
      outcomeOf(app.insistOn(session, 'look', 'files.fetch')),
      send('people.whoAmI', {}),
    ];
    const question = outcomeOf(send('today.list', { today: '2026-06-01' }));
    const replied = await served.restore({}, 'restored-once');
    expect(await question).toBe('done');
    // What others ask meanwhile is refused; who is there, they hear when it is known again.
    expect(await Promise.all(asked)).toEqual([
      'STORE_BUSY',
      'STORE_BUSY',
      expect.objectContaining({ authState: 'stranger', store: expect.objectContaining({ readOnly: '' }) }),
    ]);
    expect(replied).toMatchObject({
      head: made - 1,
      entry: made,
      kept: expect.stringMatching(/^plant\.lotline\.before-restore-/),
    });
    expect(await served.restore({}, 'restored-once')).toEqual(replied);
    expect(await codeOf(send('lots.list', {}))).toBe('NOT_LOGGED_IN');
    expect(lookAtStore(join(folder, replied.kept))).toMatchObject({
      ok: true,
      seq: expect.any(Number),
      store: app.store.id,
    });
    expect(lookAtStore(join(folder, replied.kept)).seq).toBeGreaterThanOrEqual(old.seq);

    await served.signIn();
    expect(await served.lots()).toEqual(['L1']);
    expect(await send('audit.get', { seq: made })).toMatchObject({
      entry: { operation: 'backups.restore', outcome: 'done', person: 'Ada Okafor', reason: 'the import went wrong' },
    });
    const [row] = (await ask<Outputs['backups']['list']>('backups.list')).rows;
    expect(row).toMatchObject({
      kind: 'restore',
      ok: true,
      path: backup,
      head: made - 1,
      person: 'Ada Okafor',
      approval: null,
    });
    expect(await send('audit.verify', {})).toMatchObject({ ok: true });
    expect(session.person).toBe('administrator');
    expect(app.jobs.isIdle).toBe(true);
  });

  it('is told apart from what was handed over, goes back by that, and comes back from what was kept', async () => {
    await using served = await serve();
    const { ask, send, folder } = served;
    await served.signIn();
    const upload = await served.handOver(backup, 'from the safe.backup');
    const before = served.beside();
    expect(await send('backups.examine', { upload })).toMatchObject({
      head: made - 1,
      file: 'from the safe.backup',
      isHere: false,
      foreign: 0,
      people: expect.arrayContaining([expect.objectContaining({ name: 'Walid Haddad', entries: 1 })]),
      lots: { before: 1, now: 2 },
      movements: { before: 1, now: 2 },
    });
    expect(served.beside()).toEqual(before);
    const { kept } = await served.restore({ entry: 0, upload });
    await served.signIn();
    const [row] = (await ask<Outputs['backups']['list']>('backups.list')).rows;
    expect(row).toMatchObject({ kind: 'restore', path: 'from the safe.backup' });
    // The kept one goes on where the backup was made, which the store does not: the two have parted.
    const back = await served.handOver(join(folder, kept));
    expect(await send('backups.examine', { upload: back })).toMatchObject({
      foreign: lookAtStore(join(folder, kept)).seq - (made - 1),
      lots: { before: 2, now: 1 },
    });
    await served.restore({ entry: 0, upload: back });
    await served.signIn();
    expect(await served.lots()).toEqual(['L1', 'L2']);
  });

  it('stays for a wrong password, for other work, and for what is no good backup of it', async () => {
    await using other = await buildApp();
    await other.ask('backups.make', { path: join(other.folder, 'other.backup') });
    await using served = await serve();
    const { app, folder, send } = served;
    await served.signIn();
    const before = served.beside();
    expect(await codeOf(served.restore({ password: 'some other words' }))).toBe('REAUTH_FAILED');
    expect(await codeOf(served.restore({ password: undefined }))).toBe('REAUTH_FAILED');
    expect(await codeOf(served.restore({ reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(await codeOf(served.restore({ entry: made - 1 }))).toBe('NOT_FOUND');
    expect(await codeOf(served.restore({ upload: 'both' }))).toBe('VALIDATION');

    const work = Promise.withResolvers<void>();
    const running = app.jobs.run('an import', 'exchange.import', () => work.promise);
    expect(await codeOf(served.restore())).toBe('CONFLICT');
    work.resolve();
    await running;

    const foreign = await served.handOver(join(other.folder, 'other.backup'));
    expect(await codeOf(served.restore({ entry: 0, upload: foreign }))).toBe('STORE_FOREIGN');
    expect(await codeOf(send('backups.examine', { upload: foreign }))).toBe('STORE_FOREIGN');
    const bad = join(folder, 'bad.backup');
    copyFileSync(backup, bad);
    tamper(bad, (db) => db.exec("update lot set supplier_lot = 'forged'"));
    const damaged = await served.handOver(bad);
    rmSync(bad);
    expect(await codeOf(served.restore({ entry: 0, upload: damaged }))).toBe('STORE_DAMAGED');
    const refusal = await refusalOf(send('backups.examine', { upload: damaged }));
    expect(refusal).toMatchObject({ code: 'STORE_DAMAGED', details: { isBackup: true } });
    // What is no good is gone from where it was laid, and its place is nobody's to know.
    expect(await codeOf(send('backups.examine', { upload: damaged }))).toBe('NOT_FOUND');
    const letter = join(folder, 'letter');
    writeFileSync(letter, 'Dear Ann');
    const nothing = await served.handOver(letter);
    rmSync(letter);
    // Files of an export are no backup, and the other way round.
    expect(await codeOf(Promise.resolve().then(() => app.uploads.filesOf(nothing)))).toBe('NOT_FOUND');
    expect((await refusalOf(send('backups.examine', { upload: nothing }))).message).toBe(
      'letter is not a Lotline store.',
    );
    await expectAsBefore(served, before);
  });

  it('takes a backup of those alone who may restore, and one at a time', async () => {
    await using served = await serve();
    const { app, session } = served;
    const door = uploadDoor(app);
    const send = (method: string, path: string): Promise<Response> =>
      door(new Request(`http://127.0.0.1/${path}`, { method, ...(method === 'PUT' && { body: 'bytes' }) }), session);
    await served.signIn();
    // An administrator restores and imports nothing.
    const { upload } = await (await send('POST', 'upload/backup')).json();
    expect((await send('PUT', `upload/${upload}/any name.at all`)).status).toBe(204);
    expect((await send('POST', 'upload')).status).toBe(403);
    expect(app.uploads.backupOf(upload)).toMatchObject({ name: 'any name.at all' });
    expect((await send('POST', 'upload/backup')).status).toBe(200);
    expect(await codeOf(Promise.resolve().then(() => app.uploads.backupOf(upload)))).toBe('NOT_FOUND');
    await served.signIn('walid');
    expect((await send('POST', 'upload/backup')).status).toBe(403);
    expect(await codeOf(served.restore())).toBe('FORBIDDEN');
  });

  it('gives way where it was frozen while it was in use', async () => {
    await using served = await serve();
    await served.signIn();
    const text = 'The audit trail does not hold';
    served.app.store.freeze(msg`${text}`);
    expect(await codeOf(served.restore())).toBe('CONFLICT');
    await vi.waitUntil(() => served.app.jobs.isIdle, { timeout: 20_000 });
    // Once it is verified why, whoever was let in before restores, and what stood there is kept.
    const { kept } = await served.restore();
    expect(served.app.store.readOnly).toBe('');
    expect(existsSync(join(served.folder, kept))).toBe(true);
  });

  it('stays where another file lies at the place of its backup by now', async () => {
    await using served = await serve();
    await served.signIn();
    const kept = `${backup}-aside`;
    cpSync(backup, kept);
    try {
      rmSync(`${backup}.anchor`);
      tamper(backup, (db) => db.pragma('user_version'));
      const before = served.beside();
      const bytes = readFileSync(backup);
      copyFileSync(plant.file, backup);
      expect((await refusalOf(served.restore())).message).toMatch(/is not the backup that entry \d+ made/);
      expect(bytes.length).toBeGreaterThan(0);
      await expectAsBefore(served, before);
    } finally {
      cpSync(kept, backup);
    }
  });

  const failures: Readonly<Record<string, (file: string) => () => void>> = {
    'another program reads it': (file) => {
      const reader = new Database(file, { readonly: true });
      reader.exec('begin');
      reader.prepare('select count(*) from head').get();
      return () => reader.close();
    },
    'it cannot be put in place at the last moment': (file) => {
      mkdirSync(`${file}-trace`);
      return () => rmSync(`${file}-trace`, { recursive: true });
    },
  };
  it.each(Object.entries(failures))('is open and as before where %s', async (_why, fail) => {
    await using served = await serve();
    await served.signIn();
    await served.send('audit.verify', {});
    const known = join(served.folder, 'heads', `${served.app.store.id}.json`);
    const [before, head] = [served.beside(), readFileSync(known, 'utf8')];
    const mend = fail(served.file);
    await expect(served.restore()).rejects.toThrow();
    mend();
    expect(readFileSync(known, 'utf8')).toBe(head);
    await expectAsBefore(served, before);
  });

  it('is open and as before where the restored one cannot be opened', async () => {
    let opened = 0;
    await using served = await serve({
      get passwordCost(): number {
        opened += 1;
        if (opened === 2) throw new Error('no memory left');
        return 4;
      },
    });
    await served.signIn();
    const before = served.beside();
    await expect(served.restore()).rejects.toThrow('no memory left');
    expect(opened).toBe(3);
    await expectAsBefore(served, before);
  });

  it('gives way where it is open for rescue, and may be written again', async () => {
    await using served = await serve({}, (file) => tamper(file, (db) => db.exec('create table extra (id integer)')));
    expect(served.app.store.readOnly).not.toBe('');
    await served.signIn();
    const { kept } = await served.restore();
    expect(served.app.store.readOnly).toBe('');
    expect(existsSync(join(served.folder, kept))).toBe(true);
    await served.signIn('walid');
    expect(await outcomeOf(served.send('movements.post', milk('L9')))).toBe('done');
    expect(await served.lots()).toEqual(['L1', 'L9']);
  });
});
