// Runs behind `npm ci`, so that the first start need not build. Plain JavaScript: an old Node must be able to read it.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Longer than this, in milliseconds, nobody's installation waits for a trial. */
const longestTrialMs = 20_000;
const canBuild =
  Number(process.versions.node.split('.')[0]) >= 24 && existsSync(inProject('node_modules/electron-vite'));

if (canBuild) {
  const parts = [`renderer=${inProject('out/renderer')}`, `program=${inProject('out/program')}`];
  const built = await Promise.all(parts.map(build));
  if (built.every((status) => status === 0)) await startOnce();
  // A start builds what is missing, and says what is wrong.
  else console.error('Lotline could not be built yet; the first start tries again.');
}

/** Builds one part, beside others; answers the exit status. */
function build(part) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject('scripts/build.ts'), part], { stdio: 'inherit' });
    child.once('close', resolve).once('error', () => resolve(1));
  });
}

/** Starts the program on a store that is thrown away, so that what Node compiles of it is there for the first start. */
async function startOnce() {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-prepare-'));
  const serving = ['cli', 'serve', '--until-stdin-ends', '--store', join(folder, 'trial.lotline')];
  const env = { ...process.env, HOME: folder, LOCALAPPDATA: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder };
  const program = spawn(process.execPath, [inProject('scripts/start.mjs'), ...serving], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: longestTrialMs,
  });
  const ended = new Promise((resolve) => program.once('close', resolve).once('error', resolve));
  createInterface({ input: program.stdout }).once('line', (address) => {
    void fetch(address)
      .catch(() => undefined)
      .finally(() => program.stdin.end());
  });
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
