// Plain JavaScript, as start.mjs is, which reads it first.
import { readFileSync, statSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The folder of the program as one file (programBundle.ts). */
export const bundle = new URL('out/program/', root);

/** Whether all that the bundle was made of has the size and the time it had, so that no edit is missed. */
export function isBundleCurrent() {
  try {
    const madeOf = JSON.parse(readFileSync(new URL('made-of.json', bundle), 'utf8'));
    return Object.entries(madeOf).every(([path, [size, mtimeMs]]) => {
      const found = statSync(new URL(path, root));
      return found.size === size && found.mtimeMs === mtimeMs;
    });
  } catch {
    return false;
  }
}
