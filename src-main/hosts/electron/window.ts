import { app, BrowserWindow, type Session, type WebContents } from 'electron';

/** The pages' own address: a standard, secure scheme of ours, never `file:`. */
export const scheme = 'app';
export const pageOrigin = `${scheme}://bundle`;

/** Whether an address is one of our pages. Node gives a scheme of its own no origin, so its parts are compared. */
export function isOurs(address: string): boolean {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === pageOrigin;
}

/** Opens the one window. A page in it has no Node, runs in the sandbox, and cannot reach what the preload does not hand out. */
export async function openWindow(preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    title: 'Lotline',
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${pageOrigin}/`);
  return window;
}

/** Nothing leads out of a window: no navigation, no second window, no embedded browser. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No page is ever given a camera, a place, a notification or a device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
