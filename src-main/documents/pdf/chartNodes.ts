import {
  barStrip,
  type Chart,
  type ChartSeries,
  endLabels,
  heightIn,
  keyedSeries,
  limitBeyond,
  placesOf,
  scaleOf,
  spreadLabels,
  upTitle,
} from '#shared/kernel/chart.ts';
import type { Formats } from '../format.ts';
import { addLine, addPart } from './barNodes.ts';
import type { TaggedDocument } from './document.ts';
import { addText, type Figure, figureNode, openFigure } from './figure.ts';
import { chartLook, colour } from './look.ts';
import type { DocNode, Element } from './nodes.ts';

const titleHeight = 15;
const plotHeight = 130;
const footHeight = 26;
const axisWidth = 44;
/** Behind the plot, for what is labelled at its end. */
const labelWidth = 104;
const labelGap = 9;
const radius = 1.9;
const small = { face: 'text', size: 6.8, color: colour.muted } as const;

type Plot = {
  figure: Figure;
  chart: Chart;
  formats: Formats;
  /** From a share of the width, and from an amount, to points. */
  x: (share: number) => number;
  y: (value: number) => number;
};

/** Draws a chart as vectors and texts of one Figure: the same that screens draw. */
export function chartNode(
  document: TaggedDocument,
  chart: Chart,
  formats: Formats,
  width: number,
  parent: Element,
): { node: DocNode; height: number } {
  const height = titleHeight + plotHeight + footHeight;
  const figure = openFigure(document, { description: chart.description, width, height, scale: 1 }, parent);
  const scale = scaleOf(chart);
  const labels = endLabels(chart, scale);
  const end = width - (labels.length === 0 ? 4 : labelWidth);
  const plot: Plot = {
    figure,
    chart,
    formats,
    x: (share) => axisWidth + share * (end - axisWidth),
    y: (value) => titleHeight + (1 - heightIn(scale, value)) * plotHeight,
  };
  addHead(plot, end);
  for (const tick of scale.ticks) {
    const y = plot.y(tick);
    addLine(figure, [axisWidth, y], [end, y], colour.hairline);
    addText(figure, formats.integer(tick), { x: axisWidth - 5, y: y + 2.4, room: axisWidth - 8 }, rightSmall);
  }
  addPlaces(plot);
  for (const one of chart.series) if (one.draw === 'bars') addBars(plot, one);
  for (const { value, side } of chart.limits) {
    const points = [axisWidth, end].map((x) => ({ x, y: plot.y(+value) }));
    addPath(plot, points, {
      lineWidth: 0.7,
      lineColor: colour.text,
      ...(side === 'middle' ? { dash: middleDash } : {}),
    });
  }
  for (const one of chart.series) if (one.draw !== 'bars') addMarks(plot, one);
  const wanted = labels.map(({ height: share }) => titleHeight + (1 - share) * plotHeight);
  const free = spreadLabels(wanted, labelGap, titleHeight, titleHeight + plotHeight);
  labels.forEach(({ name, value, tone }, index) => {
    const color = tone === 'limit' ? colour.text : chartLook[tone].line;
    const said = `${name} ${formats.amount(value)}`;
    const at = { x: end + 5, y: (free[index] ?? 0) + 2.4, room: labelWidth - 8 };
    addText(figure, said, at, { ...small, face: tone === 'limit' ? 'text' : 'strong', color });
  });
  return { node: figureNode(figure), height };
}

const middleDash = { length: 3, space: 3 };

type Point = { x: number; y: number };

function addPath({ figure: { vectors, tag } }: Plot, points: readonly Point[], look: object): void {
  if (points.length > 1) vectors.push({ type: 'polyline', points, tag, ...look });
}

const rightSmall = { ...small, isRight: true } as const;

