import type { Fault } from '#shared/exchange/contract.ts';
import { mostFaults } from '#shared/exchange/vocabulary.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { inEnglish, type Message, msg } from '#shared/kernel/message.ts';

/** What ends the reading of a file, a sheet or a whole workbook. */
export class FileIssue extends Error {
  readonly code: ErrorCode;
  readonly text: Message;
  readonly row: number;
  readonly column: string;

  constructor(code: ErrorCode, text: Message, where: { row?: number; column?: string } = {}) {
    super(inEnglish(text));
    this.name = 'FileIssue';
    this.code = code;
    this.text = text;
    this.row = where.row ?? 1;
    this.column = where.column ?? '';
  }
}

/** A cell that does not fit its column. */
export class CellIssue {
  readonly text: Message;

  constructor(text: Message) {
    this.text = text;
  }
}

/** The faults of one file, in English: the first thousand are kept, all are counted. */
export class IssueList {
  readonly file: string;
  readonly kept: Fault[] = [];
  count = 0;

  constructor(file: string) {
    this.file = file;
  }

  add({ text, ...where }: { row: number; column: string; code: ErrorCode; text: Message }): void {
    this.count += 1;
    if (this.kept.length < mostFaults) this.kept.push({ file: this.file, ...where, message: inEnglish(text) });
  }

  /** Takes what ended the reading: a fault, or the refusal of the file system. Any other error goes on. */
  addFatal(error: unknown): void {
    const fault = isRefusedBySystem(error) ? unreadable() : error;
    if (!(fault instanceof FileIssue)) throw error;
    this.add({ row: fault.row, column: fault.column, code: fault.code, text: fault.text });
  }
}

const isRefusedBySystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
const unreadable = (): FileIssue =>
  new FileIssue(
    'PATH_REFUSED',
    msg`This cannot be read: check the rights to it, and whether another program holds it open.`,
  );

const longestQuote = 80;

/** A piece of the file as a sentence or a column name quotes it: short, and on one line. */
export const quote = (text: string, longest = longestQuote): string => {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
  return plain.length > longest ? `${plain.slice(0, longest).toWellFormed()}…` : plain;
};
