import type { Work } from '#main/store/work.ts';

/** Kinds of codes and names that are compared with each other. */
export type CodeKind = keyof typeof codeQueries;

/**
 * A code or name in the store: `of` is what it belongs to, for kinds that are read whole (see `readWhole`), `owner`
 * the code of the one record that has it, "" where several do, for those that records may change.
 */
export type KnownCode = { name: string; of?: string; owner?: string };

/**
 * The codes of a kind in the store, in the order they came: of a product for lots and serials, of one lot for
 * sublots, of a supplier for its lots (0 for none). Of serials and work orders those before the import, up to
 * `lastNode`; the others are read before the import writes its first of the kind.
 */
export const knownCodes = (
  work: Work,
  kind: CodeKind,
  at: { id: number; lot: string; lastNode: number },
): KnownCode[] => work.all<KnownCode>(codeQueries[kind], at);

/** Kinds without an index by what they belong to: all of them are read at once. */
export const readWhole: ReadonlySet<CodeKind> = new Set<CodeKind>(['run', 'manufacturerLot']);

const changeable = (table: 'product' | 'partner' | 'place', column: string): string =>
  `select ${column} as name, case when count(*) = 1 then min(code) else '' end as owner
   from ${table} where ${column} <> '' group by ${column} order by min(id)`;

const codeQueries = {
  product: 'select code as name from product order by id',
  productName: changeable('product', 'name'),
  category: changeable('product', 'category'),
  unit: changeable('product', 'unit'),
  partner: 'select code as name from partner order by id',
  partnerName: changeable('partner', 'name'),
  country: changeable('partner', 'country'),
  location: 'select code as name from place order by id',
  locationName: changeable('place', 'name'),
  site: changeable('place', 'site'),
  lot: 'select lot as name from lot where product_id = @id order by id',
  sublot: `select sublot as name from lot where product_id = @id and lot = @lot and sublot <> '' order by id`,
  serial: `select serial as name from unit where product_id = @id and serial <> '' and id <= @lastNode order by id`,
  supplierLot: `select supplier_lot as name from lot where supplier_lot <> '' and coalesce(supplier_id, 0) = @id order by id`,
  manufacturer: `select manufacturer as name from lot where manufacturer <> '' group by manufacturer order by min(id)`,
  manufacturerLot: `select manufacturer as "of", manufacturer_lot as name from lot where manufacturer_lot <> '' order by id`,
  reference: `select reference as name from lot where reference <> '' group by reference order by min(id)`,
  workOrder: 'select work_order as name from run where id <= @lastNode order by id',
  run: `select work_order as "of", run as name from run where run <> '' order by id`,
  document: 'select distinct document as name from movement',
  equipment: `select distinct equipment as name from movement where equipment <> ''`,
} as const;

/** The number of the last unit or run; what is registered from now on has a larger one. */
export const lastNode = (work: Work): number =>
  Math.max(
    work.one<{ id: number | null }>('select max(id) as id from unit')?.id ?? 0,
    work.one<{ id: number | null }>('select max(id) as id from run')?.id ?? 0,
  );
