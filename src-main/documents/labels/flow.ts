import type { FaceName } from '../pdf/fontFiles.ts';
import type { LabelShape } from '#shared/labels/vocabulary.ts';

export type Measure = (text: string, face: FaceName, size: number) => number;
type Text = Extract<LabelShape, { kind: 'text' }>;
/** Texts from the top on, and how high they are together. */
export type Block = { texts: Text[]; height: number };
export type Look = { face: FaceName; size: number; colour: string };

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const lineHeight = 1.22;

/** The lines of a text: broken behind blanks, and within a word where that is wider than a line. */
export function linesOf(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (fits((line + word).trimEnd())) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && !fits((line + segment).trimEnd())) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

/** Parts that stay together; what `isAlone` has its line for itself. */
export type Piece = { parts: readonly { text: string; look: Look }[]; isAlone?: boolean };

/** Pieces one behind the other, and on the next line where there is no more room. */
export function flow(pieces: readonly Piece[], { width, measure }: { width: number; measure: Measure }): Block {
  const texts: Text[] = [];
  let [x, y] = [0, 0];
  let high = 0;
  const newLine = (): void => {
    [x, y, high] = [0, y + high * lineHeight, 0];
  };
  const put = (text: string, { face, size, colour }: Look, largest: number): void => {
    const room = measure(text, face, size);
    high = Math.max(high, largest);
    texts.push({ kind: 'text', text, x, y: y + largest * 0.95, size, width: room, face, colour });
    x += room;
  };
  for (const { parts, isAlone = false } of pieces) {
    const whole = parts.reduce((sum, { text, look }) => sum + measure(text, look.face, look.size), 0);
    const largest = parts.reduce((size, { look }) => Math.max(size, look.size), 0);
    const gap = (parts[0]?.look.size ?? 0) * 0.7;
    if (x > 0 && !isAlone && x + gap + whole <= width) x += gap;
    else if (x > 0) newLine();
    for (const { text, look } of parts) {
      const fits = (part: string): boolean => x + measure(part, look.face, look.size) <= width;
      if (fits(text)) {
        put(text, look, largest);
        continue;
      }
      // What is wider than a line begins one.
      if (x > 0) newLine();
      for (const [place, line] of linesOf(text, fits).entries()) {
        if (place > 0) newLine();
        put(line, look, largest);
      }
    }
    if (isAlone) newLine();
  }
  if (high > 0) newLine();
  return { texts, height: y };
}

/** A block at its place. */
export const placed = ({ texts }: Block, x: number, y: number): Text[] =>
  texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
