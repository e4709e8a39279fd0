import { movementKinds } from '#shared/movements/vocabulary.ts';
import { partnerKinds } from '#shared/partners/vocabulary.ts';
import { locationKinds } from '#shared/locations/vocabulary.ts';
import { lotTrackings, serialTrackings, traceDetails } from '#shared/products/vocabulary.ts';

/**
 * What a cell must hold.
 * `code`: an identifier, kept as text. `text`: a name, reason or address. `choice`: one of a few words.
 * `yesNo`: yes or no. `status`: A, Q or R with an optional second character. `days`: a whole number of days.
 * `cost`, `quantity`: decimals with a dot. `date`: YYYY-MM-DD. `time`: ISO 8601 with offset.
 */
type Kept = { required: boolean };
export type ColumnSpec =
  | (Kept & { type: 'code' | 'text' | 'days' | 'cost' | 'quantity' | 'date' | 'time' })
  | (Kept & { type: 'status'; blank: string })
  | (Kept & { type: 'choice'; choices: readonly string[]; blank: string })
  | (Kept & { type: 'yesNo'; blank: boolean });
export type ColumnType = ColumnSpec['type'];

const code = { type: 'code', required: false } as const;
const text = { type: 'text', required: false } as const;
const days = { type: 'days', required: false } as const;
const cost = { type: 'cost', required: false } as const;
const date = { type: 'date', required: false } as const;
const status = (blank: string) => ({ type: 'status', required: false, blank }) as const;
const choice = <C extends string>(choices: readonly C[], blank: C) =>
  ({ type: 'choice', required: false, choices, blank }) as const;
const needed = <T extends 'code' | 'text'>(spec: { type: T }) => ({ type: spec.type, required: true }) as const;
const oneOf = <C extends string>(choices: readonly C[]) =>
  ({ type: 'choice', required: true, choices, blank: '' }) as const;

/**
 * The files of a plant export in the order they are read, and the columns of each. A blank or absent
 * optional cell is "" for codes, texts and statuses, null for days, costs and dates, and else what stands
 * here as its blank: an untracked, stock-managed product with a detailed trace log. Expired stock goes to R
 * and stock due for retest to Q unless the product says otherwise, also where the product has no shelf
 * life, since its lots may bring dates of their own.
 */
export const exportColumns = {
  products: {
    code: needed(code),
    name: needed(text),
    category: code,
    unit: needed(code),
    lot_tracking: choice(lotTrackings, 'none'),
    serial_tracking: choice(serialTrackings, 'none'),
    stock_managed: { type: 'yesNo', required: false, blank: true },
    trace_detail: choice(traceDetails, 'detailed'),
    shelf_life_days: days,
    use_by_days: days,
    retest_days: days,
    expiry_status: status('R'),
    retest_status: status('Q'),
    standard_cost: cost,
    gtin: code,
  },
  partners: {
    code: needed(code),
    name: needed(text),
    kind: oneOf(partnerKinds),
    country: code,
    email: code,
    address: text,
    phone: code,
    gln: code,
  },
  locations: {
    code: needed(code),
    name: text,
    site: needed(code),
    kind: oneOf(locationKinds),
  },
  lots: {
    product: needed(code),
    lot: needed(code),
    sublot: code,
    supplier: code,
    supplier_lot: code,
    manufacturer: code,
    manufacturer_lot: code,
    manufactured_on: date,
    expires_on: date,
    best_before_on: date,
    use_by_on: date,
    retest_on: date,
    reference: code,
  },
  movements: {
    at: { type: 'time', required: true },
    kind: oneOf(movementKinds),
    document: needed(code),
    line: code,
    product: needed(code),
    lot: code,
    sublot: code,
    serial: code,
    quantity: { type: 'quantity', required: true },
    from: code,
    to: code,
    status_from: status(''),
    status: status(''),
    work_order: code,
    run: code,
    equipment: code,
    partner: code,
    unit_cost: cost,
    reason: text,
    id: code,
    reverses: code,
  },
  serial_links: {
    work_order: needed(code),
    parent_product: needed(code),
    parent_lot: code,
    parent_sublot: code,
    parent_serial: code,
    component_product: needed(code),
    component_lot: code,
    component_sublot: code,
    component_serial: code,
    quantity: { type: 'quantity', required: true },
  },
} as const satisfies Record<string, Record<string, ColumnSpec>>;

export type ExportFile = keyof typeof exportColumns;

export const exportFiles = [
  'products',
  'partners',
  'locations',
  'lots',
  'movements',
  'serial_links',
] as const satisfies readonly ExportFile[];

/** The file or sheet a name stands for, whatever its letter case; undefined for any other name. */
export const exportFileNamed = (name: string): ExportFile | undefined =>
  exportFiles.find((file) => file === name.toLowerCase());

export type ExportColumn = { name: string; field: string; spec: ColumnSpec };

/** The columns of a file, in order, each with the name its value bears in a row. */
export const columnsOf = (file: ExportFile): readonly ExportColumn[] => columns[file];

const listColumns = (file: ExportFile): ExportColumn[] =>
  Object.entries(exportColumns[file]).map(([name, spec]) => ({
    name,
    field: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    spec,
  }));

const columns: Record<ExportFile, readonly ExportColumn[]> = {
  products: listColumns('products'),
  partners: listColumns('partners'),
  locations: listColumns('locations'),
  lots: listColumns('lots'),
  movements: listColumns('movements'),
  serial_links: listColumns('serial_links'),
};
