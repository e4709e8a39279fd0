import type { Meaning } from '#shared/kernel/signature.ts';
import type { OperationName, TestApp } from './app.ts';

type Session = TestApp['me'];
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
