import { msg } from '#shared/kernel/message.ts';
import type { QueriesOf } from '#main/context/context.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { linesOfUnits, momentMeant } from '#main/features/lots/pastGoods.queries.ts';
import { worthOf } from '#main/features/movements/stockValue.queries.ts';
import { described } from '#main/features/movements/asOf.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { type HeldPart, heldTogether } from '#shared/holds/vocabulary.ts';
import { dateOf, type Moment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import { costOfOne } from '#shared/movements/stockValue.ts';
import { compareText, unitMessage, type UnitSelector } from '#shared/kernel/unit.ts';
import { checkSerial } from './checkSerial.queries.ts';
import { findScanned } from './scan.queries.ts';

type LotRow = {
  supplier: string;
  supplierLot: string;
  manufacturedOn: string | null;
  expiresOn: string | null;
  expiresWith: string | null;
  retestOn: string | null;
  useByOn: string | null;
};
type StockRow = {
  location: string;
  kind: string;
  status: string;
  quantity: bigint;
  cost: bigint | null;
  held: HeldPart[];
};

export const dossierQueries: QueriesOf<'dossier'> = {
  async get({ asOf, ...selector }, { read, reader, now }) {
    const unit = complete(selector, reader.db.prepare<unknown[], UnitSelector>(firstUnit(selector)).get(selector));
    const lot = reader.db.prepare<unknown[], LotRow>(selectLot(unit)).get(unit);
    // A lot that never moved has a page; a serial that nothing ever named has none, whatever its lot.
    if ((lot === undefined || unit.serial !== '') && reader.db.prepare(firstUnit(unit)).get(unit) === undefined) {
      throw new LotlineError('NOT_FOUND', msg`There is no ${unitMessage(unit)}. Check the product and the number.`);
    }
    const until = asOf === undefined ? undefined : momentMeant(reader.db, asOf);
    const lines = await linesOf(read, unit, until);
    const worthEach = await worthOf({ read, db: reader.db }, lines, until ?? now);
    const heldOf = await heldLines(read, lines, until);
    const stock = inRows(
      lines.map((line) => ({ ...line, cost: costOfOne(worthEach(line)) ?? null, held: heldOf(line) })),
    );
    return {
      unit,
      supplier: lot?.supplier ?? '',
      supplierLot: lot?.supplierLot ?? '',
      manufacturedOn: lot?.manufacturedOn ?? '',
      expiresOn: lot?.expiresOn ?? '',
      expiresWith: lot?.expiresWith ?? '',
      retestOn: lot?.retestOn ?? '',
      useByOn: lot?.useByOn ?? '',
      stock: stock.map(({ location, kind, status, quantity, cost, held }) => ({
        location,
        kind,
        status,
        quantity: formatQuantity(quantity),
        unitCost: cost === null ? '' : formatCost(cost),
        held: heldTogether(held),
      })),
      holds: [],
      inspections: [],
      nonconformances: [],
    };
  },

  async checkSerial({ text }, { read, reader, now, offsetMinutes }) {
    return await checkSerial({ read, reader }, text, Number(dateOf(now, offsetMinutes).slice(0, 4)));
  },

  async find({ text, limit }, { read, reader, now, offsetMinutes }) {
    const year = Number(dateOf(now, offsetMinutes).slice(0, 4));
    return await findScanned({ read, reader }, text, { year, limit });
  },
};

/** What lies of it, or lay at a past moment. */
async function linesOf(read: Read, unit: UnitSelector, until: Moment | undefined): Promise<Line[]> {
  const ids = (await read.all(unitsMeant, unit)).map(({ id }) => id);
  return await described(
    read,
    until === undefined ? await read.all(lyingNow, { ids }) : await linesOfUnits(read, ids, until),
  );
}
type Line = Awaited<ReturnType<typeof described>>[number];

/** A row for where it lies, in which status, at which cost. */
function inRows(lines: readonly Lying[]): StockRow[] {
  const rows = new Map<string, StockRow>();
  for (const { location, kind, status, quantity, cost, held } of lines) {
    const key = JSON.stringify([location, status, String(cost)]);
    const row = rows.get(key) ?? { location, kind, status, cost, quantity: 0n, held: [] };
    row.quantity += BigInt(quantity);
    row.held.push(held);
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) => compareText(a.location, b.location) || compareText(a.status, b.status) || compareCosts(a, b),
  );
}
type Lying = Omit<StockRow, 'quantity' | 'held'> & { quantity: number; held: HeldPart };

const lyingNow = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom(idsOf(ids).as('asked'))
    .innerJoin('balance as b', 'b.unit_id', 'asked.id')
    .select(['b.unit_id as unit', 'b.place_id as place', 'b.status', 'b.quantity']),
);

const compareCosts = (a: StockRow, b: StockRow): number => Number((a.cost ?? -1n) - (b.cost ?? -1n));

const unitsMeant = query((tables, { product, lot, sublot, serial }: UnitSelector) =>
  tables
    .selectFrom('unit as u')
    .innerJoin('product as p', 'p.id', 'u.product_id')
    .select('u.id')
    .where('p.code', '=', product)
    .where(({ eb, or, and, val }) =>
      or([eb('u.lot', '=', lot), and([eb(val(lot), '=', ''), eb(val(serial), '<>', '')])]),
    )
    .where(({ eb, or, val }) => or([eb(val(sublot), '=', ''), eb('u.sublot', '=', sublot)]))
    .where(({ eb, or, val }) => or([eb(val(serial), '=', ''), eb('u.serial', '=', serial)])),
);

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
     l.expires_with as "expiresWith", l.retest_on as retestOn, l.use_by_on as useByOn
   from lot l join product p on p.id = l.product_id left join partner s on s.id = l.supplier_id
   where p.code = @product and l.lot = @lot${unit.sublot === '' ? '' : ' and l.sublot = @sublot'} order by l.sublot limit 1`;
