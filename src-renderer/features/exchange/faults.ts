import { z } from 'zod';
import { type Fault, fault } from '#shared/exchange/contract.ts';

const rejected = z.object({ errors: z.array(fault), faultCount: z.number() });
const none = { errors: [], faultCount: 0 };

/** The faults a refused import names, the first of `faultCount`; none when it was refused for another reason. */
export function faultsOf(failure: { code: string; details: Readonly<Record<string, unknown>> }): {
  errors: readonly Fault[];
  faultCount: number;
} {
  const read = rejected.safeParse(failure.details);
  return failure.code === 'IMPORT_REJECTED' && read.success ? read.data : none;
}
