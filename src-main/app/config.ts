import { mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type DemoPlant, demoPlants } from '#shared/exchange/vocabulary.ts';

/** What decides where things lie on this computer. */
export type Surroundings = {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  home: string;
};

export const surroundings = (): Surroundings => ({
  platform: process.platform,
  environment: process.env,
  home: isAbsolute(homedir()) ? homedir() : userInfo().homedir,
});

/** The person's application data, where each platform wants it. */
export function dataFolder({ platform, environment, home }: Surroundings = surroundings()): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Lotline');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lotline');
  const given = environment['XDG_DATA_HOME'] ?? '';
  // The XDG specification has relative paths ignored.
  return join(isAbsolute(given) ? given : join(home, '.local', 'share'), 'lotline');
}

/** Where what can be made again is kept for this person alone. */
export function cacheFolder({ platform, environment, home }: Surroundings = surroundings()): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Lotline', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Lotline');
  const given = environment['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(given) ? given : join(home, '.cache'), 'lotline');
}

/** Where anchors are kept outside of stores: the heads verified here, and the folder for daily ones, else LOTLINE_ANCHORS. */
export function anchorPlaces(
  named: string | undefined,
  around: Surroundings = surroundings(),
): { heads: string; daily: string | undefined; key: string } {
  const daily = named ?? (around.environment['LOTLINE_ANCHORS'] || undefined);
  return {
    heads: join(dataFolder(around), 'heads'),
    daily: daily === undefined ? undefined : resolve(daily),
    key: siteKeyFile(around),
  };
}

/** Where this computer's own key for anchors lies, sealed. */
export const siteKeyFile = (around: Surroundings = surroundings()): string => join(dataFolder(around), 'site-key.json');

/** The store to work with: the one named, else LOTLINE_STORE, else the person's own. */
export function storeFile(named: string | undefined, around: Surroundings = surroundings()): string {
  const given = named ?? (around.environment['LOTLINE_STORE'] || undefined);
  return given === undefined ? join(dataFolder(around), 'plant.lotline') : resolve(given);
}

/** The store of a demo plant, beside the person's own, so that trying things never touches a plant's records. */
export const demoStoreFile = (around: Surroundings = surroundings(), plant: DemoPlant = 'food'): string =>
  join(dataFolder(around), plant === 'food' ? 'demo.lotline' : `demo-${plant}.lotline`);

export const demoPlantNamed = (name: string): DemoPlant | undefined => demoPlants.find((plant) => plant === name);

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged: what LOTLINE_LOG names; a blank, or what is no level, is as if nothing stood there. */
export const logLevel = ({ environment }: Surroundings = surroundings()): (typeof logLevels)[number] =>
  logLevels.find((level) => level === environment['LOTLINE_LOG']?.trim().toLowerCase()) ?? 'warn';

/** Makes the application-data folder for a store that lies in it; the folder of any other store is its owner's to make. */
export function prepareFolder(file: string, around: Surroundings = surroundings()): void {
  if (dirname(file) === dataFolder(around)) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}
