import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { demoStoreFile, storeFile } from '#main/app/config.ts';
import { readScreens } from '#main/app/screens.ts';
import type { DemoPlant } from '#shared/exchange/vocabulary.ts';
import { desktopScheme } from '#shared/kernel/desktop.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { chooseLanguage, type Texts, texts } from '#shared/texts/index.ts';
import { takeCalls } from './calls.ts';
import { denyPermissions } from './confine.ts';
import { busy, type Desk } from './desk.ts';
import { devScreens } from './devScreens.ts';
import { askWhereToSave } from './downloads.ts';
import { buildMenu } from './menu.ts';
import { isNetworkPath } from './networkPaths.ts';
import { answerPage, builtScreens } from './pages.ts';
import { showProgress } from './progress.ts';
import { bringToFront, goTo, keepTitle, makeWindow, openFirst, startOver } from './window.ts';
import { keepWindowState, readWindowState } from './windowState.ts';
import type { LaunchOptions } from './launchOptions.ts';

/** Puts window, menu and dialogs around a store. Returns what is done when a person starts Lotline again. */
export async function createDesktop(
  desk: Desk,
  first: LaunchOptions,
): Promise<(options: LaunchOptions) => Promise<void>> {
  const language = chooseLanguage(app.getPreferredSystemLanguages());
  const words = texts[language];
  const { platform } = process;
  serve(desk);
  const window = placeWindow(desk, words);
  const importFrom = (paths: readonly string[]) => openImport(desk, window, paths, words);
  const actions = {
    goTo: (address: string) => goTo(window, address),
    chooseImport: (what: 'folder' | 'files') => void choose(window, what, words).then(importFrom),
    openStore: (which: 'own' | DemoPlant) => void applyOptions(launchOptionsFor(which, first)),
  };
  const menu = buildMenu(actions, { language, platform, isPackaged: app.isPackaged });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  let endProgress = showProgress(desk.plant.lotline.jobs, window, app);
  await openFirst(window);
  await importFrom(first.importFrom);
  return startAgain;

  /**
   * Any program of this computer can start Lotline a second time. So the person is asked before the window shows
   * another store, which could be a look-alike that takes passwords, and before another computer is asked for files.
   */
  async function startAgain(options: LaunchOptions): Promise<void> {
    const { store, importFrom: paths } = options;
    if (store !== undefined && store !== desk.plant.storeFile && !(await agrees(window, words, 'store', [store])))
      return;
    const network = paths.filter((path) => isNetworkPath(path));
    if (network.length > 0 && !(await agrees(window, words, 'network', network))) return;
    await applyOptions(options);
  }

  async function applyOptions(options: LaunchOptions): Promise<void> {
    bringToFront(window);
    try {
      if (await desk.change(options)) {
        endProgress();
        endProgress = showProgress(desk.plant.lotline.jobs, window, app);
        await startOver(window);
      }
    } catch (error) {
      say(words.desktop.cannotOpen, error);
      return;
    }
    await importFrom(options.importFrom);
  }
}

/** The person's own store is the one they started with, unless that was a demo's. */
function launchOptionsFor(which: 'own' | DemoPlant, first: LaunchOptions): LaunchOptions {
  if (which !== 'own') return { store: demoStoreFile(undefined, which), isDemo: true, plant: which, importFrom: [] };
  return { store: storeFile(first.isDemo ? undefined : first.store), isDemo: false, importFrom: [] };
}

/** Everything a page may ask for, and who may not ask at all. */
function serve(desk: Desk): void {
  const screens = devScreens() ?? builtScreens(readScreens());
  denyPermissions(session.defaultSession);
  askWhereToSave(session.defaultSession, app.getPath('documents'));
  protocol.handle(desktopScheme, (request) =>
    answerPage(request, { screens, upload: desk.plant.upload, file: desk.plant.file, draft: desk.plant.draft }),
  );
  takeCalls(ipcMain, () => desk.plant.line);
}

function placeWindow(desk: Desk, words: Texts): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  const window = makeWindow(readWindowState(file, displays));
  keepWindowState(window, file);
  keepTitle(window, () => desk.plant.isDemo(), words.app.demo);
  return window;
}

/** The system's own dialog. Nothing is chosen when it is closed. */
async function choose(window: BrowserWindow, what: 'folder' | 'files', { desktop }: Texts): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: desktop.importTitle,
    properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
    ...(what === 'folder' ? {} : { filters: [{ name: desktop.exportFiles, extensions: ['csv', 'xlsx'] }] }),
  });
  return filePaths;
}

/** Whether the person wants what another start asks for; to leave everything as it is is what Enter and Escape do. */
async function agrees(
  window: BrowserWindow,
  { desktop }: Texts,
  what: keyof Texts['desktop']['startedAgain'],
  paths: readonly string[],
): Promise<boolean> {
  const { question, detail, yes, no } = desktop.startedAgain[what];
  bringToFront(window);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Lotline',
    message: question,
    detail: `${paths.slice(0, mostNamed).map(printableInLine).join('\n')}\n\n${detail}`,
    buttons: [yes, no],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

const mostNamed = 10;

/** Passes files of this computer to the import screen, which previews them. */
async function openImport(desk: Desk, window: BrowserWindow, paths: readonly string[], { desktop }: Texts) {
  if (paths.length === 0) return;
  const { uploads, jobs } = desk.plant.lotline;
  try {
    if (!jobs.isIdle) throw busy();
    const upload = await uploads.takeChosen(paths);
    goTo(window, `/import?upload=${encodeURIComponent(upload)}`);
  } catch (error) {
    say(desktop.cannotImport, error);
  }
}

const say = (title: string, error: unknown): void =>
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error));
