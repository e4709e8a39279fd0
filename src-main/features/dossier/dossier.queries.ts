import { msg } from '#shared/kernel/message.ts';
import type { QueriesOf } from '#main/context/context.ts';
import { unitCostOf } from '#main/features/movements/movements.queries.ts';
import { exactSum, readSum } from '#main/store/exactSum.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage, type UnitSelector } from '#shared/kernel/unit.ts';
import { findScanned } from './scan.queries.ts';

type LotRow = {
  supplier: string;
  supplierLot: string;
  manufacturedOn: string | null;
  expiresOn: string | null;
  retestOn: string | null;
  useByOn: string | null;
};
type StockRow = { location: string; kind: string; status: string; quantity: string; cost: number | null };

export const dossierQueries: QueriesOf<'dossier'> = {
  async get(selector, { reader }) {
    const unit = complete(selector, reader.db.prepare<unknown[], UnitSelector>(firstUnit(selector)).get(selector));
    const lot = reader.db.prepare<unknown[], LotRow>(selectLot(unit)).get(unit);
    // A lot that never moved has a page; a serial that nothing ever named has none, whatever its lot.
    if ((lot === undefined || unit.serial !== '') && reader.db.prepare(firstUnit(unit)).get(unit) === undefined) {
      throw new LotlineError('NOT_FOUND', msg`There is no ${unitMessage(unit)}. Check the product and the number.`);
    }
    const stock = reader.db.prepare<unknown[], StockRow>(selectStock(unit)).all(unit);
    return {
      unit,
      supplier: lot?.supplier ?? '',
      supplierLot: lot?.supplierLot ?? '',
      manufacturedOn: lot?.manufacturedOn ?? '',
      expiresOn: lot?.expiresOn ?? '',
      retestOn: lot?.retestOn ?? '',
      useByOn: lot?.useByOn ?? '',
      stock: stock.map(({ location, kind, status, quantity, cost }) => ({
        location,
        kind,
        status,
        quantity: formatQuantity(readSum(quantity)),
        unitCost: cost === null ? '' : formatCost(cost),
      })),
      holds: [],
      inspections: [],
      nonconformances: [],
    };
  },

  async find({ text, limit }, { read, reader, now, offsetMinutes }) {
    const year = Number(dateOf(now, offsetMinutes).slice(0, 4));
    return await findScanned({ read, reader }, text, { year, limit });
  },
};

/** A serial named alone brings its lot along. */
function complete(selector: UnitSelector, found: UnitSelector | undefined): UnitSelector {
  if (selector.serial === '' || selector.lot !== '' || found === undefined) return selector;
  return found;
}

const sameUnits = (unit: UnitSelector): string =>
  `p.code = @product${unit.serial !== '' && unit.lot === '' ? '' : ' and u.lot = @lot'}${unit.sublot === '' ? '' : ' and u.sublot = @sublot'}${
    unit.serial === '' ? '' : ' and u.serial = @serial'
  }`;

const firstUnit = (unit: UnitSelector): string =>
  `select p.code as product, u.lot, u.sublot, u.serial from unit u join product p on p.id = u.product_id where ${sameUnits(unit)} order by u.id desc limit 1`;

const selectLot = (unit: UnitSelector): string =>
  `select coalesce(s.code, '') as supplier, l.supplier_lot as supplierLot, l.manufactured_on as manufacturedOn, l.expires_on as expiresOn,
     l.retest_on as retestOn, l.use_by_on as useByOn
   from lot l join product p on p.id = l.product_id left join partner s on s.id = l.supplier_id
   where p.code = @product and l.lot = @lot${unit.sublot === '' ? '' : ' and l.sublot = @sublot'} order by l.sublot limit 1`;

const selectStock = (unit: UnitSelector): string =>
  `select location, kind, status, ${exactSum('quantity')} as quantity, cost from (
     select l.code as location, l.kind, b.status, b.quantity, ${unitCostOf} as cost
     from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id join place l on l.id = b.place_id where ${sameUnits(unit)}
   ) group by location, kind, status, cost order by location, status, cost`;
