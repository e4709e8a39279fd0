import type { ReportNode, ReportPicture } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import { colour, otherStatusColours, statusColours } from './look.ts';
import { fill } from '../words.ts';
import type { TaggedDocument } from './document.ts';
import { addBox, addText, type Figure, figureNode, openFigure } from './figure.ts';
import type { DocNode, Element } from './nodes.ts';
import { partings, routeLinks, type Spot, turnsBehind } from './routes.ts';

const box = { height: 25, step: 31, widest: 150, least: 92 } as const;
/** The room between two columns: a little, and some for each node whose links turn there. */
const between = { least: 18, turn: 5 } as const;
const titleHeight = 15;

type Drawing = Figure & {
  formats: Formats;
  /** How wide a node is, before scaling. */
  own: number;
};
type Placed = Spot & { node: ReportNode };

/** Draws a trace as layers from left to right with elbows between them, in vectors and texts of one Figure. */
export function pictureNode(
  document: TaggedDocument,
  picture: ReportPicture,
  formats: Formats,
  page: { width: number; height: number },
  parent: Element,
): { node: DocNode; height: number } {
  const count = picture.columns.length;
  const columnOf = new Map(
    picture.columns.flatMap(({ nodes }, column) => nodes.map(({ id }) => [id, column] as const)),
  );
  const gaps = turnsBehind(picture.links, columnOf).map((turns) => between.least + between.turn * turns);
  const gapsNeed = gaps.reduce((sum, gap) => sum + gap, 0);
  const own = Math.max(box.least, Math.min(box.widest, (page.width - gapsNeed) / Math.max(1, count)));
  const most = Math.max(1, ...picture.columns.map(({ nodes }) => nodes.length));
  const whole = { width: own * count + gapsNeed, height: titleHeight + most * box.step };
  const scale = Math.min(1, page.width / whole.width, (page.height - 60) / whole.height);
  // What room is left is shared, as far as the eye can follow.
  const wider = Math.min(24, (page.width / scale - whole.width) / Math.max(1, gaps.length));
  const height = whole.height * scale;
  const { description } = picture;
  const figure = openFigure(document, { description, width: page.width, height, scale }, parent);
  const drawing: Drawing = { ...figure, formats, own };
  const placed = new Map<string, Placed>();
  picture.columns.forEach(({ title, nodes }, column) => {
    const x = gaps.slice(0, column).reduce((left, gap) => left + own + gap + wider, 0);
    addText(drawing, title, { x, y: 7, room: own }, { face: 'strong', size: 6.8, color: colour.muted });
    // Short columns are centred beside the long ones.
    const start = titleHeight + ((most - nodes.length) * box.step) / 2;
    nodes.forEach((node, row) => placed.set(node.id, { node, column, x, y: start + row * box.step }));
  });
  addLinks(drawing, picture, placed);
  for (const each of placed.values()) addNode(drawing, each);
  return { node: figureNode(drawing), height };
}

function addLinks({ vectors, tag, scale, own }: Drawing, { links }: ReportPicture, placed: Map<string, Placed>): void {
  const ways = routeLinks(links, placed, { width: own, height: box.height, step: box.step, gap: between.least });
  const scaled = ({ x, y }: { x: number; y: number }) => ({ x: x * scale, y: y * scale });
  for (const { points } of ways)
    vectors.push({ type: 'polyline', points: points.map(scaled), lineWidth: 0.6 * scale, lineColor: colour.rule, tag });
  for (const point of partings(ways))
    vectors.push({ type: 'ellipse', ...scaled(point), r1: 1.2 * scale, r2: 1.2 * scale, color: colour.rule, tag });
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
  // A long code leaves the run a third of the room.
  const most = node.run === undefined ? codeRoom : codeRoom * 0.66;
  const codeTakes = addText(drawing, node.code, { x: x + 6, y: y + 10.4, room: most }, code) + 6;
  if (node.run !== undefined)
    addText(
      drawing,
      node.run,
      { x: x + 6 + codeRoom, y: y + 10.4, room: codeRoom - codeTakes },
      { ...small, isRight: true },
    );
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
