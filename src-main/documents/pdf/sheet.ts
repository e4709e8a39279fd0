import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { Face, type FaceName, type OpenFont, type Run } from './fonts.ts';
import { hairline, margin, type Paper, paperSizes } from './look.ts';
import { infoOf, xmpOf } from './metadata.ts';
import { unpackWoff } from './woff.ts';

/** An element of the document's logical structure, which readers for the blind and archives walk. */
export type Element = PDFKit.PDFStructureElement;
export type TextStyle = { face: FaceName; size: number; colour: string; align?: 'left' | 'right'; squeezeTo?: number };

/**
 * The pages of a tagged PDF/A-3a document and what can be put on them. Measures are points from the top left;
 * `y` of a text is its baseline. Everything drawn stands inside `tag` or `ornament`, as PDF/A asks.
 */
export class Sheet {
  width = 0;
  height = 0;
  /** Where the next thing goes. */
  y: number = margin.top;
  /** Set as soon as something was written by its Unicode number. */
  hasEscapes = false;
  readonly root: Element;
  readonly #document: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #faces: Record<FaceName, Face>;
  readonly #bookmarks: PDFKit.PDFOutline[];

  /** There is no page yet: what is measured first decides how pages lie. */
  constructor(model: ReportModel) {
    const info = infoOf(model);
    // The typings of the library lag behind it: they know neither the absence of a font nor `displayTitle`.
    const options = {
      margin: 0,
      font: null,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      lang: model.language,
      info,
    } as unknown as PDFKit.PDFDocumentOptions;
    this.#document = new PDFDocument(options);
    this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    Object.assign(this.#document, { _addInfo: () => this.#document.appendXML(xmpOf(info)) });
    const opened = new Set<string>();
    const open = (path: string): OpenFont => {
      if (!opened.has(path)) this.#document.registerFont(path, unpackWoff(readFileSync(path)));
      opened.add(path);
      this.#document.font(path);
      // The font just chosen, which the typings do not show.
      return (this.#document as unknown as { _font: OpenFont })._font;
    };
    const face = (name: FaceName): Face =>
      new Face(open, name, () => {
        this.hasEscapes = true;
      });
    this.#faces = { text: face('text'), strong: face('strong'), code: face('code'), codeStrong: face('codeStrong') };
    this.root = this.#document.struct('Document');
    this.#document.addStructure(this.root);
    this.#bookmarks = [this.#document.outline];
  }

  /** Chooses the paper and begins the first page. */
  begin(paper: Paper, landscape: boolean): void {
    const [short, long] = paperSizes[paper];
    [this.width, this.height] = landscape ? [long, short] : [short, long];
    this.addPage();
  }

  get right(): number {
    return this.width - margin.side;
  }
  get bottom(): number {
    return this.height - margin.bottom;
  }
  get contentWidth(): number {
    return this.width - 2 * margin.side;
  }

  addPage(): void {
    this.#document.addPage({ size: [this.width, this.height], margin: 0 });
    this.y = margin.top;
  }

  /** Goes to a new page unless there is so much room left. */
  need(height: number): void {
    if (this.y + height > this.bottom && this.y > margin.top) this.addPage();
  }

  /** Draws on each page there is, once all are there. */
  onEachPage(draw: (page: number, pages: number) => void): void {
    const { count } = this.#document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#document.switchToPage(page);
      draw(page + 1, count);
    }
  }

  element(
    parent: Element,
    type: string,
    options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = {},
  ): Element {
    const element = this.#document.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws a piece of an element. An element may have pieces on several pages. */
  piece(element: Element, type: string, draw: () => void): void {
    const content = this.#document.markStructureContent(type);
    element.add(content);
    draw();
    this.#document.endMarkedContent();
  }

  /** Draws an element that has one piece. */
  tag(parent: Element, type: string, draw: () => void, options = {}): void {
    const element = this.element(parent, type, options);
    this.piece(element, type, draw);
    element.end();
  }

  /** Draws what carries no meaning of its own: lines, repeated headers, footers. */
  ornament(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.#document.endMarkedContent();
  }

  measure(text: string, { face, size }: Pick<TextStyle, 'face' | 'size'>): number {
    return this.#faces[face].width(text, size);
  }

  /** Sets one line of text and answers its width. `squeezeTo` narrows letters that would go beyond that width. */
  text(text: string, x: number, y: number, style: TextStyle): number {
    if (text === '') return 0;
    const { runs, width } = this.#faces[style.face].runs(text, style.size);
    const narrow = style.squeezeTo !== undefined && width > style.squeezeTo ? style.squeezeTo / width : 1;
    const left = style.align === 'right' ? x - width * narrow : x;
    const parts = runs.map((run) => this.#run(run, style.size));
    // The page is turned upside down by the library, so that y grows downwards; letters are turned back.
    this.#document.addContent(
      `BT ${ink(style.colour)} rg ${fixed(narrow)} 0 0 -1 ${fixed(left)} ${fixed(y)} Tm ${parts.join(' ')} ET`,
    );
    return width * narrow;
  }

  /** A blank nobody sees, so that what is read aloud or copied does not run together. */
  blank(x: number, y: number): void {
    this.text(' ', x, y, { face: 'text', size: 6, colour: '#ffffff' });
  }

  #run({ font, hex }: Run, size: number): string {
    this.#document.page.fonts[font.id] ??= font.ref();
    return `/${font.id} ${fixed(size)} Tf <${hex}> Tj`;
  }

  line(points: readonly (readonly [number, number])[], stroke: string, width: number = hairline): void {
    const path = points.map(([x, y], index) => `${fixed(x)} ${fixed(y)} ${index === 0 ? 'm' : 'l'}`);
    this.#document.addContent(`${ink(stroke)} RG ${fixed(width)} w ${path.join(' ')} S`);
  }

  /** A box with an outline, which is dashed where it is to be seen without colour. */
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    look: { fill: string; stroke: string; line: number; broken?: boolean },
  ): void {
    if (look.broken === true) this.#document.dash(3, { space: 2 });
    this.#document.lineWidth(look.line).roundedRect(x, y, width, height, 3).fillAndStroke(look.fill, look.stroke);
    if (look.broken === true) this.#document.undash();
  }

