import { createApp } from '#main/app/createApp.ts';
import { readyRestore } from '#main/app/restore.ts';
import { TestApp } from './app.ts';
import { signIn } from './people.ts';

/** Restores a backup over a plant's store, as the command line does for a person; answers the entry that says so. */
export async function restorePlant(plant: TestApp, backup: string, user: string): Promise<number> {
  const { folder, file, clock } = plant;
  await plant.app.close();
  const job = { signal: new AbortController().signal, progress: () => undefined };
  const ready = await readyRestore({ backup, file, host: 'cli', job, places: { heads: folder } });
  try {
    const app = await createApp({ file: ready.draft, mode: 'write', host: 'cli', clock });
    const draft = new TestApp({ folder, file: ready.draft, clock, host: 'cli', app });
    await draft.ask('backups.restore', ready.said, { as: await signIn(draft, user) });
    const { seq } = app.store.head();
    await app.close();
    ready.swap();
    ready.leaveAnchors();
    return seq;
  } finally {
    ready.close();
    await plant.reopen();
  }
}
