import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { Cells, ExportTables } from './exportFiles.ts';

/**
 * A small plant in the exchange format: a product of every way of tracking, one of each kind of place, and
 * movements in one line each.
 */
export const products: Cells[] = [
  {
    code: 'MILK',
    name: 'Milk',
    unit: 'kg',
    lot_tracking: 'mandatory',
    shelf_life_days: '10',
    use_by_days: '12',
    retest_days: '5',
    standard_cost: '2.5',
  },
  { code: 'OIL', name: 'Oil', unit: 'kg', lot_tracking: 'optional' },
  { code: 'SALT', name: 'Salt', unit: 'kg', lot_tracking: 'none' },
  { code: 'CHEESE', name: 'Cheese', unit: 'kg', lot_tracking: 'lot-sublot' },
  { code: 'CAKE', name: 'Cake', unit: 'EA', lot_tracking: 'mandatory' },
  { code: 'PUMP', name: 'Pump', unit: 'EA', serial_tracking: 'global' },
  { code: 'MOTOR', name: 'Motor', unit: 'EA', serial_tracking: 'received-issued' },
  { code: 'CHIP', name: 'Chip', unit: 'EA', lot_tracking: 'mandatory', serial_tracking: 'on-issue' },
  { code: 'POWER', name: 'Power', unit: 'kWh', stock_managed: 'no' },
];

export const partners: Cells[] = [
  { code: 'S1', name: 'Meadow Dairy', kind: 'supplier' },
  { code: 'S2', name: 'Hill Farm', kind: 'supplier' },
  { code: 'C1', name: 'Corner Shop', kind: 'customer' },
  { code: 'C2', name: 'Market Hall', kind: 'customer' },
];

export const locations: Cells[] = [
  { code: 'DOCK', site: 'MAIN', kind: 'dock' },
  { code: 'STORE', site: 'MAIN', kind: 'storage' },
  { code: 'STORE2', site: 'MAIN', kind: 'storage' },
  { code: 'QUAR', site: 'MAIN', kind: 'quarantine' },
];

export const masters: ExportTables = { products, partners, locations };

/** The plant's records with these movements, and with other tables where a test needs them. */
export const plantWith = (movements: Cells[], more: ExportTables = {}): ExportTables => ({
  ...masters,
  movements,
  ...more,
});

/** A time of January 2026: day, and the time of day in UTC. */
export const on = (day: number, time = '08:00'): string => `2026-01-${String(day).padStart(2, '0')}T${time}:00Z`;

const ends: Record<MovementKind, Cells> = {
  opening: { to: 'STORE', status: 'A' },
  receipt: { to: 'STORE', status: 'A', partner: 'S1' },
  'put-away': { from: 'DOCK', status_from: 'A', to: 'STORE', status: 'A' },
  transfer: { from: 'STORE', status_from: 'A', to: 'STORE2', status: 'A' },
  status: { from: 'STORE', status_from: 'Q', to: 'STORE', status: 'A' },
  assign: { from: 'STORE', status_from: 'A', to: 'STORE', status: 'A' },
  consumption: { from: 'STORE', status_from: 'A', work_order: 'WO-1' },
  'production-return': { to: 'STORE', status: 'A', work_order: 'WO-1' },
  output: { to: 'STORE', status: 'A', work_order: 'WO-1' },
  shipment: { from: 'STORE', status_from: 'A', partner: 'C1' },
  'customer-return': { to: 'STORE', status: 'A', partner: 'C1' },
  'supplier-return': { from: 'STORE', status_from: 'A', partner: 'S1' },
  scrap: { from: 'STORE', status_from: 'A' },
  sample: { from: 'STORE', status_from: 'A' },
  adjustment: { to: 'STORE', status: 'A' },
};

const documents: Partial<Record<MovementKind, string>> = {
  receipt: 'GRN-1',
  shipment: 'DN-1',
  consumption: 'WO-1',
  output: 'WO-1',
};

/**
 * A movement row: kind, goods in short ("MILK L1", "CHEESE L1/S1", "PUMP #7", "CHIP L1 #7"), quantity, time,
 * and whatever else differs from what the kind mostly is (STORE, status A, S1 supplies, C1 buys, WO-1 makes).
 */
export function row(kind: MovementKind, goods: string, quantity: number | string, at: string, more: Cells = {}): Cells {
  const match = /^(\S+)(?: ([^#/\s]+))?(?:\/(\S+))?(?: #(\S+))?$/.exec(goods);
  if (match === null) throw new Error(`not goods: ${goods}`);
  const [, product = '', lot = '', sublot = '', serial = ''] = match;
  return {
    at,
    kind,
    document: documents[kind] ?? 'DOC-1',
    product,
    lot,
    sublot,
    serial,
    quantity: String(quantity),
    ...ends[kind],
    ...more,
  };
}

/** The row that undoes another. */
export function undoing(undone: Cells, more: Cells = {}): Cells {
  const { from = '', to = '', status_from: statusFrom = '', status = '', id = '' } = undone;
  const ends = { from: to, to: from, status_from: status, status: statusFrom };
  return { ...undone, ...ends, id: `${id}-undone`, reverses: id, ...more };
}

/** A movement as a screen posts it, written as `row` is. */
export const posted = (...movement: Parameters<typeof row>) => postedRow(row(...movement));

/** A row of a file as a screen posts it: the names of the contract instead of those of the file. */
export function postedRow({ status_from: statusFrom = '', work_order: workOrder = '', ...rest }: Cells) {
  const {
    at = '',
    kind = '',
    document = '',
    product = '',
    lot = '',
    sublot = '',
    serial = '',
    quantity = '',
    ...others
  } = rest;
  // `row` made it, from one of the kinds.
  const known = kind as MovementKind;
  return { ...others, at, kind: known, document, product, lot, sublot, serial, quantity, statusFrom, workOrder };
}
