import type { Chart } from './chart.ts';

/**
 * A report as plain data: what a page shows, a PDF prints and a workbook holds. Screen, PDF and Excel are drawings of
 * it, so it carries typed values, never formatted ones, and can be sent to a worker as it is.
 */
export type ReportModel = {
  title: string;
  /** What it is about, where its title does not say: its file is named by it too. */
  subject?: string;
  /** The question the report answers, as a sentence. */
  statement: string;
  /** The language of the fixed words and of the document, such as "de". */
  language: string;
  /** How numbers and dates are written: a BCP 47 tag, such as "de-AT". */
  locale: string;
  /** The IANA zone in which moments are written, such as "Europe/Vienna". */
  zone: string;
  facts: readonly ReportFact[];
  /** What narrowed the question; none means everything was asked for. */
  filters: readonly { label: string; value: string }[];
  made: { by: string; at: string; site: string };
  /** Made from the demo plant: every page shows it. */
  demo: boolean;
  /** The end of the audit chain the report was made from. */
  head: { seq: number; hash: string };
  /** The headline: best with two to four figures. */
  figures: readonly ReportFigure[];
  sections: readonly ReportSection[];
  signatures?: readonly ReportSignature[];
};

export type ProductNames = { name: string; unitOfMeasure: string };
/** `contact` is the person whom a recall is told, "" where none was named. */
export type PartnerNames = {
  name: string;
  country: string;
  email: string;
  phone: string;
  address: string;
  contact: string;
};

/** What a report says beside the codes: of every product and partner by its code. */
export type MasterNames = {
  /** Of what kind each location is. */
  locations: ReadonlyMap<string, string>;
  products: ReadonlyMap<string, ProductNames>;
  partners: ReadonlyMap<string, PartnerNames>;
};

/** What every report says alike: who made it, from which state of the store, how it is written, and the names behind codes. */
export type ReportFrame = MasterNames & Pick<ReportModel, 'language' | 'locale' | 'zone' | 'made' | 'head' | 'demo'>;

/** What a report says itself. Its title and statement are those of the catalogue, its filters the parameters, unless it says others. */
export type ReportBody = Pick<ReportModel, 'figures' | 'sections'> &
  Partial<Pick<ReportModel, 'title' | 'subject' | 'statement' | 'facts' | 'filters'>>;

/**
 * Kinds of values and what a cell of each holds:
 * text, code: a string · quantity: a ReportQuantity · integer: a whole number · percent: a share (0.125 is 12.5 %) ·
 * date: "2026-01-31" · dateTime: an ISO moment with Z or offset · status: a letter with an optional second character.
 * `null` is a value that is not there.
 */
export type ReportKind = 'text' | 'code' | 'quantity' | 'integer' | 'percent' | 'date' | 'dateTime' | 'status';

/** `amount` is a decimal string with a dot, exact however long. */
export type ReportQuantity = { readonly amount: string; readonly unit: string };
export type ReportCell = string | number | ReportQuantity | null;

export type ReportFact = { label: string; kind: ReportKind; value: ReportCell };

/** A figure of several units, such as 1,240 kg and 36 EA, has several values. */
export type ReportFigure = { label: string; values: readonly (number | ReportQuantity)[]; note?: string };

export type ReportSection = {
  title: string;
  /** 1 is a section, 2 a part of the one before it, and so on: the bookmarks follow. */
  level: 1 | 2 | 3;
  sentence?: string;
  picture?: ReportPicture;
  /** Drawn above the table, which has the same figures. */
  bars?: ReportBars;
  /** Its numbers are a sheet of the workbook. */
  chart?: Chart;
  table?: ReportTable;
  /** The text in place of a table without rows. */
  empty?: string;
};

export type ReportColumn = {
  key: string;
  header: string;
  kind: ReportKind;
  /** In the workbook alone, where no bars are drawn and what is narrow on paper has room. */
  sheetOnly?: true;
};
/** Rows hold their cells in the order of the columns. */
export type ReportTable = { columns: readonly ReportColumn[]; rows: readonly (readonly ReportCell[])[] };

/** How the parts of a bar are distinguished: a colour and a pattern each. */
export const barTones = ['neutral', 'striped', 'strong', 'light', 'hatched', 'alarming'] as const;
export type BarTone = (typeof barTones)[number];

/**
 * Stacked bars, one below the other. `share` is a part's share of the bar's length, 0 to 1; `mark` where on the bar a
 * line runs across it. `description` describes the picture in words.
 */
export type ReportBars = {
  description: string;
  key: readonly { tone: BarTone; label: string }[];
  rows: readonly {
    name: string;
    note: string;
    parts: readonly { tone: BarTone; share: number; quantity: ReportQuantity }[];
    mark?: number | undefined;
    /** Written behind the bar. */
    value: ReportQuantity;
  }[];
};

/** A small layered graph, read from left to right. `description` describes the picture in words. */
export type ReportPicture = {
  description: string;
  columns: readonly { title: string; nodes: readonly ReportNode[] }[];
  links: readonly { from: string; to: string }[];
};

/** A node names goods or a run; or, when `more` is set, is the sum of so many that are not drawn. */
export type ReportNode = {
  id: string;
  code: string;
  /** A second line, such as the product or the partner. */
  note?: string;
  /** The run that made it, beside the code. */
  run?: string;
  status?: string;
  quantity?: ReportQuantity;
  more?: number;
  /** Drawn to be found at once: what was asked about, or where the trace has a hole. */
  mark?: 'asked' | 'break';
};

export type ReportSignature = { name: string; meaning: string; at: string };

/**
 * Builds a table from items, so that a column and what is in it are written side by side.
 *
 *     reportTable(shipments, [{ key: 'lot', header: 'Lot', kind: 'code', of: (shipment) => shipment.lot }])
 */
export function reportTable<Item>(
  items: readonly Item[],
  columns: readonly (ReportColumn & { of: (item: Item) => ReportCell })[],
): ReportTable {
  return {
    columns: columns.map(({ of: _of, ...column }) => column),
    rows: items.map((item) => columns.map(({ of }) => of(item))),
  };
}

/** All rows of all tables: the size of the work of drawing a report. */
export const countReportRows = (model: ReportModel): number =>
  model.sections.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
