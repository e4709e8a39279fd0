import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAsset, readScreens, type Screens } from '#main/app/screens.ts';

let folder: string;
let screens: Screens;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotline-screens-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'inter.woff2'), 'font');
  writeFileSync(join(folder, 'notes.secret'), 'left behind by somebody');
  screens = readScreens(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the built screens', () => {
  it('are what lay in the folder, by path and type; files of no known type are left out', () => {
    expect(
      [...screens]
        .map(([path, { type, hashed }]) => [path, type, hashed])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual([
      ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8', true],
      ['/assets/inter.woff2', 'font/woff2', true],
      ['/index.html', 'text/html; charset=utf-8', false],
    ]);
  });

  it('are answered by their exact path', async () => {
    expect(await answerAsset(screens, '/')?.text()).toBe('<!doctype html>');
    expect(answerAsset(screens, '/index.html')?.headers.get('content-length')).toBe('15');
    for (const path of [
      '',
      'index.html',
      '//index.html',
      '/index.html/',
      '/assets',
      '/assets/',
      '/../index.html',
      '/constructor',
    ]) {
      expect(answerAsset(screens, path), path).toBeUndefined();
    }
  });

  it('stay as they were read', async () => {
    writeFileSync(join(folder, 'index.html'), 'changed');
    expect(await answerAsset(screens, '/')?.text()).toBe('<!doctype html>');
  });
});
