import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { storeFile } from '#main/app/config.ts';
import { type Command, type Given, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

const everywhere = {
  store: { type: 'string' },
  json: { type: 'boolean' },
  user: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} satisfies ParseArgsOptionsConfig;

/** Splits a command line into the command's name and the rest; options of every command may come before the name. */
export function splitCommand(args: readonly string[]): { name: string | undefined; rest: string[] } {
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-')) at += args[at] === '--store' || args[at] === '--user' ? 2 : 1;
  return { name: args[at], rest: args.filter((_, index) => index !== at) };
}

/** Reads what is behind a command's name. @throws UsageError for unknown, repeated, missing and surplus words */
export function readArguments(command: Command, args: string[], terminal: Terminal): Given | 'help' {
  const options: ParseArgsOptionsConfig = { ...everywhere, ...command.options };
  const { values, positionals, tokens } = parse(args, options);
  if (values['help'] === true) return 'help';
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  for (const name of given) {
    if (options[name]?.multiple !== true && given.indexOf(name) !== given.lastIndexOf(name))
      throw new UsageError(`--${name} is given twice.`);
  }
  if (positionals.length < command.operands.least) throw new UsageError('Something is missing.');
  const surplus = positionals[command.operands.most];
  if (surplus !== undefined) throw new UsageError(`“${surplus}” is one word too many.`);
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  for (const name of given) {
    if (text(name)?.trim() === '' && !mayBeBlank.includes(name)) throw new UsageError(`--${name} has no value.`);
  }
  return {
    file: storeFile(text('store')),
    json: values['json'] === true,
    user: text('user'),
    operands: positionals,
    flag: (name) => values[name] === true,
    text,
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
    terminal,
  };
}

/** Parts of a unit that it does not have may be given blank, as scripts do. */
const mayBeBlank = ['lot', 'sublot', 'serial'];

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads a port. @throws UsageError */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw new UsageError(`--port ${text}: write a number from 0 to 65535.`);
  return port;
}
