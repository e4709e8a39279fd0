import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, mergeConfig } from 'vite';
import { programBundle } from './programBundle.ts';

/**
 * `node scripts/build.ts PART=FOLDER …` builds parts of the program, each into a folder of the caller's, which can then
 * take the place of the one a running program may be reading: main, preload and renderer as electron.vite.config.ts
 * says, and program, the file that `npm start` runs. `npm run build` builds all of them in their places.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
// electron-vite reads package.json where it runs; without one it would take every package into what it builds.
process.chdir(root);
let desktop: Awaited<ReturnType<typeof resolveConfig>> | undefined;
for (const wanted of process.argv.slice(2)) {
  const at = wanted.indexOf('=');
  const [part, outDir] = [wanted.slice(0, at), wanted.slice(at + 1)];
  if (part === 'program') await build(programBundle(resolve(outDir)));
  else if (part === 'main' || part === 'preload' || part === 'renderer') {
    desktop ??= await resolveConfig({ root, logLevel: 'error' }, 'build', 'production');
    await build(mergeConfig(desktop.config?.[part] ?? {}, { build: { outDir } }));
  } else throw new Error(`there is no part called ${part}`);
}