/** What is measured, in what, and a key to bars. */
function addHead({ figure, chart }: Plot, end: number): void {
  let at = addText(figure, upTitle(chart.up), { x: 0, y: 8, room: end / 2 }, { ...small, face: 'strong' }) + 16;
  for (const { name, tone } of keyedSeries(chart)) {
    addPart(figure, chartLook[tone], { x: at, y: 1, w: 9, h: 9 });
    at += 13 + addText(figure, name, { x: at + 13, y: 8, room: Math.max(20, end - at - 13) }, small) + 12;
  }
}

/** The places along the foot, as many as have room, and what they are. */
function addPlaces({ figure, chart: { across, series }, formats, x }: Plot): void {
  const base = titleHeight + plotHeight + 10;
  let free = axisWidth - 10;
  placesOf({ across, series }).forEach((share, index) => {
    const said = formats.text(across.kind, across.at[index] ?? '');
    const width = figure.document.measure(said, small.face, small.size);
    const left = x(share) - width / 2;
    if (left < free || left + width > x(1) + 10) return;
    addText(figure, said, { x: left, y: base, room: width + 1 }, small);
    free = left + width + 8;
  });
  addText(figure, across.title, { x: x(1), y: base + 11, room: 200 }, { ...rightSmall, face: 'strong' });
}

function addBars({ figure, chart, x, y }: Plot, one: ChartSeries): void {
  one.values.forEach((value, index) => {
    if (value === null || Number(value) === 0) return;
    const { from, width } = barStrip(chart, one, index);
    const [top, foot] = [Math.min(y(+value), y(0)), Math.max(y(+value), y(0))];
    const place = { x: x(from), y: top, w: (x(1) - x(0)) * width, h: foot - top };
    addPart(figure, chartLook[one.tone], place);
  });
}

/** A line where it is one, and its dots; what is beyond a limit has a ring. */
function addMarks(plot: Plot, { draw, tone, values }: ChartSeries): void {
  const {
    figure: { vectors, tag },
    chart,
  } = plot;
  const { line, dash } = chartLook[tone];
  const places = placesOf(chart);
  const points = values.map((value, index) =>
    value === null ? null : { x: plot.x(places[index] ?? 0), y: plot.y(+value), value },
  );
  if (draw === 'line') {
    const look = { lineWidth: 1, lineColor: line, ...(dash === undefined ? {} : { dash }) };
    for (const run of runsOf(points)) addPath(plot, run, look);
  }
  for (const point of points) {
    if (point === null) continue;
    const isBeyond = limitBeyond(chart.limits, point.value) !== undefined;
    const color = isBeyond ? chartLook.alarm.line : line;
    vectors.push(dotOf(tone, point, color, tag));
    if (!isBeyond) continue;
    const ring = { x: point.x, y: point.y, r1: 2.2 * radius, r2: 2.2 * radius };
    vectors.push({ type: 'ellipse', ...ring, lineWidth: 0.8, lineColor: color, tag });
  }
}

/** What a line joins: it ends where a value is missing. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points)
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  return runs;
}

/** A dot in the shape of its series. */
function dotOf(tone: ChartSeries['tone'], { x, y }: Point, color: string, tag: DocNode['tag']): DocNode {
  const corners = dotCorners[tone]?.map(([dx, dy]) => ({ x: x + dx * radius, y: y + dy * radius }));
  return corners === undefined
    ? { type: 'ellipse', x, y, r1: radius, r2: radius, color, tag }
    : { type: 'polyline', points: corners, closePath: true, color, lineWidth: 0.1, lineColor: color, tag };
}

const square = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;
const diamond = [
  [0, -1.4],
  [1.4, 0],
  [0, 1.4],
  [-1.4, 0],
] as const;
const triangle = [
  [0, -1.3],
  [1.3, 1],
  [-1.3, 1],
] as const;
const dotCorners: Partial<Record<ChartSeries['tone'], readonly (readonly [number, number])[]>> = {
  second: square,
  third: triangle,
  fourth: diamond,
  alarm: diamond,
};
