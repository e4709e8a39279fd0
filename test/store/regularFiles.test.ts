import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnchors } from '#main/store/anchor.ts';
import { addAnchor, readAnchorFolder, readHead } from '#main/store/anchorFolder.ts';
import { unpackBackup } from '#main/store/restore.ts';
import { beginGuess } from '#main/store/attempts.ts';
import { codeOf } from '../support/app.ts';
import { buildKept, type Kept, openAgain } from '../support/keptAnchors.ts';

let plant: Kept;
beforeAll(async () => {
  plant = await buildKept();
  await plant.app.close();
});
afterAll(() => plant[Symbol.asyncDispose]());

const holder = { person: '', workstation: '', host: '', pid: 1, since: '' };
const pipe = (path: string): void => void execFileSync('mkfifo', [path]);
const device = (path: string): void => symlinkSync('/dev/zero', path);
const kinds = {
  'a pipe': pipe,
  'a link to a device': device,
  'a folder': (path: string): void => mkdirSync(path),
};
const code = (job: () => unknown): Promise<string> => codeOf((async () => job())());

// Whoever opened these would wait for good, and so would this test.
describe.each(Object.entries(kinds))('%s', (_, put) => {
  it.each(['-wal', '-journal', '-shm', '-lock-journal'])('is not opened as STORE%s', async (ending) => {
    put(plant.file + ending);
    expect(await codeOf(openAgain(plant))).toBe('PATH_REFUSED');
    rmSync(plant.file + ending, { recursive: true });
    await openAgain(plant);
    await plant.app.close();
  });

  it('is no anchor that somebody names, and none beside a backup', async () => {
    const backup = join(plant.folder, 'a.backup');
    copyFileSync(plant.file, backup);
    put(`${backup}.anchor`);
    expect(await code(() => readAnchors(`${backup}.anchor`))).toBe('PATH_REFUSED');
    const job = { signal: new AbortController().signal, progress: () => undefined };
    const verify = () => Promise.reject(new Error('not asked'));
    const open = { entities: () => Promise.reject(new Error('not asked')), holder, now: 1, newId: () => 'an-id' };
    const unpacked = unpackBackup(backup, join(plant.folder, 'draft.lotline'), { ...open, verify, watched: job });
    expect(await codeOf(unpacked)).toBe('PATH_REFUSED');
    rmSync(`${backup}.anchor`, { recursive: true });
  });

  it('is passed over in the folder of anchors, and in what this computer remembers', async () => {
    const { heads, daily } = plant.places;
    const { id } = plant.app.store;
    put(join(daily, id, '2026-01-01.anchor'));
    put(join(heads, `${id}.accepted.json`));
    expect(readAnchorFolder(daily, id)).toHaveLength(1);
    expect(readHead(heads, id, 'accepted')).toBeUndefined();
    await openAgain(plant);
    await plant.app.close();
    const anchor = { v: 1, store: id, seq: 1, hash: '0'.repeat(64), at: '2026-01-01T00:00:00Z' } as const;
    expect(() => addAnchor(join(daily, id, '2026-01-01.anchor'), anchor)).toThrow();
    for (const path of [join(daily, id, '2026-01-01.anchor'), join(heads, `${id}.accepted.json`)])
      rmSync(path, { recursive: true });
  });

  it('is put aside where guesses are counted', () => {
    const of = join(plant.folder, 'guessed.lotline');
    writeFileSync(`${of}-attempts`, '');
    beginGuess(of, 'somebody', 1, () => undefined).free();
    put(`${of}-attempts-journal`);
    expect(beginGuess(of, 'somebody', 2, () => undefined).aside).toContain('aside');
  });
});
