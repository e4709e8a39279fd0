import type { ColumnSpec } from '#shared/exchange/columns.ts';
import { decimalIssue, plainDecimal } from '#shared/exchange/decimals.ts';
import { readWrittenTime, type WrittenTime } from '#shared/exchange/times.ts';
import { noDateSaying, writtenDateIssue } from '#shared/exchange/writtenDates.ts';
import { isPlainDate } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { parseCost, parseQuantity } from '#shared/kernel/quantity.ts';
import {
  codeIssue,
  freeTextIssue,
  longestCode,
  neat,
  type TextIssue,
  textIssueSentence,
  tidy,
} from '#shared/kernel/text.ts';
import { isStatus } from '#shared/kernel/status.ts';
import { CellIssue, quote } from './faults.ts';

export type ReadValue = string | number | boolean | null | WrittenTime | CellIssue;

/** Turns the text of a cell into its column's value, or reports what is wrong with it. */
export type CellReader = (text: string) => ReadValue;

const mostDays = 36_500;

export function cellReader(spec: ColumnSpec): CellReader {
  const read = readerOfType(spec);
  const blank = spec.required ? new CellIssue(msg`This cell is blank; it must be filled.`) : blankValue(spec);
  return (text) => (text === '' || text.trim() === '' ? blank : read(text));
}

const blankValue = (spec: ColumnSpec): ReadValue => {
  if ('blank' in spec) return spec.blank;
  return spec.type === 'code' || spec.type === 'text' ? '' : null;
};

function readerOfType(spec: ColumnSpec): CellReader {
  switch (spec.type) {
    case 'code':
      return readCode;
    case 'text':
      return readText;
    case 'choice':
      return remember(wordReader(spec.choices));
    case 'yesNo':
      return readYesNo;
    case 'status':
      return remember(readStatus);
    case 'days':
      return remember(readDays);
    case 'cost':
      return remember(readCost);
    case 'quantity':
      return remember(readQuantity);
    case 'date':
      return remember(readDate);
    case 'time':
      return rememberLast(readTime);
  }
}

/** Printable ASCII with single blanks within needs no tidying and hides nothing. Most codes are so. */
const plainCode = /^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/;

const readCode: CellReader = (text) => {
  if (text.length <= longestCode && plainCode.test(text)) return text;
  return orIssue(codeIssue(text), neat(text));
};

const readText: CellReader = (text) => orIssue(freeTextIssue(text), tidy(text));

const orIssue = (fault: TextIssue | undefined, text: string): ReadValue =>
  fault === undefined ? text : new CellIssue(textIssueSentence(fault));

const wordReader =
  (choices: readonly string[]): CellReader =>
  (text) => {
    const word = tidy(text);
    return choices.includes(word)
      ? word
      : new CellIssue(msg`“${quote(word)}” is not known here. Write one of: ${choices.join(', ')}.`);
  };

const readYesNo: CellReader = (text) => {
  const word = tidy(text);
  return word === 'yes' || word === 'no'
    ? word === 'yes'
    : new CellIssue(msg`“${quote(word)}” is not known here. Write yes or no.`);
};

const readStatus: CellReader = (text) => {
  const status = tidy(text);
  return isStatus(status)
    ? status
    : new CellIssue(
        msg`“${quote(status)}” is no status. Write A, Q or R with an optional second character, such as A or Q1.`,
      );
};

const readDays: CellReader = (text) => {
  const days = plainDecimal(tidy(text)).replace(/\.0+$/, '');
  return /^\d{1,5}$/.test(days) && Number(days) <= mostDays
    ? Number(days)
    : new CellIssue(msg`“${quote(text)}” is no number of days. Write a whole number from 0 to ${mostDays}.`);
};

const readCost: CellReader = (text) => {
  const cost = parseCost(plainDecimal(tidy(text)));
  if (cost === undefined) return new CellIssue(decimalIssue(tidy(text), quote(text), 'cost'));
  return cost < 0n ? new CellIssue(msg`A cost cannot be below zero. Correct it, or leave it blank.`) : Number(cost);
};

const readQuantity: CellReader = (text) => {
  const quantity = parseQuantity(plainDecimal(tidy(text)));
  if (quantity === undefined) return new CellIssue(decimalIssue(tidy(text), quote(text), 'quantity'));
  return quantity > 0n ? Number(quantity) : new CellIssue(msg`The quantity must be above zero.`);
};

const readDate: CellReader = (text) => {
  const date = tidy(text);
  if (isPlainDate(date)) return date;
  return noDateSaying(date) === undefined ? new CellIssue(writtenDateIssue(date)(quote(date))) : null;
};

const readTime: CellReader = (text) => {
  const time = readWrittenTime(tidy(text));
  return typeof time === 'function' ? new CellIssue(time(quote(text))) : time;
};

/** The rows of one document mostly have one time, and no other row has it. */
function rememberLast(read: CellReader): CellReader {
  let last = '';
  let value = read(last);
  return (text) => {
    if (text !== last) [last, value] = [text, read(text)];
    return value;
  };
}

const mostRemembered = 10_000;
const longestRemembered = 40;

/** Exports repeat the same figures, dates and words; reading each once saves most of the work. */
function remember(read: CellReader): CellReader {
  const known = new Map<string, ReadValue>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (text.length > longestRemembered) return value;
    if (known.size >= mostRemembered) known.clear();
    known.set(text, value);
    return value;
  };
}
