import { msg } from '#shared/kernel/message.ts';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { OperationMeta } from '#shared/kernel/operation.ts';

/** An operation of the contract, as the bus and the command line see it. */
export type Operation = {
  name: string;
  feature: string;
  verb: string;
  meta: OperationMeta;
  input: z.ZodType;
  output: z.ZodType;
};

type Made = { meta: OperationMeta; inputSchema: z.ZodType; outputSchema: z.ZodType };

function read(feature: string, verb: string, procedure: AnyContractProcedure): Operation {
  const definition = procedure['~orpc'];
  // kernel/operation.ts is the only maker of procedures, and gives each this meta and zod schemas.
  const { meta, inputSchema: input, outputSchema: output } = definition as unknown as Made;
  return { name: `${feature}.${verb}`, feature, verb, meta, input, output };
}

/** Every operation by its name, `feature.verb`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures)
      .filter((entry): entry is [string, AnyContractProcedure] => isContractProcedure(entry[1]))
      .map(([verb, procedure]) => [`${feature}.${verb}`, read(feature, verb, procedure)] as const),
  ),
);

/** Every operation as a feature may speak of it. */
export const describedOperations = [...operations.values()].map(({ name, meta }) => ({
  name,
  kind: meta.kind,
  permission: meta.permission,
}));

/** Finds an operation; UNKNOWN_COMMAND otherwise. */
export function operationNamed(name: string): Operation {
  const found = operations.get(name);
  if (found === undefined) {
    throw new LotlineError(
      'UNKNOWN_COMMAND',
      msg`There is no operation ${name.slice(0, 100)}. The command "operations" lists all of them.`,
    );
  }
  return found;
}
