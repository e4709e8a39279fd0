import { msg } from '#shared/kernel/message.ts';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newCommandId } from '#main/app/bus.ts';
import { anchorPlaces, prepareFolder } from '#main/app/config.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Restored } from '#shared/backups/contract.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { formatError } from './exit.ts';
import { signIn, withApp, withOpenApp } from './open.ts';

/** Puts a verified backup in the place of the store, which is kept beside it. */
export async function runRestore(given: Given): Promise<ExitCode> {
  try {
    const said = await restore(given, resolve(given.operands[0] ?? ''));
    await answer(given, said, () => asText(given, said));
    return exitCodes.done;
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'PATH_REFUSED') throw error;
    given.terminal.say(formatError(error));
    return exitCodes.refused;
  }
}

async function restore(given: Given, backup: string): Promise<Restored> {
  const { file, terminal } = given;
  // What opens a store is loaded when a command needs it.
  const { readyRestore } = await import('#main/app/restore.ts');
  prepareFolder(file);
  await insistOnRight(given);
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
    const places = anchorPlaces(undefined);
    const ready = await readyRestore({ backup, file, host: 'cli', job, places, accept: given.flag('accept') });
    try {
      // The restored store itself records where it came from, as the person who signs in to it.
      const said = await withOpenApp({ file: ready.draft }, 'write', async (opened) => {
        // In a backup of before there were people no one can sign in.
        if (opened.app.isSetUp()) await signIn(opened, given);
        return await opened.ask<Restored>('backups.restore', ready.said, newCommandId());
      });
      ready.swap();
      ready.leaveAnchors();
      return said;
    } finally {
      ready.close();
    }
  } finally {
    end();
  }
}

/** What says of the store itself that it cannot be read here; one that is in use or whose folder is full can. */
const unreadable: readonly string[] = ['STORE_DAMAGED', 'STORE_FOREIGN', 'STORE_VERSION'];

/**
 * The store that is there decides who may replace it, and has it in its trail who could not; the backup alone
 * would let in those who were let in then. Where it cannot be opened any more, the backup's people decide.
 */
async function insistOnRight(given: Given): Promise<void> {
  if (!existsSync(given.file)) return;
  try {
    const { permissions } = await withApp(given, 'read', ({ ask }) =>
      ask<Outputs['people']['whoAmI']>('people.whoAmI', {}),
    );
    if (permissions.includes('backup')) return;
  } catch (error) {
    if (isLotlineError(error) && unreadable.includes(error.code)) return;
    throw error;
  }
  throw new LotlineError('FORBIDDEN', msg`Your role may not restore this store (backup). Ask an administrator.`, {
    permission: 'backup',
  });
}

function asText({ file }: Given, { path, seq, previous, previousSeq, kept }: Restored): string {
  const [restored, from] = [file, path].map(printableInLine);
  const before =
    previous === 'missing'
      ? ''
      : `\nThe store that stood there ${previous === 'whole' ? `ended with entry ${previousSeq}` : 'could not be read'}; it is kept as ${printableInLine(join(dirname(file), kept))}.`;
  return `${restored} is restored from ${from}: up to audit entry ${seq}, and an entry more that says so.${before}`;
}
