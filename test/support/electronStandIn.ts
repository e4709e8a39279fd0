import { EventEmitter } from 'node:events';

/**
 * Stands in for the `electron` module, whose binary is not to be had where the tests run: it does nothing, and
 * keeps what the host asked for. What is not here (`shell`, `remote`, `loadFile`, …) the host cannot even import.
 */
type Handler = (request: Request) => Promise<Response>;
type Decide = (allowed: boolean) => void;
type MenuItem = { label?: string; role?: string; accelerator?: string; click?: () => void; submenu?: MenuItem[] };
type Bounds = { x: number; y: number; width: number; height: number };

type Asked = {
  sandbox: boolean;
  name: string;
  paths: Map<string, string>;
  schemes: unknown[];
  windows: BrowserWindow[];
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
  menu: MenuItem[];
  openDialogs: Record<string, unknown>[];
  /** What the person was asked, and the button they choose each time; by default the one that is chosen by Enter. */
  questions: Record<string, unknown>[];
  answers: number[];
  badges: number[];
  /** What was to be handed over to the first instance. */
  handedOver: unknown[];
  /** What the next one who asks for the single-instance lock is told. */
  isFirst: boolean;
  /** What the person chooses in the next open dialog. */
  chosen: string[];
  languages: string[];
  displays: Bounds[];
};

export const asked: Asked = {
  sandbox: false,
  name: '',
  paths: new Map([['documents', '/home/somebody/Documents']]),
  schemes: [],
  windows: [],
  pages: new Map(),
  permissions: {},
  errors: [],
  exits: [],
  quits: 0,
  posted: [],
  menu: [],
  openDialogs: [],
  questions: [],
  answers: [],
  badges: [],
  handedOver: [],
  isFirst: true,
  chosen: [],
  languages: ['en-GB'],
  displays: [{ x: 0, y: 0, width: 1920, height: 1040 }],
};

class App extends EventEmitter {
  isPackaged = true;
  /** No switch was read beside the words of the start. */
  readonly commandLine = { hasSwitch: (_name: string): boolean => false };
  enableSandbox(): void {
    asked.sandbox = true;
  }
  setName(name: string): void {
    asked.name = name;
  }
  setPath(name: string, path: string): void {
    asked.paths.set(name, path);
  }
  getPath(name: string): string {
    const path = asked.paths.get(name);
    if (path === undefined) throw new Error(`no path ${name}`);
    return path;
  }
  getPreferredSystemLanguages(): string[] {
    return asked.languages;
  }
  requestSingleInstanceLock(data: unknown): boolean {
    if (!asked.isFirst) asked.handedOver.push(data);
    return asked.isFirst;
  }
  async whenReady(): Promise<void> {}
  setBadgeCount(count: number): boolean {
    asked.badges.push(count);
    return true;
  }
  quit(): void {
    asked.quits += 1;
    this.emit('will-quit', { preventDefault: () => undefined });
  }
  exit(code: number): void {
    asked.exits.push(code);
  }
}

/** Seals by turning bytes over: what matters is that nothing reads it as it is. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptString: (text: string): Buffer => turned(Buffer.from(text)),
  decryptString: (sealed: Buffer): string => turned(sealed).toString(),
};

export const app = new App();
export const ipcMain = new EventEmitter();

class WebContents extends EventEmitter {
  openWindow: () => unknown = () => ({ action: 'allow' });
  reloads = 0;
  setWindowOpenHandler(handler: () => unknown): void {
    this.openWindow = handler;
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly webContents = new WebContents();
  readonly addresses: string[] = [];
  readonly calls: string[] = [];
  readonly progress: number[] = [];
  title = '';
  bounds: Bounds = { x: 10, y: 20, width: 1000, height: 700 };
  maximized = false;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    asked.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.addresses.push(address);
  }
  show(): void {
    this.calls.push('show');
  }
  maximize(): void {
    this.calls.push('maximize');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return true;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isDestroyed(): boolean {
    return false;
  }
  getNormalBounds(): Bounds {
    return this.bounds;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setProgressBar(progress: number): void {
    this.progress.push(progress);
  }
}

export const Menu = {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (menu: MenuItem[]) => void (asked.menu = menu),
};

export const screen = {
  getPrimaryDisplay: () => ({ workArea: asked.displays[0] }),
  getAllDisplays: () => asked.displays.map((workArea) => ({ workArea })),
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void asked.schemes.push(...schemes),
  handle: (scheme: string, handler: Handler) => void asked.pages.set(scheme, handler),
};

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: (contents: unknown, permission: string, decide: Decide) => void) =>
      void (asked.permissions.request = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void (asked.permissions.check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => void (asked.permissions.device = handler),
  }),
};

export const dialog = {
  showErrorBox: (title: string, text: string) => void asked.errors.push([title, text]),
  async showMessageBox(_window: unknown, options: Record<string, unknown>) {
    asked.questions.push(options);
    return { response: asked.answers.shift() ?? options['defaultId'] };
  },
  async showOpenDialog(_window: unknown, options: Record<string, unknown>) {
    asked.openDialogs.push(options);
    return { canceled: asked.chosen.length === 0, filePaths: asked.chosen };
  },
};

export const ipcRenderer = {
  postMessage: (channel: string, message: unknown, ports: unknown[]) =>
    void asked.posted.push([channel, message, ports]),
};
