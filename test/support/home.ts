import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a person keeps beside their stores lies in a folder of this test process's own, which goes with it. */
const home = mkdtempSync(join(tmpdir(), 'lotline-home-'));
Object.assign(process.env, { XDG_DATA_HOME: home, LOCALAPPDATA: home });
process.once('exit', () => rmSync(home, { recursive: true, force: true }));

/** Another person's home, or another workstation's, until it is left. */
export function atHome(folder: string): Disposable {
  const before = { XDG_DATA_HOME: process.env['XDG_DATA_HOME'], LOCALAPPDATA: process.env['LOCALAPPDATA'] };
  Object.assign(process.env, { XDG_DATA_HOME: folder, LOCALAPPDATA: folder });
  return { [Symbol.dispose]: () => void Object.assign(process.env, before) };
}
