import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { heldLines } from '#main/features/holds/heldLines.queries.ts';
import { traceDetailOf } from '#main/features/products/settings.queries.ts';
import { type CodeRow, pageByCodes } from '#main/store/codeRows.ts';
import { query } from '#main/store/query.ts';
import { askList } from '#main/store/lists.ts';
import { mostSortedUsually } from '#main/store/indexedList.ts';
import { balancesInOrder, type Lying } from '#main/store/stockOrder.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import type { UnitSelector } from '#shared/kernel/unit.ts';
import { type Amount, pricedLike, shownValue } from '#shared/movements/stockValue.ts';
import type { MovementQuestion, MovementRow } from '#shared/movements/contract.ts';
import { type LogRow as Row, logRows } from '#shared/movements/traceLog.ts';
import { momentMeant } from '#main/features/lots/pastGoods.queries.ts';
import { recordedCost } from '#main/features/lots/regroup.queries.ts';
import { type BalanceRow, pastPage } from './asOf.queries.ts';
import { worthOf } from './stockValue.queries.ts';
import { documentSource } from './documentList.queries.ts';

/** A movement recorded more than this after it happened is shown as entered late. */
const lateAfterMicros = 86_400_000_000;

const rowsOf = (where: string): string => `
  select m.id, m.at, m.recorded_at as recordedAt, m.kind, m.document, p.code as product, p.name as "productName", p.unit as unitOfMeasure, u.lot, u.sublot, u.serial,
    m.quantity, coalesce(f.code, '') as "from", coalesce(t.code, '') as "to", m.status_from as statusFrom, m.status_to as status,
    coalesce(r.work_order, '') as workOrder, coalesce(r.run, '') as run, m.equipment, coalesce(q.code, '') as partner, m.reason, m.evidence,
    m.person, m.workstation, m.line, coalesce(f.site, '') as "siteFrom", coalesce(t.site, '') as "siteTo", coalesce(m.reverses_id, 0) as reverses,
    coalesce((select b.id from movement b where b.reverses_id = m.id), 0) as reversedBy
  from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id
    left join place f on f.id = m.from_place_id left join place t on t.id = m.to_place_id
    left join run r on r.id = m.run_id left join partner q on q.id = m.partner_id
  where ${where} order by m.at desc, m.id desc limit @limit offset @offset`;

/** A lot named without sublot or serial means all of it. */
const unitsOf = (unit: UnitSelector): string =>
  `select u.id from unit u join product p on p.id = u.product_id where p.code = @product${unit.lot === '' && unit.serial !== '' ? '' : ' and u.lot = @lot'}${
    unit.sublot === '' ? '' : ' and u.sublot = @sublot'
  }${unit.serial === '' ? '' : ' and u.serial = @serial'}`;

type Filter = Omit<MovementQuestion, 'offset' | 'limit'>;

function condition(
  { unit, document, workOrder, run, partner, kinds, naming }: Filter,
  until: number | undefined,
): string {
  const parts: string[] = [];
  if (unit !== undefined)
    parts.push(
      `(m.to_unit_id in (${unitsOf(unit)}) or m.from_unit_id <> m.to_unit_id and m.from_unit_id in (${unitsOf(unit)}))`,
    );
  if (document !== '') parts.push('m.document = @document');
  if (workOrder !== '')
    parts.push(
      `m.run_id in (select id from run where work_order = @workOrder${run === undefined ? '' : " and run in (@run, '')"})`,
    );
  if (partner !== '') parts.push('m.partner_id = (select id from partner where code = @partner)');
  // A number of our own.
  if (until !== undefined) parts.push(`m.at <= ${until}`);
  if (kinds.length > 0) parts.push('m.kind in (select value from json_each(@kinds))');
  if (naming) parts.push('m.from_unit_id <> m.to_unit_id');
  return parts.length === 0 ? 'true' : parts.join(' and ');
}

const anyOfUnit = { document: '', workOrder: '', run: undefined, partner: '', kinds: [], naming: false };

function movementsThat(
  db: Database,
  filter: Filter,
  page: { offset: number; limit: number },
): { rows: Row[]; total: number } {
  const where = condition(filter, filter.asOf === undefined ? undefined : momentMeant(db, filter.asOf));
  const { document, workOrder, run, partner, kinds } = filter;
  const named = { ...filter.unit, document, workOrder, run, partner, kinds: JSON.stringify(kinds) };
  return {
    rows: db.prepare<unknown[], Row>(rowsOf(where)).all({ ...named, ...page }),
    total: countOf(db, `select count(*) from movement m where ${where}`, named),
  };
}

const rowSaid = ({ line: _line, siteFrom: _from, siteTo: _to, ...row }: Row): MovementRow => ({
  ...row,
  at: formatMoment(row.at),
  recordedAt: formatMoment(row.recordedAt),
  late: row.evidence !== 'imported' && row.recordedAt - row.at > lateAfterMicros,
  quantity: formatQuantity(row.quantity),
});

