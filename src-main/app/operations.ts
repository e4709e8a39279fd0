import { msg } from '#shared/kernel/message.ts';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { OperationMeta } from '#shared/kernel/operation.ts';

/** An operation of the contract, as the bus and the command line see it. */
export type Operation = {
  name: string;
  /** What its name begins with. */
  namespace: string;
  verb: string;
  meta: OperationMeta;
  input: z.ZodType;
  output: z.ZodType;
};

type Made = { meta: OperationMeta; inputSchema: z.ZodType; outputSchema: z.ZodType };

function read(namespace: string, verb: string, procedure: AnyContractProcedure): Operation {
  const definition = procedure['~orpc'];
  // kernel/operation.ts is the only maker of procedures, and gives each this meta and zod schemas.
  const { meta, inputSchema: input, outputSchema: output } = definition as unknown as Made;
  return { name: `${namespace}.${verb}`, namespace, verb, meta, input, output };
}

export type Operations = ReadonlyMap<string, Operation>;

/** The operations of some features by their names, `namespace.verb`. */
export const operationsOf = (contracts: Iterable<readonly [namespace: string, procedures: object]>): Operations =>
  new Map(
    Array.from(contracts).flatMap(([namespace, procedures]) =>
      Object.entries(procedures)
        .filter((entry): entry is [string, AnyContractProcedure] => isContractProcedure(entry[1]))
        .map(([verb, procedure]) => [`${namespace}.${verb}`, read(namespace, verb, procedure)] as const),
    ),
  );

/** Every operation of the contract. */
export const operations = operationsOf(Object.entries(contract));

/** Operations as a feature may speak of them. */
export const describe = (all: Operations) => [...all.values()].map(({ name, meta }) => ({ name, ...meta }));

/** Finds an operation; UNKNOWN_COMMAND otherwise. */
export function operationNamed(name: string, among = operations): Operation {
  const found = among.get(name);
  if (found === undefined) {
    throw new LotlineError(
      'UNKNOWN_COMMAND',
      msg`There is no operation ${name.slice(0, 100)}. The command "operations" lists all of them.`,
    );
  }
  return found;
}
