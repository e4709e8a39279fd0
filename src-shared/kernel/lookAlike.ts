import { confusables } from './confusables.ts';

/**
 * Codes are compared by what people mistake when they read or type them, and by what spreadsheets make of them; those of
 * lots, which people read off goods, also by a B and a G that are read as 8 and 6. Names say more than codes, and numbers
 * in them are sizes: of them only the signs are compared.
 */
export type Looks = 'code' | 'lot' | 'name';

/**
 * What is left of a text when all is taken away that people mistake: texts that look alike share one of its few
 * keys, and `lookAlike` says whether two that share one do. One key is how the text is drawn: letters of other scripts
 * (the skeleton of Unicode Technical Standard 39, section 4), O and 0, I, l and 1, S and 5, Z and 2. The other is how
 * programs and people write it: zeros before a number, decimals of nought, marks between thousands, midnight. Neither
 * knows case, blanks, kinds of dashes and quotes, nor what separates the parts of a code.
 */
export function keysOfLooks(text: string, looks: Looks = 'code'): readonly string[] {
  const isMisread = looks === 'lot' && mayBeMisread.test(text);
  const plain = looks === 'name' || isMisread ? null : plainCode.exec(text);
  if (plain !== null) return keysOfPlain(plain[1] ?? '', plain[2] ?? '');
  const small = text.toLowerCase();
  const isPlain = isAscii.test(text);
  if (isPlain && !isMisread && !isMistakable.test(small)) return [small];
  const ways = [drawnAs[looks], writtenAs[looks], ...(isMisread ? [misread] : []), ...(isPlain ? [] : spelt[looks])];
  return [...new Set(ways.map((way) => keyOf(text, way)))];
}

/** An 8 or a 6 beside a letter. */
const mayBeMisread = /[a-z][86]|[86][a-z]/i;

/** Letters and a number, as nearly all codes are. */
const plainCode = /^([a-z]*)[-_/]?(\d+)$/i;

function keysOfPlain(letters: string, digits: string): readonly string[] {
  const small = letters.toLowerCase();
  const drawn = drawnCode.letters(small) + digits;
  const written = small + (digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits);
  return drawn === written ? [drawn] : [drawn, written];
}

/** Whether a reader would take one text for the other. */
export const lookAlike = (one: string, other: string, looks: Looks = 'code'): boolean =>
  waysOf(looks).some((way) => {
    const [a, b] = [formOf(one, way), formOf(other, way)];
    const isOne = a.key === b.key && areMarkedAlike(a, b) && haveOneDivision(a, b, looks);
    return isOne && (looks === 'name' || !areCountedUp(one, other));
  });

/** The ways in which codes are compared, each as what it leaves of a text: how it is drawn, how it is written, and others. */
export const formsOfLooks = (looks: Looks): [drawn: LeftOf, written: LeftOf, ...others: LeftOf[]] => {
  const [drawn, written, ...others] = waysOf(looks);
  const leftOf =
    (way: Way): LeftOf =>
    (text) =>
      keyOf(text, way);
  return [leftOf(drawn), leftOf(written), ...others.map(leftOf)];
};
type LeftOf = (text: string) => string;

const waysOf = (looks: Looks): readonly [drawn: Way, written: Way, ...others: Way[]] => [
  drawnAs[looks],
  writtenAs[looks],
  ...spelt[looks],
  ...(looks === 'lot' ? [misread] : []),
];

/**
 * Two codes of one or two signs that differ by letters and digits which are drawn alike: a plant that counts through both
 * has 5A beside SA.
 */
function areCountedUp(one: string, other: string): boolean {
  const [a, b] = [bareSigns(one), bareSigns(other)];
  return a !== b && a.length === b.length && a.length <= mostCountedUp && isAscii.test(a + b);
}
const bareSigns = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}|]+/gu, '');
const mostCountedUp = 2;

/** What a barcode puts before a lot and a serial (GS1 General Specifications, section 3.2). */
export const barcodeIdentifiers: Readonly<Record<string, string>> = {
  lot: '10',
  supplierLot: '10',
  manufacturerLot: '10',
  serial: '21',
};

/**
 * The codes that one may be with or without its identifier in a barcode: L-80 of 10L-80, and 10L-80 of L-80. Short codes
 * are none of them, since plants have 1012 beside 12.
 */
export const withOrWithout = (identifier: string, code: string): readonly string[] =>
  [code.startsWith(identifier) ? code.slice(identifier.length) : '', `${identifier}${code}`].filter((one, at) =>
    isLongEnough.test(at === 0 ? one : code),
  );
const isLongEnough = /^(?:\d{6,}|(?=.*\p{L}).{4,})$/u;

const isAscii = /^[\x20-\x7e]*$/;
/** Most codes have none of this, and there may be many. */
const isMistakable = /[^a-z\d]|[oilsz]|(?:^|[a-z])0/;

