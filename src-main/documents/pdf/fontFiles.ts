/** The files of the shipped fonts, as modules to be resolved. All are under the SIL Open Font License 1.1. */
export type FaceName = 'text' | 'strong' | 'code' | 'codeStrong';

/** The fonts of the program's own look are cut by script; codes fall back on the text's letters. */
const scripts = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const codeScripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const cut = (family: string, weight: number, parts: readonly string[]): string[] =>
  parts.map((part) => `@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`);
const inter = (weight: 400 | 600): string[] => [
  ...cut('inter', weight, scripts),
  // The same letters uncut: signs, fractions, raised and lowered figures.
  `@expo-google-fonts/inter/${weight === 400 ? '400Regular/Inter_400Regular' : '600SemiBold/Inter_600SemiBold'}.ttf`,
];

/** What a face tries first, in this order. */
export const faceFiles: Record<FaceName, readonly string[]> = {
  text: inter(400),
  strong: inter(600),
  code: [...cut('ibm-plex-mono', 400, codeScripts), ...inter(400)],
  codeStrong: [...cut('ibm-plex-mono', 600, codeScripts), ...inter(600)],
};

const chinese = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const japanese = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const noto = (family: string, part: string): string => cut(family, 400, [part])[0] ?? '';

/** Fonts of the other scripts, in one weight. Each is opened only when a text has a letter of its script. */
const scriptFiles: readonly { isOf: RegExp; file: string }[] = (
  [
    ['Hangul', 'korean', 'noto-sans-kr'],
    ['Arabic', 'arabic'],
    ['Hebrew', 'hebrew'],
    ['Thai', 'thai'],
    ['Lao', 'lao'],
    ['Khmer', 'khmer'],
    ['Myanmar', 'myanmar'],
    ['Devanagari', 'devanagari'],
    ['Bengali', 'bengali'],
    ['Tamil', 'tamil'],
    ['Telugu', 'telugu'],
    ['Kannada', 'kannada'],
    ['Malayalam', 'malayalam'],
    ['Gujarati', 'gujarati'],
    ['Gurmukhi', 'gurmukhi'],
    ['Oriya', 'oriya'],
    ['Sinhala', 'sinhala'],
    ['Georgian', 'georgian'],
    ['Armenian', 'armenian'],
    ['Ethiopic', 'ethiopic'],
    ['Thaana', 'thaana'],
    ['Cherokee', 'cherokee'],
    ['Canadian_Aboriginal', 'canadian-aboriginal'],
    ['Tifinagh', 'tifinagh'],
    ['Syriac', 'syriac'],
    ['Mongolian', 'mongolian'],
    ['Nko', 'nko'],
    ['Javanese', 'javanese'],
    ['Tibetan', 'tibetan', 'noto-serif-tibetan'],
  ] as const
).map(([script, part, family = `noto-sans-${part}`]) => ({
  isOf: new RegExp(`\\p{Script_Extensions=${script}}`, 'u'),
  file: noto(family, part),
}));

/** For signs that belong to no script. */
const signFiles = [
  noto('noto-sans-math', 'latin'),
  noto('noto-sans-symbols', 'symbols'),
  noto('noto-sans-symbols-2', 'symbols'),
  noto('noto-sans-symbols-2', 'math'),
  noto('noto-sans-symbols-2', 'braille'),
  chinese,
  japanese,
  noto('noto-sans-kr', 'korean'),
];

const isKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isHan = /[\p{Script=Han}\p{Script=Bopomofo}]/u;

/** Text with kana is Japanese, and has the characters that Chinese has too in their Japanese shapes. */
export const isJapanese = (text: string): boolean => isKana.test(text);

/** Where else to look for a letter, best first. */
export function fallbackFiles(letter: string, japaneseFirst: boolean): readonly string[] {
  if (isHan.test(letter) || isKana.test(letter)) return japaneseFirst ? [japanese, chinese] : [chinese, japanese];
  const own = scriptFiles.filter(({ isOf }) => isOf.test(letter)).map(({ file }) => file);
  return [...own, ...signFiles];
}
