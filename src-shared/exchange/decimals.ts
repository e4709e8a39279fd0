import { type Message, msg } from '#shared/kernel/message.ts';
import { costDecimals, quantityDecimals } from '#shared/kernel/quantity.ts';

const written = /^([+\u2212-]?)(\d*)(?:\.(\d*))?$/;

/**
 * A decimal as programs write it, in the plain form: databases leave out the zero before the dot, others the digits
 * after it, some write a plus or fill up with zeros in front. Any other text comes back as it is.
 */
export function plainDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = written.exec(text) ?? [];
  if (whole === '' && fraction === '') return text;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '' || sign === '+' ? '' : '-'}${digits}${fraction === '' ? '' : `.${fraction}`}`;
}

/** In brackets, or with its sign behind it. */
const belowZero = /^(?:\(\s*\d[\d.,'’\s]*\)|\d[\d.,'’\s]*[\u2212-])$/;

/** Why a text is no decimal that can be kept, and what to do: `shown` is the text as a sentence quotes it. */
export function decimalIssue(text: string, shown: string, what: 'quantity' | 'cost'): Message {
  const [decimals, example] =
    what === 'quantity'
      ? [quantityDecimals, msg`a number with a dot and at most six decimals, such as 12.5`]
      : [costDecimals, msg`a number with a dot and at most four decimals, such as 12.5`];
  if (/^[+-]?\d[\d.]*(?:[,'’\s]\d+)+(?:\.\d+)?$/.test(text) || /^[+-]?,\d+$|^[+-]?\d+(?:\.\d+){2,}$/.test(text))
    return msg`“${shown}” can be read in several ways. Write ${example}, and nothing between the thousands.`;
  if (/^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(text))
    return msg`“${shown}” is written with an exponent, which may have cost it digits. Export the column as plain numbers: ${example}.`;
  if (belowZero.test(text))
    return what === 'quantity'
      ? msg`“${shown}” is how books of account write what is below zero, and a quantity is above. Say by the kind and the ends of the movement that goods left, and write ${example}.`
      : msg`A cost cannot be below zero. Correct it, or leave it blank.`;
  const [number, fraction = ''] = /^-?\d+(?:\.(\d*?)0*)?$/.exec(plainDecimal(text)) ?? [];
  if (number === undefined)
    return what === 'quantity'
      ? msg`“${shown}” is no quantity. Write ${example}.`
      : msg`“${shown}” is no cost. Write ${example}.`;
  if (fraction.length > decimals)
    return what === 'quantity'
      ? msg`“${shown}” has more decimals than a quantity can have. Write ${example}.`
      : msg`“${shown}” has more decimals than a cost can have. Write ${example}.`;
  return what === 'quantity'
    ? msg`“${shown}” is larger than any quantity that can be kept. Correct it.`
    : msg`“${shown}” is larger than any cost that can be kept. Correct it.`;
}
