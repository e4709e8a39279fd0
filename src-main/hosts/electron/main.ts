import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import { prepareFolder, storeFile } from '#main/app/config.ts';
import { type App, createApp } from '#main/app/createApp.ts';
import { fillDemo } from '#main/app/demo.ts';
import { rpcDoor, uploadDoor } from '#main/app/door.ts';
import { type RpcContext, rpcOptions, rpcRouter } from '#main/app/rpc.ts';
import { readScreens } from '#main/app/screens.ts';
import { connectMessage } from './connect.ts';
import { answerPage } from './pages.ts';
import { confine, denyPermissions, isOurs, openWindow, scheme } from './window.ts';

/** The desktop host: a window, a scheme that serves the screens, and a message port to the operations. */
const options = parseArgs({
  // Electron puts its own switches beside ours.
  strict: false,
  options: { store: { type: 'string' }, preload: { type: 'string' }, demo: { type: 'boolean' } },
}).values;

// These must stand before Electron is ready.
app.enableSandbox();
app.setName('Lotline');
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.on('web-contents-created', (_event, contents) => confine(contents));

let window: BrowserWindow | undefined;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  // Not awaited here: Electron is not ready before this module has been run to its end.
  void run();
} else {
  app.quit();
}

async function run(): Promise<void> {
  await app.whenReady();
  try {
    const lotline = await openApp();
    closeWith(lotline);
    denyPermissions(session.defaultSession);
    servePages(lotline);
    serveCalls(lotline);
    window = await openWindow(String(options['preload']));
  } catch (error) {
    // There is no page yet that could say it.
    dialog.showErrorBox('Lotline cannot open', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}

async function openApp(): Promise<App> {
  const file = storeFile(typeof options['store'] === 'string' ? options['store'] : undefined);
  prepareFolder(file);
  const lotline = await createApp({ file, mode: 'create', host: 'electron' });
  if (options['demo'] === true) await fillDemo(lotline, () => undefined);
  return lotline;
}

/** The store is closed before the program ends, whichever way that is asked for. */
function closeWith(lotline: App): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void lotline.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

function servePages(lotline: App): void {
  const screens = readScreens();
  // A page names no files of this computer: it hands over those a person chose.
  const asking = lotline.open({ readsPaths: false });
  const [call, upload] = [rpcDoor(lotline), uploadDoor(lotline)];
  protocol.handle(scheme, (request) =>
    answerPage(request, { screens, call: (given) => call(given, asking), upload: (given) => upload(given, asking) }),
  );
}

function serveCalls(lotline: App): void {
  const handler = new RPCHandler<RpcContext>(rpcRouter(lotline), rpcOptions());
  ipcMain.on(connectMessage, ({ ports, senderFrame }) => {
    const [port] = ports;
    const isOurPage = senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
    if (!isOurPage || port === undefined) return;
    handler.upgrade(port, { context: { asking: lotline.open({ readsPaths: false }) } });
    port.start();
  });
}
