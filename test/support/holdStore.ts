import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore } from '#main/store/store.ts';

// Run as a process of its own by the lock's tests: opens a store for writing, writes to it where that is asked, says so, and
// waits to be killed, or for the end of its input.
const [file = '', person = '', written] = process.argv.slice(2);
const holder = { person, workstation: 'PACKING-2', host: 'electron', pid: process.pid, since: '2026-06-01T08:00:00Z' };
const store = await openStore({ file, entities: loadEntities, mode: 'write', holder, now: 1, newId: () => 'unused' });
if (written !== undefined) {
  await store.work((work) => work.run('update head set demo = ?', written));
  process.stdin.resume().once('end', () => void store.close());
}
process.stdout.write('holding\n');
const waiting = setInterval(() => {}, 60_000);
if (written !== undefined) waiting.unref();
