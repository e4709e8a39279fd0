import type { CellMark } from './sheetText.ts';
import { type Attributes, damagedWorkbook, isOn, readXml } from './xmlPart.ts';

/** Texts that cells share, and how some of them are marked, by their places. */
export type SharedTexts = { texts: readonly string[]; marks: ReadonlyMap<number, readonly CellMark[]> };

/** The table of texts that the cells of a workbook share, as they are written there (ISO/IEC 29500-1, 18.4). */
export function sharedTexts(bytes: Buffer): SharedTexts {
  const texts: string[] = [];
  const marks = new Map<number, readonly CellMark[]>();
  const text = new SheetText();
  readXml(bytes, {
    open: (name, attributes, path) => {
      if (name === 'si') texts.push('');
      else text.open(name, attributes, path);
    },
    text: (piece) => text.add(piece),
    close: (name, path) => {
      if (text.close(name)) texts[texts.length - 1] += text.take();
      else if (name === 'si' && path.includes('si')) throw damagedWorkbook();
      else if (name === 'si') {
        const marked = text.takeMarks();
        if (marked.length > 0) marks.set(texts.length - 1, marked);
      }
    },
  });
  return { texts, marks };
}

/** Gathers the pieces of one text of a sheet; phonetic guides beside it are no part of it (ISO/IEC 29500-1, 18.4.6). */
export class SheetText {
  #isInside = false;
  #whole = '';
  /** How the current piece is marked, and all pieces so far that contain a letter. */
  readonly #piece = new Set<CellMark>();
  readonly #marks = new Set<CellMark>();

  open(name: string, { val }: Attributes, path: readonly string[]): void {
    if (name === 't' && !path.includes('rPh')) this.#isInside = true;
    else if (name === 'r') this.#piece.clear();
    else if (path.at(-1) !== 'rPr') return;
    else if (name === 'strike' && isOn(val ?? '1')) this.#piece.add('struck');
    else if (name === 'vertAlign' && val !== 'baseline') this.#piece.add('raised');
  }

  add(text: string): void {
    if (this.#isInside) this.#whole += text;
  }

  /** Whether a piece of the text ended. */
  close(name: string): boolean {
    if (name !== 't' || !this.#isInside) return false;
    this.#isInside = false;
    if (this.#piece.size > 0 && this.#whole.trim() !== '') for (const mark of this.#piece) this.#marks.add(mark);
    return true;
  }

  /** How pieces of the text that ended are marked. */
  takeMarks(): CellMark[] {
    const marks = [...this.#marks];
    this.#marks.clear();
    this.#piece.clear();
    return marks;
  }

  take(): string {
    const whole = this.#whole;
    this.#whole = '';
    return whole;
  }
}
