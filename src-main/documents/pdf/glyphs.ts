/** What this folder uses of a font that pdfkit has opened. Measures are thousandths of the size. */
export type OpenFont = {
  readonly id: string;
  /** The file, unpacked. */
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean; getGlyph(id: number): { advanceWidth: number } };
  /** Which of its glyphs are embedded, how wide they are, and which text they mean. */
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  encode(text: string, features?: string[]): [string[], { advanceWidth: number }[]];
  ref(): PDFKit.PDFKitReference;
};
/**
 * `width` is the distance to the next glyph; `natural` is the font's own value for it, where it differs; `x` and `y`
 * are how far this one is moved, upwards for y.
 */
export type Glyph = { hex: string; width: number; natural?: number; x: number; y: number };
/**
 * Glyphs of one font, from left to right. `says` is their text, where it cannot be read from the glyphs one by one:
 * vowels written before their consonant, letters that join.
 */
export type Run = { font: OpenFont; glyphs: Glyph[]; says?: string };
export type SetText = { runs: readonly Run[]; width: number };

/** Where a line of Thai, Lao, Khmer or Burmese may break; put there by the layout. */
export const breakMark = '\u200b';
