import { msg } from '#shared/kernel/message.ts';
import { existsSync, rmSync } from 'node:fs';
import { newCommandId } from '#main/app/bus.ts';
import { anchorPlaces, prepareFolder } from '#main/app/config.ts';
import type { App, AppOptions } from '#main/app/createApp.ts';
import type { Outputs } from '#shared/contract.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import type { Given } from './command.ts';

/** An open store, and the way to ask it as the person at this terminal. */
export type Opened = {
  app: App;
  /** The reply of an operation, in the type the caller's contract gives it. */
  ask<T>(operation: string, input: unknown, commandId?: string): Promise<T>;
  /** Where a document lies that was drawn and issued here. */
  documentFile(document: string): string;
};

/** Which store, and who is there. */
export type Asker = Pick<Given, 'file' | 'user' | 'terminal'>;

/**
 * Opens a store, lets it be used and always closes it again. One that was made for work that fails is removed again.
 * Where people are set up, the caller signs in first.
 */
export async function withApp<T>(
  asker: Asker,
  mode: AppOptions['mode'],
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  return await withOpenApp(asker, mode, async (opened) => {
    await signIn(opened, asker);
    return await use(opened);
  });
}

/** The same for what is done without signing in. */
export async function withOpenApp<T>(
  { file }: Pick<Given, 'file'>,
  mode: AppOptions['mode'],
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  if (mode === 'create') prepareFolder(file);
  const isNew = mode === 'create' && !existsSync(file);
  const app = await openFor(file, mode);
  let isDone = false;
  try {
    const session = app.open();
    // The bus checks every reply against the contract, whose types the callers name.
    const ask = async <R>(operation: string, input: unknown, commandId?: string): Promise<R> =>
      (await app.call(session, { operation, input, commandId })) as R;
    const documentFile = (document: string): string => app.spool.fetch(document, session.id).path;
    const result = await use({ app, ask, documentFile });
    isDone = true;
    return result;
  } finally {
    await app.close();
    if (isNew && !isDone) removeStore(file);
  }
}

/**
 * Reading takes no lock; but where people are set up, who came in and who failed to is written, unless another program
 * writes just now.
 */
async function openFor(file: string, mode: AppOptions['mode']): Promise<App> {
  const { createApp } = await import('#main/app/createApp.ts');
  const options = { file, host: 'cli', anchors: anchorPlaces(undefined) } as const;
  const app = await createApp({ ...options, mode });
  if (mode !== 'read' || !app.isSetUp()) return app;
  await app.close();
  try {
    return await createApp({ ...options, mode: 'write' });
  } catch (error) {
    if (!isLotlineError(error) || (error.code !== 'STORE_BUSY' && error.code !== 'STORE_READ_ONLY')) throw error;
    return await createApp({ ...options, mode });
  }
}

/** Signs in the caller, where people are set up. */
export async function signIn({ app, ask }: Opened, { user, terminal }: Asker): Promise<void> {
  if (user === undefined && !app.isSetUp()) return;
  if (user === undefined) {
    throw new LotlineError(
      'NOT_LOGGED_IN',
      msg`People are set up in this store. Say who you are with --user NAME; the password is asked for, or taken from LOTLINE_PASSWORD.`,
    );
  }
  const password = await terminal.secret(`Password of ${user}: `);
  if (password === '')
    throw new LotlineError('NOT_LOGGED_IN', msg`Give the password in LOTLINE_PASSWORD, or at a terminal when asked.`);
  await ask<Outputs['people']['logIn']>('people.logIn', { user, password }, newCommandId());
}

/** The store and what lies beside it. Where another program looks into it just now and the system minds, it stays. */
function removeStore(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-lock', '-trace', '-attempts']) {
    try {
      rmSync(file + ending, { force: true });
    } catch {
      return;
    }
  }
}
