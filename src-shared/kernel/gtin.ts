import { fold, withoutSeparators } from './fold.ts';

/**
 * GTIN-8, -12, -13 and -14 are one number space in which leading zeros mean nothing.
 * Source: GS1 General Specifications, sections 3.3.2, 7.9 (check digit) and 7.10 (UPC-E).
 */

/** A GTIN of 8, 12, 13 or 14 digits whose last one checks the others. Zeros alone are none. */
export const isGtin = (digits: string): boolean =>
  /^(?=0*[1-9])(?:\d{8}|\d{12,14})$/.test(digits) && hasCheckDigit(digits);

/** A party or place: 13 digits whose last one checks the others. */
export const isGln = (digits: string): boolean => /^\d{13}$/.test(digits) && isGtin(digits);

/** Why a number somebody gives as a GTIN or GLN is none; undefined when it is one. */
export function numberIssue(kind: 'gtin' | 'gln', text: string): 'length' | 'check-digit' | undefined {
  if (!(kind === 'gtin' ? /^(?:\d{8}|\d{12,14})$/ : /^\d{13}$/).test(text)) return 'length';
  return isGtin(text) ? undefined : 'check-digit';
}

/** The GTIN as it is in every data carrier: 14 digits. */
export const asGtin14 = (digits: string): string => digits.padStart(14, '0');

/** The number alone, for comparing what was typed with and without leading zeros. */
export const bareGtin = (digits: string): string => digits.replace(/^0+/, '');

/** The sum of all digits, every second one from the end threefold, is a multiple of ten. */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * ((digits.length - index) % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

/**
 * Every GTIN, in 14 digits, that a number typed or scanned without any announcement may be: the number itself, as
 * printed with gaps, in the digits of any script or without its leading zeros too; a UPC-E with its zeros put back; a barcode with the two or five digits printed beside it.
 */
export function gtinsIn(text: string): string[] {
  const digits = withoutSigns(text);
  if (!/^\d{6,19}$/.test(digits)) return [];
  const addedTo = [2, 5].map((length) => digits.slice(0, -length)).filter((base) => isGtin(base));
  const itself = [digits, ...(digits.length > 8 ? [digits.padStart(12, '0')] : [])].filter(isGtin);
  return [...new Set([...itself, ...expandUpcE(digits), ...addedTo].map(asGtin14))];
}

/** Every GLN, in 13 digits, that a number typed without any announcement may be: printed with gaps, with zeros more or fewer. */
export function glnsIn(text: string): string[] {
  const digits = withoutSigns(text);
  return /^\d{12,14}$/.test(digits) ? [bareGtin(digits).padStart(13, '0')].filter(isGln) : [];
}

/** A number as printed or typed, without what is between its digits. */
const withoutSigns = (text: string): string => withoutSeparators(fold(text));

/** The GTIN-12 behind a UPC-E: six digits, alone or between number system and check digit. */
export function expandUpcE(digits: string): string[] {
  const match = /^(?:([01])(\d{6})(\d)|(\d{6}))$/.exec(digits);
  if (match === null) return [];
  const [, system = '0', within, check, alone] = match;
  const [a, b, c, d, e, last] = [...(within ?? alone ?? '')];
  const body =
    last === '3'
      ? `${a}${b}${c}00000${d}${e}`
      : last === '4'
        ? `${a}${b}${c}${d}00000${e}`
        : Number(last) > 4
          ? `${a}${b}${c}${d}${e}0000${last}`
          : `${a}${b}${last}0000${c}${d}${e}`;
  return [...(check ?? '0123456789')].map((one) => `${system}${body}${one}`).filter(isGtin);
}
