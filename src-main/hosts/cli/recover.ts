import { msg } from '#shared/kernel/message.ts';
import { newCommandId } from '#main/app/bus.ts';
import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { withOpenApp } from './open.ts';

/** Gives an administrator who lost the password a new one, by the site's recovery code. Nobody signs in for it. */
export async function runRecover(given: Given): Promise<ExitCode> {
  const { user, terminal } = given;
  if (user === undefined) throw new UsageError('Say --user, whose password is lost.');
  const code = await terminal.secret('Recovery code of this site: ', 'LOTLINE_RECOVERY_CODE');
  if (code === '')
    throw new LotlineError(
      'VALIDATION',
      msg`Give the recovery code in LOTLINE_RECOVERY_CODE, or at a terminal when asked.`,
    );
  const password = await terminal.secret(`New password for ${user}: `);
  if (password === '')
    throw new LotlineError('VALIDATION', msg`Give the new password in LOTLINE_PASSWORD, or at a terminal when asked.`);
  const reply = await withOpenApp(given, 'write', ({ ask }) =>
    ask<Outputs['people']['recover']>('people.recover', { user, code, password }, newCommandId()),
  );
  await answer(
    given,
    reply,
    () =>
      `${printableInLine(reply.user)} signs in with the new password, and signs once a second person confirmed it. Everybody is told. The code is used up: make a new one in the settings.`,
  );
  return exitCodes.done;
}
