import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore } from '#main/store/store.ts';

// Run as a process of its own, which may be killed at any step: opens a store for writing, which brings it up, and ends.
const [file = ''] = process.argv.slice(2);
const holder = {
  person: 'tester',
  workstation: 'BENCH',
  host: 'test',
  pid: process.pid,
  since: '2026-06-01T08:00:00Z',
};
const store = await openStore({ file, entities: loadEntities, mode: 'write', holder, now: 1, newId: () => 'unused' });
await store.close();
