import type { ReportNode, ReportPicture } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import { colour, otherStatusColours, statusColours } from './look.ts';
import type { FaceName } from './fontFiles.ts';
import { fill } from '../words.ts';
import type { TaggedDocument } from './document.ts';
import type { DocNode, Element, Tag } from './nodes.ts';

const box = { height: 25, step: 31, widest: 150, least: 92 } as const;
const gapBetween = 26;
const titleHeight = 15;

/** What a picture is made of: its vectors and texts, all of one Figure, in points of the page. */
type Drawing = {
  document: TaggedDocument;
  formats: Formats;
  tag: Tag;
  scale: number;
  /** How wide a node is, and how far the next column stands from it, before scaling. */
  own: number;
  gap: number;
  height: number;
  vectors: DocNode[];
  texts: DocNode[];
};
type Placed = { node: ReportNode; x: number; y: number };
type Look = { face: FaceName; size: number; color: string; isRight?: boolean; background?: string };

/** Draws a trace as layers from left to right with elbows between them, in vectors and texts of one Figure. */
export function pictureNode(
  document: TaggedDocument,
  picture: ReportPicture,
  formats: Formats,
  page: { width: number; height: number },
  parent: Element,
): { node: DocNode; height: number } {
  const count = picture.columns.length;
  const own = Math.max(box.least, Math.min(box.widest, (page.width - gapBetween * (count - 1)) / Math.max(1, count)));
  const most = Math.max(1, ...picture.columns.map(({ nodes }) => nodes.length));
  const whole = { width: own * count + gapBetween * (count - 1), height: titleHeight + most * box.step };
  const scale = Math.min(1, page.width / whole.width, (page.height - 60) / whole.height);
  const gap = count < 2 ? 0 : Math.min(70, (page.width / scale - own * count) / (count - 1));
  const height = whole.height * scale;
  const tag: Tag = { element: document.element(parent, 'Figure', { alt: picture.description }), type: 'Figure' };
  // The library takes a picture's height from its vectors: the first is as large as the whole, and says where it lies.
  const place = { type: 'rect', x: 0, y: 0, w: page.width, h: height, color: colour.paper, tag, isPlace: true };
  const drawing: Drawing = { document, formats, tag, scale, own, gap, height, vectors: [place], texts: [] };
  const placed = new Map<string, Placed>();
  picture.columns.forEach(({ title, nodes }, column) => {
    const x = column * (own + gap);
    addText(drawing, title, { x, y: 7, room: own }, { face: 'strong', size: 6.8, color: colour.muted });
    // Short columns stand in the middle of the long ones.
    const start = titleHeight + ((most - nodes.length) * box.step) / 2;
    nodes.forEach((node, row) => placed.set(node.id, { node, x, y: start + row * box.step }));
  });
  addLinks(drawing, picture, placed);
  for (const each of placed.values()) addNode(drawing, each);
  return {
    node: { stack: [{ canvas: drawing.vectors }, ...drawing.texts], need: height, margin: [0, 10, 0, 4] },
    height,
  };
}

/** Sets a text with its baseline at y, and answers its width. Letters become smaller before anything is cut. */
function addText(
  { document, tag, scale, height, texts }: Drawing,
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

function addBox({ vectors, tag, scale }: Drawing, x: number, y: number, size: [number, number], look: object): void {
  const [w, h] = size;
  vectors.push({ type: 'rect', x: x * scale, y: y * scale, w: w * scale, h: h * scale, r: 3 * scale, tag, ...look });
}

/** Each source turns at a place of its own in the gap before the target, so that links that cross can be told apart. */
function addLinks(
  { vectors, tag, scale, own, gap }: Drawing,
  picture: ReportPicture,
  placed: Map<string, Placed>,
): void {
  const turns = new Map<number, Set<string>>();
  const ends = picture.links.flatMap(({ from, to }) => {
    const [source, target] = [placed.get(from), placed.get(to)];
    if (source === undefined || target === undefined) return [];
    turns.set(target.x, (turns.get(target.x) ?? new Set()).add(from));
    return [{ source, target }];
  });
  for (const { source, target } of ends) {
    const sources = [...(turns.get(target.x) ?? [])];
    const turn = target.x - gap * (0.85 - (0.7 * (sources.indexOf(source.node.id) + 1)) / (sources.length + 1));
    const [y1, y2] = [source.y + box.height / 2, target.y + box.height / 2];
    const way = [
      { x: source.x + own, y: y1 },
      { x: turn, y: y1 },
      { x: turn, y: y2 },
      { x: target.x, y: y2 },
    ];
    const points = way.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    vectors.push({ type: 'polyline', points, lineWidth: 0.6 * scale, lineColor: colour.rule, tag });
  }
}

function addNode(drawing: Drawing, { node, x, y }: Placed): void {
  const { formats, scale, own } = drawing;
  const room = own - 12;
  const small = { face: 'text', size: 6.6, color: colour.muted } as const;
  if (node.more !== undefined) {
    const look = { color: colour.tint, lineColor: colour.hairline, lineWidth: 0.5 * scale };
    addBox(drawing, x, y + 4, [own, box.height - 8], look);
    const text = fill(formats.words.more, { count: formats.integer(node.more) });
    addText(drawing, text, { x: x + 6, y: y + 15.2, room }, { ...small, size: 7 });
    return;
  }
  addBox(drawing, x, y, [own, box.height], nodeLook(node, scale));
  const codeRoom = room - (node.status === undefined ? 0 : 16);
  const code = { face: 'codeStrong', size: 7.2, color: colour.text } as const;
  addText(drawing, node.code, { x: x + 6, y: y + 10.4, room: codeRoom }, code);
  if (node.status !== undefined) {
    const { fill: background, ink: color } = statusColours[node.status.slice(0, 1)] ?? otherStatusColours;
    const look = { face: 'strong', size: 6, color, isRight: true, background } as const;
    addText(drawing, node.status, { x: x + own - 7, y: y + 10.4, room: 20 }, look);
  }
  const quantity = node.quantity === undefined ? '' : formats.quantity(node.quantity);
  const second = { x: x + own - 6, y: y + 20, room: room * 0.6 };
  const taken = quantity === '' ? 0 : addText(drawing, quantity, second, { ...small, isRight: true }) + 6;
  if (node.note !== undefined) addText(drawing, node.note, { x: x + 6, y: y + 20, room: room - taken }, small);
}

/** A break is dashed, to be seen without colour. */
function nodeLook({ mark }: ReportNode, scale: number): object {
  const lineColor = mark === 'break' ? colour.broken : mark === 'asked' ? colour.accent : colour.rule;
  return {
    color: mark === 'asked' ? colour.selected : colour.paper,
    lineColor,
    lineWidth: (mark === undefined ? 0.5 : 1) * scale,
    ...(mark === 'break' ? { dash: { length: 3 * scale, space: 2 * scale } } : {}),
  };
}
