import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders with our sources. The linter is given them by name, because it walks everything otherwise. */
export const sourceFolders = ['src-shared', 'src-main', 'src-renderer', 'test', 'scripts'];

/** All files below a folder of the project, as paths from its root with forward slashes. */
export function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
