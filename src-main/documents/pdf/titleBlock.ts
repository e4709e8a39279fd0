import type { ReportFact, ReportFigure, ReportModel } from '#shared/kernel/reportModel.ts';
import { fill } from '../words.ts';
import type { Formats } from '../format.ts';
import { breakLines } from './lines.ts';
import { colour, margin } from './look.ts';
import type { Sheet } from './sheet.ts';
import { drawStatusLetter } from './table.ts';

/** The head of the first page: what was asked, of what, by whom, and the answer in figures. */
export function drawTitleBlock(sheet: Sheet, model: ReportModel, formats: Formats): void {
  drawTitle(sheet, model);
  drawFacts(sheet, factsOf(model, formats), formats);
  drawFilters(sheet, model, formats);
  if (model.figures.length > 0) drawFigures(sheet, model.figures, formats);
}

function drawTitle(sheet: Sheet, model: ReportModel): void {
  const left = margin.side;
  const kicker = { face: 'strong', size: 7.5, colour: colour.accent } as const;
  sheet.y += 2;
  sheet.tag(sheet.root, 'P', () => void sheet.text(model.made.site, left, sheet.y, kicker));
  sheet.y += 25;
  const title = { face: 'strong', size: 21, colour: colour.text } as const;
  drawLines(sheet, 'H1', model.title, title, 25);
  sheet.y -= 7;
  const statement = { face: 'text', size: 9.5, colour: colour.muted } as const;
  drawLines(sheet, 'P', model.statement, statement, 13.5);
  sheet.y += 1;
}

/** Sets a paragraph over the whole width; `y` is its first baseline, and afterwards the next one. */
export function drawLines(
  sheet: Sheet,
  type: string,
  text: string,
  style: { face: 'text' | 'strong'; size: number; colour: string },
  lineHeight: number,
): void {
  const lines = breakLines(text, sheet.contentWidth, (part) => sheet.measure(part, style));
  const element = sheet.element(sheet.root, type);
  for (const line of lines) {
    sheet.need(lineHeight);
    sheet.piece(element, type, () => void sheet.text(line, margin.side, sheet.y, style));
    sheet.y += lineHeight;
  }
  element.end();
}

const factsOf = (model: ReportModel, formats: Formats): ReportFact[] => [
  ...model.facts,
  { label: formats.words.madeBy, kind: 'text', value: model.made.by },
  {
    label: formats.words.madeAt,
    kind: 'text',
    value: `${formats.dateTime(model.made.at)}\n${formats.zone}`,
  },
];

/** Facts in four columns: a small label over its value. */
function drawFacts(sheet: Sheet, facts: readonly ReportFact[], formats: Formats): void {
  const perRow = sheet.width > 700 ? 5 : 4;
  const gap = 14;
  const room = (sheet.contentWidth - gap * (perRow - 1)) / perRow;
  const label = { face: 'text', size: 6.8, colour: colour.muted } as const;
  rule(sheet, sheet.y);
  sheet.y += 14;
  for (let start = 0; start < facts.length; start += perRow) {
    const row = facts
      .slice(start, start + perRow)
      .map((fact) => ({ fact, lines: factLines(sheet, fact, formats, room) }));
    const height = 22 + 10.5 * (Math.max(...row.map(({ lines }) => lines.length)) - 1);
    sheet.need(height);
    row.forEach(({ fact, lines }, index) => {
      const x = margin.side + index * (room + gap);
      sheet.tag(sheet.root, 'P', () => {
        const [said = '', ...more] = breakLines(fact.label, room, (part) => sheet.measure(part, label));
        sheet.text(more.length === 0 ? said : `${said}…`, x, sheet.y, label);
        sheet.blank(x, sheet.y);
        const status = fact.kind === 'status' && typeof fact.value === 'string' ? fact.value : '';
        const lead = status === '' ? 0 : 17;
        if (lead > 0) drawStatusLetter(sheet, status, x, sheet.y + 11.5, 8.6);
        lines.forEach((line, number) => sheet.text(line, x + lead, sheet.y + 11.5 + number * 10.5, valueStyle(fact)));
      });
    });
    sheet.y += height + 4;
  }
  sheet.y -= 6;
}

const valueStyle = (fact: ReportFact) =>
  ({ face: fact.kind === 'code' ? 'code' : 'text', size: 8.6, colour: colour.text }) as const;

function factLines(sheet: Sheet, fact: ReportFact, formats: Formats, room: number): string[] {
  const text =
    fact.kind === 'status' && typeof fact.value === 'string'
      ? formats.statusWord(fact.value)
      : formats.text(fact.kind, fact.value);
  return breakLines(text === '' ? '–' : text, room, (part) => sheet.measure(part, valueStyle(fact)));
}

function drawFilters(sheet: Sheet, model: ReportModel, formats: Formats): void {
  const { words } = formats;
  const label = { face: 'text', size: 6.8, colour: colour.muted } as const;
  const value = { face: 'text', size: 8.6, colour: colour.text } as const;
  const text =
    model.filters.length === 0
      ? words.noFilters
      : model.filters.map((filter) => `${filter.label}: ${filter.value}`).join('  ·  ');
  sheet.need(30);
  sheet.y += 3;
  const lines = breakLines(text, sheet.contentWidth, (part) => sheet.measure(part, value));
  sheet.tag(sheet.root, 'P', () => {
    sheet.text(words.filters, margin.side, sheet.y, label);
    sheet.blank(margin.side, sheet.y);
    lines.forEach((line, index) => sheet.text(line, margin.side, sheet.y + 11.5 + index * 10.5, value));
  });
  sheet.y += 21 + (lines.length - 1) * 10.5;
  rule(sheet, sheet.y);
}

