import type { Verification } from '#shared/audit/contract.ts';
import { isLotlineError, isStoreCode, type LotlineError } from '#shared/kernel/errors.ts';
import { answer, type ExitCode, exitCodes, type Given } from './command.ts';
import { sayError, sayWhatToDo } from './exit.ts';
import { withApp } from './open.ts';
import { counted, section } from './table.ts';

/** Verifies a store, one that the gate refuses included: the answer names what is wrong, and the status is 3 then. */
export async function runVerify(given: Given): Promise<ExitCode> {
  const verification = await verify(given);
  await answer(given, verification, () => asText(verification));
  return verification.ok ? exitCodes.done : exitCodes.noStore;
}

async function verify({ file, terminal }: Given): Promise<Verification> {
  const ask = (mode: 'read' | 'rescue') =>
    withApp(file, mode, (opened) => opened.ask<Verification>('audit.verify', {}));
  try {
    return await ask('read');
  } catch (error) {
    if (!isLotlineError(error) || !isStoreCode(error.code)) throw error;
    terminal.say(sayError(error));
    if (error.code !== 'STORE_DAMAGED') return refused(error);
    return await ask('rescue').then(
      (found) => (found.ok ? { ...refused(error), entries: found.entries } : found),
      // What cannot even be read is told by what the gate found.
      () => refused(error),
    );
  }
}

const refused = (error: LotlineError): Verification => ({
  ok: false,
  entries: 0,
  problems: [{ code: error.code, seq: 0, where: 'store', message: sayWhatToDo(error) }],
});

function asText({ ok, entries, problems }: Verification): string {
  if (ok) return `The audit trail and the balances hold: ${counted(entries, 'entry', 'entries')}.`;
  const [first] = problems;
  if (first?.code === 'STORE_MISSING') return first.message;
  const columns = {
    Entry: ({ seq }: Verification['problems'][number]) => (seq === 0 ? '' : seq),
    Where: ({ where }: Verification['problems'][number]) => where,
    Code: ({ code }: Verification['problems'][number]) => code,
    What: ({ message }: Verification['problems'][number]) => message,
  };
  return section('The store does not hold. Problems', columns, problems);
}
