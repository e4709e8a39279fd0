import { letters, looseMarks, signs } from './foldedLetters.ts';

/**
 * A text as it is compared when people look for something, on any keyboard: letters of every script in one case and
 * without accents, the digits of every script as ours, final forms, full or half width and ligatures as the plain
 * ones, every kind of hyphen, quote, point and slash as one, and without what is left out in writing (vowel points of
 * Hebrew and Arabic) or is invisible. "puree" finds "Purée", "strasse" finds "Straße", "лимон" finds "ЛИМОН", "٤٧"
 * finds "47". The same for the text of a plain row as SQLite compares it, so ASCII is put in one case and else left
 * alone.
 * Source: Unicode Standard, sections 3.13 (case folding) and 3.11 (normal forms); UAX #44 (decimal digits).
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const plain = text
    // An accent that is alone is typed for an apostrophe; taken apart it would be a blank.
    .replace(/[\u00b4\u1ffd]/g, "'")
    .normalize('NFKD')
    .replace(looseMarks, '')
    .replace(longMark, '-')
    .replace(alike, (sign) => signs.get(sign) ?? sign)
    .replace(foreignDigit, digitOf);
  // In one case twice: small letters of capitals may have parts of their own.
  return plain
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\u0000-\u007f]/g, (letter) => letters.get(letter) ?? letter)
    .normalize('NFC');
}

/** Of these SQLite itself takes no notice of letter case. */
export const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Behind anything but kana, the mark of a long vowel was typed for a hyphen: it is on the same key. */
const longMark = /(?<![\u3041-\u30fa\u30fc-\u30ff])\u30fc/g;
const alike = new RegExp(`[${[...signs.keys()].join('')}]`, 'g');
const foreignDigit = /(?![0-9])\p{Nd}/gu;

/** The digits of every script as ours, and nothing else of the text changed. */
export const asciiDigits = (text: string): string => text.replace(foreignDigit, digitOf);

/** Decimal digits of a script are consecutive from nought to nine. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/** What people leave out, or put in, when they type a code, a number or the name of a firm. */
export const codeSeparators = ['-', ' ', '.', '/', '_', "'", '"', '+', ','] as const;

/** A folded text without the separators of codes: "VE-66318" and "ve 66 318" are one then. */
export const withoutSeparators = (folded: string): string => folded.replace(/[-\s./_'"+,]/g, '');

/** Below so many characters too much would be found without separators. */
const leastWithout = 3;

/** Whether it is worth to look for a text without its separators, when it is not found as it is written. */
export const isSearchedLoosely = (text: string): boolean => withoutSeparators(fold(text)).length >= leastWithout;

const widened: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** What is written where a keyboard or another program has no umlauts: "Mueller" for "Müller", "Aarhus" for "Århus". */
export const umlautPairs = ['ae', 'oe', 'ue', 'aa'] as const;

/**
 * A folded text with its umlauts written as pairs, so that "Bäuerle" is "Baeuerle": the same text in either spelling, and
 * none that has no umlaut where the other has a pair ("blue" is no "blu").
 */
export const widen = (text: string): string =>
  isAscii(text)
    ? fold(text)
    : fold(text.normalize('NFC').replace(/[äöüåø]/gi, (letter) => widened[letter.toLowerCase()] ?? letter));

/** A folded text without the second letter of pairs, whatever the pair spells; for a search that found nothing else. */
export const narrow = (text: string): string =>
  umlautPairs.reduce((folded, pair) => folded.replaceAll(pair, pair.charAt(0)), fold(text));

/** Whether a text has umlauts or possible spellings of some, so that it may be spelt otherwise. */
export const hasUmlauts = (text: string): boolean => {
  const wide = widen(text);
  return umlautPairs.some((pair) => wide.includes(pair));
};
