import { locationRecord } from '#shared/locations/records.ts';
import { lotRecord } from '#shared/lots/records.ts';
import { partnerRecord } from '#shared/partners/records.ts';
import { productRecord } from '#shared/products/records.ts';
import type { ColumnSpec } from './columnSpec.ts';
import { recordColumns } from './recordColumns.ts';
import { movementKinds } from '#shared/movements/vocabulary.ts';
import { exportedKinds } from '#shared/partners/vocabulary.ts';
import { locationKinds } from '#shared/locations/vocabulary.ts';
import { lotTrackings, serialTrackings, traceDetails } from '#shared/products/vocabulary.ts';

export type { ColumnSpec, ColumnType } from './columnSpec.ts';

const code = { type: 'code', required: false } as const;
const text = { type: 'text', required: false } as const;
const cost = { type: 'cost', required: false } as const;
const status = (blank: string) => ({ type: 'status', required: false, blank }) as const;
const choice = <C extends string>(choices: readonly C[], blank: C) =>
  ({ type: 'choice', required: false, choices, blank }) as const;
const needed = <T extends 'code' | 'text'>(spec: { type: T }) => ({ type: spec.type, required: true }) as const;
const oneOf = <C extends string>(choices: readonly C[]) =>
  ({ type: 'choice', required: true, choices, blank: '' }) as const;

/** Exports say how long goods last in days alone; months, best before, what a lot holds, with what it expires, in what it is packed and what else the plant says are said on the product's page. */
const {
  lotCapacity: _capacity,
  expiryCap: _cap,
  attributes: _attributes,
  packUnits: _packs,
  shelfLifeMonths: _shelfLife,
  bestBeforeDays: _bestBefore,
  bestBeforeMonths: _bestBeforeMonths,
  useByMonths: _useBy,
  retestMonths: _retest,
  ...exported
} = productRecord.fields;
const { expiresWith: _with, ...exportedOfLot } = lotRecord.fields;

/**
 * The files of a plant export in the order they are read, and the columns of each. Those of records follow from their
 * declarations; added here is what must be there, the words of choices and what blanks mean. A blank or absent
 * optional cell is "" for codes, texts and statuses, null for days, costs and dates, and else the blank given here:
 * an untracked, stock-managed product with a detailed trace log. Expired stock goes to R and stock due for retest to
 * Q unless the product has others, also where the product has no shelf life, since its lots may bring dates of their
 * own.
 */
export const exportColumns = {
  products: recordColumns(
    { fields: exported },
    {
      code: needed(code),
      name: needed(text),
      category: code,
      unit: needed(code),
      lotTracking: choice(lotTrackings, 'none'),
      serialTracking: choice(serialTrackings, 'none'),
      stockManaged: { type: 'yesNo', required: false, blank: true },
      traceDetail: choice(traceDetails, 'detailed'),
      expiryStatus: status('R'),
      retestStatus: status('Q'),
    },
  ),
  partners: recordColumns(partnerRecord, { code: needed(code), name: needed(text), kind: oneOf(exportedKinds) }),
  locations: recordColumns(locationRecord, { code: needed(code), site: needed(code), kind: oneOf(locationKinds) }),
  lots: recordColumns({ fields: exportedOfLot }, { productId: needed(code), lot: needed(code) }),
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

/** The file or sheet a name means, in any letter case; undefined for any other name. */
export const exportFileNamed = (name: string): ExportFile | undefined =>
  exportFiles.find((file) => file === name.toLowerCase());

export type ExportColumn = { name: string; field: string; spec: ColumnSpec };

/** The columns of a file, in order, each with the name of its value in a row. */
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
