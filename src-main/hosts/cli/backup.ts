import { resolve } from 'node:path';
import { newCommandId } from '#main/app/bus.ts';
import type { Backup } from '#shared/backups/contract.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { formatError } from './exit.ts';
import { withApp } from './open.ts';
import { stopOnSignal } from './stopping.ts';

/** Copies the store while it is in use and verifies the copy. A target that will not do is refused with 1, nothing written. */
export async function runBackup(given: Given): Promise<ExitCode> {
  try {
    const made = await make(given, resolve(given.operands[0] ?? ''));
    const { document: _handedOut, missingFiles, ...reply } = made;
    if (missingFiles > 0)
      given.terminal.say(
        `${missingFiles} of the attached files are not beside the store any more, and so not in the backup. Verify the store: it says which.`,
      );
    await answer(given, reply, () => asText(made));
    return exitCodes.done;
  } catch (error) {
    if (!isLotlineError(error) || error.code !== 'PATH_REFUSED') throw error;
    given.terminal.say(formatError(error));
    return exitCodes.refused;
  }
}

async function make(given: Given, path: string): Promise<Backup> {
  const id = newCommandId();
  const stopper = stopOnSignal(given, id);
  const ask = (mode: 'write' | 'read') =>
    withApp(given, mode, (opened) => stopper.during(opened, () => opened.ask<Backup>('backups.make', { path }, id)));
  try {
    return await ask('write');
  } catch (error) {
    if (!isLotlineError(error) || !['STORE_BUSY', 'STORE_READ_ONLY'].includes(error.code)) throw error;
    given.terminal.say(
      `${printableInLine(error.message)} The backup is made all the same; the audit trail of the store does not speak of it.`,
    );
    return await ask('read');
  } finally {
    stopper.end();
  }
}

const asText = ({ path, seq, size, sha256 }: Backup): string =>
  `${printableInLine(path)} is written and verified: the store up to audit entry ${seq}, ${(size / 1024 ** 2).toFixed(1)} MB.\nSHA-256 ${sha256}`;
