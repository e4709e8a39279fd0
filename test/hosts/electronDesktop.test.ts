import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHost, askScheme, newFolder, openDesk, root, runMain } from '../support/electron.ts';
import { app, asked, session } from '../support/electronStandIn.ts';

vi.mock('electron', () => import('../support/electronStandIn.ts'));

let folder: string;
const demoPlant = join(root, 'resources/demo/food');
const theWindow = () => {
  const window = asked.windows[0];
  if (window === undefined) throw new Error('no window was opened');
  return window;
};

beforeAll(async () => {
  folder = await newFolder();
  asked.displays = [{ x: 0, y: 0, width: 1600, height: 900 }];
  await runMain(folder, [`--store=${join(folder, 'first.lotline')}`, '--demo']);
  await vi.waitUntil(() => (asked.windows[0]?.addresses.length ?? 0) + asked.errors.length > 0, { timeout: 60_000 });
});
beforeEach(() => {
  asked.errors = [];
  asked.chosen = [];
  theWindow().addresses.length = 0;
});
afterAll(async () => {
  app.emit('window-all-closed');
  await rm(folder, { recursive: true, force: true });
});

describe('the window', () => {
  it('is shown once there is something to see, where there was no earlier one in the middle', () => {
    expect(theWindow().options).toMatchObject({ width: 1280, height: 800, show: false, title: 'Lotline' });
    expect(theWindow().options).not.toHaveProperty('x');
    theWindow().emit('ready-to-show');
    expect(theWindow().calls).toEqual(['show']);
  });

  it('is called as its page is, and says that it shows a demo', () => {
    const preventDefault = vi.fn<() => void>();
    theWindow().emit('page-title-updated', { preventDefault }, 'Trace – Lotline');
    expect(theWindow().title).toBe('Trace – Lotline – Demo');
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('leaves its place for the next start', async () => {
    Object.assign(theWindow(), { bounds: { x: 40, y: 60, width: 1100, height: 720 }, maximized: true });
    theWindow().emit('close');
    const file = join(asked.paths.get('userData') ?? '', 'window.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      x: 40,
      y: 60,
      width: 1100,
      height: 720,
      isMaximized: true,
    });
  });

  it('shows on the taskbar how far work is, and that it is done', async () => {
    theWindow().progress.length = 0;
    const verified = await askHost(['audit', 'verify'], { job: 'seen-on-the-taskbar' });
    expect(verified).toMatchObject({ ok: true });
    await expect.poll(() => theWindow().progress.at(-1)).toBe(-1);
    expect(asked.badges.at(-1)).toBe(0);
  });
});

describe('the menu', () => {
  const choose = (...path: string[]): void => {
    let items = asked.menu;
    for (const label of path.slice(0, -1)) items = items.find((item) => item.label === label)?.submenu ?? [];
    const item = items.find(({ label }) => label === path.at(-1));
    if (item?.click === undefined) throw new Error(`there is no ${path.join(' > ')} to click on`);
    item.click();
  };

  it('goes to screens by the address behind the #', () => {
    choose('View', 'Recall');
    choose('View', 'Audit trail');
    expect(theWindow().addresses).toEqual(['app://bundle/#/recall', 'app://bundle/#/audit']);
  });

  it('has a folder chosen and hands its files to the import screen, never its path', async () => {
    asked.chosen = [demoPlant];
    choose('File', 'Import folder…');
    await expect.poll(() => theWindow().addresses.length).toBe(1);
    expect(asked.openDialogs.at(-1)).toMatchObject({ properties: ['openDirectory'] });
    const [address = ''] = theWindow().addresses;
    expect(address).toMatch(/^app:\/\/bundle\/#\/import\?upload=[\w-]{30,}$/);
    const upload = address.split('=')[1];
    // The files of the demo plant without its plant.json: read in a worker, up to a verdict.
    const preview = await askHost(['exchange', 'preview'], { source: { kind: 'upload', upload } });
    expect(preview).toHaveProperty('errors');
  });

  it('has files chosen', async () => {
    asked.chosen = [join(demoPlant, 'products.csv'), join(demoPlant, 'partners.csv')];
    choose('File', 'Import files…');
    await expect.poll(() => theWindow().addresses.length).toBe(1);
    expect(asked.openDialogs.at(-1)).toMatchObject({
      properties: ['openFile', 'multiSelections'],
      filters: [{ extensions: ['csv', 'xlsx'] }],
    });
  });

  it('does nothing when the dialog is closed', async () => {
    const before = asked.openDialogs.length;
    choose('File', 'Import folder…');
    await expect.poll(() => asked.openDialogs.length).toBe(before + 1);
    expect([theWindow().addresses, asked.errors]).toEqual([[], []]);
  });

  it('says what is wrong with what was chosen', async () => {
    await mkdir(join(folder, 'empty'));
    asked.chosen = [join(folder, 'empty')];
    choose('File', 'Import folder…');
    await expect.poll(() => asked.errors.length).toBe(1);
    expect(asked.errors).toEqual([
      ['These files cannot be imported', expect.stringContaining('There is no export in')],
    ]);
    expect(theWindow().addresses).toEqual([]);
  });

  it('opens a demo in a store of its own, and the own plant again, which stays as it was', async () => {
    const shown = async () => {
      // The replies of the contract.
      const { store } = (await askHost(['people', 'whoAmI'], {})) as { store: { name: string; demo: boolean } };
      // The same.
      const { total } = (await askHost(['products', 'list'], {})) as { total: number };
      return { name: store.name, isDemo: store.demo, isEmpty: total === 0 };
    };
    const open = async (label: string) => {
      const reloads = theWindow().webContents.reloads;
      choose('File', label);
      await vi.waitUntil(() => theWindow().webContents.reloads > reloads || asked.errors.length > 0, {
        timeout: 20_000,
      });
      expect(asked.errors).toEqual([]);
    };
    await open('Open your own plant');
    const own = await shown();
    expect(own).toMatchObject({ isDemo: false, isEmpty: true });
    await open('Open the demo: device plant');
    const demo = await shown();
    expect(demo).toMatchObject({ isDemo: true, isEmpty: false });
    expect(demo.name).not.toBe(own.name);
    expect(await askHost(['products', 'get'], { code: 'CAP-220' })).toMatchObject({ code: 'CAP-220' });
    await open('Open your own plant');
    expect(await shown()).toEqual(own);
  });
});

describe('the open store', () => {
  it('gives way to a backup that its page handed over, and goes on in the same window', async () => {
    const own = { 'x-lotline': '1' };
    const views = async (): Promise<unknown> => await askHost(['people', 'listViews'], { list: 'lots' });
    const before = await views();
    // The replies of the contract, and of the way in for files.
    const made = (await askHost(['backups', 'make'], {})) as { document: string; seq: number };
    const bytes = await (await askScheme(`app://bundle/file/${made.document}`)).arrayBuffer();
    await askHost(['people', 'saveView'], { list: 'lots', name: 'Mine', question: { sort: 'lot' } });
    expect(await views()).not.toEqual(before);
    const opened = await askScheme('app://bundle/upload/backup', { method: 'POST', headers: own });
    const { upload } = (await opened.json()) as { upload: string }; // as above
    const place = `app://bundle/upload/${upload}/kept.backup`;
    expect((await askScheme(place, { method: 'PUT', headers: own, body: bytes })).status).toBe(204);
    expect(await askHost(['backups', 'examine'], { upload })).toMatchObject({ head: made.seq, entries: 1, foreign: 0 });
    const restored = await askHost(['backups', 'restoreHere'], { upload, reason: 'back to the morning' });
    expect(restored).toMatchObject({
      head: made.seq,
      entry: made.seq + 1,
      kept: expect.stringContaining('before-restore'),
    });
    expect(await views()).toEqual(before);
    expect(await askHost(['audit', 'verify'], {})).toMatchObject({ ok: true });
    expect([asked.errors, asked.windows.length]).toEqual([[], 1]);
  });
});

describe('a download', () => {
  const download = (url: string, name: string) => {
    const given: Record<string, unknown>[] = [];
    const preventDefault = vi.fn<() => void>();
    session.defaultSession.emit(
      'will-download',
      { preventDefault },
      {
        getURL: () => url,
        getFilename: () => name,
        setSaveDialogOptions: (options: Record<string, unknown>) => void given.push(options),
      },
    );
    return { given, isStopped: preventDefault.mock.calls.length > 0 };
  };

  it.each(['blob:app://bundle/0f1e', 'app://bundle/download/1'])(
    'of our page %s is saved where the person says',
    (url) => {
      expect(download(url, 'recall AP-0028.pdf')).toEqual({
        isStopped: false,
        given: [
          {
            defaultPath: join('/home/somebody/Documents', 'recall AP-0028.pdf'),
            filters: [{ name: 'PDF', extensions: ['pdf'] }],
          },
        ],
      });
    },
  );

  it.each([
    ['../../.bashrc', 'bashrc'],
    ['..\\..\\evil.pdf', 'evil.pdf'],
    ['a<b>:c.pdf', 'a_b__c.pdf'],
    ['...', 'lotline'],
    ['', 'lotline'],
  ])('named %j starts as %j in the folder of documents', (name, plain) => {
    const { given } = download('app://bundle/download/1', name);
    expect(given[0]).toMatchObject({ defaultPath: join('/home/somebody/Documents', plain) });
  });

  it.each(['https://evil.example/x.exe', 'data:text/html,x', 'blob:https://evil.example/1', 'file:///etc/passwd', ''])(
    'from %j is stopped',
    (url) => {
      expect(download(url, 'x.exe')).toEqual({ isStopped: true, given: [] });
    },
  );
});

describe('a second start', () => {
  const startAgain = (data: unknown): boolean => app.emit('second-instance', {}, [], folder, data);
  const nothing = { isDemo: false, importFrom: [] };

  it('brings the window to the front', async () => {
    theWindow().calls.length = 0;
    startAgain(nothing);
    await expect.poll(() => theWindow().calls).toEqual(['restore', 'show', 'focus']);
    expect(theWindow().addresses).toEqual([]);
  });

  it('hands over what it was to import', async () => {
    startAgain({ ...nothing, importFrom: [demoPlant] });
    await expect.poll(() => theWindow().addresses).toEqual([expect.stringContaining('#/import?upload=')]);
  });

  it('changes nothing where the person did not ask for the store it names', async () => {
    const reloads = theWindow().webContents.reloads;
    asked.questions = [];
    const lookAlike = join(folder, 'look\nalike.lotline');
    startAgain({ ...nothing, store: lookAlike, importFrom: [demoPlant] });
    await expect.poll(() => asked.questions.length).toBe(1);
    expect(asked.questions[0]).toMatchObject({ defaultId: 1, cancelId: 1, buttons: ['Open it', 'Stay here'] });
    expect(String(asked.questions[0]?.['detail'])).toContain('look\\u000aalike.lotline\n');
    startAgain(nothing);
    await expect.poll(() => theWindow().calls.at(-1)).toBe('focus');
    expect([theWindow().webContents.reloads, theWindow().addresses, asked.errors]).toEqual([reloads, [], []]);
    await expect(readFile(lookAlike)).rejects.toThrow('ENOENT');
  });

  it.each(['\\\\host\\share\\export', '//host/share', 'file://host/share/products.csv', '\\\\?\\UNC\\host\\share'])(
    'asks before it reads from %s',
    async (path) => {
      asked.questions = [];
      startAgain({ ...nothing, importFrom: [demoPlant, path] });
      await expect.poll(() => asked.questions.length).toBe(1);
      expect(String(asked.questions[0]?.['detail'])).toContain(path);
      startAgain(nothing);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([theWindow().addresses, asked.errors]).toEqual([[], []]);
      asked.answers = [0];
      startAgain({ ...nothing, importFrom: [path] });
      await expect.poll(() => asked.errors.length).toBe(1);
    },
  );

  it('hands over the store it was to open, which is then shown from its first screen on', async () => {
    const reloads = theWindow().webContents.reloads;
    asked.answers = [0];
    startAgain({ ...nothing, store: join(folder, 'second.lotline') });
    await expect.poll(() => theWindow().webContents.reloads).toBe(reloads + 1);
    expect(theWindow().addresses).toEqual(['app://bundle/']);
    expect(await askHost(['people', 'whoAmI'], {})).toMatchObject({ store: expect.anything() });
    expect(await askHost(['products', 'list'], {})).toMatchObject({ total: 0 });
    theWindow().emit('page-title-updated', { preventDefault: () => undefined }, 'Trace – Lotline');
    expect(theWindow().title).toBe('Trace – Lotline');
  });

  it('leaves everything as it is when its store cannot be opened', async () => {
    await writeFile(join(folder, 'foreign.lotline'), 'a letter, much longer than sixteen bytes');
    asked.answers = [0];
    startAgain({ ...nothing, store: join(folder, 'foreign.lotline') });
    await expect.poll(() => asked.errors.length).toBe(1);
    expect(asked.errors).toEqual([
      ['Lotline cannot open this store', expect.stringContaining('is not a Lotline store')],
    ]);
    expect(await askHost(['products', 'list'], {})).toMatchObject({ total: 0 });
  });

  it('is not heard when what it says cannot be read', async () => {
    theWindow().calls.length = 0;
    for (const data of [undefined, 'open', { store: 7 }, { ...nothing, importFrom: 'x' }, { ...nothing, more: 1 }]) {
      startAgain(data);
    }
    startAgain(nothing);
    await expect.poll(() => theWindow().calls).toEqual(['restore', 'show', 'focus']);
  });

  it('ends at once, with whole paths handed over', async () => {
    vi.resetModules();
    asked.isFirst = false;
    await cp(demoPlant, join(folder, 'export'), { recursive: true });
    const quits = asked.quits;
    // The program that is open is another process, which does not hear this one quit.
    const closing = app.listeners('will-quit');
    app.removeAllListeners('will-quit');
    await runMain(folder, ['--store', join(folder, 'third.lotline'), 'export']);
    // Each was given to the same event.
    for (const close of closing) app.on('will-quit', close as () => void);
    expect(asked.quits).toBe(quits + 1);
    expect(asked.windows).toHaveLength(1);
    expect(asked.handedOver).toEqual([
      { store: join(folder, 'third.lotline'), isDemo: false, importFrom: [join(process.cwd(), 'export')] },
    ]);
  });

  it.each(['--remote-debugging-port=9222', '-gpu-launcher=/tmp/x', ' --no-sandbox', '--store=/a', '--lang=de'])(
    'with %s starts only where the switch is harmless',
    async (word) => {
      vi.resetModules();
      asked.isFirst = false;
      const before = { exits: asked.exits.length, handedOver: asked.handedOver.length };
      const closing = app.listeners('will-quit');
      app.removeAllListeners('will-quit');
      await runMain(folder, [word]);
      for (const close of closing) app.on('will-quit', close as () => void); // as above
      const isHarmless = /store|lang/.test(word);
      expect(asked.exits.length - before.exits).toBe(isHarmless ? 0 : 1);
      expect(asked.handedOver.length - before.handedOver).toBe(isHarmless ? 1 : 0);
      expect(asked.errors.flat().join(' ').includes(word)).toBe(!isHarmless);
    },
  );
});

describe('the store of the window', () => {
  it('is not closed while a command runs, though it says nothing of how far it is', async () => {
    const open = (name: string) => ({ store: join(folder, name), isDemo: false, importFrom: [] });
    const desk = await openDesk(join(folder, 'one.lotline'));
    try {
      const quiet = Promise.withResolvers<void>();
      const work = desk.plant.lotline.jobs.run('a-quiet-command', 'people.add', () => quiet.promise);
      await expect(desk.change(open('two.lotline'))).rejects.toMatchObject({ code: 'CONFLICT' });
      quiet.resolve();
      await work;
      // One that comes while the other store is opened is seen too.
      const [late, jobs] = [Promise.withResolvers<void>(), desk.plant.lotline.jobs];
      const change = desk.change(open('two.lotline'));
      const lateWork = jobs.run('a-late-command', 'people.add', () => late.promise);
      await expect(change).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(desk.plant.storeFile).toBe(join(folder, 'one.lotline'));
      late.resolve();
      await lateWork;
      expect(await desk.change(open('two.lotline'))).toBe(true);
    } finally {
      await desk.plant.lotline.close();
    }
  });
});
