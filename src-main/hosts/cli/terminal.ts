import type { Readable } from 'node:stream';
import { printable, printableInLine } from '#shared/kernel/printable.ts';

/**
 * Where a command's answer and its messages go. Only the answer goes to standard output; everything else goes to
 * standard error.
 */
export type Terminal = {
  /** Standard output; resolves when the text has left, so that a slow reader gets all of a long answer. */
  out(text: string): Promise<void>;
  /** A line on standard error. */
  say(line: string): void;
  /** Progress on one line of standard error, where a person watches. */
  progress(line: string): void;
  input: Readable;
  /** A secret: from the variable, LOTLINE_PASSWORD unless named, else typed unseen where a person sits at the terminal, else "". */
  secret(question: string, variable?: string): Promise<string>;
  /** Calls back when the person or the system requests a stop; the returned function stops listening. */
  onStop(stop: () => void): () => void;
};

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The same terminal, of which nothing that is printed can be obeyed. Numbers and words of answers are not touched. */
export const guarded = (terminal: Terminal): Terminal => ({
  ...terminal,
  out: (text) => terminal.out(printable(text)),
  say: (line) => terminal.say(printable(line)),
  progress: (line) => terminal.progress(printableInLine(line)),
  secret: (question, variable) => terminal.secret(printableInLine(question), variable),
});

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const isWatched = stderr.isTTY === true;
  let isProgressShown = false;
  const clearProgress = (): string => (isProgressShown ? '\r\u001b[K' : '');
  // A reader that has enough, such as `head`, closes the pipe: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    out: (text) => new Promise((resolve, reject) => stdout.write(text, (error) => (error ? reject(error) : resolve()))),
    say(line) {
      stderr.write(`${clearProgress()}${line}\n`);
      isProgressShown = false;
    },
    progress(line) {
      if (!isWatched) return;
      stderr.write(`\r\u001b[K${line}`);
      isProgressShown = true;
    },
    input: process.stdin,
    secret: (question, variable = 'LOTLINE_PASSWORD') => readSecret(question, variable, process),
    onStop(stop) {
      for (const signal of stopSignals) process.on(signal, stop);
      return () => {
        for (const signal of stopSignals) process.off(signal, stop);
      };
    },
  };
}

type Streams = {
  stdin: Readable & { isTTY?: boolean; setRawMode(on: boolean): unknown };
  stderr: { write(text: string): unknown };
};

/** Reads a line without showing it, and leaves the terminal open for the next question. */
export async function readSecret(question: string, variable: string, { stdin, stderr }: Streams): Promise<string> {
  const given = process.env[variable] ?? '';
  if (given !== '' || stdin.isTTY !== true) return given;
  // First of all: what is typed as soon as the question is there is not shown either.
  stdin.setRawMode(true);
  stderr.write(question);
  let typed = '';
  try {
    for await (const piece of stdin.iterator({ destroyOnReturn: false })) {
      for (const letter of String(piece)) {
        if (letter === '\r' || letter === '\n' || letter === endOfText) return typed;
        if (letter === interrupt) return '';
        typed = letter === backspace || letter === erase ? typed.slice(0, -1) : typed + letter;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

const [interrupt, endOfText, backspace, erase] = ['\u0003', '\u0004', '\u0008', '\u007f'];
