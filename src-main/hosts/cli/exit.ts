import { type ErrorCode, isStoreCode, type LotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { type ExitCode, exitCodes } from './command.ts';

/** Codes of wrong input, as opposed to a rule that refuses the request. */
const badInput: readonly ErrorCode[] = [
  'VALIDATION',
  'UNKNOWN_COMMAND',
  'IMPORT_REJECTED',
  'FILE_TYPE',
  'FILE_TOO_LARGE',
  'FILE_DAMAGED',
  'FILE_SUSPICIOUS',
];

/** The exit status of a coded refusal. PATH_REFUSED speaks of a store that cannot be made where it was named. */
export function exitOf(code: ErrorCode): ExitCode {
  if (isStoreCode(code) || code === 'PATH_REFUSED') return exitCodes.noStore;
  return badInput.includes(code) ? exitCodes.badInput : exitCodes.refused;
}

/** The sentence of a refusal, with what to type where the command line knows it. */
export const messageWithAdvice = ({ code, message }: LotlineError): string =>
  code === 'STORE_MISSING'
    ? `${message} “lotline import PATH” or “lotline demo” makes one there; --store FILE names another.`
    : message;

/** One line for a terminal, whatever a path or a name in it holds. */
export const formatError = (error: LotlineError): string =>
  printableInLine(`${error.code}: ${messageWithAdvice(error)}`);
