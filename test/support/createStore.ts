import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore, type Store } from '#main/store/store.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';

// Run as a process of its own, several at once: opens stores that are missing, each at a moment of its own, says of each
// which it has or why it was refused, and holds them until its input ends.
const [person = '', moment = '0', ...files] = process.argv.slice(2);
const holder = { person, workstation: 'PACKING-2', host: 'electron', pid: process.pid, since: '2026-06-01T08:00:00Z' };
/** Between one store and the next, in milliseconds: long enough to have made it. */
const pause = 900;
const stores: Store[] = [];
process.stdout.write('ready\n');
for (const [index, file] of files.entries()) {
  await new Promise((resolve) => setTimeout(resolve, Number(moment) + index * pause - Date.now()));
  try {
    const store = await openStore({
      file,
      entities: loadEntities,
      mode: 'create',
      holder,
      now: 1,
      newId: () => `made by ${person}`,
    });
    stores.push(store);
    process.stdout.write(`${store.id}\n`);
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    process.stdout.write(`${error.code}\n`);
  }
}
process.stdin.resume();
process.stdin.once('end', () => void Promise.all(stores.map((store) => store.close())));
