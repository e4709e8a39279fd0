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

/** Why a text is no decimal that can be kept, and what to do; `what` is what the column holds, such as "quantity". */
export function decimalIssue(text: string, what: string, decimals: number): string {
  const example = `a number with a dot and at most ${decimals === 6 ? 'six' : 'four'} decimals, such as 12.5`;
  if (/^[+-]?\d[\d.]*(?:[,'’\s]\d+)+(?:\.\d+)?$/.test(text) || /^[+-]?,\d+$|^[+-]?\d+(?:\.\d+){2,}$/.test(text))
    return `can be read in several ways. Write ${example}, and nothing between the thousands.`;
  if (/^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(text))
    return `is written with an exponent, which may have cost it digits. Export the column as plain numbers: ${example}.`;
  const [number, fraction = ''] = /^-?\d+(?:\.(\d*?)0*)?$/.exec(plainDecimal(text)) ?? [];
  if (number === undefined) return `is no ${what}. Write ${example}.`;
  return fraction.length > decimals
    ? `has more decimals than a ${what} can have. Write ${example}.`
    : `is larger than any ${what} that can be kept. Correct it.`;
}
