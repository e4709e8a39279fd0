/** Each sign of a row by the sign it is compared as. */
const pairs = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)));

/** Small letters that Unicode does not take apart, by what they are typed as where a keyboard has not got them. */
export const letters: ReadonlyMap<string, string> = new Map([
  // Latin.
  ...pairs({
    ss: 'ß',
    ae: 'æ',
    oe: 'œ',
    th: 'þ',
    ng: 'ŋ',
    b: 'ɓƀ',
    c: 'ƈȼ',
    d: 'đðɖɗ',
    e: 'əǝɛ',
    f: 'ƒ',
    g: 'ɠǥɣ',
    h: 'ħ',
    i: 'ıɨɩ',
    k: 'ĸƙ',
    l: 'łƚ',
    n: 'ɲƞ',
    o: 'øɔɵ',
    t: 'ŧƭț',
    u: 'ʉʊ',
    y: 'ƴɏ',
    z: 'ƶȥ',
  }),
  // Greek and Hebrew have letters of another form at the end of a word.
  ...pairs({ σ: 'ς', כ: 'ך', מ: 'ם', נ: 'ן', פ: 'ף', צ: 'ץ' }),
  // Cyrillic beyond Russian, as Russian keyboards have it.
  ...pairs({ г: 'ґғҕ', ж: 'җ', з: 'ҙ', к: 'қҡҝ', н: 'ңҥ', о: 'ө', с: 'ҫ', т: 'ҭ', у: 'үұ', х: 'ҳһ', ч: 'ҷҹ' }),
  // Arabic, Persian and Urdu write some letters differently, and all leave out the sign above or below an alef.
  ...pairs({ ا: 'ٱ', ي: 'ىیے', ك: 'ک', ه: 'ةەہھۃ', ',': '،', ';': '؛', '?': '؟', '%': '٪', '.': '٫۔' }),
  // Katakana, and its sign of repetition, by the hiragana that is typed for it.
  ...Array.from(
    { length: 0x56 },
    (_, n) => [String.fromCodePoint(0x30a1 + n), String.fromCodePoint(0x3041 + n)] as const,
  ),
  ...pairs({ ゝ: 'ヽ', ゞ: 'ヾ' }),
]);

/** Hyphens, quotes, points and slashes of all kinds. */
export const signs: ReadonlyMap<string, string> = pairs({
  '-': '\u02d7\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u2796\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u30a0',
  "'": '\u02b9\u02bb\u02bc\u02bd\u05f3\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a',
  '"': '\u00ab\u00bb\u02ba\u05f4\u201c\u201d\u201e\u201f\u301d\u301e\u301f',
  '.': '\u00b7\u2022\u2027\u22c5\u3002\u30fb',
  ',': '\u3001',
  '/': '\u2044\u2215',
  '~': '\u223c\u301c',
});

const codePoints =
  '00ad 0300-036f 0483-0489 0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7 0610-061a 0640 064b-065f 0670 ' +
  '06d6-06dc 06df-06e4 06e7 06e8 06ea-06ed 08d3-08ff 093c 09bc 0a3c 0abc 0b3c 180e 1ab0-1aff 1dc0-1dff ' +
  '200b-200f 202a-202e 2060-2069 20d0-20f0 fe00-fe0f fe20-fe2f feff ';

/**
 * Marks above, below or within a letter that people leave out: of the scripts of Europe, Hebrew and Arabic, the point
 * that makes one letter of India another; and what is invisible: joiners, directions, blanks of no width. Marks that
 * are vowels of their own, as in the scripts of India and Thai, and the voicing of Japanese stay.
 */
export const looseMarks = new RegExp(`[${codePoints.replaceAll(/[0-9a-f]{4}/g, '\\u$&').replaceAll(' ', '')}]`, 'g');
