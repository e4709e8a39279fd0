import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { anchorPlaces } from '#main/app/config.ts';
import { ReplaceableApp } from '#main/app/replaceable.ts';
import { runCli } from '#main/hosts/cli/main.ts';

// Run as a process of its own, which may be killed at any step: restores a backup as the command line does, or in place of
// the store that it has open.
const [backup = '', file = '', how = 'cli'] = process.argv.slice(2);
const ignore = (): void => undefined;
if (how === 'cli')
  process.exitCode = await runCli(
    ['restore', backup, '--store', file],
    { serve: () => Promise.reject(new Error('nothing is served here')) },
    {
      out: async () => undefined,
      say: (line) => void process.stderr.write(`${line}\n`),
      progress: ignore,
      input: Readable.from(['']),
      onStop: () => ignore,
      secret: async () => '',
    },
  );
else {
  const app = await ReplaceableApp.open({ file, mode: 'write', host: 'http', anchors: anchorPlaces(undefined) });
  while (!app.jobs.isIdle) await new Promise((resolve) => setTimeout(resolve, 10));
  const upload = await app.uploads.create('backup');
  await app.uploads.write(upload, 'dairy.backup', createReadStream(backup));
  const input = { upload, reason: 'to be killed' };
  await app.call(app.open(), { operation: 'backups.restoreHere', input, commandId: 'restored' });
  await app.close();
}
