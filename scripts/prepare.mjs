// Runs behind `npm ci`, so that the first start need not build. Plain JavaScript: an old Node must be able to read it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const canBuild =
  Number(process.versions.node.split('.')[0]) >= 24 && existsSync(inProject('node_modules/electron-vite'));

if (canBuild) {
  const parts = [`renderer=${inProject('out/renderer')}`, `program=${inProject('out/program')}`];
  const { status } = spawnSync(process.execPath, [inProject('scripts/build.ts'), ...parts], { stdio: 'inherit' });
  // A start builds what is missing, and says what is wrong.
  if (status !== 0) console.error('Lotline could not be built yet; the first start tries again.');
}
