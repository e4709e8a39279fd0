import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/app.ts';
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

  it('whose place a folder has cost nothing but the draft', async () => {
    await using made = await buildStore();
    await made.store.close();
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const folders = [`${made.file}.new-${gone}`, `${made.file}.before-restore-1`, `${made.file}.new-${process.pid}`];
    for (const folder of folders) mkdirSync(join(folder, 'of somebody'), { recursive: true });
    const store = await openAt(made.file, 'write');
    await store.close();
    for (const folder of folders) expect(readdirSync(folder)).toEqual(['of somebody']);
    // A new store beside it has its draft elsewhere; only one whose own draft cannot be made is refused, in words.
    const other = join(made.folder, 'other.lotline');
    mkdirSync(`${other}.new-${process.pid}`);
    expect(await codeOf(openAt(other, 'create'))).toBe('PATH_REFUSED');
    rmdirSync(`${other}.new-${process.pid}`);
    const second = await openAt(other, 'create');
    await second.close();
  });
});
