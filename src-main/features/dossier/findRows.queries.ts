import { sql } from 'kysely';
import { query, type RowIn } from '#main/store/query.ts';

/** What a lot is told by, with all numbers it is found by. */
export const lotsOf = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('lot')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'lot.id')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .leftJoin('partner', 'partner.id', 'lot.supplier_id')
    .select([
      'lot.id',
      'product.code as product',
      'product.name',
      'lot.lot',
      'lot.sublot',
      'lot.supplier_lot as supplierLot',
    ])
    .select(['lot.manufacturer_lot as manufacturerLot', 'lot.reference'])
    .select(['partner.code as supplier', 'partner.name as supplierName']),
);
export type LotRow = RowIn<typeof lotsOf>;

export const serialsOf = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('unit')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'unit.id')
    .innerJoin('product', 'product.id', 'unit.product_id')
    .select(['product.code as product', 'product.name', 'unit.lot', 'unit.sublot', 'unit.serial']),
);

const productsThat = (hold: 'holds' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { text }: { text: string }, idioms) =>
    tables
      .selectFrom('product')
      .select(['code', 'name'])
      .where(({ or, ref }) => or([idioms[hold](ref('code'), text), idioms[hold](ref('name'), text)])),
  );

const partnersThat = (hold: 'holds' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { text }: { text: string }, idioms) =>
    tables
      .selectFrom('partner')
      .select(['code', 'name'])
      .where(({ or, ref }) => or([idioms[hold](ref('code'), text), idioms[hold](ref('name'), text)])),
  );

const locationsThat = (hold: 'holds' | 'holdsLoosely' | 'holdsNarrow') =>
  query((tables, { text }: { text: string }, idioms) =>
    tables
      .selectFrom('place')
      .select(['code', 'name'])
      .where(({ or, ref }) => or([idioms[hold](ref('code'), text), idioms[hold](ref('name'), text)])),
  );

/** Products, partners and locations whose code or name holds a text. */
export const masters = {
  product: {
    holds: productsThat('holds'),
    holdsLoosely: productsThat('holdsLoosely'),
    holdsNarrow: productsThat('holdsNarrow'),
  },
  partner: {
    holds: partnersThat('holds'),
    holdsLoosely: partnersThat('holdsLoosely'),
    holdsNarrow: partnersThat('holdsNarrow'),
  },
  location: {
    holds: locationsThat('holds'),
    holdsLoosely: locationsThat('holdsLoosely'),
    holdsNarrow: locationsThat('holdsNarrow'),
  },
};

/** Products keep their GTIN as it was typed, with or without leading zeros. */
const bareNumber = sql<string>`ltrim(product.gtin, '0')`;

export const productsOfGtin = query(
  (tables, { gtins, limit }: { gtins: readonly string[]; limit: number }, { textsOf }) =>
    tables
      .selectFrom('product')
      .select(['code', 'name', 'gtin as number', 'lot_tracking as lotTracking', 'serial_tracking as serialTracking'])
      .where(bareNumber, 'in', textsOf(gtins))
      .orderBy('code')
      .limit(limit),
);

/** The products with some codes, as they are kept. */
export const productsOfCode = query((tables, { codes }: { codes: readonly string[] }, { textsOf }) =>
  tables
    .selectFrom('product')
    .select(['code', 'name', 'lot_tracking as lotTracking', 'serial_tracking as serialTracking'])
    .where('code', 'in', textsOf(codes))
    .orderBy('code'),
);
export type MasterRow = RowIn<typeof productsOfCode>;

type Numbered = { codes: readonly string[]; products: readonly string[]; limit: number };

/** The serials with some numbers; of some products, where any is named. */
export const serialsNamed = query((tables, { codes, products, limit }: Numbered, { textsOf, isEmpty }) =>
  tables
    .selectFrom('unit')
    .innerJoin('product', 'product.id', 'unit.product_id')
    .select(['product.code as product', 'product.name', 'unit.lot', 'unit.sublot', 'unit.serial'])
    .select(['product.lot_tracking as lotTracking', 'product.serial_tracking as serialTracking'])
    .where('unit.serial', 'in', textsOf(codes))
    .where('unit.serial', '<>', '')
    .where(({ or, eb }) => or([isEmpty(products), eb('product.code', 'in', textsOf(products))]))
    .orderBy('product.code')
    .orderBy('unit.id')
    .limit(limit),
);

const lotsWith = (column: 'lot' | 'supplier_lot' | 'manufacturer_lot') =>
  query((tables, { codes, products, limit }: Numbered, { textsOf, isEmpty }) =>
    tables
      .selectFrom('lot')
      .innerJoin('product', 'product.id', 'lot.product_id')
      .select(['product.code as product', 'product.name', 'lot.lot', 'lot.sublot', `lot.${column} as number`])
      .select(['product.lot_tracking as lotTracking', 'product.serial_tracking as serialTracking'])
      .where(`lot.${column}`, 'in', textsOf(codes))
      .where(`lot.${column}`, '<>', '')
      .where(({ or, eb }) => or([isEmpty(products), eb('product.code', 'in', textsOf(products))]))
      .orderBy('product.code')
      .orderBy('lot.lot')
      .orderBy('lot.sublot')
      .limit(limit),
  );

/** The lots with some numbers, their own or what else they are known by; of products likewise. */
export const lotsNamed = {
  lot: lotsWith('lot'),
  supplier_lot: lotsWith('supplier_lot'),
  manufacturer_lot: lotsWith('manufacturer_lot'),
};
export type ScannedRow = RowIn<typeof serialsNamed>;

export const partnersOfGln = query((tables, { gln, limit }: { gln: string; limit: number }) =>
  tables.selectFrom('partner').select(['code', 'name', 'gln as number']).where('gln', '=', gln).limit(limit),
);

export const documentsOfOrders = query(
  (tables, { numbers, limit }: { numbers: readonly string[]; limit: number }, { textsOf }) =>
    tables
      .selectFrom('run')
      .innerJoin('movement', 'movement.run_id', 'run.id')
      .select(['movement.document', 'run.work_order as number'])
      .where('run.work_order', 'in', textsOf(numbers))
      .distinct()
      .limit(limit),
);

export const documentsOfMovements = query((tables, { numbers }: { numbers: readonly string[] }, { textsOf }) =>
  tables
    .selectFrom('movement')
    .select(['document', 'external_id as number'])
    .where('external_id', 'in', textsOf(numbers)),
);

/** The lots with a sublot that have one of some numbers. */
export const lotsInParts = query((tables, { codes, products, limit }: Numbered, { textsOf, isEmpty }) =>
  tables
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select(['product.code as product', 'product.name', 'lot.lot', 'lot.sublot'])
    .select(['product.lot_tracking as lotTracking', 'product.serial_tracking as serialTracking'])
    .where('lot.lot', 'in', textsOf(codes))
    .where('lot.sublot', '<>', '')
    .where(({ or, eb }) => or([isEmpty(products), eb('product.code', 'in', textsOf(products))]))
    .orderBy('product.code')
    .orderBy('lot.lot')
    .orderBy('lot.sublot')
    .limit(limit),
);
