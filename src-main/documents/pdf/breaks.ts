import { breakMark } from './glyphs.ts';
import type { Inline } from './nodes.ts';

/** Scripts that write their words without blanks, and whose words take a dictionary to be found. */
const withoutBlanks = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter('th', { granularity: 'word' });
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Marks where a line may break between words that no blank parts (UAX #14 leaves them to a dictionary: class SA). */
export function withBreaks(text: string): string {
  if (!withoutBlanks.test(text)) return text;
  let result = '';
  let last = '';
  for (const { segment } of words.segment(text)) {
    if (withoutBlanks.test(segment) && withoutBlanks.test(last)) result += breakMark;
    result += segment;
    last = segment;
  }
  return result;
}

/**
 * The longest start of a word that is wider than its line, and what is left of it. A letter and its marks stay
 * together, and so do the halves of a letter that takes two units; at least one letter goes first.
 */
export function splitWord({ text, font, fontSize }: Inline, room: number): [head: string, rest: string] | undefined {
  const ends = [...clusters.segment(text)].map(({ index, segment }) => index + segment.length);
  if (ends.length < 2) return undefined;
  let [fits, over] = [0, ends.length - 1];
  while (fits + 1 < over) {
    const middle = (fits + over) >> 1;
    if (font.face.width(text.slice(0, ends[middle]), fontSize) <= room) fits = middle;
    else over = middle;
  }
  return [text.slice(0, ends[fits]), text.slice(ends[fits])];
}
