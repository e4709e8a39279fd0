import { isLotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts';
import { commandsWith } from './commands.ts';
import { exitOf, formatError } from './exit.ts';
import { readArguments, readPort, splitCommand } from './read.ts';
import { guarded, processTerminal, type Terminal } from './terminal.ts';
import { usageOf, usageOfAll } from './usage.ts';

/** What `serve` needs from the launcher, which knows the HTTP host. */
export type Serving = {
  file: string;
  port: number;
  untilStdinEnds: boolean;
  anchors?: string | undefined;
  print: (line: string) => void;
  say: (line: string) => void;
};
export type Services = { serve(serving: Serving): Promise<void> };

/**
 * Runs one command of the command line and answers its exit status: 0 done, 1 refused or not found, 2 bad usage or
 * bad input, 3 no store or one that does not hold. Answers go to standard output, everything else to standard error.
 */
export async function runCli(
  args: readonly string[],
  services: Services,
  given: Terminal = processTerminal(),
): Promise<ExitCode> {
  const terminal = guarded(given);
  const commands = commandsWith(async (given) => {
    const { file, terminal: own } = given;
    const port = readPort(given.text('port'));
    await services.serve({
      file,
      port,
      untilStdinEnds: given.flag('until-stdin-ends'),
      anchors: given.text('anchors'),
      print: (line) => void own.out(`${line}\n`),
      say: own.say,
    });
    return exitCodes.done;
  });
  const { name, rest } = splitCommand(args);
  if (name === undefined || name === 'help') {
    const asked = name === 'help' || args.includes('--help') || args.includes('-h');
    if (asked) await terminal.out(`${usageOfAll(commands)}\n`);
    else terminal.say(usageOfAll(commands));
    return asked ? exitCodes.done : exitCodes.badInput;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.say(`There is no command “${printableInLine(name)}”.\n\n${usageOfAll(commands)}`);
    return exitCodes.badInput;
  }
  return await runCommand(name, command, rest, terminal);
}

async function runCommand(name: string, command: Command, args: string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const given = readArguments(command, args, terminal);
    if (given !== 'help') return await command.run(given);
    await terminal.out(`${usageOf(name, command)}\n`);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(`${printableInLine(error.message)}\n\n${usageOf(name, command)}`);
      return exitCodes.badInput;
    }
    if (!isLotlineError(error)) throw error;
    terminal.say(formatError(error));
    return exitOf(error.code);
  }
}
