import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder, sweepTemporaryFolders } from '#main/store/temporaryFolders.ts';

describe('a later start', () => {
  it('removes what a killed program left in the temporary folder, and nothing of anybody else', () => {
    const parent = mkdtempSync(join(tmpdir(), 'lotline-swept-'));
    try {
      const gone = spawnSync(process.execPath, ['-e', '']).pid;
      const folder = (name: string): string => {
        mkdirSync(join(parent, name));
        writeFileSync(join(parent, name, 'recall.pdf'), 'whom it concerns');
        return join(parent, name);
      };
      const left = ['spool', 'upload', 'drill', 'work'].map((use) => folder(`lotline-${use}-${gone}-a1B2c3`));
      const own = makeTemporaryFolder('spool', parent);
      const others = [
        folder(`lotline-spool-${process.ppid}-a1B2c3`),
        folder(`lotline-notes-${gone}-a1B2c3`),
        folder(`other-spool-${gone}-a1B2c3`),
        folder(`lotline-spool-${gone}`),
        folder('papers'),
      ];
      const link = join(parent, `lotline-spool-${gone}-link12`);
      symlinkSync(join(parent, 'papers'), link);
      writeFileSync(join(parent, `lotline-spool-${gone}-file12`), '');
      sweepTemporaryFolders(parent);
      expect(left.filter((path) => existsSync(path))).toEqual([]);
      expect([own, link, ...others].filter((path) => !existsSync(path))).toEqual([]);
      expect(existsSync(join(parent, 'papers', 'recall.pdf'))).toBe(true);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });

  it('goes on where the temporary folder cannot be read', () => {
    expect(() => sweepTemporaryFolders('/nowhere/at/all')).not.toThrow();
  });
});
