import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '#shared/kernel/json.ts';
import { writeWhole } from './anchor.ts';

const place = z.object({ v: z.literal(1), path: z.string(), stores: z.array(z.string()) });

/**
 * The identities of the stores that this workstation made, restored or opened at a path. The identity is written in the
 * file itself, and whoever exchanges it would be rid of everything that is remembered under the old one.
 */
export function storesKnownAt(folder: string, file: string): string[] {
  try {
    const found = place.parse(parseJson(readFileSync(placeFile(folder, file), 'utf8')));
    return found.path === file ? found.stores : [];
  } catch {
    // Nothing is known where nothing can be read.
    return [];
  }
}

/** Takes a store for one that belongs at a path. @throws the system's error when the folder cannot be written */
export function rememberPlace(folder: string, file: string, storeId: string): void {
  const known = storesKnownAt(folder, file);
  if (known.includes(storeId)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stores = [...known, storeId];
  writeWhole(placeFile(folder, file), JSON.stringify({ v: 1, path: file, stores }));
}

const placeFile = (folder: string, file: string): string =>
  join(folder, `place-${createHash('sha256').update(file).digest('hex').slice(0, 32)}.json`);
