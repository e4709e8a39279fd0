import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';

// The package is one function; its typings speak of a module with a default, which Node does not see.
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)();
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200f\u2067\u202b\u202e]/u;

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** A bracket as it is drawn in text from right to left. */
export const mirrored = (letter: string): string => bidi.getMirroredCharacter(letter) ?? letter;

export type Direction = 'ltr' | 'rtl';
/** A stretch of text of one direction. */
export type DirectedText = { text: string; isRtl: boolean };

/** The direction of a paragraph is that of its first letter that has one (UAX #9, rules P2 and P3). */
export function directionOf(text: string): Direction {
  if (!rightToLeft.test(text)) return 'ltr';
  return (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === 1 ? 'rtl' : 'ltr';
}

/**
 * A line as stretches of one direction from left to right, by the bidirectional algorithm (UAX #9, rules L1 and L2).
 * The text of a stretch is in the order it is read.
 */
export function inVisualOrder(line: string, direction: Direction): readonly DirectedText[] {
  if (direction === 'ltr' && !rightToLeft.test(line)) return [{ text: line, isRtl: false }];
  const embedding = bidi.getEmbeddingLevels(line, direction);
  const { levels } = embedding;
  // Blanks at the end of a line take the direction of the paragraph.
  for (let at = line.length - 1; at >= 0 && /\s/.test(line[at] ?? ''); at -= 1)
    levels[at] = direction === 'rtl' ? 1 : 0;
  const stretches: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const level = levels[at] ?? 0;
    const letter = line[at] ?? '';
    const last = stretches.at(-1);
    if (last !== undefined && last.level === level) last.text += letter;
    else stretches.push({ text: letter, level });
  }
  const highest = Math.max(0, ...stretches.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) reverseFrom(stretches, level);
  return stretches.map(({ text, level }) => ({ text, isRtl: level % 2 === 1 }));
}

/** Turns round each row of stretches that are at this level or a higher one. */
function reverseFrom(stretches: { text: string; level: number }[], level: number): void {
  for (let start = 0; start < stretches.length; start += 1) {
    let end = start;
    while ((stretches[end]?.level ?? -1) >= level) end += 1;
    if (end > start) stretches.splice(start, end - start, ...stretches.slice(start, end).reverse());
    start = end;
  }
}
