import { EventEmitter } from 'node:events';

/**
 * Stands in for the `electron` module, whose binary is not to be had where the tests run: it does nothing, and
 * keeps what the host asked for.
 */
type Handler = (request: Request) => Promise<Response>;
type Decide = (allowed: boolean) => void;

export const asked = {
  sandbox: false,
  schemes: [] as unknown[],
  windows: [] as { options: Record<string, unknown>; addresses: string[] }[],
  pages: new Map<string, Handler>(),
  permissions: {} as {
    request?: (contents: unknown, permission: string, decide: Decide) => void;
    check?: () => boolean;
    device?: () => boolean;
  },
  errors: [] as [string, string][],
  exits: [] as number[],
  quits: 0,
  posted: [] as [string, unknown, unknown[]][],
  isFirst: true,
};

class App extends EventEmitter {
  readonly isPackaged = true;
  enableSandbox(): void {
    asked.sandbox = true;
  }
  requestSingleInstanceLock(): boolean {
    return asked.isFirst;
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    asked.quits += 1;
    this.emit('will-quit', { preventDefault: () => undefined });
  }
  exit(code: number): void {
    asked.exits.push(code);
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();

export class BrowserWindow extends EventEmitter {
  readonly #record: { options: Record<string, unknown>; addresses: string[] };
  constructor(options: Record<string, unknown>) {
    super();
    this.#record = { options, addresses: [] };
    asked.windows.push(this.#record);
  }
  async loadURL(address: string): Promise<void> {
    this.#record.addresses.push(address);
  }
  show(): void {}
  focus(): void {}
  isMinimized(): boolean {
    return false;
  }
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void asked.schemes.push(...schemes),
  handle: (scheme: string, handler: Handler) => void asked.pages.set(scheme, handler),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: (contents: unknown, permission: string, decide: Decide) => void) =>
      void (asked.permissions.request = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void (asked.permissions.check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => void (asked.permissions.device = handler),
  },
};

export const dialog = { showErrorBox: (title: string, text: string) => void asked.errors.push([title, text]) };
export const ipcRenderer = {
  postMessage: (channel: string, message: unknown, ports: unknown[]) => void asked.posted.push([channel, message, ports]),
};