export const movementQueries: QueriesOf<'movements'> = {
  listDocuments: (question, context) => askList(documentSource, question, context),

  async list({ offset, limit, ...filter }, { reader }) {
    const { rows, total } = movementsThat(reader.db, filter, { offset, limit });
    return { total, rows: rows.map(rowSaid) };
  },

  async log({ unit, asOf, offset, limit }, { reader, read }) {
    const detail = await traceDetailOf(read, reader.db, unit.product);
    const filter = { ...anyOfUnit, unit, asOf };
    if (detail === 'detailed') {
      const { rows, total } = movementsThat(reader.db, filter, { offset, limit });
      return { detail, total, rows: rows.map(rowSaid) };
    }
    // Sums are of all there is: what belongs together may stand apart.
    const { rows } = movementsThat(reader.db, filter, { offset: 0, limit: -1 });
    const kept = logRows(rows, detail);
    return { detail, total: kept.length, rows: kept.slice(offset, offset + limit).map(rowSaid) };
  },

  async listBalances({ product, location, asOf, ordering, offset, limit }, { reader, read, now }) {
    const place = location === '' ? undefined : await read.one(locationNamed, { code: location });
    const goods = product === '' ? undefined : await read.one(productNamed, { code: product });
    if (product !== '' && goods === undefined) {
      throw new LotlineError('NOT_FOUND', msg`There is no product ${product}. Check the code.`, { product });
    }
    // Where there is no such location, nothing lies there.
    const lying: Lying = { product: goods?.id, place: location === '' ? undefined : (place?.id ?? 0) };
    const question = { product, location, ordering, offset, limit };
    const until = asOf === undefined ? undefined : momentMeant(reader.db, asOf);
    const { rows, total } =
      until === undefined
        ? await stockPage(reader.db, lying, { ordering, offset, limit })
        : await pastPage({ read, db: reader.db }, { ...question, until });
    const heldOf = await heldLines(read, rows, until);
    const worthEach = await worthOf({ read, db: reader.db }, rows, until ?? now);
    return {
      total,
      rows: rows.map((row) => {
        const { cost: _cost, productId: _id, quantity, ...said } = row;
        return {
          ...said,
          quantity: formatQuantity(quantity),
          value: valueOf(quantity, worthEach(row)),
          held: heldOf(row),
        };
      }),
    };
  },
};

const productNamed = query((tables, { code }: { code: string }) =>
  tables.selectFrom('product').select('id').where('code', '=', code),
);

const locationNamed = query((tables, { code }: { code: string }) =>
  tables.selectFrom('place').select('id').where('code', '=', code),
);

/** What a unit was received at, for statements that are no typed queries yet. */
export const unitCostOf = query(() => recordedCost).in('sqlite').sql;

const balanceEnds =
  'join unit u on u.id = b.unit_id join product p on p.id = u.product_id join place l on l.id = b.place_id';
const balanceCodes = 'p.code, u.lot, u.sublot, u.serial, l.code, b.status';
/** When the lot of a unit expires, or its sublot where that has a date of its own. */
const expiryIn = (sublot: string): string =>
  `(select t.expires_on from lot t where t.product_id = u.product_id and t.lot = u.lot and t.sublot = ${sublot})`;
const balanceColumns = `p.id as "productId", p.code as product, u.lot, u.sublot, u.serial, l.code as location, b.status, b.quantity, ${unitCostOf} as cost,
  p.name as "productName", p.unit as "unitOfMeasure", coalesce(${expiryIn('u.sublot')}, ${expiryIn("''")}, '') as "expiresOn"`;

type Paged = { offset: number; limit: number };

/** A page of what lies of some goods somewhere. Ids are numbers of the store's own. */
async function stockPage(
  db: Database,
  lying: Lying,
  { ordering, ...page }: Paged & { ordering: OrderingName },
): Promise<{ rows: BalanceRow[]; total: number }> {
  const { product, place } = lying;
  const here = place === undefined ? 'true' : `b.place_id = ${place}`;
  const total =
    product === undefined
      ? countOf(db, `select count(*) from balance b where ${here}`, {})
      : countOf(
          db,
          `select count(*) from unit u cross join balance b on b.unit_id = u.id where u.product_id = ${product} and ${here}`,
          {},
        );
  const where = product === undefined ? here : `u.product_id = ${product} and ${here}`;
  if (ordering === 'codePoint') return { total, rows: codePointPage(db, where, page, place === undefined) };
  const ids =
    total > mostSortedUsually ? await balancesInOrder(db, lying, page) : pageByCodes(codesOf(db, where), page).ids;
  return { total, rows: balancesOf(db, ids) };
}

/** Along the indexes of products and units, which are in this order, where most of the stock is asked for. */
const alongUnits = `from product p cross join unit u on u.product_id = p.id cross join balance b on b.unit_id = u.id
  cross join place l on l.id = b.place_id`;

const codePointPage = (db: Database, where: string, page: Paged, isAnywhere: boolean): BalanceRow[] =>
  db
    .prepare<[Paged], BalanceRow>(
      `select ${balanceColumns} ${isAnywhere ? alongUnits : `from balance b ${balanceEnds}`} where ${where} order by ${balanceCodes} limit @limit offset @offset`,
    )
    .all(page);

const codesOf = (db: Database, where: string): CodeRow[] =>
  db.prepare<[], CodeRow>(`select b.id, ${balanceCodes} from balance b ${balanceEnds} where ${where}`).raw().all();

const balancesOf = (db: Database, ids: readonly number[]): BalanceRow[] =>
  db
    .prepare<[string], BalanceRow>(
      `select ${balanceColumns} from json_each(?) j join balance b on b.id = j.value ${balanceEnds} order by j.key`,
    )
    .all(JSON.stringify(ids));

/** Quantity (millionths) times cost (ten-thousandths), rounded half up to a ten-thousandth; "" without a cost. */
export function valueOf(quantity: number, each: Amount): string {
  const worth = pricedLike(BigInt(quantity), each);
  return worth === undefined || each.costless > 0n ? '' : formatCost(shownValue(worth.value));
}

const countOf = (db: Database, sql: string, named: Record<string, unknown>): number =>
  db.prepare<unknown[], number>(sql).pluck().get(named) ?? 0;
