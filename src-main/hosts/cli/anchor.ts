import { resolve } from 'node:path';
import { leaveSignedAnchor, makeAnchorKey } from '#main/app/anchors.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { withOpenApp } from './open.ts';
import { problemsAsText } from './verify.ts';

/** Makes this computer's key for anchors. */
export async function runAnchorKey(given: Given): Promise<ExitCode> {
  const file = resolve(given.operands[0] ?? '');
  const made = makeAnchorKey(file, await passphraseOf(given, 'Passphrase for the new key: '));
  await answer(
    given,
    { file, ...made },
    () =>
      `The key is made, and its public part written to ${file}. Keep that file and the passphrase apart from this computer.`,
  );
  return exitCodes.done;
}

/** Leaves a signed anchor of a store that holds; of one that does not, it says what is wrong, with status 3. */
export async function runAnchor(given: Given): Promise<ExitCode> {
  const file = resolve(given.operands[0] ?? '');
  const passphrase = await passphraseOf(given, 'Passphrase of the key: ');
  const { seq, hash, ...verification } = await withOpenApp(given, 'read', ({ app }) =>
    leaveSignedAnchor(app, file, passphrase),
  );
  const { ok, entries, problems } = verification;
  await answer(given, { ok, entries, problems, file, seq, hash }, () =>
    ok ? `${file} has a signed anchor of the store up to audit entry ${seq}.` : problemsAsText(verification),
  );
  return ok ? exitCodes.done : exitCodes.noStore;
}

async function passphraseOf({ terminal }: Given, question: string): Promise<string> {
  const passphrase = await terminal.secret(question, 'LOTLINE_PASSPHRASE');
  if (passphrase !== '') return passphrase;
  throw new LotlineError('VALIDATION', msg`Give the passphrase in LOTLINE_PASSPHRASE, or at a terminal when asked.`);
}
