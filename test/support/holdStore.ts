import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore } from '#main/store/store.ts';

// Run as a process of its own by the lock's tests: opens a store for writing, says so, and waits to be killed.
const [file = '', person = ''] = process.argv.slice(2);
const holder = { person, workstation: 'PACKING-2', host: 'electron', pid: process.pid, since: '2026-06-01T08:00:00Z' };
await openStore({ file, entities: loadEntities, mode: 'write', holder, now: 1, newId: () => 'unused' });
process.stdout.write('holding\n');
setInterval(() => {}, 60_000);
