import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { elementString, elementText } from '#shared/labels/elements.ts';
import type { LabelDrawing, LabelShape } from '#shared/labels/vocabulary.ts';
import { colour } from '../pdf/look.ts';
import { type Block, flow, linesOf, type Look, type Measure, placed } from './flow.ts';
import type { LabelContent } from './protocol.ts';
import { millimetre, type Place } from './sizes.ts';
import { type SymbolModules, symbolOf } from './symbol.ts';
import { bandOf } from './tag.ts';

/** The finest module that usual printers draw and usual scanners read, and the step of a printer of 203 dots an inch. */
const finest = 0.25 * millimetre;
const dot = 0.125 * millimetre;
/** A coarser one makes a symbol no easier to read, and soon too large for what reads it. */
const coarsest = { linear: 0.5 * millimetre, square: 1 * millimetre };
/** A linear symbol is not read well below this height. */
const lowest = 7 * millimetre;
/** From so large letters on a label is not read from further away; below the least it is not read at all. */
const sizes = { most: 22, least: 4.6, step: 0.2 };

/**
 * Lays out a label: what people read and what scanners read, in letters as large as there is room for. Codes, numbers
 * and dates are never cut; a name is, in the end.
 * @throws LotlineError VALIDATION where it does not fit
 */
export function layLabel(content: LabelContent, note: string, place: Place, measure: Measure): LabelDrawing {
  const { width, height, padding } = place;
  const shapes: LabelShape[] = [];
  let top = padding.y;
  if (content.tag !== null) {
    const band = bandOf(content.tag, { x: padding.x, y: top, width: width - 2 * padding.x, room: height }, measure);
    shapes.push(...band.shapes);
    top += band.height;
  }
  const room = { x: padding.x, y: top, width: width - 2 * padding.x, height: height - padding.y - top };
  const modules = content.elements.length === 0 ? undefined : symbolOf(content.symbol, content.elements);
  for (const names of [2, 1])
    for (let size = Math.min(sizes.most, room.width / 12, room.height / 5); size >= sizes.least; size -= sizes.step) {
      const laid = layAt({ content, note, names, size, room, across: width, modules, measure });
      if (laid !== undefined) return { width, height, shapes: [...shapes, ...laid] };
    }
  throw new LotlineError(
    'VALIDATION',
    content.symbol === 'gs1-128' && modules !== undefined
      ? msg`What the label says does not fit its size. Choose DataMatrix, or a larger label.`
      : msg`What the label says does not fit its size. Choose a larger label.`,
    { field: 'size' },
  );
}

type Room = { x: number; y: number; width: number; height: number };
type Laying = {
  content: LabelContent;
  note: string;
  /** So many lines of the product's name. */
  names: number;
  size: number;
  room: Room;
  /** The label from edge to edge. */
  across: number;
  modules: SymbolModules | undefined;
  measure: Measure;
};

/** With letters of one size; undefined where that does not fit. */
function layAt(laying: Laying): LabelShape[] | undefined {
  const { content, size, room, modules, measure } = laying;
  if (modules === undefined) {
    const block = wordsOf(laying, room.width);
    return block.height <= room.height ? placed(block, room.x, room.y) : undefined;
  }
  const below = textOf(content, Math.max(sizes.least - 0.4, size * 0.62), { width: room.width, measure });
  const gap = 1.2 * millimetre;
  const free = room.height - below.height - gap;
  if (modules.height === 1 || room.height > room.width) return stackedAt(laying, { modules, below, free, gap });
  const across = modules.width + 2 * modules.quiet;
  const module = snapped(Math.min(Math.min(free, room.width * 0.45) / across, coarsest.square));
  if (module < finest) return undefined;
  const side = across * module;
  const block = wordsOf(laying, room.width - side - gap);
  if (block.height > free) return undefined;
  const at = { x: room.x + room.width - side + modules.quiet * module, y: room.y + modules.quiet * module };
  return [
    ...placed(block, room.x, room.y),
    symbolAt(modules, content, at, { x: module, y: module }),
    ...placed(below, room.x, room.y + room.height - below.height),
  ];
}

