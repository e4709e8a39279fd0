import { resolve } from 'node:path';
import { acceptStoreAt, readPublicKey } from '#main/app/anchors.ts';
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
  const { anchors, ...found } = verification;
  // Where nothing was known outside the store, there is nothing to say of it.
  const isKnown = anchors.held > 0 || anchors.givenUp > 0 || anchors.told !== undefined;
  await answer(given, isKnown ? verification : found, () => asText(verification));
  return verification.ok ? exitCodes.done : exitCodes.noStore;
}

async function verify({ file, terminal, flag, text, texts }: Given): Promise<Verification> {
  const keyFile = text('anchor-key');
  const publicKey = keyFile === undefined ? undefined : readPublicKey(resolve(keyFile));
  const accept = flag('accept');
  if (accept) acceptStoreAt(file);
  const ask = (mode: 'read' | 'rescue') =>
    // The holder of the file may check it: nothing of it is shown but what does not hold.
    withOpenApp({ file }, mode, ({ app }) => app.check({ anchors: texts('anchor'), publicKey, accept }));
  try {
    return await ask('read');
  } catch (error) {
    if (!isLotlineError(error) || !isStoreCode(error.code)) throw error;
    terminal.say(formatError(error));
    if (error.code !== 'STORE_DAMAGED') return refused(error);
    return await ask('rescue').then(
      (found) =>
        // The gate's own finding has what to do.
        found.problems.every(({ where }) => where === 'store')
          ? { ...found, ok: false, problems: refused(error).problems }
          : found,
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
  const against = againstText(anchors);
  if (ok) return `The audit trail and the balances hold: ${counted(entries, 'entry', 'entries')}.${against}`;
  return `${problemsAsText({ problems })}${against === '' ? '' : `\n${against.trimStart()}`}`;
}

/** What the trail was held against. */
function againstText(anchors: Verification['anchors']): string {
  const held =
    anchors.held === 0
      ? ''
      : ` Held against ${counted(anchors.held, 'anchor', 'anchors')}, the newest of ${anchors.newest.slice(0, 10)}.`;
  const givenUp =
    anchors.givenUp === 0
      ? ''
      : ` ${counted(anchors.givenUp, 'anchor', 'anchors')} more of entries that were given up when a backup was restored.`;
  const told = (anchors.told ?? []).map((sentence) => ` ${printableInLine(sentence)}`).join('');
  return held + givenUp + told;
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
