import { EventEmitter } from 'node:events';

/**
 * Stands in for the `electron` module, whose binary is not to be had where the tests run: it does nothing, and
 * keeps what the host asked for.
 */
type Handler = (request: Request) => Promise<Response>;
type Decide = (allowed: boolean) => void;

type WindowRecord = { options: Record<string, unknown>; addresses: string[] };
type Asked = {
  sandbox: boolean;
  schemes: unknown[];
  windows: WindowRecord[];
  pages: Map<string, Handler>;
  permissions: {
    request?: (contents: unknown, permission: string, decide: Decide) => void;
    check?: () => boolean;
    device?: () => boolean;
  };
  errors: [string, string][];
  exits: number[];
  quits: number;
  posted: [string, unknown, unknown[]][];
  /** What the next one who asks for the single-instance lock is told. */
  isFirst: boolean;
};

export const asked: Asked = {
  sandbox: false,
  schemes: [],
  windows: [],
  pages: new Map(),
  permissions: {},
  errors: [],
  exits: [],
  quits: 0,
  posted: [],
  isFirst: true,
};

class App extends EventEmitter {
  readonly isPackaged = true;
  enableSandbox(): void {
    asked.sandbox = true;
  }
  setName(): void {}
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
  readonly #record: WindowRecord;
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
  postMessage: (channel: string, message: unknown, ports: unknown[]) =>
    void asked.posted.push([channel, message, ports]),
};
