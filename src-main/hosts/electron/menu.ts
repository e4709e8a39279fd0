import type { MenuItemConstructorOptions } from 'electron';
import { type DemoPlant, demoPlants } from '#shared/exchange/vocabulary.ts';
import { type Language, texts } from '#shared/texts/index.ts';

type Item = MenuItemConstructorOptions;
type Role = keyof (typeof texts)['en']['desktop']['roles'];

/** What the menu can do beside what every program can. */
export type MenuActions = {
  /** Opens a screen by its address behind the #. */
  goTo: (address: string) => void;
  /** Has the person choose what to import. */
  chooseImport: (what: 'folder' | 'files') => void;
  /** Opens the person's own store, or that of a demo plant, in place of the one that is open. */
  openStore: (which: 'own' | DemoPlant) => void;
};

/** The menu of the program: the roles every program has, with the keys of the platform, and Lotline's own places. */
export function buildMenu(
  { goTo, chooseImport, openStore }: MenuActions,
  { language, platform, isPackaged }: { language: Language; platform: NodeJS.Platform; isPackaged: boolean },
): Item[] {
  const { desktop, trace, recalls, exchange, audit } = texts[language];
  const isMac = platform === 'darwin';
  const role = (name: Role): Item => ({ role: name, label: desktop.roles[name] });
  const places = [
    { label: trace.title, address: '/trace' },
    { label: recalls.title, address: '/recall' },
    { label: exchange.title, address: '/import' },
    { label: audit.title, address: '/audit' },
  ].map(
    ({ label, address }, index): Item => ({ label, accelerator: `CmdOrCtrl+${index + 1}`, click: () => goTo(address) }),
  );
  const line: Item = { type: 'separator' };
  const file: Item[] = [
    { label: desktop.importFolder, accelerator: 'CmdOrCtrl+O', click: () => chooseImport('folder') },
    { label: desktop.importFiles, accelerator: 'CmdOrCtrl+Shift+O', click: () => chooseImport('files') },
    line,
    { label: desktop.openOwn, click: () => openStore('own') },
    ...demoPlants.map((plant): Item => ({ label: desktop.openDemo[plant], click: () => openStore(plant) })),
    line,
    role(isMac ? 'close' : 'quit'),
  ];
  const edit = [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')];
  const sizes = [role('resetZoom'), role('zoomIn'), role('zoomOut'), role('togglefullscreen')];
  const view = [...places, line, role('reload'), ...(isPackaged ? [] : [role('toggleDevTools')]), line, ...sizes];
  const window = isMac ? [role('minimize'), role('zoom'), line, role('front')] : [role('minimize'), role('close')];
  const program = [role('about'), line, role('hide'), role('hideOthers'), role('unhide'), line, role('quit')];
  return [
    // The first menu of a Mac is the program's own.
    ...(isMac ? [{ label: 'Lotline', submenu: program }] : []),
    { label: desktop.file, submenu: file },
    { label: desktop.edit, submenu: edit },
    { label: desktop.view, submenu: view },
    { label: desktop.window, submenu: window },
    ...(isMac ? [] : [{ label: desktop.help, submenu: [role('about')] }]),
  ];
}
