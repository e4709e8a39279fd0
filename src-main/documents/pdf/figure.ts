import { colour } from './look.ts';
import type { FaceName } from './fontFiles.ts';
import type { TaggedDocument } from './document.ts';
import type { DocNode, Element, Tag } from './nodes.ts';

/** A drawing of vectors and texts, all of one Figure; what is added to it is in points before scaling. */
export type Figure = {
  document: TaggedDocument;
  tag: Tag;
  scale: number;
  /** How high it is on the page. */
  height: number;
  vectors: DocNode[];
  texts: DocNode[];
};

export type Look = { face: FaceName; size: number; color: string; isRight?: boolean; background?: string };

export function openFigure(
  document: TaggedDocument,
  { description, width, height, scale }: { description: string; width: number; height: number; scale: number },
  parent: Element,
): Figure {
  const tag: Tag = { element: document.element(parent, 'Figure', { alt: description }), type: 'Figure' };
  // The library takes a picture's height from its vectors: the first is as large as the whole, and gives its
  // position.
  const place = { type: 'rect', x: 0, y: 0, w: width, h: height, color: colour.paper, tag, isPlace: true };
  return { document, tag, scale, height, vectors: [place], texts: [] };
}

/** The whole as a node of a page. */
export const figureNode = ({ vectors, texts, height }: Figure): DocNode => ({
  stack: [{ canvas: vectors }, ...texts],
  need: height,
  margin: [0, 10, 0, 4],
});

/** Sets a text with its baseline at y, and answers its width. Letters become smaller before anything is cut. */
export function addText(
  { document, tag, scale, height, texts }: Figure,
  text: string,
  { x, y, room }: { x: number; y: number; room: number },
  { face, size: full, color, isRight, background }: Look,
): number {
  const size = full * Math.min(1, room / Math.max(document.measure(text, face, full), 0.01));
  const width = document.measure(text, face, size);
  const left = isRight === true ? x - width : x;
  texts.push({
    text,
    tag,
    noWrap: true,
    lineHeight: 1,
    font: face.startsWith('code') ? 'code' : 'text',
    bold: face === 'strong' || face === 'codeStrong',
    fontSize: size * scale,
    color,
    ...(background === undefined ? {} : { background }),
    relativePosition: { x: left * scale, y: (y - size * 0.95) * scale - height },
  });
  return width;
}

export function addBox(
  { vectors, tag, scale }: Figure,
  x: number,
  y: number,
  size: [number, number],
  look: object,
): void {
  const [w, h] = size;
  vectors.push({ type: 'rect', x: x * scale, y: y * scale, w: w * scale, h: h * scale, r: 3 * scale, tag, ...look });
}
