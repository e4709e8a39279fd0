import type { Direction } from './direction.ts';
import type { Face } from './fonts.ts';

/**
 * pdfmake lays documents out, but draws no tags. Here its nodes may state what they are in the document's structure:
 * `tag` on a text or on a vector of a canvas. Nodes without a tag are ornaments.
 */
export type Element = PDFKit.PDFStructureElement & { dictionary: { data: Record<string, unknown> } };
export type Tag = {
  element: Element;
  type: string;
  /** Where it was drawn first: a head of a table that is repeated on a later page is an ornament there. */
  page?: number;
  /** How many lines with text were laid out for it, and how many are drawn. */
  laid?: number;
  lines?: number;
};
export type DocNode = {
  tag?: Tag | undefined;
  /** Read together with what is before it in the same element, such as a fraction after its whole. */
  joins?: boolean;
  /** How much room must be left on a page for it to begin there. */
  need?: number;
  bookmark?: { level: number; title: string };
  /** That of the whole text, known from its first line on. */
  direction?: Direction;
  /** Its words that are not on a line yet; the library's. */
  _inlines?: Inline[];
  /** The very object that all texts have whose words look alike, in the same surroundings. */
  look?: object;
  /** The last cell of a row. */
  endsRow?: boolean;
  [property: string]: unknown;
};
/** A word as it is cut from its text. */
export type Word = { text: string };
export type Inline = Word & {
  noWrap?: boolean | null;
  leadingCut?: number;
  x: number;
  width: number;
  /** The width of the blanks at its end. */
  trailingCut?: number;
  font: { readonly face: Face };
  fontSize: number;
  color: string;
  background?: string;
};
export type LaidLine = {
  x: number;
  y: number;
  inlines: Inline[];
  tag?: Tag | undefined;
  /** That of the paragraph it is of. */
  direction?: Direction;
  /** The first line of a text of its own. */
  starts?: boolean;
  bookmark?: DocNode['bookmark'];
  getHeight(): number;
};
type LaidItem = { type: string; item: { tag?: Tag | undefined } };
export type LaidPage = { pageSize: { width: number; height: number }; items: LaidItem[] };

export const hasText = ({ inlines }: LaidLine): boolean => inlines.some(({ text }) => text !== '');
