import { formsOfLooks, lookAlike } from '#shared/kernel/lookAlike.ts';

/**
 * Whether two names of people would be read as one where they are printed with a signature (21 CFR 11.50): the same
 * letters in any case and spacing, the same words in any order, those of another script that are drawn alike, a capital I for a small l, digits for
 * letters, two letters that are drawn as one, and marks around a name.
 */
export function areOneName(one: string, other: string): boolean {
  const others = readingsOf(other);
  return readingsOf(one).some((reading) =>
    others.some(
      (beside) => lookAlike(reading, beside, 'name') || lookAlike(inOneOrder(reading), inOneOrder(beside), 'name'),
    ),
  );
}

/** The family name is written first or last. Words that look alike sort alike. */
function inOneOrder(name: string): string {
  const words = name.split(/[\s,;]+/u).filter((word) => word !== '');
  return words.length < 2
    ? name
    : words
        .map((word): [key: string, word: string] => [drawnName(word), word])
        .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
        .map(([, word]) => word)
        .join(' ');
}
const [drawnName] = formsOfLooks('name');

/** Whether two user names, or codes of roles, would be read as one, in whichever letter case either was typed. */
export const areOneCode = (one: string, other: string): boolean => drawnCode(one) === drawnCode(other);

/** How a name may be read: as it stands, without what hardly shows, and with a 1 as either letter. */
function readingsOf(name: string): string[] {
  const bare = Array.from(withoutMarks(name), (sign) => letterTwins.get(sign) ?? sign).join('');
  const plain = bare.replace(outerSigns, '');
  return [...new Set([name, ...[bare, plain].flatMap((text) => [drawn(text), drawn(text.replace(oneInWord, 'i'))])])];
}

const drawn = (name: string): string =>
  name
    .replace(digitInWord, (digit) => letterOf[digit] ?? digit)
    .replace(/[I1|]/g, 'l')
    .replaceAll('0', 'O')
    .replaceAll('rn', 'm')
    .replaceAll('cl', 'd')
    .replace(/v\s?v/gi, 'w');

const drawnCode = (code: string): string =>
  code
    .toLowerCase()
    .replace(/(?<!\d)[._-]+|[._-]+(?!\d)/g, '')
    .replace(/[i1]/g, 'l')
    .replace(/[0234589]/g, (digit) => letterOf[digit] ?? digit)
    .replaceAll('rn', 'm')
    .replaceAll('cl', 'd')
    .replaceAll('vv', 'w');

/** Digits beside letters are read as these; no two as one, so that people who are counted stay apart. */
const letterOf: Readonly<Record<string, string>> = { 0: 'o', 2: 'z', 3: 'e', 4: 'a', 5: 's', 8: 'b', 9: 'g' };
const digitInWord = /(?<=\p{L}\d*)[0234589]|[0234589](?=\d*\p{L})/gu;
const oneInWord = /(?<=\p{L}\d*)1|1(?=\d*\p{L})/gu;

/** What stands around a name and is no part of it; what is in brackets may tell two people apart. */
const outerSigns = /^[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}(]+|[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{N})]+$/gu;

/**
 * Without the marks that names in European languages and in Vietnamese do not have: lines and dots below, strokes over a
 * letter. Accents, umlauts, cedillas, ogoneks and hooks tell names apart, and so does a Vietnamese dot below a vowel.
 */
const withoutMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/(?<![aeiouy]\p{M}*)\u0323|[\u0316-\u031a\u031c-\u0320\u0324\u0325\u0329-\u0340\u0347-\u036f]/giu, '')
    .normalize('NFC');

/**
 * Signs that are drawn as a letter: those that Unicode Technical Standard 39 (confusables.txt) has for an o, as far as they
 * are digits or vowel signs of another script, a degree, and a Cyrillic letter as it is written by hand.
 */
const letterTwins: ReadonlyMap<string, string> = new Map([
  ...Array.from(
    '\u06f5\u0966\u0a66\u0ae6\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u1040\u0c02\u0c82\u0d02\u0d82\u{1042c}\u{104ea}\u{118c8}\u{118d7}\u00b0',
    (sign): [string, string] => [sign, 'o'],
  ),
  ['\u043f', 'n'],
  // Drawn as a capital I, which is read as a small l.
  ['\u026a', 'I'],
]);
