import { letterTwins } from './letterTwins.ts';

/**
 * What is left of a code when all is taken away that people mistake when they read or type it: case, blanks, letters of
 * other scripts that are drawn alike, kinds of dashes and quotes, O and 0, I, l and 1, S and 5, Z and 2, zeros before a
 * number, points at the end; and what spreadsheets add to a number or a date: decimals of nought, marks between
 * thousands, an apostrophe, midnight. Two codes of which the same is left look alike. The idea is the skeleton of a text
 * (Unicode Technical Standard 39, section 4); to its table comes what happens to codes.
 */
export function looksOf(code: string): string {
  const small = (isAscii.test(code) ? code : toAscii(code)).toLowerCase();
  if (!isMistakable.test(small)) return small;
  return small
    .replace(/\s+/g, '')
    .replace(/^['`]+|['`]+$/g, '')
    .replace(/^(\d{4}-\d\d-\d\d)t?00:00(?::00)?$/, '$1')
    .replace(/^\d{1,3}(?:[.,']\d{3})+$/, (number) => number.replace(/[.,']/g, ''))
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replace(/[.,;:]+$/, '')
    .replace(/o/g, '0')
    .replace(/[il|]/g, '1')
    .replace(/s/g, '5')
    .replace(/z/g, '2')
    .replace(/(^|[-/_#])0+(?=\d)/g, '$1');
}

const isAscii = /^[\x20-\x7e]*$/;
/** Most codes have none of this, and there may be many. */
const isMistakable = /[\soilsz|'`]|[.,;:]$|^\d+[.,]|^\d{4}-\d\d-\d\dt|(?:^|[-/_#])0/;

function toAscii(code: string): string {
  let ascii = '';
  // Taken apart, since of a letter of another script with its accent there often is no one sign, of its twin there is.
  for (const sign of code.normalize('NFKD')) ascii += twinOf(sign);
  return ascii.replace(pointOverPoint, '$1');
}

/** A small i or j has its point already. */
const pointOverPoint = /([ij])\u0307/gi;

function twinOf(sign: string): string {
  if (sign <= '\x7e') return sign;
  const letter = letterTwins.get(sign) ?? letterTwins.get(sign.toUpperCase());
  if (letter !== undefined) return letter;
  if (isUnseen.test(sign)) return '';
  const [, kind] = kindsOfSigns.find(([signs]) => signs.test(sign)) ?? [];
  if (kind !== undefined) return kind;
  return /\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign;
}

/** Blanks, what shows nothing, and what only says how the sign before it is drawn. */
const isUnseen = /[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

const kindsOfSigns: readonly [signs: RegExp, kind: string][] = [
  [/[\p{Pd}\u02d7\u2043\u2212\u2500\u2796\u30fc]/u, '-'],
  [/[\u00b4\u02b9-\u02bd\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\u05f3]/u, "'"],
  [/[\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u05f4]/u, '"'],
  [/[\u2044\u2215\u29f8]/u, '/'],
  [/[\u00b7\u2022\u2219\u22c5\u30fb\u3002]/u, '.'],
];

/** The ten digits of a script stand in one row, 0 first (the Unicode Standard, section 4.6). */
function digitOf(sign: string): number {
  const number = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(number - value - 1))) value += 1;
  return value;
}
