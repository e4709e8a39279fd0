import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '#shared/kernel/json.ts';
import type { Acknowledged } from './acknowledged.ts';
import { writeWhole } from './anchor.ts';
import { hex } from './chain.ts';
import { readRegularFile } from './regularFiles.ts';

const place = z.object({
  v: z.literal(1),
  path: z.string(),
  stores: z.array(z.string()),
  ends: z.record(z.string(), z.object({ seq: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) })).default({}),
});

type Place = z.infer<typeof place>;

/**
 * The identities of the stores that this workstation made, restored or opened at a path. The identity is written in the
 * file itself, and whoever exchanges it would be rid of everything that is remembered under the old one.
 */
export const storesKnownAt = (folder: string, file: string): string[] => placeAt(folder, file).stores;

/**
 * The last entry that this workstation remembers to have acknowledged of a store at a path. A copy of the store elsewhere
 * may go on from another one.
 */
export function endKnownAt(folder: string, file: string, storeId: string): Acknowledged | undefined {
  const { [storeId]: end } = placeAt(folder, file).ends;
  return end && { seq: end.seq, hash: Buffer.from(end.hash, 'hex') };
}

/**
 * Takes a store for one that belongs at a path, and what was acknowledged of it there for what it must hold.
 * @throws the system's error when the folder cannot be written
 */
export function rememberPlace(folder: string, file: string, storeId: string, end?: Acknowledged): void {
  const known = placeAt(folder, file);
  if (known.stores.includes(storeId) && end === undefined) return;
  const stores = [...new Set([...known.stores, storeId])];
  const ends = end === undefined ? known.ends : { ...known.ends, [storeId]: { seq: end.seq, hash: hex(end.hash) } };
  write(folder, { ...known, stores, ends });
}

/** For a store that is taken back to an earlier state on purpose. @throws as rememberPlace */
export function forgetEnd(folder: string, file: string, storeId: string): void {
  const known = placeAt(folder, file);
  const { [storeId]: end, ...ends } = known.ends;
  if (end !== undefined) write(folder, { ...known, ends });
}

function placeAt(folder: string, file: string): Place {
  const nothing: Place = { v: 1, path: file, stores: [], ends: {} };
  try {
    const found = place.parse(parseJson(readRegularFile(placeFile(folder, file))));
    return found.path === file ? found : nothing;
  } catch {
    // Nothing is known where nothing can be read.
    return nothing;
  }
}

function write(folder: string, known: Place): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(placeFile(folder, known.path), JSON.stringify(known));
}

const placeFile = (folder: string, file: string): string =>
  join(folder, `place-${createHash('sha256').update(file).digest('hex').slice(0, 32)}.json`);
