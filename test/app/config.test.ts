import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  anchorPlaces,
  cacheFolder,
  dataFolder,
  demoStoreFile,
  prepareFolder,
  type Surroundings,
  storeFile,
  logLevel,
  surroundings,
} from '#main/app/config.ts';
import { demoPlants } from '#shared/exchange/vocabulary.ts';

const home = join('/', 'home', 'qa');
const around = (platform: NodeJS.Platform, environment: Record<string, string> = {}): Surroundings => ({
  platform,
  environment,
  home,
});

describe('the application data', () => {
  it.each([
    ['linux', {}, join(home, '.local', 'share', 'lotline')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'lotline')],
    ['linux', { XDG_DATA_HOME: 'relative' }, join(home, '.local', 'share', 'lotline')],
    ['darwin', {}, join(home, 'Library', 'Application Support', 'Lotline')],
    ['win32', {}, join(home, 'AppData', 'Local', 'Lotline')],
    ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'Lotline')],
  ] as const)('of %s with %j lie in %s', (platform, environment, folder) => {
    expect(dataFolder(around(platform, environment))).toBe(folder);
  });

  it.each(['linux', 'darwin', 'win32'] as const)('and what can be made again lie apart on %s', (platform) => {
    expect(cacheFolder(around(platform))).not.toBe(dataFolder(around(platform)));
  });

  it('are made for their owner alone when a store is to lie there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotline-config-'));
    try {
      const here = around('linux', { XDG_DATA_HOME: folder });
      prepareFolder(join(folder, 'elsewhere', 'x.lotline'), here);
      expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
      prepareFolder(storeFile(undefined, here), here);
      expect(statSync(dataFolder(here)).mode & 0o077).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('anchors', () => {
  it('lie in the folder named, else in that of LOTLINE_ANCHORS, else in none; the verified heads among the own data', () => {
    const named = around('linux', { LOTLINE_ANCHORS: '/vault' });
    const heads = join(dataFolder(around('linux')), 'heads');
    const key = join(dataFolder(around('linux')), 'site-key.json');
    expect(anchorPlaces('/other', named)).toEqual({ heads, key, daily: '/other' });
    expect(anchorPlaces(undefined, named)).toEqual({ heads, key, daily: '/vault' });
    expect(anchorPlaces(undefined, around('linux', { LOTLINE_ANCHORS: '' }))).toEqual({ heads, key, daily: undefined });
  });
});

describe('the store', () => {
  it('is the one named, else that of LOTLINE_STORE, else the own one', () => {
    const named = around('linux', { LOTLINE_STORE: '/plants/north.lotline' });
    expect(storeFile('/plants/south.lotline', named)).toBe('/plants/south.lotline');
    expect(storeFile(undefined, named)).toBe('/plants/north.lotline');
    expect(storeFile(undefined, around('linux', { LOTLINE_STORE: '' }))).toBe(
      join(dataFolder(around('linux')), 'plant.lotline'),
    );
  });

  it('for trying lies beside the own one, and is another', () => {
    expect(demoStoreFile(around('linux'))).toBe(join(dataFolder(around('linux')), 'demo.lotline'));
    const files = [
      storeFile(undefined, around('linux')),
      ...demoPlants.map((one) => demoStoreFile(around('linux'), one)),
    ];
    expect(new Set(files).size).toBe(3);
  });
});

it('a level of the log that is none is as if there were none', () => {
  const levelOf = (LOTLINE_LOG?: string): string => logLevel({ ...surroundings(), environment: { LOTLINE_LOG } });
  expect(['', ' ', 'loud', undefined].map(levelOf)).toEqual(['warn', 'warn', 'warn', 'warn']);
  expect(['debug', 'ERROR', 'silent'].map(levelOf)).toEqual(['debug', 'error', 'silent']);
});
