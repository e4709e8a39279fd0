import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Around, checkBackupTarget } from '#main/store/backupTarget.ts';
import { prepareBackup, placeBackup, sizeUp } from '#main/store/backup.ts';
import { networkMount } from '#main/store/mounts.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { asOrdinaryUser, buildStore, filesOf } from '../support/stores.ts';
import { watched } from '../support/watched.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  mkdirSync(join(plant.folder, 'elsewhere'));
});
afterAll(() => plant[Symbol.asyncDispose]());

const plenty: Around = { mounts: () => '/dev/sda1 / ext4 rw 0 0\n', freeBytes: () => 2 ** 40 };
const inside = (...names: string[]): string => join(plant.folder, ...names);

function judge(target: string, around: Around = plenty): string {
  try {
    return checkBackupTarget(target, { store: plant.file, ...sizeUp(plant.file), around });
  } catch (error) {
    if (isLotlineError(error)) return error.code;
    throw error;
  }
}

async function backUp(store: string, target: string): Promise<void> {
  const verify = async () => ({ ok: true, entries: 0, problems: [] });
  placeBackup(await prepareBackup({ store, target, at: '2026-06-01T12:00:00Z', verify, watched: watched() }));
}

describe('a place for a backup', () => {
  it('is a file that is not there yet, in a folder of this computer', () => {
    expect(judge(inside('elsewhere', 'plant 100% #1 – Sicherung.backup'))).toBe(
      inside('elsewhere', 'plant 100% #1 – Sicherung.backup'),
    );
  });

  const refused: Record<string, () => string> = {
    'the store itself': () => plant.file,
    'its log': () => `${plant.file}-wal`,
    'what its log is shared by': () => `${plant.file}-shm`,
    'its lock': () => `${plant.file}-lock`,
    'a name it may have a journal under': () => `${plant.file}-journal`,
    'a draft of it': () => `${plant.file}.new-4711`,
    'the store by way of another folder': () => join(plant.folder, 'elsewhere', '..', 'plant.lotline'),
    'the store by a symbolic link': () => {
      symlinkSync(plant.file, inside('elsewhere', 'by-symlink'));
      return inside('elsewhere', 'by-symlink');
    },
    'the store by a hard link': () => {
      linkSync(plant.file, inside('elsewhere', 'by-link'));
      return inside('elsewhere', 'by-link');
    },
    'its log by a hard link': () => {
      linkSync(`${plant.file}-wal`, inside('elsewhere', 'log-by-link'));
      return inside('elsewhere', 'log-by-link');
    },
    'a link to nothing': () => {
      symlinkSync(inside('nowhere'), inside('elsewhere', 'dangling'));
      return inside('elsewhere', 'dangling');
    },
    'a folder': () => inside('elsewhere'),
    'a folder that is not there': () => inside('nowhere', 'plant.backup'),
    'below a file': () => join(plant.file, 'plant.backup'),
    'a path that is not whole': () => 'plant.backup',
    'no path': () => '',
    'a text somebody wrote': () => {
      writeFileSync(inside('elsewhere', 'thesis.txt'), 'years of work');
      return inside('elsewhere', 'thesis.txt');
    },
    'an empty file': () => {
      writeFileSync(inside('elsewhere', 'empty'), '');
      return inside('elsewhere', 'empty');
    },
    'beside what is no anchor under the name of one': () => {
      writeFileSync(inside('elsewhere', 'a.backup.anchor'), 'years of work');
      return inside('elsewhere', 'a.backup');
    },
    'beside a link under the name of an anchor': () => {
      symlinkSync(inside('elsewhere', 'nothing'), inside('elsewhere', 'b.backup.anchor'));
      return inside('elsewhere', 'b.backup');
    },
    'beside an anchor of another store': () => {
      const anchor = { v: 1, store: 'another', seq: 1, hash: 'a'.repeat(64), at: '2026-06-01T12:00:00Z' };
      writeFileSync(inside('elsewhere', 'c.backup.anchor'), JSON.stringify(anchor));
      return inside('elsewhere', 'c.backup');
    },
    '/dev/null': () => '/dev/null',
    'a share of Windows': () => '\\\\server\\share\\plant.backup',
  };
  it.each(Object.entries(refused))('is not %s, and nothing is changed', (_what, target) => {
    const path = target();
    const before = filesOf(plant.folder);
    expect(judge(path)).toBe('PATH_REFUSED');
    expect(filesOf(plant.folder)).toEqual(before);
  });

  it('is not a store that is in use, be it of the same plant', async () => {
    await using other = await buildStore();
    expect(judge(other.file)).toBe('PATH_REFUSED');
    await other.store.close();
    expect(judge(other.file)).toBe('PATH_REFUSED');
  });

  it('is an earlier backup of this store, but none of another store, and no later one', async () => {
    const [own, foreign] = [inside('elsewhere', 'own.backup'), inside('elsewhere', 'foreign.backup')];
    await backUp(plant.file, own);
    expect(judge(own)).toBe(own);
    await using other = await buildStore();
    await backUp(other.file, foreign);
    await backUp(other.file, inside('elsewhere', 'd.backup.anchor'));
    expect(judge(inside('elsewhere', 'd.backup'))).toBe('PATH_REFUSED');
    expect(judge(foreign)).toBe('PATH_REFUSED');
    const { mark, size } = sizeUp(plant.file);
    const rolledBack = { ...mark, seq: mark.seq - 1 };
    expect(() => checkBackupTarget(own, { store: plant.file, mark: rolledBack, size, around: plenty })).toThrow(
      /later backup/,
    );
  });

  it('may be written by this person', async () => {
    const folder = inside('closed');
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(plant.folder, 0o755);
    for (const end of ['', '-wal', '-shm']) chmodSync(`${plant.file}${end}`, 0o644);
    expect(await asOrdinaryUser(async () => judge(join(folder, 'plant.backup')))).toBe('PATH_REFUSED');
  });

  it('has room for the store and a tenth more', () => {
    const { size } = sizeUp(plant.file);
    const needed = Math.ceil(size * 1.1) + 4 * 1024 ** 2;
    const withFree = (free: number): Around => ({ ...plenty, freeBytes: () => free });
    expect(judge(inside('new'), withFree(needed))).toBe(inside('new'));
    expect(judge(inside('new'), withFree(needed - 1))).toBe('STORE_FULL');
  });

  it.each(['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'fuse.rclone'])(
    'is not on a share of kind %s',
    (kind) => {
      const mounts = `/dev/sda1 / ext4 rw 0 0\nserver:/plant ${plant.folder} ${kind} rw 0 0\n`;
      expect(judge(inside('elsewhere', 'new.backup'), { ...plenty, mounts: () => mounts })).toBe('PATH_REFUSED');
    },
  );
});

describe('the mount a file lies on', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/a /mnt/a nfs4 rw 0 0',
    '/dev/sdb1 /mnt/a/disk xfs rw 0 0',
    'server:/b /mnt/my\\040share cifs rw 0 0',
    'tmpfs /over tmpfs rw 0 0',
    'host:/ /over fuse.sshfs rw 0 0',
  ].join('\n');
  it.each([
    ['/home/ann/plant.backup', undefined],
    ['/mnt/a/plant.backup', 'nfs4'],
    ['/mnt/a/disk/plant.backup', undefined],
    ['/mnt/another/plant.backup', undefined],
    ['/mnt/my share/plant.backup', 'cifs'],
    ['/over/plant.backup', 'fuse.sshfs'],
    ['\\\\server\\share\\plant.backup', 'share'],
    ['\\\\?\\C:\\plant.backup', undefined],
    ['C:\\plant.backup', undefined],
  ])('of %s is %s', (file, kind) => {
    expect(networkMount(file, mounts)).toBe(kind);
  });
});
