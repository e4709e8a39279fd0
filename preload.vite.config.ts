import { defineConfig } from 'vite';

/** Builds the preload beside the built main process. A sandboxed preload must be one file of CommonJS. */
// Vite wants its configuration as the default export.
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: 'dist/hosts/electron',
    // The main process lies there already.
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: 'src-main/hosts/electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
