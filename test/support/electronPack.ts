import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './electron.ts';

/** The mark by which the fuses are found in Electron's program, as @electron/fuses looks for it. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** How Electron is delivered: nine fuses, RunAsNode first. */
const deliveredFuses = '101100111';

/** A folder that looks like Electron for Linux to the packager: the program is no program, but has the fuses of one. */
export function makeElectronLookAlike(folder: string, version: string): void {
  for (const inside of ['resources', 'locales']) mkdirSync(join(folder, inside), { recursive: true });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), name);
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'version'), version);
  const wire = Buffer.concat([
    Buffer.from(fuseMark),
    Buffer.from([1, deliveredFuses.length]),
    Buffer.from(deliveredFuses),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(100), wire, Buffer.alloc(100)]), { mode: 0o755 });
}

/** Packages what is built by the project's own configuration, around a look-alike, without an installer. Answers the folder. */
export function packageFor(electron: string, version: string, output: string): string {
  const cli = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js');
  const { status, signal, error, stdout, stderr } = spawnSync(
    process.execPath,
    [
      cli,
      ...['--config', 'electron-builder.yml', '--linux', 'dir', '--x64'],
      ...[`-c.electronDist=${electron}`, `-c.electronVersion=${version}`, `-c.directories.output=${output}`],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${error ?? signal ?? ''} ${stdout}${stderr}`.slice(-3000));
  return join(output, 'linux-unpacked');
}
