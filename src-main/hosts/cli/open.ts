import { existsSync, rmSync } from 'node:fs';
import { prepareFolder } from '#main/app/config.ts';
import type { App, AppOptions } from '#main/app/createApp.ts';

/** An open store, and the way to ask it as the person at this terminal. */
export type Opened = {
  app: App;
  /** The reply of an operation, in the type the caller's contract gives it. */
  ask<T>(operation: string, input: unknown, commandId?: string): Promise<T>;
  /** Where a document lies that was drawn and issued here. */
  documentFile(document: string): string;
};

/** Opens a store, lets it be used and closes it again, whatever happens. One that was made for work that fails goes again. */
export async function withApp<T>(
  file: string,
  mode: AppOptions['mode'],
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { createApp } = await import('#main/app/createApp.ts');
  if (mode === 'create') prepareFolder(file);
  const isNew = mode === 'create' && !existsSync(file);
  const app = await createApp({ file, mode, host: 'cli' });
  let isDone = false;
  try {
    const asking = app.open();
    // The bus checks every reply against the contract, whose types the callers name.
    const ask = async <R>(operation: string, input: unknown, commandId?: string): Promise<R> =>
      (await app.call(asking, { operation, input, commandId })) as R;
    const documentFile = (document: string): string => app.outbox.fetch(document, asking.session).path;
    const result = await use({ app, ask, documentFile });
    isDone = true;
    return result;
  } finally {
    await app.close();
    if (isNew && !isDone) removeStore(file);
  }
}

/** The store and what lies beside it. Where another program looks into it just now and the system minds, it stays. */
function removeStore(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-lock', '-trace']) {
    try {
      rmSync(file + ending, { force: true });
    } catch {
      return;
    }
  }
}
