import { tooLong } from '#shared/kernel/fields.ts';
import { inEnglish, isMessage, type MessageValue, msg } from '#shared/kernel/message.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { insistOnDepth } from '#shared/kernel/json.ts';
import { shortestReason, signingFields, withoutSigningFields } from '#shared/kernel/operation.ts';
import type { z } from 'zod';
import type { Operation } from '../operations.ts';

/** Parses an operation's input; VALIDATION with every field that is wrong. */
export const parseInput = (operation: Operation, input: unknown): unknown => parseBy(operation.input, input);

/** The same by any schema, such as that of a report's parameters. */
export function parseBy<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  insistOnDepth(input);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 20).map((issue) => msg`${pathOf(issue)}: ${wordsOf(issue)}`);
  const issues = problems.map(inEnglish);
  const english = issues.join(' ');
  const all: MessageValue =
    english.length > longestMessage ? english.slice(0, longestMessage) : { list: problems, between: ' ' };
  throw new LotlineError('VALIDATION', msg`The input is not right. ${all}`, { issues });
}

const longestMessage = 1900;
type Issue = z.core.$ZodIssue;

const pathOf = ({ path }: Issue): string => path.join('.') || 'input';

/** Our schemas' own refusals can be read in every language; the library's are for the author of the call. */
function wordsOf(issue: Issue): MessageValue {
  if (issue.code === 'custom' && isMessage(issue.params?.['text'])) return issue.params['text'];
  return issue.message === inEnglish(tooLong) ? tooLong : issue.message;
}

/**
 * Refuses a command whose contract requires a reason when the reason is blank.
 * @throws LotlineError REASON_REQUIRED
 */
export function insistOnReason(operation: Operation, input: unknown): void {
  const reason = reasonIn(operation, input);
  if (reason !== undefined && reason.trim().length < shortestReason)
    throw new LotlineError('REASON_REQUIRED', msg`Say why, in a few words.`, { field: 'reason' });
}

/** Why a command is done, as it was typed; undefined where the contract requires no reason. */
export function reasonIn({ meta }: Pick<Operation, 'meta'>, input: unknown): string | undefined {
  if (meta.kind === 'query' || meta.reason === undefined) return undefined;
  // A text by the schema, which has this field where the contract requires a reason.
  return (input as { reason: string }).reason;
}

/** What is left of a parsed input without the fields of signing: what is signed. */
export function withoutSigning(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const names: readonly string[] = signingFields;
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}

/** Parses the input of a signed command before anybody signs it. */
export function parseUnsigned(operation: Operation, input: unknown): unknown {
  // kernel/operation.ts makes the inputs of commands that are signed, and each is an object.
  const whole = operation.input as z.ZodObject;
  return parseInput({ ...operation, input: withoutSigningFields(whole) }, input);
}

/**
 * Lets through a command with a good id of its own.
 * @throws LotlineError VALIDATION
 */
export function insistOnCommandId(commandId: string | undefined): void {
  if (commandId !== undefined && /^[\w-]{8,100}$/.test(commandId)) return;
  throw new LotlineError(
    'VALIDATION',
    msg`A command needs an id of its own: 8 to 100 letters, digits or dashes, made once per attempt.`,
  );
}

/** The digest of a parsed input. A secret adds nothing to it: it turns into nothing wherever values are written. */
export const digestOfInput = (input: unknown): string => hex(sha256(canonical(input)));

/** By what a command is known when it comes again: all of it, but the token of what was read before, which is new each time. */
export function digestOfCommand({ meta }: Operation, input: unknown): string {
  if (!('signature' in meta) || typeof input !== 'object' || input === null) return digestOfInput(input);
  return digestOfInput(Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'token')));
}

/** Checks a reply against the contract: what does not fit never leaves. */
export function checkReply(operation: Operation, reply: unknown): unknown {
  const checked = operation.output.safeParse(reply);
  if (checked.success) return checked.data;
  throw new Error(`${operation.name} answered against its contract: ${checked.error.message.slice(0, 500)}`);
}

/** The id under which a question can be watched and stopped, where its input gives one. */
export const jobOf = (input: unknown): string => {
  if (input !== null && typeof input === 'object' && 'job' in input && typeof input.job === 'string') return input.job;
  return '';
};
