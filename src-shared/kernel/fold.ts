/** Letters that Unicode does not take apart, by those they are looked for with. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/**
 * A text as it is compared when people look for something: letters of every script in one case and without accents,
 * full-width forms and ligatures as plain ones, every kind of hyphen and of quote as one, the vowel points of Hebrew and Arabic
 * left out as people leave them out, and their digits as ours. "puree" finds "Purée", "strasse" finds
 * "Straße", "лимон" finds "ЛИМОН". Source: Unicode Standard, sections 3.13 (case folding) and 3.11 (normal forms).
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .replace(
      /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g,
      '',
    )
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u05f3\u2018-\u201b\u02bb\u02bc\u2032]/g, "'")
    .replace(/[\u05f4\u201c-\u201f]/g, '"');
  // In one case twice: small letters of capitals may have parts of their own.
  return plain
    .toLowerCase()
    .replace(/[ßæœøđðłıς]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC');
}

/** Of these SQLite itself takes no notice of letter case. */
export const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** What people leave out, or put in, when they type a code: hyphens, blanks, points, slashes. */
export const codeSeparators = ['-', ' ', '.', '/'] as const;

/** A folded text without the separators of codes: "VE-66318" and "ve 66 318" are one then. */
export const withoutSeparators = (folded: string): string => folded.replace(/[-\s./]/g, '');

/** Below so many characters too much would be found without separators. */
const leastWithout = 3;

/** Whether it is worth to look for a text without its separators, when it is not found as it stands. */
export const isSearchedLoosely = (text: string): boolean => withoutSeparators(fold(text)).length >= leastWithout;
