import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asked, app } from './electronStandIn.ts';
import { askHost, askScheme } from './electron.ts';

/**
 * Runs a packaged main process in plain Node, with the stand-in for `electron` and nothing else of the project, and
 * prints what it answered as one line of JSON. Arguments: the unpacked archive, and a folder for its data.
 */
const [folder = '', home = ''] = process.argv.slice(2);
const standIn = new URL('./electronStandIn.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
Object.assign(process.env, { XDG_DATA_HOME: home, LOCALAPPDATA: home, HOME: home });
process.argv = [process.execPath, `--store=${join(home, 'packaged.lotline')}`];

const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// oxlint-disable-next-line house/folders -- built code outside of the project is what is run here
await import(pathToFileURL(join(folder, main)).href);
while ((asked.windows[0]?.addresses.length ?? 0) + asked.errors.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const roots = [{ product: 'APR-PUREE', lot: 'AP-0028' }];
const answers =
  asked.errors.length > 0
    ? {}
    : {
        whoAmI: await askHost(['people', 'whoAmI'], {}),
        // Read by one worker, recomputed by another: both run from the archive.
        imported: await askHost(['exchange', 'importDemo'], { plant: 'food' }),
        verified: await askHost(['audit', 'verify'], {}),
        // Drawn by a third, with the fonts it brings along.
        drawn: await askHost(['reports', 'draw'], {
          report: 'trace',
          parameters: { question: { roots, direction: 'downstream' } },
          format: 'pdf',
        }),
        page: (await askScheme('app://bundle/')).status,
      };
const preload = asked.windows[0]?.options['webPreferences'];
process.stdout.write(`${JSON.stringify({ errors: asked.errors, preload, ...answers })}\n`);
app.emit('window-all-closed');
