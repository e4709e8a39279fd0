import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Marks, readMarks, readMarksAt } from '#main/features/trace/feed/feed.queries.ts';
import { noHash } from '#main/store/chain.ts';
import { hashAt } from '#main/store/entries.ts';
import { removeTemporaryFile, temporaryFileOf } from '#main/store/temporaryFiles.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { decodeSnapshot } from '#main/trace/snapshot.ts';
import { loadSnapshot, type SealingKey } from '#main/trace/snapshotFile.ts';
import { dataFolder } from './config.ts';

/** What figure kinds and references mean; raise it when trace/figures/figureKinds.ts changes. */
export const meaning = 'figures-3';

/** A smaller store is indexed anew in less time than a snapshot takes to read: none is written, and none is believed. */
export const worthASnapshot = 20_000;

/** Where the snapshot of a store's trace index lies. It spares the next start some time and may be deleted. */
export const traceFileOf = (store: string): string => `${store}-trace`;

/** A trace index, and the state of the store that it is in step with. */
export type Held = { index: TraceIndex; marks: Marks };

/** The same in shared memory, for another thread. */
export type CopiedIndex = { bytes: Uint8Array; marks: Marks };

/** What a copy is stamped with: it is of this very store. */
export const ofNoEntry = { sequence: 0, hash: noHash } as const;

/** The index of a copy. */
export function indexOf({ bytes, marks }: CopiedIndex): Held | undefined {
  const found = decodeSnapshot(bytes, { meaning, hashAt: () => noHash });
  return found && { index: found.index, marks };
}

type Loading = { key?: SealingKey | undefined; leastMovements?: number };

/** The index a snapshot holds; undefined where there is none, none of this store, or none that this workstation sealed. */
export async function loadIndex(
  db: Database,
  file: string,
  { key = sealingKey(), leastMovements = worthASnapshot }: Loading = {},
): Promise<Held | undefined> {
  const { movement, link, node } = readMarks(db);
  if (key === undefined || movement < leastMovements) return undefined;
  // An index takes less than a hundred bytes a movement; what is far larger is none.
  const mostBytes = 2 ** 20 + 256 * (movement + link + node);
  const found = await loadSnapshot(file, { key, mostBytes, meaning, hashAt: (seq) => hashAt(db, seq) });
  if (found === undefined) return undefined;
  return { index: found.index, marks: readMarksAt(db, found.sequence, found.index.nodeCount) };
}

const keyBytes = 32;

/**
 * The key that seals this workstation's snapshots, made when it is first asked for; undefined where none can be kept.
 * Where it is lost, snapshots are made anew.
 */
export function sealingKey(file = join(dataFolder(), 'trace-key')): SealingKey | undefined {
  try {
    return readKey(file) ?? makeKey(file);
  } catch {
    return undefined;
  }
}

function readKey(file: string): Buffer | undefined {
  try {
    const key = readFileSync(file);
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Two programs may make it at once: the later one stays, and what the other sealed is made anew. */
function makeKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  const draft = temporaryFileOf(file);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  removeTemporaryFile(draft);
  writeFileSync(draft, key, { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
  return key;
}
