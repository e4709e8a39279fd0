import { msg } from '#shared/kernel/message.ts';
import type { Context } from '#main/context/context.ts';
import type { Inputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { operationNamed } from '../operations.ts';
import { authorize } from './authorize.ts';
import { handlerOf } from './featureOf.ts';
import { parseUnsigned } from './parse.ts';
import type { BusParts } from './parts.ts';
import { isSigned, readingOf } from './sign.ts';

/**
 * What is read before a command is signed: the same reading that its unit of work makes again.
 * @throws LotlineError UNKNOWN_COMMAND; VALIDATION where it is not signed; what the command itself would be refused for
 */
export async function readToSign(
  { features, operations }: Pick<BusParts, 'features' | 'operations'>,
  { operation: name, input, language }: Inputs['signing']['prepare'],
  context: Context,
): Promise<PreparedSignature> {
  const operation = operationNamed(name, operations);
  if (!isSigned(operation.meta)) {
    throw new LotlineError('VALIDATION', msg`${name} is not signed. Send the command as it is.`, {
      field: 'operation',
    });
  }
  authorize(context.actor, operation.meta.permission);
  const handler = handlerOf(features, operation);
  if (!('toSign' in handler)) throw new Error(`${name} is signed, and cannot say what`);
  const act = { operation, handler, input: parseUnsigned(operation, input) };
  const { toSign: _told, ...reading } = await readingOf(act, context, language);
  return reading;
}
