import type { ReportModel, ReportSection, ReportTable } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import { barsNode } from './barNodes.ts';
import { chartNode } from './chartNodes.ts';
import type { MeasureTable } from './columns.ts';
import type { TaggedDocument } from './document.ts';
import { colour } from './look.ts';
import type { DocNode, Tag } from './nodes.ts';
import { pictureNode } from './pictureNodes.ts';
import { tableNode } from './tableNodes.ts';

export type Drawing = {
  document: TaggedDocument;
  formats: Formats;
  room: { width: number; height: number };
  measureTable: MeasureTable;
  rowDone: () => void;
};

/** A heading with how many rows follow, and what it heads: a sentence, a picture, a table. */
export function sectionNodes(
  { document, formats, room, measureTable, rowDone }: Drawing,
  section: ReportSection,
): DocNode[] {
  const { title, level, sentence, picture, bars, chart, table, empty } = section;
  const size = [13, 10.5, 9][level - 1] ?? 9;
  const tag = (type: string): Tag => ({ element: document.element(document.root, type), type });
  const heading: DocNode = {
    text: [{ text: title }, ...countAfter(table, size, formats)],
    bold: true,
    fontSize: size,
    tag: tag(`H${level + 1}`),
    bookmark: { level, title },
    margin: [0, level === 1 ? 18 : 11, 0, 0],
  };
  const nodes: DocNode[] = [heading];
  if (sentence !== undefined) nodes.push({ text: sentence, style: 'sentence', tag: tag('P') });
  let need = 30 + size + (sentence === undefined ? 0 : 16) + 50;
  if (picture !== undefined) {
    const { node, height } = pictureNode(document, picture, formats, room, document.root);
    need += height;
    nodes.push(node);
  }
  if (bars !== undefined) {
    const { node, height } = barsNode(document, bars, formats, room.width, document.root);
    need += height;
    nodes.push(node);
  }
  if (chart !== undefined) {
    const { node, height } = chartNode(document, chart, formats, room.width, document.root);
    need += height;
    nodes.push(node);
  }
  if (table !== undefined && table.rows.length > 0)
    nodes.push(tableNode(document, measureTable(table), formats, room.width, document.root, rowDone));
  else if (empty !== undefined) nodes.push({ text: empty, style: 'sentence', color: colour.text, tag: tag('P') });
  // A heading stays with what it heads.
  heading.need = need;
  return nodes;
}

function countAfter(table: ReportTable | undefined, size: number, { integer }: Formats): DocNode[] {
  if (table === undefined || table.rows.length === 0) return [];
  const text = `  ${integer(table.rows.length)}`;
  return [{ text, bold: false, fontSize: Math.min(size, 9.5), color: colour.muted }];
}

/** Signatures are drawn as what they are: a list of who, what for, when. */
export function signatureSection(model: ReportModel, { words }: Formats): ReportSection[] {
  if (model.signatures === undefined || model.signatures.length === 0) return [];
  return [
    {
      title: words.signed,
      level: 1,
      table: {
        columns: [
          { key: 'name', header: words.signedBy, kind: 'text' },
          { key: 'meaning', header: words.signedFor, kind: 'text' },
          { key: 'at', header: words.signedAt, kind: 'dateTime' },
        ],
        rows: model.signatures.map(({ name, meaning, at }) => [name, meaning, at]),
      },
    },
  ];
}
