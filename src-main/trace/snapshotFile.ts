import { open, readFile, rename, rm } from 'node:fs/promises';
import type { TraceIndex } from './index.ts';
import { decodeSnapshot, encodeSnapshot, type SnapshotStamp } from './snapshot.ts';

/** Writes a snapshot beside the file and puts it in its place when it is complete, so that a reader never meets half of one. */
export async function saveSnapshot(path: string, index: TraceIndex, stamp: SnapshotStamp): Promise<void> {
  const bytes = encodeSnapshot(index, stamp);
  const beside = `${path}.new`;
  try {
    await rm(beside, { force: true });
    // Never through a link that somebody put under this name.
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Reads a snapshot; undefined when there is none or it must not be used (see decodeSnapshot): then the index is rebuilt. */
export async function loadSnapshot(
  path: string,
  expected: Parameters<typeof decodeSnapshot>[1],
): Promise<{ index: TraceIndex; sequence: number } | undefined> {
  const bytes = await readAll(path);
  return bytes && decodeSnapshot(bytes, expected);
}

async function readAll(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    // A snapshot only saves time and is the only copy of nothing: if anything is wrong with it, the index is rebuilt.
    return undefined;
  }
}
