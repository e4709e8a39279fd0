import { msg, type Message } from '#shared/kernel/message.ts';
import type { Correction, UnfitCell } from '#shared/exchange/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { FoundCell } from './read/cellBook.ts';
import { quote } from './read/faults.ts';

const keyOf = ({ file, row, column }: Pick<Correction, 'file' | 'row' | 'column'>): string =>
  [row, file, column].join('\u0000');

/**
 * The corrections of one import: each is for another cell below a header, and all of them must be found.
 * @throws LotlineError VALIDATION for one that cannot be meant.
 */
export class Corrections {
  readonly all: readonly Correction[];
  readonly #unseen: Map<string, Correction>;
  readonly #unfit: UnfitCell[] = [];

  constructor(all: readonly Correction[]) {
    this.all = all;
    this.#unseen = new Map(all.map((correction) => [keyOf(correction), correction]));
    const header = all.find(({ row }) => row === 1);
    if (header !== undefined)
      refuse(
        msg`Row 1 of “${quote(header.file)}” is its header, which cannot be corrected here: correct it in the file.`,
      );
    const twice = all.find((correction) => this.#unseen.get(keyOf(correction)) !== correction);
    if (twice !== undefined) refuse(msg`The ${formatCell(twice)} is corrected twice: leave one of the two out.`);
  }

  /** A file was read. Which cells a file has that could not be read to its end is unknown; that is its fault then. */
  close(file: string, found: readonly FoundCell[], isComplete: boolean): void {
    for (const { row, column, text, unfit } of found) {
      this.#unseen.delete(keyOf({ file, row, column }));
      if (unfit) this.#unfit.push({ file, row, column, text });
    }
    if (isComplete) return;
    for (const [key, correction] of this.#unseen) if (correction.file === file) this.#unseen.delete(key);
  }

  /** After the last file: those that no longer fit what their cells hold. All others must have been found. */
  unfit(): UnfitCell[] {
    const missing = [...this.#unseen.values()].find(({ held }) => held === undefined);
    const gone = [...this.#unseen.values()].map(({ file, row, column }) => ({ file, row, column, text: null }));
    if (missing !== undefined)
      refuse(msg`There is no ${formatCell(missing)} in this export. Check it again, and correct what is there.`);
    return [...this.#unfit, ...gone];
  }
}

/** @throws LotlineError VALIDATION: what is imported is what was checked. */
export function insistOnFit([cell]: readonly UnfitCell[]): void {
  if (cell !== undefined)
    refuse(msg`The ${formatCell(cell)} does not hold what it held when it was corrected. Check the export again.`);
}

const formatCell = ({ file, row, column }: Pick<Correction, 'file' | 'row' | 'column'>): Message =>
  msg`cell in row ${row}, column “${quote(column)}” of “${quote(file)}”`;

function refuse(message: Message): never {
  throw new LotlineError('VALIDATION', message);
}

const longestQuote = 1000;

/** What an entry of the audit trail keeps of a corrected cell. */
export function correctionMessage(held: string, value: string, reason: string): Message {
  const [before, instead] = [quote(held, longestQuote), quote(value, longestQuote)];
  const sentence =
    held === ''
      ? msg`This cell is blank in the file; “${instead}” was imported instead.`
      : value === ''
        ? msg`This cell stands as “${before}” in the file; a blank was imported instead.`
        : msg`This cell stands as “${before}” in the file; “${instead}” was imported instead.`;
  return withReason(sentence, reason);
}

/** The same of a row that was left out: all that it holds. */
export function leftOutMessage(cells: readonly Pick<FoundCell, 'column' | 'text'>[], reason: string): Message {
  const list = cells.map(({ column, text }) => `${column} “${quote(text, longestQuote)}”`);
  return withReason(msg`This row was left out of the import. In the file it holds ${{ list, between: ', ' }}.`, reason);
}

const withReason = (sentence: Message, reason: string): Message =>
  reason === '' ? sentence : msg`${sentence} Reason: ${quote(reason, longestQuote)}`;
