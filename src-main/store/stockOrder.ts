import type { Database } from 'better-sqlite3';
import { type CodeRow, compareCodeRows } from './codeRows.ts';
import { memo } from './indexedList.ts';
import { idsInOrder, type NaturalOrder, prepareOrder } from './naturalOrder.ts';

/** Of which goods, and where; all of them where nothing is said. */
export type Lying = { product: number | undefined; place: number | undefined };

const unitOrder: NaturalOrder = {
  table: 'unit',
  rows: 'true',
  joins: 'join product p on p.id = t.product_id',
  codes: ['p.code', 't.lot', 't.sublot', 't.serial'],
};

/**
 * The ids of a page of balances as people look for them: by goods, then by location and status. The order of all goods is
 * kept in memory, and only the lines of a page are sorted: for stock of more lines than are sorted at each question.
 */
export async function balancesInOrder(
  db: Database,
  lying: Lying,
  { offset, limit }: { offset: number; limit: number },
): Promise<number[]> {
  await prepareOrder(db, unitOrder);
  const counts = memo(db, JSON.stringify(['lines of units', lying]), () => linesOfUnits(db, lying));
  const wanted: number[] = [];
  let skip = offset;
  let found = 0;
  for (const unit of idsInOrder(db, unitOrder)) {
    const lines = counts[unit] ?? 0;
    if (lines === 0) continue;
    if (skip >= lines && wanted.length === 0) {
      skip -= lines;
      continue;
    }
    wanted.push(unit);
    found += lines;
    if (found >= skip + limit) break;
  }
  const rows = db
    .prepare<unknown[], [at: number, ...CodeRow]>(
      `select j.key, b.id, l.code, b.status from json_each(?) j cross join balance b on b.unit_id = j.value
        cross join place l on l.id = b.place_id ${lying.place === undefined ? '' : 'where b.place_id = ?'}`,
    )
    .raw()
    .all(JSON.stringify(wanted), ...(lying.place === undefined ? [] : [lying.place]));
  return rows
    .map(([at, ...row]): { at: number; row: CodeRow } => ({ at, row }))
    .sort((a, b) => a.at - b.at || compareCodeRows(a.row, b.row))
    .slice(skip, skip + limit)
    .map(({ row: [id] }) => id);
}

/** How many lines there are of each unit, by its id. */
function linesOfUnits(db: Database, { product, place }: Lying): Uint16Array {
  const last = db.prepare<[], number>('select coalesce(max(id), 0) from unit').pluck().get() ?? 0;
  const lines = new Uint16Array(last + 1);
  const from = product === undefined ? 'balance b' : 'unit u cross join balance b on b.unit_id = u.id';
  const asked = [
    ...(product === undefined ? [] : [{ where: 'u.product_id = ?', is: product }]),
    ...(place === undefined ? [] : [{ where: 'b.place_id = ?', is: place }]),
  ];
  const where = asked.length === 0 ? '' : ` where ${asked.map((one) => one.where).join(' and ')}`;
  const units = db
    .prepare<unknown[], number>(`select b.unit_id from ${from}${where}`)
    .pluck()
    .all(...asked.map(({ is }) => is));
  for (const unit of units) lines[unit] = (lines[unit] ?? 0) + 1;
  return lines;
}
