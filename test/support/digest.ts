import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A digest of files and folders of the project, named from its root; `beside` is what else counts. */
export function digestOf(paths: readonly string[], beside = ''): string {
  const digest = createHash('sha256').update(beside);
  const files = paths.flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path]));
  for (const file of files.toSorted()) digest.update(`${file}\0`).update(readFileSync(join(root, file)));
  return digest.digest('hex');
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