/** A linear symbol lies across the label with the words above it, and so does any on a label that is higher than wide. */
function stackedAt(
  laying: Laying,
  { modules, below, free, gap }: { modules: SymbolModules; below: Block; free: number; gap: number },
): LabelShape[] | undefined {
  const { content, room, across } = laying;
  const block = wordsOf(laying, room.width);
  const high = free - block.height - gap;
  // What must stay blank beside it may be the edge of the label.
  const widest = Math.min(room.width / modules.width, across / (modules.width + 2 * modules.quiet));
  const isLinear = modules.height === 1;
  const module = snapped(
    isLinear
      ? Math.min(widest, coarsest.linear)
      : Math.min(widest, coarsest.square, high / (modules.height + 2 * modules.quiet)),
  );
  const stretch = isLinear ? Math.min(high, 30 * millimetre) : module;
  if (module < finest || (isLinear && high < lowest)) return undefined;
  const bottom = room.y + room.height - below.height;
  const at = {
    x: room.x + (room.width - modules.width * module) / 2,
    y: bottom - gap / 2 - modules.height * stretch - (isLinear ? 0 : modules.quiet * module),
  };
  return [
    ...placed(block, room.x, room.y),
    symbolAt(modules, content, at, { x: module, y: stretch }),
    ...placed(below, room.x, bottom),
  ];
}

/** To whole dots of a usual label printer: bars of one width are printed as wide then. */
const snapped = (module: number): number => Math.floor(module / dot + 1e-6) * dot;

function symbolAt(
  { bars, width, height }: SymbolModules,
  { elements }: LabelContent,
  at: { x: number; y: number },
  module: { x: number; y: number },
): LabelShape {
  return {
    kind: 'symbol',
    says: elementString(elements),
    ...at,
    width: width * module.x,
    height: height * module.y,
    bars: bars.map(([x, y, wide, high]) => [
      at.x + x * module.x,
      at.y + y * module.y,
      wide * module.x,
      high * module.y,
    ]),
  };
}

/** What people read: product, its name, lot and serial, dates, and which copy it is. */
function wordsOf({ content, note, names, size, measure }: Laying, width: number): Block {
  const look = (face: Look['face'], scale: number, ink: string = colour.text): Look => ({
    face,
    size: size * scale,
    colour: ink,
  });
  const name = nameIn(content.name, names, { look: look('text', 0.9), width, measure });
  return flow(
    [
      { parts: [{ text: content.product, look: look('codeStrong', 1.15) }], isAlone: true },
      ...name.map((text) => ({ parts: [{ text, look: look('text', 0.9) }], isAlone: true })),
      ...content.facts.map(([title, value]) => ({
        parts: [
          { text: `${title} `, look: look('text', 0.72, colour.muted) },
          { text: value, look: look('codeStrong', 0.95) },
        ],
      })),
      ...(note === '' ? [] : [{ parts: [{ text: note, look: look('strong', 0.9) }] }]),
    ],
    { width, measure },
  );
}

/** The name in so many lines; what is left of it is cut, which shows. */
function nameIn(
  name: string,
  most: number,
  { look: { face, size }, width, measure }: { look: Look; width: number; measure: Measure },
): string[] {
  const lines = linesOf(name, (part) => measure(part, face, size) <= width);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 0 && measure(`${last.join('')}…`, face, size) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

/** The text of the barcode below it, element by element. */
function textOf(content: LabelContent, size: number, room: { width: number; measure: Measure }): Block {
  const look: Look = { face: 'code', size, colour: colour.text };
  const heading =
    content.heading === '' ? [] : [{ text: `${content.heading} `, look: { ...look, face: 'strong' as const } }];
  const [first = [], ...others] = content.elements.map((element) => [{ text: elementText([element]), look }]);
  return flow(
    [[...heading, ...first], ...others].map((parts) => ({ parts })),
    room,
  );
}
