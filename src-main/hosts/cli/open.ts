import { prepareFolder } from '#main/app/config.ts';
import type { App, AppOptions } from '#main/app/createApp.ts';

/** An open store, and the way to ask it as the person at this terminal. */
export type Opened = {
  app: App;
  /** The reply of an operation, in the type the caller's contract gives it. */
  ask<T>(operation: string, input: unknown, commandId?: string): Promise<T>;
};

/** Opens a store, lets it be used and closes it again, whatever happens. */
export async function withApp<T>(
  file: string,
  mode: AppOptions['mode'],
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { createApp } = await import('#main/app/createApp.ts');
  if (mode === 'create') prepareFolder(file);
  const app = await createApp({ file, mode, host: 'cli' });
  try {
    const asking = app.open();
    // The bus checks every reply against the contract, whose types the callers name.
    const ask = async <R>(operation: string, input: unknown, commandId?: string): Promise<R> =>
      (await app.call(asking, { operation, input, commandId })) as R;
    return await use({ app, ask });
  } finally {
    await app.close();
  }
}
