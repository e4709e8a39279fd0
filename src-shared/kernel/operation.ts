import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from './errors.ts';
import type { Permission } from './permissions.ts';

/**
 * How an operation is declared, once, for every host. A command changes the store and leaves one audit
 * entry; a query writes nothing. Both name the permission they need.
 */
export type CommandMeta = { kind: 'command'; permission: Permission };
export type QueryMeta = { kind: 'query'; permission: Permission };
export type OperationMeta = CommandMeta | QueryMeta;

const errorData = z.object({ details: z.record(z.string(), z.json()) });

// Object.fromEntries forgets the keys; every code of the closed list is there.
const everyError = Object.fromEntries(errorCodes.map((code) => [code, { data: errorData }])) as Record<
  ErrorCode,
  { data: typeof errorData }
>;

export function command<I extends z.ZodType, O extends z.ZodType>(declared: {
  permission: Permission;
  input: I;
  output: O;
}) {
  return oc
    .$meta<CommandMeta>({ kind: 'command', permission: declared.permission })
    .errors(everyError)
    .input(declared.input)
    .output(declared.output);
}

export function query<I extends z.ZodType, O extends z.ZodType>(declared: {
  permission: Permission;
  input: I;
  output: O;
}) {
  return oc
    .$meta<QueryMeta>({ kind: 'query', permission: declared.permission })
    .errors(everyError)
    .input(declared.input)
    .output(declared.output);
}
