import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the screens into out/renderer. Paths are relative, so that every host can serve them from where it likes. */
// Vite wants its configuration as the default export.
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Browsers that know light-dark() and constructed style sheets; Electron is newer than all of them.
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.6'],
    minify: true,
    // Nothing as data: addresses, which the page's security policy allows for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
