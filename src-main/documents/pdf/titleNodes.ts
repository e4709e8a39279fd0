import type { ReportFact, ReportFigure, ReportModel } from '#shared/kernel/reportModel.ts';
import type { Formats } from '../format.ts';
import { colour, margin, otherStatusColours, statusColours } from './look.ts';
import { fill } from '../words.ts';
import type { TaggedDocument } from './document.ts';
import type { DocNode, Tag } from './nodes.ts';

/** The head of the first page: what was asked, of what, by whom, and the answer in figures. */
export function titleNodes(document: TaggedDocument, model: ReportModel, formats: Formats, width: number): DocNode[] {
  const tag = (type: string): Tag => ({ element: document.element(document.root, type), type });
  return [
    { text: model.made.site, style: 'kicker', tag: tag('P') },
    { text: model.title, style: 'title', tag: tag('H1') },
    { text: model.statement, style: 'statement', tag: tag('P') },
    rule(width, [0, 6, 0, 0]),
    ...factRows(model, formats, width, tag),
    filterNode(model, formats, tag('P')),
    rule(width, [0, 4, 0, 0]),
    ...figureRows(document, model.figures, formats, width, tag),
  ];
}

const figurePadding = 9;

/** Hairlines between figures. */
const figureFrame = {
  margin: [0, 8, 0, 0],
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (line: number, node: { table: { widths: unknown[] } }) =>
      line === 0 || line === node.table.widths.length ? 0 : 0.4,
    vLineColor: () => colour.hairline,
    paddingLeft: (index: number) => (index === 0 ? 0 : figurePadding),
    paddingRight: (index: number, node: { table: { widths: unknown[] } }) =>
      index === node.table.widths.length - 1 ? 0 : figurePadding,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
};

const rule = (width: number, around: number[]): DocNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: colour.hairline }],
  margin: around,
});

type MakeTag = (type: string) => Tag;

/** Items in rows of so many. */
const inRows = <Item>(items: readonly Item[], perRow: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) => items.slice(row * perRow, (row + 1) * perRow));

/**
 * Columns have a width of their own. Left to the library they would grow with a long code, and push what is beside
 * it off the page.
 */
function factRows(model: ReportModel, formats: Formats, width: number, tag: MakeTag): DocNode[] {
  const [perRow, gap] = [width > 640 ? 5 : 4, 14];
  const room = (width - gap * (perRow - 1)) / perRow;
  return inRows(factsOf(model, formats), perRow).map((facts) => ({
    columnGap: gap,
    columns: facts.map((fact) => ({ ...factNode(fact, formats, tag('P')), width: room })),
  }));
}

function figureRows(
  document: TaggedDocument,
  figures: readonly ReportFigure[],
  formats: Formats,
  width: number,
  tag: MakeTag,
): DocNode[] {
  const perRow = Math.min(4, Math.max(1, figures.length));
  const room = (width - 2 * figurePadding * (perRow - 1)) / perRow;
  return inRows(figures, perRow).flatMap((row) => [
    {
      ...figureFrame,
      table: {
        widths: row.map(() => room),
        body: [row.map((figure) => figureNode(document, figure, formats, room, tag('P')))],
      },
    },
    rule(width, [0, 6, 0, 0]),
  ]);
}

const factsOf = (model: ReportModel, formats: Formats): ReportFact[] => [
  ...model.facts,
  { label: formats.words.madeBy, kind: 'text', value: model.made.by },
  { label: formats.words.madeAt, kind: 'text', value: formats.dateTime(model.made.at) },
];

function factNode({ label, kind, value }: ReportFact, formats: Formats, tag: Tag): DocNode {
  const isStatus = kind === 'status' && typeof value === 'string';
  const said = isStatus ? formats.statusWord(value) : formats.text(kind, value);
  const letter = isStatus ? [{ text: value, ...badge(value) }, { text: '   ' }] : [];
  return {
    margin: [0, 8, 0, 0],
    stack: [
      { text: label, style: 'label', tag },
      {
        text: [...letter, { text: said === '' ? '–' : said }],
        style: 'value',
        font: kind === 'code' ? 'code' : 'text',
        tag,
        margin: [isStatus ? 3 : 0, 2, 0, 0],
      },
    ],
  };
}

const badge = (status: string): object => {
  const { fill: background, ink } = statusColours[status.slice(0, 1)] ?? otherStatusColours;
  return { bold: true, color: ink, background };
};

function filterNode({ filters }: ReportModel, { words }: Formats, tag: Tag): DocNode {
  const said =
    filters.length === 0 ? words.noFilters : filters.map(({ label, value }) => `${label}: ${value}`).join('  ·  ');
  return {
    margin: [0, 8, 0, 2],
    stack: [
      { text: words.filters, style: 'label', tag },
      { text: said, style: 'value', tag, margin: [0, 2, 0, 0], preserveTrailingSpaces: true },
    ],
  };
}

/** A figure is on one line each: its letters become smaller before anything is cut. */
function figureNode(
  document: TaggedDocument,
  { label, values, note }: ReportFigure,
  formats: Formats,
  room: number,
  tag: Tag,
): DocNode {
  const full = values.length > 1 ? 16 : 25;
  const lines = (values.length === 0 ? [0] : values).map((value) => {
    const [amount, unit] =
      typeof value === 'number' ? [formats.integer(value), ''] : [formats.amount(value.amount), ` ${value.unit}`];
    const unitSize = Math.max(9, full * 0.46);
    const free = room - document.measure(unit, 'text', unitSize);
    const scale = Math.min(1, (0.999 * free) / document.measure(amount, 'strong', full));
    return {
      text: [
        { text: amount, fontSize: full * scale, bold: true, color: colour.accent },
        { text: unit, fontSize: unitSize, color: colour.muted },
      ],
      tag,
      lineHeight: 1,
      noWrap: true,
    };
  });
  return {
    stack: [
      { text: label, style: 'figureLabel', tag },
      ...lines,
      ...(note === undefined ? [] : [{ text: note, style: 'note', tag }]),
    ],
  };
}

/** What is at the edge of every page: the chain's head, the page's number, and whether this is only a demo. */
export function pageEdges(model: ReportModel, formats: Formats) {
  const { words } = formats;
  const chain = fill(words.chain, { seq: formats.integer(model.head.seq), hash: model.head.hash.slice(0, 16) });
  const side = [margin.side, 0, margin.side, 0] as const;
  return {
    header: (page: number): DocNode => ({
      margin: [margin.side, 22, margin.side, 0],
      columns: [
        { width: '*', text: page > 1 ? model.title : '', style: 'edge' },
        ...(model.demo
          ? [{ width: 'auto', layout: demoFrame, table: { body: [[{ text: words.demo, style: 'demo' }]] } }]
          : []),
      ],
    }),
    footer: (page: number, pages: number, { width }: { width: number }): DocNode => ({
      stack: [
        rule(width - 2 * margin.side, [margin.side, 13, margin.side, 4]),
        {
          margin: side,
          columns: [
            { text: chain, style: 'edge', alignment: 'left' },
            { text: fill(words.zone, { zone: formats.zone }), style: 'edge', alignment: 'center' },
            {
              text: fill(words.page, { page: formats.integer(page), pages: formats.integer(pages) }),
              style: 'edge',
              alignment: 'right',
            },
          ],
        },
      ],
    }),
  };
}

const demoFrame = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => colour.demo,
  vLineColor: () => colour.demo,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 1.6,
  paddingBottom: () => 1.6,
};
