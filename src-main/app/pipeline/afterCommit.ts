import type { Signer } from '#main/context/context.ts';
import { servicesFor } from './contextOf.ts';
import type { BusParts } from './parts.ts';
import type { Run } from './prepare.ts';
import { hasSigned } from './sign.ts';

/** What follows a commit, before the reply goes out: the session is changed, and followers of the journal hear of it. */
export async function afterCommit(parts: BusParts, run: Run, signers: readonly Signer[]): Promise<void> {
  const { session, operation } = run.called;
  run.changes.apply(parts);
  if (hasSigned(signers)) session.sign();
  for (const feature of parts.features) {
    for (const follower of feature.followers) {
      try {
        await follower.committed({ reader: parts.store.reader(), ...servicesFor(parts, feature, run) });
      } catch (error) {
        // What is committed is done, even if a follower fails: "nothing was changed" would be untrue.
        parts.log(error, operation.name);
      }
    }
  }
}
