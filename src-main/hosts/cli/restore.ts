import { dirname, join, resolve } from 'node:path';
import { newCommandId } from '#main/app/bus.ts';
import { anchorPlaces, prepareFolder } from '#main/app/config.ts';
import type { Restored } from '#shared/backups/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { sayError } from './exit.ts';
import { withApp } from './open.ts';

/** Puts a verified backup in the place of the store, which is kept beside it. */
export async function runRestore(given: Given): Promise<ExitCode> {
  try {
    const said = await restore(given, resolve(given.operands[0] ?? ''));
    await answer(given, said, () => asText(given, said));
    return exitCodes.done;
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'PATH_REFUSED') throw error;
    given.terminal.say(sayError(error));
    return exitCodes.refused;
  }
}

async function restore(given: Given, backup: string): Promise<Restored> {
  const { file, terminal } = given;
  // What opens a store is loaded when a command needs it.
  const { readyRestore } = await import('#main/app/restore.ts');
  prepareFolder(file);
  const stopped = new AbortController();
  const end = terminal.onStop(() => {
    terminal.say('Stopping …');
    stopped.abort();
  });
  const job = {
    signal: stopped.signal,
    progress: (phase: string, done: number, total: number) =>
      terminal.progress(`${phase} ${done}${total === 0 ? '' : ` of ${total}`}`),
  };
  try {
    const ready = await readyRestore({ backup, file, host: 'cli', job, heads: anchorPlaces(undefined).heads });
    try {
      // The restored store itself says where it came from, as whoever signs in to it.
      const said = await withApp({ ...given, file: ready.draft }, 'write', ({ ask }) =>
        ask<Restored>('backups.restore', ready.said, newCommandId()),
      );
      ready.finish();
      return said;
    } finally {
      ready.close();
    }
  } finally {
    end();
  }
}

function asText({ file }: Given, { path, seq, previous, previousSeq, kept }: Restored): string {
  const before =
    previous === 'missing'
      ? ''
      : `\nThe store that stood there ${previous === 'whole' ? `ended with entry ${previousSeq}` : 'could not be read'}; it is kept as ${join(dirname(file), kept)}.`;
  return `${file} is restored from ${path}: up to audit entry ${seq}, and an entry more that says so.${before}`;
}
