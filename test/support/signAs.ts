import type { RoleCode } from '#shared/kernel/roles.ts';
import type { Meaning } from '#shared/kernel/signature.ts';
import type { OperationName, TestApp } from './app.ts';

type Session = TestApp['me'];
export type SignedPlant = { plant: TestApp; restored: number };

/** An act that is signed, as somebody would do it, and what may change of it while it is being read. */
export type SignedAct = {
  /** What is signed: the input without signature, witness and token. */
  input: (set: SignedPlant) => Record<string, unknown>;
  by: RoleCode;
  /** Undefined where only a witness signs. */
  meaning: Meaning | undefined;
  witness?: string;
  /** The field that says why; another reason is another sentence. */
  why: 'reason' | 'note';
  /** Changes something that was read, but no word of the sentence; undefined where nothing of it can ever change. */
  meanwhile?: (set: SignedPlant) => Promise<unknown>;
};

export type Given = { as: Session; signature?: { user: string; password: string; meaning: Meaning }; witness?: object };

export const prepare = (plant: TestApp, operation: string, input: unknown, as: Session, language: 'en' | 'de' = 'en') =>
  plant.ask('signing.prepare', { operation, input, language }, { as });

/** Reads and signs, as a person at a screen does. */
export async function signAs(
  plant: TestApp,
  operation: OperationName,
  input: object,
  { as, ...proofs }: Given,
): Promise<unknown> {
  const { token } = await prepare(plant, operation, input, as);
  return await plant.send(operation, { ...input, ...proofs, token }, { as });
}
