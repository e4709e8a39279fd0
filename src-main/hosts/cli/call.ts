import { msg } from '#shared/kernel/message.ts';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { newCommandId } from '#main/app/bus.ts';
import { operationNamed } from '#main/app/operations.ts';
import { withoutSigning } from '#main/app/pipeline/parse.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { languageTags } from '#shared/signing/vocabulary.ts';
import { type ExitCode, exitCodes, type Given } from './command.ts';
import { exitOf, formatError } from './exit.ts';
import { type Opened, withApp } from './open.ts';

/** Runs any operation: the reply as JSON, or the coded error as JSON. Without a usable store there is nothing but the status. */
export async function runCall(given: Given): Promise<ExitCode> {
  const { operands, text: option, terminal } = given;
  const [name = '', said = '{}'] = operands;
  try {
    const operation = operationNamed(name);
    const input = parse(said === '-' ? await text(terminal.input) : said);
    const commandId = option('command-id') ?? newCommandId();
    const reply = await withApp(given, operation.meta.kind === 'command' ? 'write' : 'read', async ({ ask }) => {
      const read = 'signature' in operation.meta ? await readAloud(name, input, { ask, terminal }) : {};
      const sent = 'token' in read && typeof input === 'object' ? { ...input, ...read } : input;
      return await ask<unknown>(name, sent, commandId);
    });
    await terminal.out(`${JSON.stringify(reply)}\n`);
    return exitCodes.done;
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    const { code, message, details } = error;
    const exit = exitOf(code);
    terminal.say(formatError(error));
    if (exit !== exitCodes.noStore) await terminal.out(`${JSON.stringify({ code, message, details })}\n`);
    return exit;
  }
}

/**
 * Prints what the signatures would say before anything is signed, and returns its token. Where that is refused
 * nothing is printed: the command is refused for the same reason, and that is recorded.
 */
async function readAloud(
  operation: string,
  whole: unknown,
  { ask, terminal }: Pick<Opened, 'ask'> & Pick<Given, 'terminal'>,
): Promise<{ token?: string }> {
  const { token } = inputWithToken.safeParse(whole).data ?? {};
  const language = languageTags.find((tag) => token?.startsWith(tag)) ?? 'en';
  const asked = { operation, input: withoutSigning(whole), language };
  const reading = await ask<PreparedSignature>('signing.prepare', asked).catch(() => undefined);
  if (reading === undefined || reading.positions.length === 0) return {};
  terminal.say(`Signing: ${reading.sentence}`);
  return { token: token ?? reading.token };
}

const inputWithToken = z.looseObject({ token: z.string() });

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new LotlineError(
      'VALIDATION',
      msg`The input is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
