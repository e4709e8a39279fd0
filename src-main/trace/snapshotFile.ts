import { createHmac, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { TraceIndex } from './index.ts';
import { decodeSnapshot, encodeSnapshot, type SnapshotStamp } from './snapshot.ts';

/**
 * What seals snapshots: a secret of this workstation (HMAC-SHA256, RFC 2104), kept where those who can write the
 * snapshot need not be able to read it. A checksum alone could be made by anybody.
 */
export type SealingKey = Buffer;

const sealBytes = 32;
const readAtOnce = 16 * 1024 ** 2;

/** Writes a snapshot beside the file and puts it in its place when it is complete, so that a reader never meets half of one. */
export async function saveSnapshot(
  path: string,
  index: TraceIndex,
  { key, ...stamp }: SnapshotStamp & { key: SealingKey },
): Promise<void> {
  const bytes = encodeSnapshot(index, stamp);
  const beside = `${path}.new`;
  try {
    await rm(beside, { force: true });
    // Never through a link that somebody put under this name.
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.writeFile(createHmac('sha256', key).update(bytes).digest());
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Reads a snapshot; undefined when there is none, when it is larger than `mostBytes`, when it was not sealed with `key`,
 * or when it must not be used (see decodeSnapshot): then the index is rebuilt.
 */
export async function loadSnapshot(
  path: string,
  { key, mostBytes, ...expected }: Parameters<typeof decodeSnapshot>[1] & { key: SealingKey; mostBytes: number },
): Promise<{ index: TraceIndex; sequence: number } | undefined> {
  const bytes = await readSealed(path, key, mostBytes).catch(() => undefined);
  return bytes && decodeSnapshot(bytes, expected);
}

/** What stands before the seal, where the seal is of this key. */
async function readSealed(path: string, key: SealingKey, mostBytes: number): Promise<Buffer | undefined> {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  // A link may lead to what never ends, and a pipe waits for its writer. Windows has neither flag.
  const file = await open(path, O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size <= sealBytes || found.size > mostBytes) return undefined;
    const bytes = Buffer.allocUnsafeSlow(found.size - sealBytes);
    const seal = Buffer.alloc(sealBytes);
    const digest = createHmac('sha256', key);
    for (let at = 0; at < bytes.length; at += readAtOnce) {
      const part = bytes.subarray(at, at + readAtOnce);
      if (!(await fill(file, part, at))) return undefined;
      digest.update(part);
    }
    if (!(await fill(file, seal, bytes.length))) return undefined;
    return timingSafeEqual(seal, digest.digest()) ? bytes : undefined;
  } finally {
    await file.close();
  }
}

/** Whether the file has bytes enough from there on. */
async function fill(file: FileHandle, into: Buffer, position: number): Promise<boolean> {
  for (let done = 0; done < into.length; ) {
    const { bytesRead } = await file.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  return true;
}
