import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, mergeConfig } from 'vite';

/**
 * `node scripts/build.ts PART=FOLDER …` builds parts of the program (main, preload, renderer) as electron.vite.config.ts
 * says, each into a folder of the caller's, which can then take the place of the one a running program may be reading.
 * `npm run build` builds all of them in their places.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
// electron-vite reads package.json where it runs; without one it would take every package into what it builds.
process.chdir(root);
const { config } = await resolveConfig({ root, logLevel: 'error' }, 'build', 'production');
for (const wanted of process.argv.slice(2)) {
  const at = wanted.indexOf('=');
  const [part, outDir] = [wanted.slice(0, at), wanted.slice(at + 1)];
  if (part !== 'main' && part !== 'preload' && part !== 'renderer') throw new Error(`there is no part called ${part}`);
  await build(mergeConfig(config?.[part] ?? {}, { build: { outDir } }));
}
