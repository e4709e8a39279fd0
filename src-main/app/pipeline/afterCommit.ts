import type { Signer } from '#main/context/context.ts';
import type { BusParts } from './parts.ts';
import type { Run } from './prepare.ts';
import { hasSigned } from './sign.ts';

/** What follows a commit, before the reply goes out: the session is changed, and who follows the journal is told. */
export async function afterCommit(
  parts: BusParts,
  { called: { session, operation }, changes }: Run,
  signers: readonly Signer[],
): Promise<void> {
  changes.apply(parts);
  if (hasSigned(signers)) session.sign();
  try {
    await parts.committed();
  } catch (error) {
    // What is committed is done, whatever follows it: "nothing was changed" would be untrue.
    parts.log(error, operation.name);
  }
}
