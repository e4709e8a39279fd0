import type { TaggedDocument } from './document.ts';
import type { Inline, LaidLine, LaidPage, Tag } from './nodes.ts';
import { hasText } from './nodes.ts';
import { Renderer } from './pdfmake.ts';
import { drawText, fixed, ink } from './textRuns.ts';

/** pdfmake's renderer, which draws all there is within marks: of its element, or of an ornament. */
export class TaggedRenderer extends Renderer {
  readonly #document: TaggedDocument;
  #page = 0;
  #open: Tag | 'ornament' | undefined;

  constructor(document: TaggedDocument) {
    super(document);
    this.#document = document;
  }

  renderPages(pages: readonly LaidPage[]): void {
    for (const { pageSize, items } of pages) {
      this.#document.addPage({ size: [pageSize.width, pageSize.height], margin: 0 });
      this.#page += 1;
      for (const { type, item } of items) {
        // Of pdfmake's items those of this type are lines.
        if (type === 'line') this.#line(item as LaidLine);
        // And those of this one vectors.
        else if (type === 'vector') this.#vector(item as Vector);
        else throw new Error(`a report has no ${type}`);
      }
      this.#close();
    }
  }

  /** Answers whether the element was open already. */
  #mark(tag: Tag | undefined): boolean {
    if (tag !== undefined) tag.page ??= this.#page;
    const wanted = tag === undefined || (tag.type === 'TH' && tag.page !== this.#page) ? 'ornament' : tag;
    if (wanted === this.#open) return true;
    this.#close();
    if (wanted === 'ornament') this.#document.markContent('Artifact', { type: 'Pagination' });
    else wanted.element.add(this.#document.markStructureContent(wanted.type));
    this.#open = wanted;
    return false;
  }

  #close(): void {
    if (this.#open !== undefined) this.#document.endMarkedContent();
    this.#open = undefined;
  }

  /** Words of a line that look alike are drawn as one text, glyph by glyph from the faces' memory. */
  #line(line: LaidLine): void {
    if (!hasText(line)) return;
    this.#checkOnPage(line);
    const goesOn = this.#mark(line.tag);
    if (line.tag !== undefined) line.tag.lines = (line.tag.lines ?? 0) + 1;
    if (line.bookmark !== undefined) this.#document.bookmark(line.bookmark, Math.max(0, line.y - 8));
    const height = line.getHeight();
    const most = line.inlines.reduce((size, { fontSize }) => Math.max(size, fontSize), 0);
    const y = line.y + (height - most * 1.2) / 2 + most * 0.95;
    // An invisible blank, so that text read aloud or copied does not run together.
    if (goesOn && line.tag !== undefined && line.starts === true && line.inlines[0] !== undefined)
      drawText(this.#document, ' ', { x: line.x, y }, line.inlines[0]);
    for (let at = 0; at < line.inlines.length; ) {
      const first = line.inlines[at];
      if (first === undefined) return;
      let [text, width] = ['', 0];
      for (let next = line.inlines[at]; next !== undefined && isAlike(first, next); next = line.inlines[at]) {
        text += next.text;
        width += next.width;
        at += 1;
      }
      const x = line.x + first.x;
      if (first.background !== undefined && first.background !== null)
        this.#document.addContent(
          `${ink(first.background)} rg ${fixed(x - 3)} ${fixed(y - first.fontSize * 0.98)} ${fixed(width + 6)} ${fixed(first.fontSize * 1.28)} re f`,
        );
      drawText(this.#document, text, { x, y }, first, line.direction);
    }
  }

  /** What lies outside the page is lost to the reader as if it were not there. */
  #checkOnPage({ x, y, inlines }: LaidLine): void {
    const { width, height } = this.#document.page;
    const last = inlines.at(-1);
    const end = x + (last === undefined ? 0 : last.x + last.width - (last.trailingCut ?? 0));
    if (x < 0 || y < 0 || end > width || y > height)
      throw new Error(`a line of ${inlines.length} words at ${x}, ${y} is not on the page`);
  }

  /** The lines of tables are thousands; the library's way sets every property for each. */
  #vector(vector: Vector): void {
    this.#mark(vector.tag);
    // The place of a picture is its first box, which is as large.
    if (vector.isPlace === true && vector.tag !== undefined) {
      const { x, y, w, h } = vector;
      const bottom = this.#document.page.height - y - h;
      vector.tag.element.dictionary.data['A'] = {
        O: 'Layout',
        Placement: 'Block',
        BBox: [x, bottom, x + w, bottom + h],
      };
    }
    if (vector.type !== 'line' || vector.dash !== undefined) {
      this.renderVector(vector);
      // Lines that are drawn below say nothing of dashes.
      if (vector.dash !== undefined) this.#document.undash();
      return;
    }
    const path = `${fixed(vector.x1)} ${fixed(vector.y1)} m ${fixed(vector.x2)} ${fixed(vector.y2)} l S`;
    this.#document.addContent(`${ink(vector.lineColor)} RG ${fixed(vector.lineWidth)} w ${path}`);
  }
}

type Vector = {
  tag?: Tag;
  isPlace?: boolean;
  type: string;
  x: number;
  y: number;
  w: number;
  h: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  lineWidth: number;
  lineColor: string;
  dash?: object;
};

const isAlike = (one: Inline, other: Inline): boolean =>
  one.font === other.font &&
  one.fontSize === other.fontSize &&
  one.color === other.color &&
  one.background === other.background;