/** The answer: each figure large, its label above, what it rests on below. */
function drawFigures(sheet: Sheet, figures: readonly ReportFigure[], formats: Formats): void {
  const perRow = Math.min(4, figures.length);
  const gap = 18;
  const room = (sheet.contentWidth - gap * (perRow - 1)) / perRow;
  for (let start = 0; start < figures.length; start += perRow) {
    const row = figures.slice(start, start + perRow);
    const lines = Math.max(...row.map(({ values }) => values.length), 1);
    const notes = row.map(({ note }) =>
      note === undefined ? [] : breakLines(note, room, (part) => sheet.measure(part, { face: 'text', size: 7.4 })),
    );
    const height = 34 + (lines - 1) * 20 + Math.max(0, ...notes.map(({ length }) => length)) * 9.6 + 14;
    sheet.need(height);
    const top = sheet.y;
    row.forEach((figure, index) => {
      const x = margin.side + index * (room + gap);
      if (index > 0) {
        sheet.ornament(() =>
          sheet.line(
            [
              [x - gap / 2, top + 13],
              [x - gap / 2, top + height - 8],
            ],
            colour.hairline,
          ),
        );
      }
      sheet.tag(sheet.root, 'P', () => drawFigure(sheet, figure, formats, notes[index] ?? [], { x, top, room }));
    });
    sheet.y = top + height;
    rule(sheet, sheet.y);
  }
}

function drawFigure(
  sheet: Sheet,
  figure: ReportFigure,
  formats: Formats,
  notes: readonly string[],
  { x, top, room }: { x: number; top: number; room: number },
): void {
  sheet.text(figure.label, x, top + 18, { face: 'strong', size: 7.6, colour: colour.muted, squeezeTo: room });
  const size = figure.values.length > 1 ? 16 : 25;
  const step = 20;
  sheet.blank(x, top + 18);
  let y = top + (figure.values.length > 1 ? 36 : 42);
  for (const value of figure.values.length === 0 ? [0] : figure.values) {
    const [amount, unit] =
      typeof value === 'number' ? [formats.integer(value), ''] : [formats.amount(value.amount), value.unit];
    const unitStyle = { face: 'text', size: Math.max(9, size * 0.46), colour: colour.muted } as const;
    const unitRoom = unit === '' ? 0 : sheet.measure(unit, unitStyle) + 4;
    const used = sheet.text(amount, x, y, { face: 'strong', size, colour: colour.accent, squeezeTo: room - unitRoom });
    sheet.blank(x + used, y);
    sheet.text(unit, x + used + 4, y, unitStyle);
    sheet.blank(x + used + 4, y);
    y += step;
  }
  notes.forEach((line, index) => {
    sheet.text(line, x, y - step + 13 + index * 9.6, { face: 'text', size: 7.4, colour: colour.muted });
  });
}

const rule = (sheet: Sheet, y: number): void =>
  sheet.ornament(() =>
    sheet.line(
      [
        [margin.side, y],
        [sheet.right, y],
      ],
      colour.hairline,
      0.6,
    ),
  );

/** What stands at the edge of every page: the chain's head, the page's number, and whether this is only a demo. */
export function drawPageEdges(sheet: Sheet, model: ReportModel, formats: Formats): void {
  const { words } = formats;
  const small = { face: 'text', size: 6.6, colour: colour.muted } as const;
  const chain = fill(words.chain, {
    seq: formats.integer(model.head.seq),
    hash: model.head.hash.slice(0, 16),
  });
  sheet.onEachPage((page, pages) => {
    sheet.ornament(() => {
      const y = sheet.height - margin.bottom + 24;
      sheet.line(
        [
          [margin.side, y - 11],
          [sheet.right, y - 11],
        ],
        colour.hairline,
      );
      sheet.text(chain, margin.side, y, small);
      const zone = fill(words.zone, { zone: formats.zone });
      sheet.text(zone, (sheet.width - sheet.measure(zone, small)) / 2, y, small);
      const number = { page: formats.integer(page), pages: formats.integer(pages) };
      sheet.text(fill(words.page, number), sheet.right, y, { ...small, align: 'right' });
      if (page > 1)
        sheet.text(model.title, margin.side, margin.top - 18, { ...small, squeezeTo: sheet.contentWidth * 0.7 });
      if (model.demo) drawDemoMark(sheet, words.demo);
    });
  });
}

function drawDemoMark(sheet: Sheet, text: string): void {
  const style = { face: 'strong', size: 7, colour: colour.demo } as const;
  const width = sheet.measure(text, style) + 12;
  const x = sheet.right - width;
  const y = margin.top - 26.5;
  sheet.box(x, y, width, 12.5, { fill: colour.paper, stroke: colour.demo, line: 0.6 });
  sheet.text(text, x + 6, y + 8.8, style);
}
