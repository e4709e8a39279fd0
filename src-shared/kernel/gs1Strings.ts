import { hasCheckDigit } from './gtin.ts';

/** One element string of a barcode: its application identifier and what stands behind it. */
export type Part = readonly [identifier: string, value: string];

/** What could be read of a barcode, and why not all of it, if so. */
export type Parts = { parts: Part[]; fault?: 'unknown-part' | 'cut-short' | 'separator' };

/** Ends an element string of open length where something follows: FNC1, sent as character 29. */
export const separator = '\u001d';

/** Scanners and programs between them write the separator out. These are never part of a lot or serial … */
const writtenOut =
  /␝|[<{[(](?:GS|FNC1|F1|0x1D|1D)[>}\])]|\\(?:GS|x1d|u001d|u\{1d\}|035)|&#(?:29|x1d);|%1D|_x001D_|[\u001c\u001e\u001f]/gi;
/** … and these, outside the characters GS1 allows in values (General Specifications, figure 7.11-1), are none in a barcode of GS1. */
const standIn = /\^\]|~d?029|~1|[|^~§¶¬]/g;

/** How scanners announce the kind of barcode (ISO/IEC 15424); it is no part of what the barcode holds. */
const symbology = /^\][A-Za-z][0-9A-Za-z]/;
/** GS1-128, DataBar and composite parts, DataMatrix, QR, DotCode; in the other case where Caps Lock is on. */
const gs1Symbology = /^\](?:C1|c1|e[0-3]|d2|D2|Q3|q3|J1|j1)/;

export const withoutSymbology = (text: string): string => text.replace(symbology, '');

/** Whether a text that is still being typed is a scan by its first characters: announced, or a whole number of goods. */
export const beginsLikeGs1 = (text: string): boolean => symbology.test(text) || hasKey(text);

/** Brackets as printed below a barcode, `(01)…(10)…`, or of another kind. */
export function bracketed(text: string): Part[] | undefined {
  if (!/^[([{<]\d{2,4}[)\]}>]/.test(text)) return undefined;
  const plain = text.replaceAll(writtenOut, separator).replaceAll(/[[{<](\d{2,4})[\]}>]/g, '($1)');
  return [...plain.matchAll(/\((\d{2,4})\)(.*?)(?=\(\d{2,4}\)|$)/gs)].map((match) => {
    const [, identifier = '', value = ''] = match;
    const said = value.replaceAll(separator, '').trim();
    // Numbers are printed with gaps.
    return [identifier, predefined[identifier.slice(0, 2)] === undefined ? said : said.replaceAll(/[\s-]/g, '')];
  });
}

/**
 * Reads what a scanner sends without brackets. Undefined when that is none of GS1's: only what a scanner announced, or
 * what begins with a GTIN or SSCC whose check digit holds and is sound to its end, is taken for it.
 */
export function plain(text: string): Parts | undefined {
  const begun = withoutSymbology(text).replaceAll(writtenOut, separator);
  const announced = gs1Symbology.test(text) || (begun.includes(separator) && /^\u001d*\d\d/.test(begun));
  const content = (announced || hasKey(begun) ? begun.replaceAll(standIn, separator) : begun).replace(/^\u001d+/, '');
  const isSeparated = announced || content.includes(separator);
  if (!isSeparated && !hasKey(content)) return undefined;
  const read = elementStrings(content);
  const isSound = read.fault === undefined || read.fault === 'separator';
  return isSeparated || (isSound && read.parts.every(isUsual)) ? read : undefined;
}

/** Whether a text begins with a number of goods or of a pallet that checks. */
export const hasKey = (content: string): boolean => {
  const key = /^(?:0[123](\d{14})|00(\d{18}))/.exec(content);
  return key !== null && hasCheckDigit(key[1] ?? key[2] ?? '');
};

/** Where a part is not right, reading goes on behind the next separator: the others are still what they are. */
function elementStrings(content: string): Parts {
  const read: Parts = { parts: [] };
  let rest = content;
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

/** A part that would be there if nobody had announced a barcode: digits where digits belong, of an identifier that is given out. */
const isUsual = ([identifier, value]: Part): boolean =>
  known.test(identifier) && (predefined[identifier.slice(0, 2)] === undefined || /^\d+$/.test(value));

/**
 * How many characters an element string has, by its first two: this list is closed, every other one ends at FNC1 or
 * with the barcode, so that an identifier nobody knows can be passed over. Source: GS1 General Specifications,
 * section 7.8.5.
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

/** The first two digits say how many an identifier has; of one that is not given out nobody has to know. */
const identifierDigits = (string: string): number => known.exec(string)?.[0].length ?? 2;
