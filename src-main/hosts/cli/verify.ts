import { resolve } from 'node:path';
import { readPublicKey } from '#main/app/anchors.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { isLotlineError, isStoreCode, type LotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { formatError, messageWithAdvice } from './exit.ts';
import { withOpenApp } from './open.ts';
import { counted, section } from './table.ts';

/** Verifies a store, one that the gate refuses included: the answer names what is wrong, and the status is 3 then. */
export async function runVerify(given: Given): Promise<ExitCode> {
  const verification = await verify(given);
  const { ok, entries, problems } = verification;
  await answer(given, { ok, entries, problems }, () => asText(verification));
  return verification.ok ? exitCodes.done : exitCodes.noStore;
}

async function verify({ file, terminal, text, texts }: Given): Promise<Verification> {
  const keyFile = text('anchor-key');
  const publicKey = keyFile === undefined ? undefined : readPublicKey(resolve(keyFile));
  const ask = (mode: 'read' | 'rescue') =>
    // The holder of the file may check it: nothing of it is shown but what does not hold.
    withOpenApp({ file }, mode, ({ app }) => app.check({ anchors: texts('anchor'), publicKey }));
  try {
    return await ask('read');
  } catch (error) {
    if (!isLotlineError(error) || !isStoreCode(error.code)) throw error;
    terminal.say(formatError(error));
    if (error.code !== 'STORE_DAMAGED') return refused(error);
    return await ask('rescue').then(
      (found) => (found.ok ? { ...refused(error), entries: found.entries } : found),
      // Of what cannot even be read the gate's finding is shown.
      () => refused(error),
    );
  }
}

const refused = (error: LotlineError): Verification => ({
  ok: false,
  entries: 0,
  problems: [{ code: error.code, seq: seqOf(error), where: 'store', message: messageWithAdvice(error) }],
  anchors: { held: 0, newest: '', givenUp: 0 },
});

const seqOf = ({ details: { seq } }: LotlineError): number => (typeof seq === 'number' ? seq : 0);

function asText({ ok, entries, problems, anchors }: Verification): string {
  const held =
    anchors.held === 0
      ? ''
      : ` Held against ${counted(anchors.held, 'anchor', 'anchors')}, the newest of ${anchors.newest.slice(0, 10)}.`;
  const givenUp =
    anchors.givenUp === 0
      ? ''
      : ` ${counted(anchors.givenUp, 'anchor', 'anchors')} more of entries that were given up when a backup was restored.`;
  if (ok) return `The audit trail and the balances hold: ${counted(entries, 'entry', 'entries')}.${held}${givenUp}`;
  return problemsAsText({ problems });
}

/** What is wrong with a store, for a person. */
export function problemsAsText({ problems }: Pick<Verification, 'problems'>): string {
  const [first] = problems;
  if (first?.code === 'STORE_MISSING') return printableInLine(first.message);
  const columns = {
    Entry: ({ seq }: Verification['problems'][number]) => (seq === 0 ? '' : seq),
    Where: ({ where }: Verification['problems'][number]) => where,
    Code: ({ code }: Verification['problems'][number]) => code,
    What: ({ message }: Verification['problems'][number]) => message,
  };
  return section('The store does not hold. Problems', columns, problems);
}
