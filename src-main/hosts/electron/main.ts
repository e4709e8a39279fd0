import { app, dialog } from 'electron';
import { Desk, openStoreSession } from './desk.ts';
import { createDesktop } from './createDesktop.ts';
import { prepareElectron } from './prepare.ts';
import { refusedSwitches } from './switches.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { chooseLanguage, texts } from '#shared/texts/index.ts';
import { readArguments, readHandedOver, type LaunchOptions } from './launchOptions.ts';

/** The desktop host: a window, a scheme that serves the screens, and a message port to the operations. */
prepareElectron();
const args = process.argv.slice(app.isPackaged ? 1 : 2);
const first = readArguments(args);
const refused = refusedSwitches(args, process.platform, (name) => app.commandLine.hasSwitch(name));
if (refused.length > 0) {
  // Before the browser inside is ready, none of its switches has had an effect.
  const { cannotStart, switches } = texts[chooseLanguage(app.getPreferredSystemLanguages())].desktop;
  dialog.showErrorBox(cannotStart, `${switches} ${printableInLine(refused.join(' '))}`);
  app.exit(1);
} else if (app.requestSingleInstanceLock(first)) {
  // Not awaited here: Electron is not ready before this module has been run to its end.
  void run(first);
} else {
  // The options were passed to the program that is open already.
  app.quit();
}

async function run(options: LaunchOptions): Promise<void> {
  // Received from now on, handled one after another once the window is there.
  const opened = Promise.withResolvers<(next: LaunchOptions) => Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  app.on('second-instance', (_event, _args, _folder, data) => {
    const next = readHandedOver(data);
    if (next !== undefined) last = last.then(async () => (await opened.promise)(next));
  });
  await app.whenReady();
  try {
    const desk = new Desk(await openStoreSession(options));
    closeWith(desk);
    opened.resolve(await createDesktop(desk, options));
  } catch (error) {
    // There is no page yet that could show it.
    dialog.showErrorBox('Lotline cannot open', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}

/** The store is closed before the program ends, in every way it can end. */
function closeWith(desk: Desk): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void desk.plant.lotline.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
