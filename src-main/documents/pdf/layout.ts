import { splitWord, withBreaks } from './breaks.ts';
import { directionOf } from './direction.ts';
import { FlatStyles } from './flatStyles.ts';
import { type DocNode, hasText, type Inline, type LaidLine, type Tag } from './nodes.ts';
import { LayoutBuilder } from './pdfmake.ts';

/** pdfmake's layout, which keeps the tags of nodes and reports progress. */
export class TaggedLayout extends LayoutBuilder {
  /** Hears twice of each row of a table: once it is measured, and once it has its place. */
  readonly #rowDone: () => void;
  /** Of all lines with text. */
  readonly #tags: Tag[] = [];

  constructor(
    pageSize: { width: number; height: number },
    margins: { left: number; top: number; right: number; bottom: number },
    rowDone: () => void,
  ) {
    super(pageSize, margins, undefined);
    this.#rowDone = rowDone;
  }

  override tryLayoutDocument(...given: unknown[]): unknown {
    const { docMeasure } = this;
    const measureLeaf = docMeasure.measureLeaf.bind(docMeasure);
    docMeasure.measureLeaf = (node) => {
      if (node.endsRow === true) this.#rowDone();
      return measureLeaf(node);
    };
    const { textInlines } = docMeasure;
    const buildInlines = textInlines.buildInlines.bind(textInlines);
    const flatStyles = new FlatStyles();
    const measure = textInlines.measure.bind(textInlines);
    textInlines.buildInlines = (text, styles) =>
      buildInlines(markBreaks(text), flatStyles.of(styles, typeof text === 'string'));
    textInlines.measure = (words, styles) => flatStyles.measure(words, styles, measure);
    return super.tryLayoutDocument(...given);
  }

  override processNode(node: DocNode, isVerticalAlignmentAllowed?: boolean): void {
    const { availableHeight, y, pageMargins } = this.writer.context();
    if (node.need !== undefined && availableHeight < node.need && y > pageMargins.top) this.writer.moveToNextPage();
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  override buildNextLine(node: DocNode): LaidLine | null {
    node.direction ??= directionOf((node._inlines ?? []).map(({ text }) => text).join(''));
    this.#splitWideWord(node);
    const line = super.buildNextLine(node);
    if (line === null) return null;
    line.direction = node.direction;
    line.tag = node.tag;
    if (node.tag !== undefined && hasText(line)) this.#count(node.tag);
    line.starts = node.joins !== true;
    // What follows is the same text going on.
    node.joins = true;
    if (node.bookmark !== undefined) line.bookmark = node.bookmark;
    delete node.bookmark;
    return line;
  }

  /** The library would break a word between the halves of a letter, and part letters from their marks. */
  #splitWideWord(node: DocNode): void {
    const [first] = node._inlines ?? [];
    const room = this.writer.context().availableWidth;
    if (first === undefined || first.noWrap === true || first.width <= room) return;
    const parts = splitWord(first, room);
    if (parts === undefined) return;
    const [head, rest] = parts.map(
      (text): Inline => ({ ...first, text, width: first.font.face.width(text, first.fontSize) }),
    );
    if (head === undefined || rest === undefined) return;
    Object.assign(head, { trailingCut: 0, lineEnd: false, noNewLine: false });
    node._inlines?.splice(0, 1, head, { ...rest, leadingCut: 0 });
  }

  override processRow(row: { tableNode?: DocNode; rowIndex?: number }): unknown {
    const result = super.processRow(row);
    if (row.tableNode !== undefined && row.rowIndex !== undefined && row.rowIndex > 0) this.#rowDone();
    return result;
  }

  #count(tag: Tag): void {
    if (tag.laid === undefined) this.#tags.push(tag);
    tag.laid = (tag.laid ?? 0) + 1;
  }

  /** Throws where a line was laid out and never drawn: the library drops what it cannot place without a word. */
  checkAllDrawn(): void {
    for (const { type, laid = 0, lines = 0 } of this.#tags)
      if (lines < laid) throw new Error(`a ${type} of ${laid} lines has ${lines} drawn`);
  }
}

function markBreaks(text: unknown): unknown {
  if (typeof text === 'string') return withBreaks(text);
  if (Array.isArray(text)) return text.map(markBreaks);
  if (typeof text === 'object' && text !== null && 'text' in text) text.text = markBreaks(text.text);
  return text;
}
