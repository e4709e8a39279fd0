import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '#main/app/config.ts';
import { launch } from './launcher.ts';

/** The program from its sources as they stand; `npm start` and `lotline` run its bundle where there is one of them (scripts/start.mjs). */
// Halves the time a command takes to start. Where nothing can be kept, nothing is.
enableCompileCache(join(cacheFolder(), 'compiled'));
process.exitCode = await launch(process.argv.slice(2));
// Nothing of a finished command may keep the program alive; all it wrote has left.
process.exit();
