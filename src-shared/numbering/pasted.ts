import { type Message, msg } from '#shared/kernel/message.ts';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import { codeIssue, neat, textIssueSentence } from '#shared/kernel/text.ts';

/** A number that was pasted, with its quantity as a decimal string and the line it stands in, from 1. */
export type PastedNumber = { line: number; number: string; quantity: string };
export type PasteIssue = { line: number; text: Message };

/**
 * Reads numbers as people paste them: one a line, of lots with the quantity after a semicolon or tab; or several in a line
 * with commas, semicolons or tabs between them. Blanks around numbers and blank lines say nothing. Without a quantity it is
 * 1, as of serials always. Quantities may have a decimal comma. A number that comes twice is told of at its later line.
 */
export function readPasted(text: string, of: 'lots' | 'serials'): { numbers: PastedNumber[]; issues: PasteIssue[] } {
  const numbers: PastedNumber[] = [];
  const issues: PasteIssue[] = [];
  const seenAt = new Map<string, number>();
  for (const [index, written] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1;
    for (const { number, quantity } of readLine(written, of)) {
      const issue = issueOf(number, quantity, seenAt.get(number));
      if (issue !== undefined) issues.push({ line, text: issue });
      else {
        seenAt.set(number, line);
        numbers.push({ line, number, quantity });
      }
    }
  }
  return { numbers, issues };
}

type Read = { number: string; quantity: string };

function readLine(written: string, of: 'lots' | 'serials'): Read[] {
  const [number = '', quantity, ...others] = written.split(/[;\t]/).map((part) => neat(part));
  const isPair =
    of === 'lots' &&
    quantity !== undefined &&
    others.length === 0 &&
    (written.includes('\t') || looksLikeFigure(quantity));
  if (isPair) return number === '' && quantity === '' ? [] : [{ number, quantity: withDot(quantity) }];
  return written
    .split(/[;,\t]/)
    .map((part) => neat(part))
    .filter((part) => part !== '')
    .map((part) => ({ number: part, quantity: '1' }));
}

/** What follows a semicolon is a quantity where it is one, or was meant as one; else it is the next number. */
const looksLikeFigure = (text: string): boolean => /^[-+]?\d+(?:[.,]\d+)?$/.test(text);

const withDot = (quantity: string): string => (quantity === '' ? '1' : quantity.replace(',', '.'));

function issueOf(number: string, quantity: string, before: number | undefined): Message | undefined {
  if (number === '') return msg`A quantity stands here without a number.`;
  const issue = codeIssue(number);
  if (issue !== undefined) return textIssueSentence(issue);
  if ((parseQuantity(quantity) ?? 0n) <= 0n)
    return msg`${quantity} is no quantity of ${number}. Write a number above zero with at most six decimals.`;
  return before === undefined ? undefined : msg`${number} stands in line ${before} already. Leave one of them out.`;
}
