import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { FaceName } from './fontFiles.ts';
import { Face } from './fonts.ts';
import type { OpenFont } from './glyphs.ts';
import { type DocumentHead, infoOf, xmpOf } from './metadata.ts';
import type { Element } from './nodes.ts';
import { PdfDocument } from './pdfmake.ts';
import { unpackWoff } from './woff.ts';

/** A face in the form pdfmake needs of fonts: it measures with it, and the renderer below draws with it. */
export class ReportFont {
  /** Of 1000; so that a line of one size is 1.2 sizes high before `lineHeight`. */
  readonly ascender = 950;
  readonly descender = -250;
  readonly face: Face;
  constructor(face: Face) {
    this.face = face;
  }
  widthOfString = (text: string, size: number): number => this.face.width(text, size);
  lineHeight = (size: number): number => size * 1.2;
}

/** How many letters of lines are kept before they are made bytes. */
const longest = 1 << 18;

const packed = promisify(deflate);
/** Room for a whole page, packed, so that it is done in one go whatever else this thread does meanwhile. */
const packing = { chunkSize: 1 << 16 };

/** A PDF/A-3a document of pdfmake's whose fonts are the shipped faces. Families: text and code, each plain and bold. */
export class TaggedDocument extends PdfDocument {
  readonly root: Element;
  hasEscapes = false;
  readonly #fonts: Record<FaceName, ReportFont>;
  readonly #chunks: Uint8Array[] = [];
  /** What comes after the chunks: lines of one byte a letter. */
  #lines = '';
  readonly #bookmarks: PDFKit.PDFOutline[] = [];
  /** What is drawn on the page: lines of one byte a letter. */
  #drawn = '';
  readonly #packed: Promise<void>[] = [];

  constructor(model: DocumentHead) {
    const info = infoOf(model);
    const marks = { pdfVersion: '1.7', subset: 'PDF/A-3a', tagged: true, displayTitle: true, lang: model.language };
    // Pages are kept until all are packed, beside this thread.
    super({}, {}, {}, {}, { ...marks, margin: 0, font: null, autoFirstPage: false, bufferPages: true, info });
    // Bytes the library wrote while it was constructed. All that follows is kept by #write; the stream reports the
    // end.
    this.#chunks.push(this.read() as Buffer);
    this.resume();
    Object.assign(this, { _addInfo: () => this.appendXML(xmpOf(info)), _write: this.#write });
    const opened = new Map<string, OpenFont>();
    const open = (path: string): OpenFont => {
      const known = opened.get(path);
      if (known !== undefined) return known;
      const file = readFileSync(path);
      const bytes = path.endsWith('.woff') ? unpackWoff(file) : file;
      this.registerFont(path, bytes);
      this.font(path);
      // The font just chosen, which the typings do not show.
      const font = Object.assign((this as unknown as { _font: OpenFont })._font, { bytes });
      opened.set(path, font);
      return font;
    };
    const face = (name: FaceName): ReportFont =>
      new ReportFont(
        new Face(open, name, () => {
          this.hasEscapes = true;
        }),
      );
    this.#fonts = { text: face('text'), strong: face('strong'), code: face('code'), codeStrong: face('codeStrong') };
    this.root = this.#made(this.struct('Document'));
    this.addStructure(this.root);
    this.#bookmarks.push(this.outline);
  }

  provideFont(family: string, bold: boolean): ReportFont {
    if (family === 'code') return bold ? this.#fonts.codeStrong : this.#fonts.code;
    return bold ? this.#fonts.strong : this.#fonts.text;
  }

  measure = (text: string, face: FaceName, size: number): number => this.#fonts[face].widthOfString(text, size);

  element(parent: Element, type: string, options: object = {}): Element {
    const element = this.#made(this.struct(type, options));
    parent.add(element);
    return element;
  }

  // The typings do not show the element's dictionary.
  #made = (element: PDFKit.PDFStructureElement): Element => element as Element;

  /**
   * The library makes a buffer of every line and passes it through a stream, and a long table has a million lines
   * about its structure. Lines are collected here instead, and counted as they are written.
   */
  #write = (data: string | Uint8Array): void => {
    const isLine = typeof data === 'string';
    if (isLine) this.#lines += `${data}\n`;
    else {
      this.#endLines();
      this.#chunks.push(data);
    }
    // Where each object begins is in the file; the typings do not show the count.
    (this as unknown as { _offset: number })._offset += data.length + (isLine ? 1 : 0);
    if (this.#lines.length > longest) this.#endLines();
  };

  #endLines(): void {
    if (this.#lines !== '') this.#chunks.push(Buffer.from(this.#lines, 'latin1'));
    this.#lines = '';
  }

  override addPage(options?: PDFKit.PDFDocumentOptions): this {
    this.#endPage();
    super.addPage(options);
    return this;
  }

  /** The library would make a buffer of every line. */
  override addContent(line: string): this {
    this.#drawn += `${line}\n`;
    return this;
  }

  /** What is on a page is packed while the next ones are drawn. */
  #endPage(): void {
    if (this.#drawn === '') return;
    const { content } = this.page;
    const write = async (drawn: Buffer): Promise<void> => {
      content.write(await packed(drawn, packing));
      Object.assign(content, { compress: false });
    };
    this.#packed.push(write(Buffer.from(this.#drawn, 'latin1')));
    this.#drawn = '';
  }

  bookmark({ level, title }: { level: number; title: string }, top: number): void {
    const parent = this.#bookmarks[Math.min(level, this.#bookmarks.length) - 1] ?? this.outline;
    this.#bookmarks.length = Math.min(level, this.#bookmarks.length);
    // The library counts `left` from the right edge and shows no more of its options in its typings.
    this.#bookmarks.push(parent.addItem(title, { expanded: level === 1, top, left: this.page.width } as object));
  }

  async finish(): Promise<Buffer> {
    const ended = new Promise((resolve, reject) => {
      this.once('end', resolve);
      this.once('error', reject);
    });
    this.#endPage();
    await Promise.all(this.#packed);
    this.flushPages();
    this.root.end();
    this.end();
    await ended;
    this.#endLines();
    return Buffer.concat(this.#chunks);
  }
}
