import { separator, signAlone, signWithNumber, withSeparators } from './controlSigns.ts';
import { hasCheckDigit } from './gtin.ts';

/** One element string of a barcode: its application identifier and its value. */
export type Part = readonly [identifier: string, value: string];

/** What could be read of a barcode, and why not all of it, if so. */
export type Parts = { parts: Part[]; fault?: 'unknown-part' | 'cut-short' | 'separator' };

/** How scanners announce the kind of barcode (ISO/IEC 15424); it is no part of what the barcode holds. */
const symbology = /^\][A-Za-z][0-9A-Za-z]/;
/** GS1-128, DataBar and composite parts, DataMatrix, QR, DotCode; in the other case where Caps Lock is on. */
const gs1Symbology = /^\](?:C1|c1|e[0-3]|d2|D2|Q3|q3|J1|j1)/;

export const withoutSymbology = (text: string): string => text.replace(symbology, '');

/** A scanner may send the signs with which Code 39 begins and ends. */
export const withoutStars = (text: string): string => text.replace(/^(\][A-Za-z][0-9A-Za-z])?\*(.+)\*$/s, '$1$2');

/** A text as a possible code: unchanged, but without what announces it and without the stars around it. */
export const undecorated = (text: string): string[] => [
  ...new Set([text, withoutStars(text), withoutSymbology(text), withoutSymbology(withoutStars(text))]),
];

/** Whether a text that is still being typed is a scan by its first characters: announced, or a whole number of goods. */
export const beginsLikeGs1 = (text: string): boolean => symbology.test(text) || text.startsWith('[)>') || hasKey(text);

/** Brackets of one kind around an identifier, whichever kind a printer or a keyboard has. */
const pairsOfBrackets = [
  '()',
  '[]',
  '{}',
  '<>',
  '«»',
  '‹›',
  '⟨⟩',
  '⟦⟧',
  '〈〉',
  '《》',
  '「」',
  '『』',
  '【】',
  '〔〕',
  '〖〗',
  '〘〙',
  '〚〛',
  '❨❩',
  '❲❳',
];
const bracketsIn = new Map(
  pairsOfBrackets.map(([opens = '', closes = '']) => [
    opens,
    new RegExp(`\\${opens}\\s*(\\d{2,4})\\s*\\${closes}`, 'g'),
  ]),
);

/** Brackets as printed below a barcode, `(01)…(10)…`, or of another kind. */
export function bracketed(text: string): Part[] | undefined {
  const written = withSeparators(text).replace(/^\u001d+/, '');
  const brackets = bracketsIn.get(written.charAt(0));
  if (brackets === undefined || written.search(brackets) !== 0) return undefined;
  const begins = [...written.matchAll(brackets)];
  return begins.map((match, place) => {
    const [whole, identifier = ''] = match;
    const said = written
      .slice(match.index + whole.length, begins[place + 1]?.index)
      .replaceAll(separator, '')
      .trim();
    // Numbers are printed with gaps.
    return [
      identifier,
      predefined[identifier.slice(0, 2)] === undefined ? said : said.replaceAll(/[\s\p{Pd}ー]/gu, ''),
    ];
  });
}

/**
 * Reads what a scanner sends without brackets. Undefined when that is none of GS1's: only what a scanner announced, or
 * what begins with a GTIN or SSCC whose check digit holds and is sound to its end, is taken for it.
 */
export function plain(text: string): Parts | undefined {
  const begun = withSeparators(withoutSymbology(text));
  const announced = gs1Symbology.test(text) || (begun.includes(separator) && /^\u001d*\d\d/.test(begun));
  const signs = announced || hasKey(begun) ? [signAlone, signWithNumber] : [];
  const [first = begun, ...others] = signs.map((sign) => begun.replaceAll(sign, separator));
  const content = [first, ...others].find((one) => isSound(elementStrings(one))) ?? others.at(-1) ?? first;
  const isSeparated = announced || content.includes(separator);
  if (!isSeparated && !hasKey(content)) return undefined;
  const read = elementStrings(content);
  return isSeparated || isSound(read) || isSwallowed(read) ? read : undefined;
}

