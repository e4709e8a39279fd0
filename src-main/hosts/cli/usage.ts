import type { Command } from './command.ts';

const word = 'lotline';
const everywhere = `Every command takes --store FILE (else LOTLINE_STORE, else your own store), --json, and where
people are set up --user NAME with the password in LOTLINE_PASSWORD or typed when asked.
Ends with 0 done, 1 refused or not found, 2 bad usage or input, 3 no store or one that does not hold.`;

/** What all commands are called with. */
export function usageOfAll(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(
    ([name, { form, does }]) => `  ${[name, form].join(' ').trimEnd()}\n      ${does}`,
  );
  return `Usage: ${word} COMMAND …\n\n${lines.join('\n')}\n\n${everywhere}`;
}

export const usageOf = (name: string, { form, does }: Command): string =>
  `Usage: ${[word, name, form].join(' ').trimEnd()} [--store FILE] [--json] [--user NAME]\n  ${does}`;