  /** A small filled box. Its corners are round because its outline, of the same colour, has round joins. */
  patch(x: number, y: number, width: number, height: number, fill: string): void {
    const place = `${fixed(x + 1)} ${fixed(y + 1)} ${fixed(width - 2)} ${fixed(height - 2)} re`;
    this.#document.addContent(`${ink(fill)} rg ${ink(fill)} RG 2 w 1 j ${place} B 0 j`);
  }

  /** Draws in its own measure: everything within is so many times as large, from (x, y). */
  scaled(x: number, y: number, factor: number, draw: () => void): void {
    this.#document.save().translate(x, y).scale(factor);
    draw();
    this.#document.restore();
  }

  /** Sets a bookmark to this place. Levels may not skip downwards: a deeper one hangs on the last above it. */
  bookmark(level: number, title: string): void {
    const parent = this.#bookmarks[Math.min(level, this.#bookmarks.length) - 1] ?? this.#document.outline;
    // The library counts `left` from the right edge and shows no more of its options in its typings.
    const place = { expanded: level === 1, top: Math.max(0, this.y - 20), left: this.width } as object;
    this.#bookmarks.length = Math.min(level, this.#bookmarks.length);
    this.#bookmarks.push(parent.addItem(title, place));
  }

  async finish(): Promise<Buffer> {
    const ended = new Promise((resolve, reject) => {
      this.#document.once('end', resolve);
      this.#document.once('error', reject);
    });
    this.root.end();
    this.#document.end();
    await ended;
    return Buffer.concat(this.#chunks);
  }
}

const fixed = (value: number): string => String(Math.round(value * 1000) / 1000);

const inks = new Map<string, string>();
/** "#0b5f5b" as the three shares PDF wants. */
function ink(hex: string): string {
  let shares = inks.get(hex);
  if (shares === undefined) {
    shares = [1, 3, 5].map((at) => fixed(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
    inks.set(hex, shares);
  }
  return shares;
}