/** Outside the characters GS1 allows in values, but for letters: a scanner may put each in the place of a separator. */
const unusualSign = /[#$@[\]\\`{}\s]|(?![\u0000-\u007f])[\p{S}\p{P}]/gu;

/**
 * The identifiers usual on labels beside a lot or serial; if all identifiers counted, some would be seen in any
 * number.
 */
const onLabels = /^(?:0[0-3]|1[0-7]|2[01]|24[01]|30|3[1-6]\d\d|37|400)$/;

/**
 * Other readings of a barcode that begins with a number of goods: an unusual sign may have replaced its separators,
 * or up to two of them may be missing.
 */
export function otherParts(content: string): Part[][] {
  const begun = withSeparators(content);
  // A scanner that sends separators sends all of them.
  if (!hasKey(begun) || begun.includes(separator)) return [];
  const parted = (text: string): string[] =>
    Array.from(text, (_sign, place) => `${text.slice(0, place)}${separator}${text.slice(place)}`).filter(
      (one) => elementStrings(one).parts.length > elementStrings(text).parts.length,
    );
  const once = parted(begun);
  const ways = [begun.replaceAll(unusualSign, separator), ...once, ...once.flatMap(parted)].map(elementStrings);
  const usual = ways.filter((read) => isSound(read) && read.parts.every(([identifier]) => onLabels.test(identifier)));
  const written = new Map(usual.map(({ parts }) => [JSON.stringify(parts), parts]));
  return [...written.values()];
}

/** Whether a text begins with a number of goods or of a pallet that checks. */
export const hasKey = (content: string): boolean => {
  const key = /^(?:0[123](\d{14})|00(\d{18}))/.exec(content);
  return key !== null && hasCheckDigit(key[1] ?? key[2] ?? '');
};

/** Where a part is not right, reading goes on behind the next separator: the others are still what they are. */
function elementStrings(content: string): Parts {
  const read: Parts = { parts: [] };
  let rest = content.replace(/^\u001d+/, '');
  while (rest !== '') {
    const end = rest.includes(separator) ? rest.indexOf(separator) : rest.length;
    const upTo = predefined[rest.slice(0, 2)];
    const string = rest.slice(0, Math.min(upTo ?? end, end));
    const digits = identifierDigits(string);
    const isWhole = string.length === (upTo ?? end) && (string.length > digits || !known.test(string));
    if (!/^\d\d/.test(string)) read.fault = 'unknown-part';
    else if (!isWhole) read.fault = 'cut-short';
    else if (isTooLong(string)) read.fault = 'separator';
    else read.parts.push([string.slice(0, digits), string.slice(digits)]);
    rest = rest.slice(isWhole ? string.length : end).replace(/^\u001d+/, '');
  }
  return read;
}

/** A lot or serial that is longer than GS1 allows has swallowed what came behind it. */
const isTooLong = (string: string): boolean => /^(?:10|21)/.test(string) && string.length > 22;

/** Whether everything could be read, and would be there without an announced barcode. */
const isSound = ({ parts, fault }: Parts): boolean => fault === undefined && parts.every(isUsual);

const isSwallowed = ({ parts, fault }: Parts): boolean => fault === 'separator' && parts.every(isUsual);

/** Digits where digits belong, of an identifier that is given out, and numbers of goods that check. */
const isUsual = ([identifier, value]: Part): boolean =>
  known.test(identifier) &&
  (predefined[identifier.slice(0, 2)] === undefined || /^\d+$/.test(value)) &&
  (!/^0[0-3]$/.test(identifier) || hasCheckDigit(value));

/**
 * How many characters an element string has, by its first two: this list is closed, every other one ends at FNC1 or
 * with the barcode, so that an unknown identifier can be passed over. Source: GS1 General Specifications, section
 * 7.8.5.
 */
const predefined: Readonly<Record<string, number>> = {
  '00': 20,
  ...Object.fromEntries(['01', '02', '03'].map((begins) => [begins, 16])),
  '04': 18,
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((begins) => [begins, 8])),
  '20': 4,
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((begins) => [begins, 10])),
  '41': 16,
};

/** The identifiers given out, by how they begin. Source: GS1 General Specifications, section 3.2. */
const known =
  /^(?:0[0-4]|1[0-7]|2[0-2]|2[345]\d|30|3[1-6]\d\d|37|39\d\d|4[012]\d|43\d\d|7[02]\d\d|71\d|8[012]\d\d|9\d)/;

/** The first two digits determine how many an identifier has; for one that is not assigned it does not matter. */
const identifierDigits = (string: string): number => known.exec(string)?.[0].length ?? 2;
