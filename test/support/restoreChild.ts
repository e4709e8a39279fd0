import { Readable } from 'node:stream';
import { runCli } from '#main/hosts/cli/main.ts';

// Run as a process of its own, which may be killed at any step: restores a backup as the command line does.
const [backup = '', file = ''] = process.argv.slice(2);
const ignore = (): void => undefined;
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
