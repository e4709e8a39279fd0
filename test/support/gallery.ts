import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, mergeConfig } from 'vite';
import { answerAsset, readScreens } from '#main/app/screens.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The gallery of components, built as the screens are; `answer` gives each of its files as a host would. */
export async function buildGallery(): Promise<{ answer: (path: string) => Response | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-gallery-'));
  try {
    const { config } = await resolveConfig({ root, logLevel: 'error' }, 'build', 'production');
    const rolldownOptions = { input: join(root, 'src-renderer', 'gallery.html') };
    await build(mergeConfig(config?.renderer ?? {}, { build: { outDir: folder, rolldownOptions } }));
    const files = readScreens(folder);
    return { answer: (path) => answerAsset(files, path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
