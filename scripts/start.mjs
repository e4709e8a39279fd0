// Plain JavaScript: what compiles TypeScript takes longer to load than all of this.
import './needsNode.mjs';
import { bundle, isBundleCurrent } from './bundleState.mjs';
import { spawn } from 'node:child_process';
// Whole: an older Node does not have the name that is used, and needsNode.mjs could not say so.
import module from 'node:module';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * What `npm start` and `lotline` run: the program from its bundle (programBundle.ts), which loads in less than half the
 * time, where there is one of the very sources that lie here; else from the sources.
 */
const args = process.argv.slice(2);

const launcher = isBundleCurrent() ? await loadBundle() : undefined;
if (launcher !== undefined) {
  process.exitCode = await launcher.launch(args);
  // Nothing of a finished command may keep the program alive; all it wrote has left.
  process.exit();
}
if (args[0] !== 'cli') bundleForNextTime();
await import('#main/start.ts');

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