/** How a text is written down before its separators are taken out, and how its letters are compared then. */
type Way = { plain: (text: string) => string; letters: (text: string) => string };

const drawnCode: Way = {
  plain: (text) => trimmed(twinsOf(text)),
  letters: (text) => {
    const small = text.toLowerCase();
    return hasDigitTwin.test(small) ? small.replace(/[oil|sz]/g, (letter) => digitTwins[letter] ?? letter) : small;
  },
};
const hasDigitTwin = /[oil|sz]/;
const digitTwins: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', '|': '1', s: '5', z: '2' };
const writtenCode: Way = {
  plain: (text) => {
    const plain = trimmed(signsOf(text).toLowerCase()).replaceAll('ß', 'ss');
    const number = /^\d/.test(plain) ? unformatted(plain) : plain;
    return number.includes('0') ? number.replace(/(^\p{L}*|[-/_#])0+(?=\d)/gu, '$1') : number;
  },
  letters: (text) => text,
};
/** Without what a spreadsheet adds to a number or a date. */
const unformatted = (text: string): string =>
  text
    .replace(/^(\d{4}-\d\d-\d\d)t?00:00(?::00)?$/, '$1')
    .replace(/^\d{1,3}(?:[.,']\d{3})+$/, (number) => number.replace(/[.,']/g, ''))
    .replace(/^(\d+)[.,]0+$/, '$1');
const lower = (text: string): string => text.toLowerCase();
/** A B beside a letter is read as 8, a G as 6. Beside digits alone they are counted up to, as in 2607, 2608, 260B. */
const misread: Way = {
  plain: (text) =>
    drawnCode
      .plain(text)
      .toLowerCase()
      .replace(/(?<=[a-z])[86]|[86](?=[a-z])/g, (digit) => (digit === '8' ? 'b' : 'g')),
  letters: drawnCode.letters,
};
/** Where a keyboard or another program has no accents: of a word they are left out, umlauts are written as two letters. */
const withoutAccents: Way = {
  plain: (text) => writtenCode.plain(text).replace(/(?:[a-z]\p{Mn}*){3,}/gu, (word) => word.replace(/\p{Mn}/gu, '')),
  letters: writtenCode.letters,
};
const widened: Way = {
  plain: (text) =>
    writtenCode
      .plain(text)
      .replace(/([aou])\u0308/g, '$1e')
      .replaceAll('a\u030a', 'aa')
      .replace(/[\u00f8\u0153]/g, 'oe')
      .replaceAll('\u00e6', 'ae'),
  letters: writtenCode.letters,
};
const spelt: Record<Looks, readonly Way[]> = {
  code: [withoutAccents, widened],
  lot: [withoutAccents, widened],
  name: [],
};
const drawnAs: Record<Looks, Way> = {
  code: drawnCode,
  lot: drawnCode,
  name: { plain: (text) => trimmed(twinsOf(text)), letters: lower },
};
const writtenAs: Record<Looks, Way> = {
  code: writtenCode,
  lot: writtenCode,
  name: { plain: (text) => trimmed(signsOf(text)), letters: lower },
};

const trimmed = (text: string): string =>
  !/[\s'`]|[.,;:]$/.test(text)
    ? text
    : text
        .replace(/\s+/g, '')
        .replace(/^['`]+|['`]+$/g, '')
        .replace(/[.,;:]+$/, '');

/** A text without what separates its parts: where that stood, and whether between two digits. */
type Form = { key: string; text: string; divisions: ReadonlyMap<number, { sign: string; isBetweenDigits: boolean }> };

const separators = /(?<=[\p{L}\p{M}\p{N}])[-_/.,:#\\]+(?=[\p{L}\p{N}])/gu;
const asciiSeparators = /([a-z\d])[-_/.,:#\\]+(?=[a-z\d])/gi;

function keyOf(text: string, { plain, letters }: Way): string {
  const written = plain(text);
  return letters(isAscii.test(written) ? written.replace(asciiSeparators, '$1') : written.replace(separators, ''));
}

function formOf(whole: string, { plain, letters }: Way): Form {
  const written = plain(whole);
  const divisions = new Map<number, { sign: string; isBetweenDigits: boolean }>();
  let text = '';
  let from = 0;
  for (const { index, 0: sign } of written.matchAll(separators)) {
    text += written.slice(from, index);
    from = index + sign.length;
    const isBetweenDigits = /\d/.test(written[index - 1] ?? '') && /\d/.test(written[from] ?? '');
    divisions.set(text.length, { sign, isBetweenDigits });
  }
  text += written.slice(from);
  return { key: letters(text), text, divisions };
}

const mostDigitsOfPlaces = 4;

/**
 * 1-11 and 11-1 are two codes, 1-11 and 111 may be one; 1.5 and 15 are two numbers. A letter tells where it ends itself, so
 * that nothing hangs on what stands beside it, unless the sign that is missing there stands between few digits: A-11 and A1-1
 * are two codes, as racks and weeks are numbered.
 */
function haveOneDivision(one: Form, other: Form, looks: Looks): boolean {
  const lone = (form: Form, beside: Form, everywhere = false): string[] =>
    [...form.divisions].flatMap(([at, { sign, isBetweenDigits }]) =>
      (everywhere || isBetweenDigits) && !beside.divisions.has(at) ? [sign] : [],
    );
  const [here, there] = [lone(one, other), lone(other, one)];
  if (looks === 'name') return here.length + there.length === 0;
  const isMoved =
    here.length + there.length > 0 && lone(one, other, true).length > 0 && lone(other, one, true).length > 0;
  if (isMoved && one.key.replace(/\D/g, '').length <= mostDigitsOfPlaces) return false;
  return (here.length === 0 || there.length === 0) && ![...here, ...there].some((sign) => /[.,]/.test(sign));
}

/** A small l is drawn like a capital I, a capital L is not. */
const areMarkedAlike = ({ text: one }: Form, { text: other }: Form): boolean =>
  one.length !== other.length || [...one].every((sign, at) => !/^(?:LI|IL)$/.test(`${sign}${other[at] ?? ''}`));

/** A text with one sign of every kind of dash, quote and blank, its digits as ours. */
function signsOf(text: string): string {
  if (isAscii.test(text)) return text;
  // Taken apart, since of a letter of another script with its accent there often is no one sign, of its twin there is.
  const apart = text.normalize('NFKD').replace(strokeAfterHan, '\u4e00').replace(strokeAfterLatin, '-');
  return Array.from(apart, plainSign).join('').replace(pointOverPoint, '$1');
}

/** The same with letters of other scripts as those they look like. */
const twinsOf = (text: string): string =>
  isAscii.test(text) ? text : Array.from(signsOf(text), twinOf).join('').replace(pointOverPoint, '$1');

/** In Chinese and Japanese a long stroke is the number one, a long vowel or a dash: which of them, only the word tells. */
const strokeAfterHan =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*)[\p{Pd}\u2500\u2501\u2796\u30fc\u31d0\u4e00]/gu;
const strokeAfterLatin = /(?<=[\p{Script=Latin}\p{Nd}])[\u2501\u31d0\u4e00]/gu;

/** A small i or j has its point already. */
const pointOverPoint = /([ij])\u0307/gi;

function plainSign(sign: string): string {
  if (sign <= '\x7e') return sign;
  if (isUnseen.test(sign)) return '';
  const [, kind] = kindsOfSigns.find(([signs]) => signs.test(sign)) ?? [];
  if (kind !== undefined) return kind;
  return /\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign;
}

/** Blanks, what shows nothing or only how the sign before it is drawn, and the vowels that Arabic leaves out. */
const isUnseen = /[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u0640\u064b-\u065f\u0670]/u;

const kindsOfSigns: readonly [signs: RegExp, kind: string][] = [
  [/[\p{Pd}\u02d7\u2043\u2212\u2500\u2796\u30fc]/u, '-'],
  [/[\u00b4\u02b9-\u02bd\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\u05f3]/u, "'"],
  [/[\u00ab\u00bb\u02ba\u201c-\u201f\u2033\u05f4]/u, '"'],
  [/[\u2044\u2215\u29f8]/u, '/'],
  [/[\u00b7\u2022\u2219\u22c5\u30fb\u3002]/u, '.'],
  // Letters of Arabic and Persian keyboards, and of two ways of spelling.
  [/[\u0649\u06cc]/u, '\u064a'],
  [/[\u06a9\u06aa]/u, '\u0643'],
  [/[\u0629\u06be\u06c1\u06c3\u06d5]/u, '\u0647'],
];

/** Twins that Unicode's data does not have, or has for readers of another script. */
const ownTwins: ReadonlyMap<string, string> = new Map(
  [
    'βß',
    'μμ',
    'ØO',
    'øo',
    '\u2205O',
    '\u2300O',
    ...'ҺH ԀD ԚQ ԼL ⲂB ⲈE ӏl ❘|'.split(' '),
    // The small capitals of phonetic alphabets are those capitals.
    ...'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'.split(' '),
  ].map(([sign = '', twin = '']): [string, string] => [sign, twin]),
);

function twinOf(sign: string): string {
  if (sign <= '\x7e') return sign;
  const own = ownTwins.get(sign);
  if (own !== undefined) return own;
  const capital = sign.toUpperCase();
  const [twin, ofCapital] = [confusables.get(sign), ownTwins.get(capital) ?? confusables.get(capital)];
  // Case is no difference here: of a small letter its capital may be the one that has a Latin twin.
  return [twin, ofCapital].find((letter) => letter !== undefined && letter <= '\x7e') ?? twin ?? ofCapital ?? sign;
}

/** The ten digits of a script stand in one row, 0 first (the Unicode Standard, section 4.6). */
function digitOf(sign: string): number {
  const number = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(number - value - 1))) value += 1;
  return value;
}
