import { type Message, msg } from './message.ts';

/** The longest code, lot, serial or document number, in characters. */
export const longestCode = 120;
/** The longest free text (names, reasons, addresses), in characters. */
export const longestText = 4000;

export const controls = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * What shows nothing, so that two texts that differ by it look the same: by the properties of Unicode (UAX #44, section
 * 5.1), and what only its drawing tells. Signs that are drawn around numbers are formats by name alone.
 */
const hidden =
  /[[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cf}\u2800\ufffc\u{16fe4}\u{1d159}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]/v;

/** What no script has: every font draws it otherwise, or not at all. */
const unassigned = /[\p{Cn}\p{Co}]/u;

/** A picture as it is sent (UTS #51), also one of several people or things. In a code its other spellings are refused. */
const wholePicture = '\\p{RGI_Emoji_ZWJ_Sequence}|\\p{Emoji_Keycap_Sequence}|\\p{Basic_Emoji}';

/** Scripts whose letters are joined, or kept apart, by signs of their own (the Unicode Standard, chapter 23.2). */
const joinedLetter = `[[\\p{L}\\p{M}]&&[${[
  ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Adlam', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati'],
  ...['Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Balinese', 'Javanese'],
]
  .map((script) => `\\p{scx=${script}}`)
  .join('')}]]`;
/** The last sign may be one, after the mark that takes a letter its vowel. */
const vowelLess = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca]';
const joiner = `(?<=${joinedLetter})[\\u200c\\u200d](?=${joinedLetter})|(?<=${vowelLess})\\u200d`;

/** How a picture is drawn, and what joins two; the flag of a part of a country; which form of a Chinese letter. */
const picture = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]';
const drawing = [
  `(?<=${picture})[\\ufe0e\\ufe0f]|\\ufe0f(?=\\u20e3)`,
  `(?<=${picture}\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})`,
  '\\p{RGI_Emoji_Tag_Sequence}',
  '(?<=\\p{Unified_Ideograph})[\\u{e0100}-\\u{e01ef}]',
].join('|');

/** The invisible signs that belong to what is seen: of a code few, since people type it again. */
const seen = {
  code: new RegExp(wholePicture, 'gv'),
  name: new RegExp(`${wholePicture}|${joiner}`, 'gv'),
  free: new RegExp(`${drawing}|${wholePicture}|${joiner}`, 'gv'),
};

/** A text that is looked for, as it is seen: what cannot be seen of it came along when it was copied. */
export const visible = (text: string): string =>
  tidy(text.toWellFormed().replace(everyControl, ' ').replace(everyHidden, ''));

/** Except NUL, which ends a text in many programs and which no one pastes. */
const everyControl = new RegExp(`(?!\\0)${controls.source}`, 'gu');
const everyHidden = new RegExp(hidden.source, 'gv');

export type TextIssue = 'control' | 'invisible' | 'unassigned' | 'too-long' | 'not-unicode';

const isPlain = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

/** What a broken text reads as: other broken texts read alike, and so do their bytes once they were changed in the file. */
const broken = '\ufffd';

const madeIssue = (text: string, longest: number, mayHide: RegExp): TextIssue | undefined =>
  issueOf(text, longest, mayHide) ?? (text.includes(broken) ? 'not-unicode' : undefined);

/** The first thing that keeps a text from being stored, if any. */
function issueOf(text: string, longest: number, mayHide: RegExp): TextIssue | undefined {
  const found = formIssue(text, longest);
  if (found !== undefined || isPlain(text)) return found;
  if (hidden.test(text) && hidden.test(text.replace(mayHide, ''))) return 'invisible';
  return unassigned.test(text) ? 'unassigned' : undefined;
}

function formIssue(text: string, longest: number): TextIssue | undefined {
  if (text.length > longest) return 'too-long';
  if (!text.isWellFormed()) return 'not-unicode';
  return controls.test(text) ? 'control' : undefined;
}

/** What keeps a code from being made. */
export const codeIssue = (text: string): TextIssue | undefined => madeIssue(text, longestCode, seen.code);

/** What keeps a name in one line from being made: signs within words may join their letters. */
export const nameIssue = (text: string, longest = longestCode): TextIssue | undefined =>
  madeIssue(text, longest, seen.name);

/** Free text may hold line breaks and tabs, which a code may not. */
export const freeTextIssue = (text: string): TextIssue | undefined =>
  issueOf(text.replace(/[\r\n\t]/g, ' '), longestText, seen.free);

/** What keeps a text from being the code of anything in a store, also one that was made by earlier rules. */
export const storedCodeIssue = (text: string): TextIssue | undefined => formIssue(text, longestCode);

/** Texts are compared without surrounding blanks and in Unicode's composed form, else kept as typed. */
export const tidy = (text: string): string => {
  const trimmed = text.trim();
  return isPlain(trimmed) ? trimmed : trimmed.normalize('NFC');
};

/** Of a code or name that is made every kind of blank, and several in a row, are one blank. */
export const neat = (text: string): string => (isNeatPlain.test(text) ? text : tidy(text.replace(/\p{Zs}+/gu, ' ')));

/** Most codes are so. */
const isNeatPlain = /^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/;

const sentences: Record<TextIssue, Message> = {
  control: msg`It holds a control character; remove it.`,
  invisible: msg`It holds an invisible character; type it again.`,
  unassigned: msg`It holds a character that no script has; type it again.`,
  'too-long': msg`It is too long.`,
  'not-unicode': msg`It holds a broken character; type it again.`,
};

export const textIssueSentence = (fault: TextIssue): Message => sentences[fault];
