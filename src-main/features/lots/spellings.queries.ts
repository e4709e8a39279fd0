import type { Work } from '#main/store/work.ts';

/** What a code belongs to. */
export type SpeltOf = { product?: string; lot?: string; workOrder?: string };

/** Where a code is looked for, along an index each, and by what besides it. */
const asked = {
  product: ['select 1 from product where code = ?'],
  partner: ['select 1 from partner where code = ?'],
  location: ['select 1 from place where code = ?'],
  lot: ['select 1 from lot l join product p on p.id = l.product_id where l.lot = ? and p.code = ? limit 1', 'product'],
  sublot: [
    'select 1 from lot l join product p on p.id = l.product_id where l.sublot = ? and p.code = ? and l.lot = ?',
    ...(['product', 'lot'] as const),
  ],
  serial: [
    `select 1 from unit u join product p on p.id = u.product_id
    where u.serial = ? and u.serial <> '' and p.code = ? limit 1`,
    'product',
  ],
  workOrder: ['select 1 from run where work_order = ? limit 1'],
  run: ['select 1 from run where run = ? and work_order = ?', 'workOrder'],
  document: ['select 1 from movement where document = ? limit 1'],
  category: ['select 1 from product where category = ? limit 1'],
  unitOfMeasure: ['select 1 from product where unit = ? limit 1'],
  country: ['select 1 from partner where country = ? limit 1'],
  site: ['select 1 from place where site = ? limit 1'],
  supplierLot: [`select 1 from lot where supplier_lot = ? and supplier_lot <> '' limit 1`],
  manufacturerLot: [`select 1 from lot where manufacturer_lot = ? and manufacturer_lot <> '' limit 1`],
  reference: [`select 1 from lot where reference = ? and reference <> '' limit 1`],
  externalId: ['select 1 from movement where external_id = ?'],
} as const satisfies Record<string, readonly [sql: string, ...by: (keyof SpeltOf)[]]>;

export type SpeltKind = keyof typeof asked;

/** Whether the store has a code in this very spelling, by whatever rules it was made. */
export function isSpeltSo(work: Work, kind: SpeltKind, code: string, of: SpeltOf = {}): boolean {
  const [sql, ...by] = asked[kind];
  return work.one(sql, code, ...by.map((part) => of[part] ?? '')) !== undefined;
}
