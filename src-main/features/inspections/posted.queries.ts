import { query, type RowIn } from '#main/store/query.ts';

/** The movements of an entry that inspections look at: those somebody posted, and of an import those that leave quarantine. */
export const postedMovements = query((tables, { first, last }: { first: number; last: number }) =>
  tables
    .selectFrom('movement as m')
    .innerJoin('unit as f', 'f.id', 'm.from_unit_id')
    .innerJoin('unit as t', 't.id', 'm.to_unit_id')
    .innerJoin('product as p', 'p.id', 't.product_id')
    .leftJoin('place as a', 'a.id', 'm.from_place_id')
    .leftJoin('place as b', 'b.id', 'm.to_place_id')
    .leftJoin('partner as s', 's.id', 'm.partner_id')
    .leftJoin('run as r', 'r.id', 'm.run_id')
    .select([
      'm.id',
      'm.kind',
      'm.document',
      'm.line',
      'm.quantity',
      'm.status_from as statusFrom',
      'm.status_to as statusTo',
      'm.person',
      'm.reverses_id as reverses',
      'm.row_key as rowKey',
      'f.lot as fromLot',
      'f.sublot as fromSublot',
      'f.serial as fromSerial',
      't.lot',
      't.sublot',
      't.serial',
      'p.code as product',
      'p.category',
      'p.unit as unitOfMeasure',
      'a.code as from',
      'b.code as to',
      's.code as partner',
      'r.work_order as workOrder',
      'r.run',
    ])
    .where('m.id', '>=', first)
    .where('m.id', '<=', last)
    .where((is) =>
      is.or([
        is('m.row_key', 'is', null),
        is.and([is('m.from_place_id', 'is not', null), is('m.status_from', 'like', 'Q%')]),
      ]),
    )
    .orderBy('m.id'),
);
export type PostedRow = RowIn<typeof postedMovements>;

/** The open inspections by time of goods that an entry moved away from where they lay released. */
export const checkedAndMoved = query((tables, { first, last }: { first: number; last: number }) =>
  tables
    .selectFrom('movement as m')
    .innerJoin('unit as f', 'f.id', 'm.from_unit_id')
    .innerJoin('product as p', 'p.id', 'f.product_id')
    .innerJoin('inspection as i', (join) =>
      join
        .onRef('i.product', '=', 'p.code')
        .onRef('i.lot', '=', 'f.lot')
        .onRef('i.sublot', '=', 'f.sublot')
        .onRef('i.status_from', '=', 'm.status_from'),
    )
    .select(['i.inspection', 'i.reinspection'])
    .distinct()
    .where('m.id', '>=', first)
    .where('m.id', '<=', last)
    .where('m.from_place_id', 'is not', null)
    .where('i.point', '=', 'periodic')
    .where('i.inspection_state', '=', 'open'),
);

/** The document and line of movements that were undone. */
export const undoneMovement = query((tables, { id }: { id: number }) =>
  tables.selectFrom('movement').select(['document', 'line', 'kind']).where('id', '=', id),
);

/** Whose goods a lot is of, as its record says. */
export const supplierOfLot = query((tables, { product, lot }: { product: string; lot: string }) =>
  tables
    .selectFrom('lot as l')
    .innerJoin('product as p', 'p.id', 'l.product_id')
    .innerJoin('partner as s', 's.id', 'l.supplier_id')
    .select('s.code')
    .where('p.code', '=', product)
    .where('l.lot', '=', lot)
    .limit(1),
);

/** What was decided of goods and is not moved yet. */
export const unmovedOnGoods = query(
  (tables, { product, lot, sublot }: { product: string; lot: string; sublot: string }) =>
    tables
      .selectFrom('inspection_decision as d')
      .innerJoin('inspection as i', (join) =>
        join.onRef('i.inspection', '=', 'd.inspection').onRef('i.reinspection', '=', 'd.reinspection'),
      )
      .select([
        'd.inspection',
        'd.reinspection',
        'd.tranche',
        'd.accepted',
        'd.rejected',
        'd.serials',
        'i.status_from as statusFrom',
      ])
      .where('d.document', '=', '')
      .where('i.product', '=', product)
      .where('i.lot', '=', lot)
      .where('i.sublot', '=', sublot),
);

/** The inspections of goods that some left before they were decided, the last first. */
export const goneFromGoods = query(
  (tables, { product, lot, sublot }: { product: string; lot: string; sublot: string }) =>
    tables
      .selectFrom('inspection')
      .select(['inspection', 'reinspection'])
      .where('product', '=', product)
      .where('lot', '=', lot)
      .where('sublot', '=', sublot)
      .where('gone', '>', 0)
      // Of those another one knows it that took their place.
      .where('inspection_state', '<>', 'superseded')
      .orderBy('id', 'desc'),
);

/** The entry in which a record was first written. */
export const firstEntryOf = query((tables, { record, key }: { record: string; key: string }) =>
  tables
    .selectFrom('record_version')
    .select('entry_seq as entrySeq')
    .where('record', '=', record)
    .where('record_key', '=', key)
    .where('version', '=', 1),
);

/** The open inspections of goods, the oldest first: their lot, or those of it that the serial or sublot narrows. */
export const openOnGoods = query(
  (tables, { product, lot, sublot, serial }: { product: string; lot: string; sublot: string; serial: string }) =>
    tables
      .selectFrom('inspection')
      .select(['inspection', 'reinspection'])
      .where('product', '=', product)
      .where('lot', '=', lot)
      .where('sublot', '=', sublot)
      .where('serial', 'in', ['', serial])
      .where('inspection_state', '=', 'open')
      .orderBy('id'),
);
