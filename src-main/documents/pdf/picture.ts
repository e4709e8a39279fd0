import type { ReportNode, ReportPicture } from '#shared/kernel/reportModel.ts';
import { fill } from '../words.ts';
import type { Formats } from '../format.ts';
import { colour, margin } from './look.ts';
import type { Element, Sheet } from './sheet.ts';
import { drawStatusLetter } from './table.ts';

const node = { height: 25, step: 31, widest: 150, least: 92 } as const;
const gapBetween = 26;
const titleHeight = 15;

type Placed = { node: ReportNode; x: number; y: number; width: number };

/** How large a picture is on a page, and by how much it must be made smaller to stand on one. */
export function pictureSize(sheet: Sheet, picture: ReportPicture): { height: number; scale: number; column: number } {
  const count = picture.columns.length;
  const free = sheet.contentWidth - gapBetween * (count - 1);
  const column = Math.max(node.least, Math.min(node.widest, free / Math.max(1, count)));
  const rows = Math.max(1, ...picture.columns.map(({ nodes }) => nodes.length));
  const width = column * count + gapBetween * (count - 1);
  const height = titleHeight + rows * node.step;
  const scale = Math.min(1, sheet.contentWidth / width, (sheet.bottom - margin.top - 60) / height);
  return { height: height * scale, scale, column };
}

/** Draws a trace as layers from left to right with elbows between them; letters become narrower before they are cut. */
export function drawPicture(sheet: Sheet, picture: ReportPicture, formats: Formats, parent: Element): void {
  const { height, scale, column } = pictureSize(sheet, picture);
  sheet.need(height);
  const top = sheet.y;
  const bbox = [margin.side, top, sheet.right, top + height];
  const used = column * picture.columns.length + gapBetween * (picture.columns.length - 1);
  // Where columns do not fill the page they stand further apart.
  const gap =
    picture.columns.length < 2 ? 0 : gapBetween + (sheet.contentWidth / scale - used) / (picture.columns.length - 1);
  const placed = place(picture, column, Math.min(gap, 70));
  const draw = (): void =>
    sheet.scaled(margin.side, top, scale, () => {
      picture.columns.forEach(({ title }, index) => {
        const x = index * (column + Math.min(gap, 70));
        sheet.text(title, x, 7, { face: 'strong', size: 6.8, colour: colour.muted, squeezeTo: column });
        sheet.blank(x, 7);
      });
      drawLinks(sheet, picture, placed, Math.min(gap, 70));
      for (const each of placed.values()) drawNode(sheet, each, formats);
    });
  sheet.tag(parent, 'Figure', draw, { alt: picture.description, bbox });
  sheet.y = top + height + 4;
}

function place(picture: ReportPicture, width: number, gap: number): Map<string, Placed> {
  const most = Math.max(...picture.columns.map(({ nodes }) => nodes.length));
  const placed = new Map<string, Placed>();
  picture.columns.forEach(({ nodes }, column) => {
    // Short columns stand in the middle of the long ones.
    const start = titleHeight + ((most - nodes.length) * node.step) / 2;
    nodes.forEach((each, row) =>
      placed.set(each.id, { node: each, x: column * (width + gap), y: start + row * node.step, width }),
    );
  });
  return placed;
}

/** Each source turns at a place of its own in the gap before the target, so that links that cross can be told apart. */
function drawLinks(sheet: Sheet, picture: ReportPicture, placed: ReadonlyMap<string, Placed>, gap: number): void {
  const turns = new Map<number, string[]>();
  const ends = picture.links.flatMap((link) => {
    const [from, to] = [placed.get(link.from), placed.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  for (const { from, to } of ends) {
    const sources = turns.get(to.x) ?? [];
    if (!sources.includes(from.node.id)) turns.set(to.x, [...sources, from.node.id]);
  }
  for (const { from, to } of ends) {
    const sources = turns.get(to.x) ?? [];
    const share = (sources.indexOf(from.node.id) + 1) / (sources.length + 1);
    const turn = to.x - gap * (0.85 - 0.7 * share);
    const [y1, y2] = [from.y + node.height / 2, to.y + node.height / 2];
    sheet.line(
      [
        [from.x + from.width, y1],
        [turn, y1],
        [turn, y2],
        [to.x, y2],
      ],
      colour.rule,
      0.6,
    );
  }
}

function drawNode(sheet: Sheet, { node: each, x, y, width }: Placed, formats: Formats): void {
  const room = width - 12;
  if (each.more !== undefined) {
    sheet.box(x, y + 4, width, node.height - 8, { fill: colour.tint, stroke: colour.hairline, line: 0.5 });
    const text = fill(formats.words.more, { count: formats.integer(each.more) });
    sheet.text(text, x + 6, y + 15.2, { face: 'text', size: 7, colour: colour.muted, squeezeTo: room });
    return;
  }
  const stroke = each.mark === 'break' ? colour.broken : each.mark === 'asked' ? colour.accent : colour.rule;
  const fillColour = each.mark === 'asked' ? colour.selected : colour.paper;
  sheet.box(x, y, width, node.height, {
    fill: fillColour,
    stroke,
    line: each.mark === undefined ? 0.5 : 1,
    broken: each.mark === 'break',
  });
  const badge = each.status === undefined ? 0 : 14;
  sheet.text(each.code, x + 6, y + 10.4, {
    face: 'codeStrong',
    size: 7.2,
    colour: colour.text,
    squeezeTo: room - badge,
  });
  sheet.blank(x, y + 10.4);
  if (each.status !== undefined) drawStatusLetter(sheet, each.status, x + width - 14.5, y + 10.4, 7);
  sheet.blank(x, y + 20);
  const quantity = each.quantity === undefined ? '' : formats.quantity(each.quantity);
  const small = { face: 'text', size: 6.6, colour: colour.muted } as const;
  const taken = sheet.text(quantity, x + width - 6, y + 20, { ...small, align: 'right', squeezeTo: room * 0.6 });
  sheet.blank(x, y + 20);
  sheet.text(each.note ?? '', x + 6, y + 20, { ...small, squeezeTo: room - taken - (taken > 0 ? 6 : 0) });
  sheet.blank(x, y + 20);
}
