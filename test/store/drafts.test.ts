import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildStore, openAt } from '../support/stores.ts';

describe('drafts beside a store', () => {
  it('of a program that was killed are swept, of one that runs they stay', async () => {
    await using made = await buildStore();
    await made.store.close();
    const gone = spawnSync(process.execPath, ['--version']).pid;
    // The parent of the test runs for as long as the test does.
    const running = process.ppid;
    for (const ending of ['', '-wal', '-shm']) writeFileSync(`${made.file}.new-${gone}${ending}`, 'half');
    writeFileSync(`${made.file}.new-${running}`, 'half');
    const store = await openAt(made.file, 'write');
    const drafts = readdirSync(made.folder).filter((name) => name.startsWith(`${basename(made.file)}.new-`));
    await store.close();
    expect(drafts).toEqual([`${basename(made.file)}.new-${running}`]);
  });
});
