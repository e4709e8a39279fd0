import type { QueryContext, Services, Signer } from '#main/context/context.ts';
import { signaturesWritten } from '#main/features/people/people.actions.ts';
import { proveSigners } from '#main/features/people/proof.ts';
import type { Work } from '#main/store/work.ts';
import type { SignatureInput, WitnessInput } from '#shared/kernel/signature.ts';
import type { Operation } from '../operations.ts';

/** Who signs a command, proven before its unit of work: trying a password takes its time. */
export async function signersOf(
  context: QueryContext & Pick<Services, 'signsWithUser'>,
  { meta }: Operation,
  input: unknown,
): Promise<Signer[]> {
  // Present where the operation's schema asks for them, and checked by it.
  return await proveSigners(context, meta, input as { signature?: SignatureInput; witness?: WitnessInput });
}

/** A command that proved signers and wrote no signature is not committed. */
export function insistOnSignatures(work: Work, signers: readonly Signer[], operation: Operation): void {
  if (signers.length > 0 && signaturesWritten(work) !== signers.length)
    throw new Error(`${operation.name} does not write the signatures it was given`);
}

/** Whether one of the signers is who asked: then the next signature of this session needs the password alone. */
export const hasSigned = (signers: readonly Signer[]): boolean =>
  signers.some(({ meaning }) => meaning !== 'witnessed');
