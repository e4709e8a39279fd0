import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Job } from '#shared/jobs/contract.ts';
import { buildMenu, keepWindowState, newFolder, progressOf, readArguments } from '../support/electron.ts';
import { readWindowState, safeStorage, showProgress, systemSecrets } from '../support/electron.ts';
import { isNetworkPath, readMounts, refusedSwitches } from '../support/electron.ts';

let folder: string;
beforeAll(async () => {
  folder = await newFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('secrets of the system', () => {
  it('are sealed by it, and not where it protects none', () => {
    const secrets = systemSecrets(safeStorage);
    const sealed = secrets?.seal(Buffer.from('a key')) ?? '';
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('a key');
    expect(secrets?.open(sealed).toString()).toBe('a key');
    expect(systemSecrets({ ...safeStorage, isEncryptionAvailable: () => false })).toBeUndefined();
    expect(systemSecrets({ ...safeStorage, getSelectedStorageBackend: () => 'basic_text' as const })).toBeUndefined();
  });
});

describe('the place of the window', () => {
  const main = { x: 0, y: 0, width: 1920, height: 1040 };
  const right = { x: 1920, y: 0, width: 1280, height: 984 };
  const middle = { bounds: { width: 1280, height: 800 }, isMaximized: false };
  const readAfter = async (text: string, displays = [main]) => {
    const file = join(folder, 'window.json');
    await writeFile(file, text);
    return readWindowState(file, displays);
  };
  const left = (change: object = {}) =>
    JSON.stringify({ x: 2000, y: 100, width: 1000, height: 700, isMaximized: true, ...change });

  it('is the earlier one where a display shows it', async () => {
    const place = { bounds: { x: 2000, y: 100, width: 1000, height: 700 }, isMaximized: true };
    expect(await readAfter(left(), [main, right])).toEqual(place);
  });

  it('is the middle of the main display when the display is gone, no larger than that', async () => {
    expect(await readAfter(left())).toEqual({ bounds: { width: 1000, height: 700 }, isMaximized: true });
    const small = { x: 0, y: 0, width: 800, height: 600 };
    expect(await readAfter(left(), [small])).toEqual({ bounds: { width: 800, height: 600 }, isMaximized: true });
  });

  it.each([
    ['its upper edge is above every display', { x: 0, y: -60 }],
    ['only its left border is in sight', { x: 1900, y: 0 }],
    ['only its upper border is in sight', { x: 0, y: 1030 }],
  ])('is the middle when %s, where nobody could take hold of it', async (_why, place) => {
    expect((await readAfter(left(place))).bounds).toEqual({ width: 1000, height: 700 });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    left({ width: 0 }),
    left({ x: 1e9 }),
    left({ y: 'top' }),
    left({ more: 1 }),
  ])('is the usual one when the file is damaged: %s', async (text) => {
    expect(await readAfter(text)).toEqual(middle);
  });

  it('is the usual one at the first start', () => {
    expect(readWindowState(join(folder, 'nothing.json'), [main])).toEqual(middle);
  });

  it('is kept when the window is closed, in one piece; a full disk costs nothing but that', () => {
    const bounds = { x: 5, y: 6, width: 900, height: 600 };
    const window = Object.assign(new EventEmitter(), { getNormalBounds: () => bounds, isMaximized: () => false });
    // What is used of a window.
    const given = window as unknown as Parameters<typeof keepWindowState>[0];
    const kept = join(folder, 'kept');
    keepWindowState(given, kept);
    keepWindowState(given, join(folder, 'no such folder', 'kept'));
    window.emit('close');
    expect(readWindowState(kept, [main])).toEqual({ bounds, isMaximized: false });
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept']);
  });
});

describe('the menu', () => {
  type Item = ReturnType<typeof buildMenu>[number];
  const actions = { goTo: () => undefined, chooseImport: () => undefined, openStore: () => undefined };
  const menuOf = (change: Partial<Parameters<typeof buildMenu>[1]> = {}) =>
    buildMenu(actions, { language: 'en', platform: 'linux', isPackaged: true, ...change });
  // A submenu of ours is always a list.
  const inside = (item: Item | undefined): Item[] => (item?.submenu ?? []) as Item[];
  const rolesIn = (menu: Item[]): string[] => menu.flatMap((item) => inside(item).flatMap(({ role }) => role ?? []));

  it('has the usual places and roles of each system', () => {
    expect(menuOf().map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    expect(menuOf({ platform: 'darwin' }).map(({ label }) => label)).toEqual([
      'Lotline',
      'File',
      'Edit',
      'View',
      'Window',
    ]);
    const edit = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
    expect(rolesIn(menuOf())).toEqual(
      expect.arrayContaining([...edit, 'quit', 'zoomIn', 'minimize', 'close', 'about']),
    );
    expect(rolesIn(menuOf({ platform: 'darwin' }))).toEqual(
      expect.arrayContaining([...edit, 'quit', 'hide', 'hideOthers', 'unhide', 'front', 'zoom']),
    );
  });

  it('has the developer tools in a program that is not packaged, and there alone', () => {
    expect(rolesIn(menuOf())).not.toContain('toggleDevTools');
    expect(rolesIn(menuOf({ isPackaged: false }))).toContain('toggleDevTools');
  });

  it('gives no key away twice', () => {
    const keys = menuOf().flatMap((item) => inside(item).flatMap(({ accelerator }) => accelerator ?? []));
    expect(keys).toContain('CmdOrCtrl+O');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('speaks German', () => {
    const [file] = menuOf({ language: 'de' });
    expect(file?.label).toBe('Datei');
    expect(inside(file).map(({ label }) => label)).toContain('Ordner importieren…');
  });
});

describe('the bar on the taskbar', () => {
  it('is as far as the work that is furthest from its end', () => {
    expect(progressOf([])).toBe(-1);
    expect(progressOf([{ done: 1, total: 4 }])).toBe(0.25);
    expect(
      progressOf([
        { done: 9, total: 10 },
        { done: 1, total: 2 },
      ]),
    ).toBe(0.5);
    expect(progressOf([{ done: 12, total: 10 }])).toBe(1);
  });

  it('says only that something goes on where nobody knows how much there is', () => {
    expect(
      progressOf([
        { done: 9, total: 10 },
        { done: 0, total: 0 },
      ]),
    ).toBe(2);
  });
});

describe('showing work on the taskbar', () => {
  it('looks while something runs, ends the bar with it, and looks no longer', () => {
    vi.useFakeTimers();
    try {
      let running: Job[] = [];
      const heard: ((job: Job) => void)[] = [];
      const shown: unknown[] = [];
      const list = vi.fn<() => Job[]>(() => running);
      const listen = (listener: (job: Job) => void) => {
        heard.push(listener);
        return () => void heard.splice(0);
      };
      const window = { isDestroyed: () => false, setProgressBar: (bar: number) => void shown.push(bar) };
      // What is used of a window.
      const given = window as unknown as Parameters<typeof showProgress>[1];
      const end = showProgress({ list, listen }, given, { setBadgeCount: (count = 0) => shown.push(`${count}`) > 0 });
      vi.advanceTimersByTime(5000);
      expect(list).not.toHaveBeenCalled();
      const job = { id: 'a', operation: 'x', phase: 'reading', done: 1, total: 2, cancellable: true };
      running = [job];
      for (const listener of heard) listener(job);
      vi.advanceTimersByTime(500);
      running = [];
      vi.advanceTimersByTime(5000);
      expect(shown).toEqual([0.5, '1', -1, '0']);
      expect(list).toHaveBeenCalledTimes(2);
      end();
      expect([heard, shown.slice(4), vi.getTimerCount()]).toEqual([[], [-1, '0'], 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what stands behind the name of the program', () => {
  it('is a store, a demo and what to import, among switches of others', () => {
    expect(readArguments(['--no-zygote', '--store=/a/b.lotline', '--demo', '/exports/today', '--lang=de'])).toEqual({
      store: '/a/b.lotline',
      isDemo: true,
      importFrom: ['/exports/today'],
    });
  });

  it('may be nothing', () => {
    expect(readArguments([])).toEqual({ isDemo: false, importFrom: [] });
    expect(readArguments(['--demo', '--plant=device'])).toMatchObject({ isDemo: true, plant: 'device' });
    expect(readArguments(['--demo', '--plant=bakery'])).not.toHaveProperty('plant');
    expect(readArguments(['--store='])).toEqual({ isDemo: false, importFrom: [] });
  });
});

describe('the switches of a start', () => {
  const noneIsSet = (): boolean => false;

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '--REMOTE-DEBUGGING-PORT=1',
    '--gpu-launcher=/tmp/x',
    '--renderer-cmd-prefix=xterm',
    '--utility-cmd-prefix=x',
    '--proxy-server=10.0.0.1:80',
    '--load-extension=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--user-data-dir=/tmp/x',
    '--host-rules=MAP * evil',
    '--inspect',
    '--js-flags=--expose-gc',
    '--require=/tmp/x.js',
    '--langx',
    '--store-x',
    '-r',
    '-',
    ' --remote-debugging-port=1',
    '\t--no-sandbox',
    '\r\n--inspect',
    '\v\f-proxy-server=x',
    '\u0085--inspect-brk',
    '\u00a0\u3000--renderer-cmd-prefix=x',
    '\ufeff\u200b--gpu-launcher=x',
    ' --store=/b',
    ' -- --inspect',
  ])('may not be %j', (word) => {
    expect(refusedSwitches(['--store=/a', word, '/exports'], 'linux', noneIsSet)).toEqual([word]);
  });

  it('are asked of the browser too, which reads the words itself', () => {
    const isSet = (name: string): boolean => name === 'no-sandbox';
    expect(refusedSwitches(['/exports'], 'linux', isSet)).toEqual(['--no-sandbox']);
  });

  it('may be ours and those that change how things look', () => {
    const args = ['--store=/a', '--store', '/a', '--demo', '--plant=food', '--lang=de', '--disable-gpu', '-psn_0_1'];
    expect(refusedSwitches([...args, 'x', '--', '--remote-debugging-port=1'], 'linux', noneIsSet)).toEqual([]);
    expect(refusedSwitches(['/exports'], 'linux', noneIsSet)).toEqual([]);
    expect(refusedSwitches([' exports of May/a.csv'], 'linux', noneIsSet)).toEqual([]);
    for (const word of ['/remote-debugging-port=1', ' /inspect'])
      expect(refusedSwitches([word], 'win32', noneIsSet)).toEqual([word]);
  });
});

describe('a path of another computer', () => {
  const mounts = readMounts(
    [
      '/dev/sda1 / ext4 rw 0 0',
      '//nas/lots /mnt/lots cifs rw 0 0',
      'nas:/a /mnt/my\\040share nfs4 rw 0 0',
      'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
      '/dev/sdb1 /mnt/lots/local ext4 rw 0 0',
    ].join('\n'),
  );

  it.each(['\\\\host\\x', '//host/x', '/\\host/x', ' \\\\host', 'file:///etc', 'FILE://host/x', 'smb://host/x'])(
    'is %j by its name',
    (path) => expect(isNetworkPath(path, [])).toBe(true),
  );

  it('is one on a mounted share', () => {
    const found = (path: string) => isNetworkPath(path, mounts);
    expect(['/mnt/lots', '/mnt/lots/x', '/mnt/my share/x', '/run/user/1000/gvfs/smb'].map(found)).not.toContain(false);
    expect(['/mnt/lotsofthem', '/mnt/lots/local/x', '/home/x', 'C:\\exports', '/'].map(found)).not.toContain(true);
  });
});
