import { type Message, msg } from './message.ts';

/** The longest code, lot, serial or document number, in characters. */
export const longestCode = 120;
/** The longest free text (names, reasons, addresses), in characters. */
export const longestText = 4000;

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
/** Invisible characters with which two different codes could look alike, and direction overrides. */
const invisible =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffc\u{e0000}-\u{e007f}]/u;
/** A joiner and the mark of a coloured picture are at home only in an emoji. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\ufe0f(?!\u20e3)|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/u;

/** A text that is looked for, as it is seen: what cannot be seen of it came along when it was copied. */
export const visible = (text: string): string =>
  tidy(text.toWellFormed().replace(everyControl, ' ').replace(everyInvisible, ''));

/** Except NUL, which ends a text in many programs and which no one pastes. */
const everyControl = new RegExp(`(?!\\0)${controls.source}`, 'gu');
const everyInvisible = new RegExp(`${invisible.source}|[\\u200d\\ufe00-\\ufe0f]`, 'gu');

export type TextIssue = 'control' | 'invisible' | 'too-long' | 'not-unicode';

/** The first thing that keeps a text from being stored, if any. */
export function textIssue(text: string, longest: number): TextIssue | undefined {
  if (text.length > longest) return 'too-long';
  if (!text.isWellFormed()) return 'not-unicode';
  if (controls.test(text)) return 'control';
  if (invisible.test(text) || strayJoiner.test(text)) return 'invisible';
  return undefined;
}

/** Free text may hold line breaks and tabs, which a code may not. */
export const freeTextIssue = (text: string): TextIssue | undefined =>
  textIssue(text.replace(/[\r\n\t]/g, ' '), longestText);

/** Codes are compared without surrounding blanks and in Unicode's composed form, else kept as typed. */
export const tidy = (text: string): string => {
  const trimmed = text.trim();
  return /^[\u0020-\u007e]*$/.test(trimmed) ? trimmed : trimmed.normalize('NFC');
};

const sentences: Record<TextIssue, Message> = {
  control: msg`It holds a control character; remove it.`,
  invisible: msg`It holds an invisible character; type it again.`,
  'too-long': msg`It is too long.`,
  'not-unicode': msg`It holds a broken character; type it again.`,
};

export const textIssueSentence = (fault: TextIssue): Message => sentences[fault];
