import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { takeLock } from '#main/store/lock.ts';
import { codeOf, refusalOf } from '../support/app.ts';
import { asOrdinaryUser, buildStore, openAt } from '../support/stores.ts';

/** Another program that has the store open for writing. */
async function holdElsewhere(file: string): Promise<{ pid: number; kill(): Promise<void> } & AsyncDisposable> {
  const script = fileURLToPath(new URL('../support/holdStore.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, 'Mara'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    gone.then(() => Promise.reject(new Error('the other program did not open the store'))),
  ]);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  return { pid: child.pid ?? 0, kill, [Symbol.asyncDispose]: kill };
}

describe('while another program writes', () => {
  it('a second one is refused with who it is, reads on, and may write once the first was killed', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    await using other = await holdElsewhere(plant.file);
    const { code, message, details } = await refusalOf(openAt(plant.file, 'write'));
    expect(code).toBe('STORE_BUSY');
    expect(details).toEqual({
      person: 'Mara',
      workstation: 'PACKING-2',
      host: 'electron',
      pid: other.pid,
      since: '2026-06-01T08:00:00Z',
    });
    expect(message).toMatch(/Mara on PACKING-2/);
    expect(await codeOf(openAt(plant.file, 'create'))).toBe('STORE_BUSY');
    const reader = await openAt(plant.file, 'read');
    expect(reader.head().seq).toBe(0);
    await reader.close();

    await other.kill();
    const writer = await openAt(plant.file, 'write');
    expect(writer.cleanExit).toBe(false);
    expect(
      await writer.work((work) =>
        work.run("insert into place (code, name, site, kind, version) values ('A', '', 'M', 'dock', 1)"),
      ),
    ).toBe(1);
    await writer.close();
  });
});

describe('what lies in the place of a lock', () => {
  const others: Record<string, (place: string) => void> = {
    'a letter': (place) => writeFileSync(place, 'dear colleagues '.repeat(500)),
    'a database of another kind': (place) => {
      const db = new Database(place);
      db.exec('create view holder as select 1 as id, 2 as said');
      db.close();
    },
    ...(process.platform === 'win32' ? {} : { 'a pipe': (place) => void execFileSync('mkfifo', [place]) }),
  };
  it.each(Object.entries(others))('is named, and not the store, where it is %s', async (_what, put) => {
    await using plant = await buildStore();
    await plant.store.close();
    rmSync(`${plant.file}-lock`, { force: true });
    put(`${plant.file}-lock`);
    const refused = await refusalOf(openAt(plant.file, 'write'));
    expect(refused.code).toBe('PATH_REFUSED');
    expect(refused.message).toMatch(/-lock is .*Remove it/);
    const reader = await openAt(plant.file, 'read');
    await reader.close();
  });
});

describe('the lock of a store', () => {
  it('is held against the same program too, and free after closing', async () => {
    await using plant = await buildStore();
    const { code, details } = await refusalOf(openAt(plant.file, 'write'));
    expect([code, details['person']]).toEqual(['STORE_BUSY', 'tester']);
    await plant.store.close();
    const again = await openAt(plant.file, 'write');
    await again.close();
  });

  it('is free again when opening fails after it was taken', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    chmodSync(plant.folder, 0o777);
    chmodSync(plant.file, 0o444);
    chmodSync(`${plant.file}-lock`, 0o666);
    await asOrdinaryUser(async () => expect(await codeOf(openAt(plant.file, 'write'))).toBe('STORE_READ_ONLY'));
    chmodSync(plant.file, 0o644);
    const again = await openAt(plant.file, 'write');
    await again.close();
  });

  it('may be released twice, and taken by the next', async () => {
    await using plant = await buildStore();
    await plant.store.close();
    const first = takeLock(plant.file, { person: 'x', workstation: 'y', host: 'z', pid: 1, since: '' });
    expect(() => takeLock(plant.file, { person: 'a', workstation: 'b', host: 'c', pid: 2, since: '' })).toThrow(
      /by x on y \(process 1/,
    );
    first.release();
    first.release();
    takeLock(plant.file, { person: 'a', workstation: 'b', host: 'c', pid: 2, since: '' }).release();
  });
});
