import type { Session, WebContents } from 'electron';
import { desktopOrigin } from '#shared/kernel/desktop.ts';

/** Whether an address is one of our pages. Node gives a scheme of its own no origin, so its parts are compared. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password, port } = new URL(address);
  return `${protocol}//${host}` === desktopOrigin && `${username}${password}${port}` === '';
}

/** Nothing leads out of a window: no navigation (a link, a form, a dropped file), no second window, no embedded browser. */
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
