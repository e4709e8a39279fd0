import { msg } from '#shared/kernel/message.ts';
import { newCommandId } from '#main/app/bus.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Outputs } from '#shared/contract.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given, UsageError } from './command.ts';
import { withOpenApp } from './open.ts';

/** Makes the first administrator of a store without people, and the store where there is none. */
export async function runSetup(given: Given): Promise<ExitCode> {
  const { user, terminal } = given;
  const name = given.text('name');
  if (user === undefined || name === undefined) throw new UsageError('Say --user and --name.');
  const password = await terminal.secret(`New password for ${user}: `);
  if (password === '')
    throw new LotlineError('VALIDATION', msg`Give the new password in LOTLINE_PASSWORD, or at a terminal when asked.`);
  const reply = await withOpenApp(given, 'create', ({ ask }) =>
    ask<Outputs['people']['setUp']>(
      'people.setUp',
      // Those who can call this hold the file; the code is for windows.
      { code: 'console', user, name, email: given.text('email') ?? '', password },
      newCommandId(),
    ),
  );
  await answer(
    given,
    reply,
    () =>
      `${printableInLine(name)} is the first administrator. From now on every command takes --user; ${printableInLine(user)} adds the other people.`,
  );
  return exitCodes.done;
}
