import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demoPlants } from '#shared/exchange/vocabulary.ts';

const options = z
  .object({
    /** The store to open; undefined means the one that is open, or the person's own. */
    store: z.string().min(1).max(4096).optional(),
    /** Fill the store with a demo plant when it is new. */
    isDemo: z.boolean(),
    /** Which one; by default the food plant. */
    plant: z.enum(demoPlants).optional(),
    /** A folder, a workbook or files to import. */
    importFrom: z.array(z.string().min(1).max(4096)).max(100),
  })
  .strict();

/** What somebody who starts Lotline wants of it. Paths are whole. */
export type LaunchOptions = z.infer<typeof options>;

/** Reads what is behind the program's name, as seen from the folder it was started in. */
export function readArguments(args: readonly string[]): LaunchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Electron and the system put switches of their own beside ours.
    strict: false,
    allowPositionals: true,
    options: { store: { type: 'string' }, demo: { type: 'boolean' }, plant: { type: 'string' } },
  });
  const { store } = values;
  const plant = demoPlants.find((name) => name === values.plant);
  return {
    ...(typeof store === 'string' && store !== '' ? { store: resolve(store) } : {}),
    isDemo: values.demo === true,
    ...(plant === undefined ? {} : { plant }),
    importFrom: positionals.map((path) => resolve(path)),
  };
}

/** The options from a second start of the program; undefined when it cannot be read. */
export const readHandedOver = (data: unknown): LaunchOptions | undefined => options.safeParse(data).data;
