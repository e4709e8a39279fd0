import type { ParseArgsOptionsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** A mistake in the command line: reported with the usage, status 2. */
export class UsageError extends Error {}

export const exitCodes = { done: 0, refused: 1, badInput: 2, noStore: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command was called with, read and checked for form. */
export type Given = {
  /** The store file, absolute. */
  file: string;
  json: boolean;
  /** Who is there, where people are set up; undefined for the owner of the file. */
  user: string | undefined;
  operands: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  terminal: Terminal;
};

/** A command of the command line. Its code is loaded when it is called, so that a wrong call is refused at once. */
export type Command = {
  /** What is behind the command's name in its usage. */
  form: string;
  does: string;
  options: ParseArgsOptionsConfig;
  operands: { least: number; most: number };
  run(given: Given): Promise<ExitCode>;
};

/** Prints an answer: JSON and nothing else, or text for a person. */
export async function answer({ json, terminal }: Given, reply: unknown, asText: () => string): Promise<void> {
  await terminal.out(`${json ? JSON.stringify(reply) : asText()}\n`);
}
