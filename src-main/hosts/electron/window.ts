import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { desktopOrigin } from '#shared/kernel/desktop.ts';
import type { WindowState } from './windowState.ts';

/** Lies beside this module once both are built; a sandboxed preload must be CommonJS. */
const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));

/**
 * The one window, not shown yet. A page in it has no Node, runs in the sandbox, and gets only what the preload
 * exposes.
 */
export function makeWindow({ bounds, isMaximized }: WindowState): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Lotline',
    ...bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => (isMaximized ? window.maximize() : window.show()));
  return window;
}

/** Opens the first screen. */
export async function openFirst(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${desktopOrigin}/`);
}

/** Opens the first screen anew, with nothing left of what was open: another address behind the # alone loads no page. */
export async function startOver(window: BrowserWindow): Promise<void> {
  await openFirst(window);
  window.webContents.reload();
}

/** Opens a screen by its address behind the #, such as "/import". Only that part changes, so the page stays as it is. */
export function goTo(window: BrowserWindow, address: string): void {
  // Going on to another screen ends this one's loading; that is no failure.
  window.loadURL(`${desktopOrigin}/#${address}`).catch(() => undefined);
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The window has the title of its page; in a demo the title says so, as nothing in it is a plant's record. */
export function keepTitle(window: BrowserWindow, isDemo: () => boolean, demo: string): void {
  window.on('page-title-updated', (event, title) => {
    event.preventDefault();
    window.setTitle(isDemo() ? `${title} – ${demo}` : title);
  });
}
