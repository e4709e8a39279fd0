import type { ReportBars } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import type { TaggedDocument } from './document.ts';
import { addText, type Figure, figureNode, openFigure } from './figure.ts';
import { barLook, colour, type PartLook } from './look.ts';
import type { DocNode, Element } from './nodes.ts';

const bar = { height: 10.5, step: 15, names: 190, value: 46 } as const;
const keyHeight = 15;
/** A part is drawn at least so wide, so that the smallest is seen. */
const leastPart = 1.2;
/** Nor has a narrower one room for its pattern. */
const leastPattern = 3;

/** Draws stacked bars with a key above them, a name before each and its value behind it, as one Figure. */
export function barsNode(
  document: TaggedDocument,
  { description, key, rows }: ReportBars,
  formats: Formats,
  width: number,
  parent: Element,
): { node: DocNode; height: number } {
  const height = keyHeight + rows.length * bar.step;
  const figure = openFigure(document, { description, width, height, scale: 1 }, parent);
  const small = { face: 'text', size: 7.2, color: colour.muted } as const;
  let at = 0;
  for (const { tone, label } of key) {
    addPart(figure, barLook[tone], { x: at, y: 1, w: 9, h: 9 });
    at += 13 + addText(figure, label, { x: at + 13, y: 8, room: width - at - 13 }, small) + 12;
  }
  const room = width - bar.names - bar.value;
  rows.forEach(({ name, note, parts, mark, value }, index) => {
    const y = keyHeight + index * bar.step;
    const base = y + 7.9;
    const taken = addText(figure, name, { x: 0, y: base, room: bar.names - 8 }, { ...codeLook, size: 7.2 });
    const left = bar.names - taken - 14;
    if (left > 20) addText(figure, note, { x: taken + 6, y: base, room: left }, small);
    figure.vectors.push({ type: 'rect', x: bar.names, y, w: room, h: bar.height, color: colour.tint, tag: figure.tag });
    let x = bar.names;
    for (const { tone, share, quantity } of parts) {
      const w = Math.max(leastPart, share * room);
      addPart(figure, barLook[tone], { x, y, w, h: bar.height });
      const said = formats.quantity(quantity);
      if (document.measure(said, 'text', 6.6) + 6 <= w)
        addText(
          figure,
          said,
          { x: x + 3, y: base - 0.2, room: w - 6 },
          { ...small, size: 6.6, color: barLook[tone].ink },
        );
      x += share * room;
    }
    if (mark !== undefined)
      addLine(figure, [bar.names + mark * room, y - 2], [bar.names + mark * room, y + bar.height + 2], colour.text);
    const end = { x: width, y: base, room: bar.value - 6 };
    addText(figure, formats.quantity(value), end, { ...small, face: 'strong', color: colour.text, isRight: true });
  });
  return { node: figureNode(figure), height };
}

const codeLook = { face: 'codeStrong', color: colour.text } as const;

type Place = { x: number; y: number; w: number; h: number };

/** A part in its colour, and in a pattern of its own for who cannot see colours and for what is printed in black. */
export function addPart(figure: Figure, { fill, ink, pattern }: PartLook, { x, y, w, h }: Place): void {
  figure.vectors.push({ type: 'rect', x, y, w, h, color: fill, lineColor: ink, lineWidth: 0.3, tag: figure.tag });
  if (pattern === 'none' || w < leastPattern) return;
  for (let from = x - h; from < x + w; from += pattern === 'dense' ? 2 : 4) {
    // A stripe from the bottom up to the right, cut off at the part's ends.
    const [start, end] = [Math.max(from, x), Math.min(from + h, x + w)];
    if (end > start) addLine(figure, [start, y + h - (start - from)], [end, y + h - (end - from)], ink);
  }
}

/** A thin straight line. */
export function addLine(
  { vectors, tag }: Figure,
  from: readonly [number, number],
  to: readonly [number, number],
  lineColor: string,
): void {
  vectors.push({ type: 'line', x1: from[0], y1: from[1], x2: to[0], y2: to[1], lineWidth: 0.5, lineColor, tag });
}
