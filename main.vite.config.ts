import { globSync } from 'node:fs';
import { defineConfig } from 'vite';

/**
 * Builds the desktop's main process into dist, file by file: `dist/X.js` is `src-main/X.ts`, and lies as deep, so that
 * addresses beside `import.meta.url` (workers, demo plants, screens) hold built as they do from source. Packages are
 * left out: the packaged program brings those of "dependencies" along.
 */
// Vite wants its configuration as the default export.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      // Each worker is an input of its own: nothing imports it.
      input: ['src-main/hosts/electron/main.ts', ...globSync('src-main/**/*.worker.ts', { cwd: import.meta.dirname })],
      external: ['electron'],
      output: { preserveModules: true, preserveModulesRoot: 'src-main', entryFileNames: '[name].js' },
    },
  },
});
