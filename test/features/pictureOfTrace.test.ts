import i18next, { type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { texts } from '#shared/texts/index.ts';
import type { Box } from '#renderer/features/trace/graph/arrangement.ts';
import { labelEnds, labelPlace } from '#renderer/features/trace/graph/labels.ts';
import { linkName, nodesSaid } from '#renderer/features/trace/graph/names.ts';
import {
  beyond,
  boxAround,
  fittingView,
  largestScale,
  movedView,
  smallestScale,
  viewShowing,
  zoomedView,
} from '#renderer/features/trace/graph/view.ts';
import { nextGap, nextNode, placeIn, type Way } from '#renderer/features/trace/graph/walk.ts';
import type { TracePicture } from '#renderer/features/trace/trace.hooks.ts';

type Node = TracePicture['nodes'][number];
type Link = TracePicture['links'][number];
type Unit = Extract<Node, { kind: 'unit' }>;

const unit = (product: string, lot: string, more: Partial<Unit> = {}): Unit => ({
  id: lot,
  kind: 'unit',
  unit: { product, lot, sublot: '', serial: '' },
  depth: 1,
  root: false,
  onHand: '0',
  unitOfMeasure: 'kg',
  statuses: [],
  breaks: [],
  held: '',
  ...more,
});
const run: Node = { id: 'run', kind: 'run', workOrder: 'WO-1329', run: '1', at: '' };
const customer = (id: string): Node => ({ id, kind: 'partner', side: 'customer', code: id, name: 'Aux Trois Pots' });
const link = (from: string, to: string, kind: Link['kind'], more: Partial<Link> = {}): Link => ({
  from,
  to,
  kind,
  quantity: '1',
  unitOfMeasure: 'EA',
  count: 1,
  ...more,
});

/** AB and GLUE go into a run; it makes JA and JB, of which both go to C-1 and JB to C-2 as well. */
const nodes = [
  unit('APR-BASE', 'AB', { root: true, depth: 0 }),
  unit('GLUE', 'GL', { breaks: ['untracked'] }),
  run,
  unit('JAM', 'JA'),
  unit('JAM', 'JB', { breaks: ['unlinked'] }),
  customer('C-1'),
  customer('C-2'),
];
const links = [
  link('AB', 'run', 'consumption', { quantity: '340', unitOfMeasure: 'kg' }),
  link('GL', 'run', 'consumption', { quantity: '', unitOfMeasure: '' }),
  link('run', 'JA', 'output', { quantity: '1200' }),
  link('run', 'JB', 'output'),
  link('JA', 'C-1', 'shipment'),
  link('JB', 'C-1', 'shipment'),
  link('JB', 'C-2', 'shipment'),
];
const picture = { nodes, links };
const at = (x: number, y: number): Box => ({ x, y, width: 100, height: 40 });
const boxes = new Map<string, Box>([
  ['AB', at(0, 0)],
  ['GL', at(0, 100)],
  ['run', at(200, 60)],
  ['JA', at(400, 0)],
  ['JB', at(410, 100)],
  ['C-1', at(600, 0)],
  ['C-2', at(600, 100)],
]);

describe('an arrow in the picture of a trace', () => {
  const go = (current: string, way: Way, before = '') => nextNode(picture, boxes, { current, way, before });

  it('leads along a line: left to where it is from, right to its use, to the nearest where there are several', () => {
    expect(go('AB', 'right')).toBe('run');
    expect(go('run', 'left')).toBe('GL');
    expect(go('JB', 'right')).toBe('C-2');
    expect(go('C-1', 'left')).toBe('JA');
  });

  it('leads back where one came from, whatever is nearer', () => {
    expect(go('run', 'left', 'AB')).toBe('AB');
    expect(go('C-1', 'left', 'JB')).toBe('JB');
    // Only along a line.
    expect(go('run', 'left', 'C-2')).toBe('GL');
  });

  it('leads up and down within a level, whatever hangs together', () => {
    expect(go('JA', 'down')).toBe('JB');
    expect(go('JB', 'up')).toBe('JA');
    expect(go('C-1', 'down')).toBe('C-2');
  });

  it('leads nowhere at the ends', () => {
    expect([go('AB', 'left'), go('C-1', 'right'), go('AB', 'up'), go('GL', 'down'), go('none', 'up')]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('the keyboard in the picture of a trace', () => {
  it('goes from gap to gap in reading order, round and back', () => {
    const gap = (current: string, back = false) => nextGap(picture, boxes, { current, back });
    expect([gap('AB'), gap('GL'), gap('JB'), gap('C-2')]).toEqual(['GL', 'JB', 'GL', 'GL']);
    expect([gap('JB', true), gap('GL', true), gap('C-2', true)]).toEqual(['GL', 'JB', 'JB']);
    expect(nextGap({ nodes: [run] }, boxes, { current: 'run', back: false })).toBeUndefined();
  });

  it('begins at what was asked about, and stays with a group that was expanded', () => {
    expect(placeIn(picture)).toBe('AB');
    expect(placeIn(picture, '', 'JB')).toBe('JB');
    expect(placeIn(picture, 'consumption AB run', 'JA')).toBe('JA');
    expect(placeIn(picture, 'g/unit/1/JAM')).toBe('JA');
    expect(placeIn(picture, 'g/customer')).toBe('C-1');
    expect(placeIn({ nodes: [] }, 'JA')).toBe('');
  });
});

describe('the view of a picture', () => {
  const frame = { width: 800, height: 500 };
  const whole = (width: number, height: number): Box => ({ x: 0, y: 0, width, height });

  it('is whole where it can be read, and not blown up', () => {
    const start = at(0, 0);
    expect(fittingView({ whole: whole(760, 300), start, frame })).toEqual({ x: 20, y: 100, zoom: 1 });
    expect(fittingView({ whole: whole(100, 40), start, frame }).zoom).toBe(1.25);
  });

  it('never draws letters smaller than 11 px, however large the picture is: the start is in sight instead', () => {
    for (const start of [at(0, 0), at(4000, 2500), at(8900, 4960), at(8900, 0)]) {
      const view = fittingView({ whole: whole(9000, 5000), start, frame });
      expect(view.zoom * 12).toBeGreaterThanOrEqual(11);
      const left = start.x * view.zoom + view.x;
      const top = start.y * view.zoom + view.y;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + start.width * view.zoom).toBeLessThanOrEqual(frame.width);
      expect(top + start.height * view.zoom).toBeLessThanOrEqual(frame.height);
    }
  });

  it('begins at the sources, and no farther than it takes to have in sight what it begins with', () => {
    const wide = { whole: whole(1500, 300), frame };
    expect(fittingView({ ...wide, start: at(700, 100) }).x).toBe(20);
    expect(fittingView({ ...wide, start: at(1400, 100) }).x).toBeCloseTo(780 - 1500 * smallestScale);
  });

  it('counts what lies beyond each side of the frame, and moves there no farther than the picture goes', () => {
    const boxes = [at(0, 0), at(700, 100), at(760, 100), at(1400, 600)];
    const view = { x: -20, y: 0, zoom: 1 };
    expect(beyond(boxes, view, frame)).toEqual({ left: 1, right: 2, up: 0, down: 1 });
    const all = { whole: boxAround(boxes), frame };
    expect(movedView(view, 'left', all)).toEqual({ x: 20, y: 0, zoom: 1 });
    const right = movedView(view, 'right', all);
    expect(right.x).toBe(-660);
    expect(beyond(boxes, movedView(right, 'right', all), frame).right).toBe(0);
    expect(beyond(boxes, movedView(view, 'down', all), frame).down).toBe(0);
    expect(movedView({ ...view, x: 20 }, 'left', all).x).toBe(20);
  });

  it('moves no farther than it takes to show a box', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(viewShowing(at(300, 200), view, frame)).toEqual(view);
    expect(viewShowing(at(900, 200), view, frame)).toEqual({ x: -220, y: 0, zoom: 1 });
    expect(viewShowing(at(-50, 600), view, frame)).toEqual({ x: 70, y: -160, zoom: 1 });
    // What is larger than the frame is shown from where it begins.
    expect(viewShowing(whole(2000, 40), { x: -500, y: 30, zoom: 1 }, frame).x).toBe(20);
  });

  it('grows and shrinks around its middle, within its bounds', () => {
    const larger = zoomedView({ x: 0, y: 0, zoom: 1 }, 1.25, frame);
    expect(larger).toEqual({ x: -100, y: -62.5, zoom: 1.25 });
    expect(zoomedView(larger, 100, frame).zoom).toBe(largestScale);
    expect(zoomedView(larger, 0.01, frame).zoom).toBe(smallestScale);
  });

  it('is around all boxes', () => {
    expect(boxAround([at(-10, 5), at(200, 300)])).toEqual({ x: -10, y: 5, width: 310, height: 335 });
    expect(boxAround([]).width).toBeGreaterThan(0);
  });
});

describe('a quantity in the picture', () => {
  it('stands at the end where fewer lines run side by side', () => {
    expect(labelEnds(links)).toEqual(['from', 'from', 'to', 'to', 'from', 'to', 'to']);
  });

  it('stands on its line, right beside the node', () => {
    const corners = [
      { x: 100, y: 20 },
      { x: 150, y: 20 },
      { x: 150, y: 80 },
      { x: 200, y: 80 },
    ];
    expect(labelPlace(corners, 'from')).toEqual({ point: { x: 106, y: 20 }, anchor: 'start' });
    expect(labelPlace(corners, 'to')).toEqual({ point: { x: 194, y: 80 }, anchor: 'end' });
  });
});

describe('names in the picture', async () => {
  const words = i18next.createInstance();
  const resources = { en: { translation: texts.en }, de: { translation: texts.de } };
  await words.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
  const tongue = (locale: string): { t: TFunction; locale: string } => ({ t: words.getFixedT(locale), locale });
  const known = new Map(nodes.map((node) => [node.id, node]));

  it('say of a line what happened, in the words of the trade and in the language of the person', () => {
    const said = links.map((one) => linkName(tongue('en'), one, known));
    expect(said.slice(0, 5)).toEqual([
      '340 kg AB into WO-1329 run 1',
      'GL into WO-1329 run 1',
      '1,200 EA JA made by WO-1329 run 1',
      '1 EA JB made by WO-1329 run 1',
      '1 EA JA to C-1',
    ]);
    expect(linkName(tongue('de'), link('AB', 'run', 'consumption', { quantity: '0.5' }), known)).toBe(
      '0,5 EA AB in WO-1329 Lauf 1',
    );
  });

  it('say of a node all it shows, and what went in and came out', () => {
    const said = nodesSaid(tongue('en'), picture);
    expect(said.get('AB')).toBe('APR-BASE AB, Asked about. 340 kg AB into WO-1329 run 1');
    expect(said.get('JB')).toBe(
      'JAM JB, 1 gap in the record, Consumed, but no serial link names it. 1 EA JB made by WO-1329 run 1; 1 EA JB to C-1; 1 EA JB to C-2',
    );
    expect(said.get('C-1')).toBe('C-1, Aux Trois Pots. 1 EA JA to C-1; 1 EA JB to C-1');
  });

  it('say a group by what it is of, and so many of its lines, no more', () => {
    const boards: Node = {
      id: 'g',
      kind: 'group',
      of: 'unit',
      product: 'BOARD',
      depth: 1,
      count: 43,
      rest: false,
      onHand: '6',
      unitOfMeasure: 'EA',
      statuses: ['A'],
      breaks: [],
      held: 'part',
    };
    const customers = Array.from({ length: 5 }, (_, index) => customer(`C-${index}`));
    const many = { nodes: [boards, ...customers], links: customers.map(({ id }) => link('g', id, 'shipment')) };
    expect(nodesSaid(tongue('en'), many).get('g')).toBe(
      'BOARD × 43, Released A, Partly on hold, In stock: 6 EA. 1 EA BOARD × 43 to C-0; 1 EA BOARD × 43 to C-1; 1 EA BOARD × 43 to C-2; +2 more',
    );
    expect(
      nodesSaid(tongue('de'), { nodes: [{ ...boards, product: '', of: 'customer' }], links: [] }).get('g'),
    ).toMatch(/^43 Kunden, /);
  });
});
