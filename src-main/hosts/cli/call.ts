import { msg } from '#shared/kernel/message.ts';
import { text } from 'node:stream/consumers';
import { newCommandId } from '#main/app/bus.ts';
import { operationNamed } from '#main/app/operations.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { type ExitCode, exitCodes, type Given } from './command.ts';
import { exitOf, formatError } from './exit.ts';
import { withApp } from './open.ts';

/** Runs any operation: the reply as JSON, or the coded error as JSON. Without a usable store there is nothing but the status. */
export async function runCall(given: Given): Promise<ExitCode> {
  const { operands, text: option, terminal } = given;
  const [name = '', said = '{}'] = operands;
  try {
    const operation = operationNamed(name);
    const input = parse(said === '-' ? await text(terminal.input) : said);
    const commandId = option('command-id') ?? newCommandId();
    const reply = await withApp(given, operation.meta.kind === 'command' ? 'write' : 'read', ({ ask }) =>
      ask<unknown>(name, input, commandId),
    );
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
