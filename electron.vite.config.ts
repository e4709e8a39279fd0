import { globSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Where `npm run dev` serves the screens. */
const devPort = 5173;
// Whole paths, as builds are also started from other folders.
const inProject = (path: string): string => join(import.meta.dirname, path);

/** How the program is built: the desktop's main process, its preload, and the screens of every host. */
// electron-vite wants its configuration as the default export.
export default defineConfig(({ command }) => ({
  /**
   * Into dist, file by file: `dist/X.js` is `src-main/X.ts`, and lies as deep, so that addresses beside
   * `import.meta.url` (workers, demo plants, screens) hold built as they do from source. The packages of
   * "dependencies" are left out: the packaged program brings them along.
   */
  main: {
    build: {
      outDir: inProject('dist'),
      // The preload lies in there too, and would be gone after the first change under `npm run dev`.
      emptyOutDir: command === 'build',
      target: 'node24',
      rolldownOptions: {
        // Each worker is an input of its own: nothing imports it.
        input: [
          'src-main/hosts/electron/main.ts',
          ...globSync('src-main/**/*.worker.ts', { cwd: import.meta.dirname }),
        ].map(inProject),
        output: { format: 'es', preserveModules: true, preserveModulesRoot: 'src-main', entryFileNames: '[name].js' },
      },
    },
  },
  /** Beside the built main process. A sandboxed preload must be one file of CommonJS, with every package inside. */
  preload: {
    build: {
      outDir: inProject('dist/hosts/electron'),
      // The main process lies there already.
      emptyOutDir: false,
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: inProject('src-main/hosts/electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  /** Into out/renderer. Paths are relative, so that every host can serve them from where it likes. */
  renderer: {
    root: inProject('src-renderer'),
    base: './',
    plugins: [react()],
    // A window asks for screens by its own scheme (devScreens.ts), so a page must be told where its changes come from.
    server: {
      host: 'localhost',
      port: devPort,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: devPort },
    },
    build: {
      outDir: inProject('out/renderer'),
      emptyOutDir: true,
      // What the browsers below know is more than this. It may not be a list: electron-vite would join it to its own.
      target: 'es2024',
      // Browsers that know light-dark() and constructed style sheets; Electron is newer than all of them.
      cssTarget: ['chrome125', 'edge125', 'firefox128', 'safari17.6'],
      minify: true,
      // One sheet, whose order is the same whichever screen is opened first.
      cssCodeSplit: false,
      // Nothing as data: addresses, which the page's security policy allows for pictures only.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: inProject('src-renderer/index.html') },
    },
  },
}));
