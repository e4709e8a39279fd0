import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore, type OpenStore, type Store } from '#main/store/store.ts';

const holder = {
  person: 'tester',
  workstation: 'BENCH',
  host: 'test',
  pid: process.pid,
  since: '2026-06-01T08:00:00Z',
};

export { entities } from '#main/app/entities.ts';
export { StaleView } from '#main/store/views.ts';

export const openAt = (file: string, mode: OpenStore['mode']): Promise<Store> =>
  openStore({ file, entities: loadEntities, mode, holder, now: 1, newId: () => 'store-of-a-test' });

export type TestStore = { folder: string; file: string; store: Store } & AsyncDisposable;

/** A new store in a folder of its own. */
export async function buildStore(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-store-'));
  const file = join(folder, 'plant.lotline');
  const store = await openAt(file, 'create');
  return {
    folder,
    file,
    store,
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder with a copy of a closed store file in it. */
export function copyStore(of: string): { folder: string; file: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-store-'));
  const file = join(folder, 'plant.lotline');
  copyFileSync(of, file);
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every file of a folder and a digest of its bytes. */
export const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => [
        entry.name,
        entry.isDirectory() ? 'a folder' : digestOf(readFileSync(join(folder, entry.name))),
      ]),
  );

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const emptyFile = digestOf(Buffer.alloc(0));

/** Runs as a person without an administrator's rights, whom a file's rights do hold off. */
export async function asOrdinaryUser<T>(job: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await job();
  process.seteuid?.(65534);
  try {
    return await job();
  } finally {
    process.seteuid?.(0);
  }
}
