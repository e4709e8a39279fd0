import { damagedWorkbook, readXml } from './xmlPart.ts';

/** The table of texts that the cells of a workbook share, as they are written there (ISO/IEC 29500-1, 18.4). */
export function sharedTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  const text = new SheetText();
  readXml(bytes, {
    open: (name, _, path) => {
      if (name === 'si') texts.push('');
      else text.open(name, path);
    },
    text: (piece) => text.add(piece),
    close: (name, path) => {
      if (text.close(name)) texts[texts.length - 1] += text.take();
      else if (name === 'si' && path.includes('si')) throw damagedWorkbook();
    },
  });
  return texts;
}

/** Gathers the pieces of one text of a sheet; phonetic guides beside it are no part of it (ISO/IEC 29500-1, 18.4.6). */
export class SheetText {
  #isInside = false;
  #whole = '';

  open(name: string, path: readonly string[]): void {
    if (name === 't' && !path.includes('rPh')) this.#isInside = true;
  }

  add(text: string): void {
    if (this.#isInside) this.#whole += text;
  }

  /** Whether a piece of the text ended. */
  close(name: string): boolean {
    if (name !== 't' || !this.#isInside) return false;
    this.#isInside = false;
    return true;
  }

  take(): string {
    const whole = this.#whole;
    this.#whole = '';
    return whole;
  }
}
