// Plain JavaScript: what compiles TypeScript takes longer to load than all of this.
import './needsNode.mjs';
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
// Whole: an older Node does not have the name that is used, and needsNode.mjs could not say so.
import module from 'node:module';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * What `npm start` and `lotline` run: the program from its bundle (programBundle.ts), which loads in less than half the
 * time, where there is one of the very sources that lie here; else from the sources.
 */
const root = new URL('../', import.meta.url);
const bundle = new URL('out/program/', root);
const args = process.argv.slice(2);

const launcher = isCurrent() ? await loadBundle() : undefined;
if (launcher !== undefined) {
  process.exitCode = await launcher.launch(args);
  // Nothing of a finished command may keep the program alive; all it wrote has left.
  process.exit();
}
if (args[0] !== 'cli') bundleForNextTime();
await import('#main/start.ts');

/** Whether all that the bundle was made of has the size and the time it had, so that no edit is missed. */
function isCurrent() {
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

/** Undefined for a bundle that is damaged or half written. */
async function loadBundle() {
  module.enableCompileCache(fileURLToPath(new URL('compiled', bundle)));
  try {
    const loaded = await import('../out/program/launcher.js');
    return typeof loaded.launch === 'function' ? loaded : undefined;
  } catch {
    return undefined;
  }
}

/** Bundles beside the program that runs, behind everything else this computer does. */
function bundleForNextTime() {
  const build = fileURLToPath(new URL('build.ts', import.meta.url));
  const child = spawn(process.execPath, [build, `program=${fileURLToPath(bundle)}`], { stdio: 'ignore' });
  child.once('error', () => undefined).unref();
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
}
