import { z } from 'zod';
import { type Fault, fault } from '#shared/exchange/contract.ts';

const rejected = z.object({ errors: z.array(fault) });

/** The faults a refused import names; none when it was refused for another reason. */
export function faultsOf(failure: { code: string; details: Readonly<Record<string, unknown>> }): readonly Fault[] {
  const read = rejected.safeParse(failure.details);
  return failure.code === 'IMPORT_REJECTED' && read.success ? read.data.errors : [];
}
