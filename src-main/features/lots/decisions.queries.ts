import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { dayOf, type Here } from '#main/features/security/identity.queries.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { formatUnit, type Unit } from '#shared/kernel/unit.ts';
import type { Message } from '#shared/kernel/message.ts';
import { decisionSentence } from '#shared/lots/decisionSentence.ts';

/** What a decision about a status is about. */
export type Decided = {
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  statusFrom: string;
  statusTo: string;
  location: string;
};

type Line = { unitId: number; lot: string; sublot: string; serial: string; location: string; quantity: number };

/** The goods a decision moves, as they lie now. */
export type DecidedGoods = {
  lines: Line[];
  /** Sum of the lines, in millionths of the unit. */
  quantity: bigint;
  unitOfMeasure: string;
  /** The last day they may be used; null for none. */
  lastDay: PlainDate | null;
  today: PlainDate;
  /** Whether any of it was rejected and not released since. */
  wasRejected: boolean;
  /** Under which names the journal keeps the records of the lots; none where goods have only serials. */
  lotNames: string[];
  /** The whole name of what was named in part: a serial's lot and sublot, where all of it has the same. */
  unit: Unit;
};

/** So many lines are decided at once; more are decided place by place. */
const mostLines = 5_000;

/**
 * Reads what of a lot or serial lies in a status. A lot named without sublot or serial means all of it.
 * @throws LotlineError NOT_FOUND for an unknown product; INSUFFICIENT_QTY where nothing lies there
 */
export function goodsOf(
  db: Database,
  { product, lot, sublot, serial, statusFrom, location }: Decided,
  here: Here,
): DecidedGoods {
  const known = db
    .prepare<[string], { id: number; unit: string }>('select id, unit from product where code = ?')
    .get(product);
  if (known === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${product}.`, { field: 'product' });
  const lines = db
    .prepare<unknown[], Line>(
      `select u.id as unitId, u.lot, u.sublot, u.serial, p.code as location, b.quantity from unit u
       join balance b on b.unit_id = u.id join place p on p.id = b.place_id
       where u.product_id = ? and (? = '' or u.lot = ?) and (? = '' or u.sublot = ?) and (? = '' or u.serial = ?)
         and b.status = ? and (? = '' or p.code = ?)
       order by p.code, u.lot, u.sublot, u.serial limit ?`,
    )
    .all(known.id, lot, lot, sublot, sublot, serial, serial, statusFrom, location, location, mostLines + 1);
  const name = formatUnit({ product, lot, sublot, serial });
  if (lot === '' && serial === '')
    throw new LotlineError('VALIDATION', msg`Name a lot or a serial: a status is decided for known goods.`, {
      field: 'lot',
    });
  const [first] = lines;
  if (first === undefined) {
    const where = location === '' ? msg`anywhere` : msg`at ${location}`;
    throw new LotlineError('INSUFFICIENT_QTY', msg`Nothing of ${name} lies ${where} in status ${statusFrom}.`, {
      field: 'statusFrom',
    });
  }
  if (lines.length > mostLines)
    throw new LotlineError('VALIDATION', msg`More than ${mostLines} pieces lie there. Decide location by location.`, {
      field: 'location',
    });
  const named = lotsOf(db, known.id, lines);
  const ends = named.flatMap(({ expiresOn, useByOn }) => [expiresOn, useByOn]).filter((date) => date !== null);
  return {
    lines,
    quantity: lines.reduce((sum, line) => sum + BigInt(line.quantity), 0n),
    unitOfMeasure: known.unit,
    lastDay: ends.sort()[0] ?? null,
    today: dayOf(db, here),
    wasRejected: lines.some(({ unitId }) => isRejected(db, unitId)),
    lotNames: [...new Set(named.map((one) => [product, one.lot, one.sublot].join('\u001f')))],
    unit: serial === '' ? { product, lot, sublot, serial } : { product, lot: first.lot, sublot: first.sublot, serial },
  };
}

/**
 * Whether the last that was said of a unit, by the time of its movements, is that it is rejected: what was entered late
 * counts where it happened. Only a change of status releases; goods that came in released say nothing of others. What
 * was undone was never said. Of what was split off or merged since, it is what was said of that lot by then.
 */
function isRejected(
  db: Database,
  unitId: number,
  until = Number.MAX_SAFE_INTEGER,
  met: readonly number[] = [],
): boolean {
  const last = db
    .prepare<[number, number], { at: number; status: string }>(
      `select m.at, m.status_to as status from movement m
       where m.to_unit_id = ? and m.at <= ? and (m.status_to like 'R%'
           or (m.status_to like 'A%' and m.status_from <> '' and m.status_from not like 'A%'))
         and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)
       order by m.at desc, m.id desc limit 1`,
    )
    .get(unitId, until);
  if (last?.status.startsWith('R') === true) return true;
  return splitInto(db, unitId, { since: last?.at ?? 0, until }).some(
    ({ source, at }) => !met.includes(source) && isRejected(db, source, at, [...met, unitId]),
  );
}

/** From which lots goods of a unit in quarantine were split off or merged in some time. */
const splitInto = (db: Database, unitId: number, { since, until }: { since: number; until: number }) =>
  db
    .prepare<[number, number, number], { source: number; at: number }>(
      `select m.from_unit_id as source, m.at from movement m join unit f on f.id = m.from_unit_id
       where m.to_unit_id = ? and m.from_unit_id <> m.to_unit_id and m.at >= ? and m.at <= ? and f.lot <> ''
         and m.from_place_id is not null and m.to_place_id is not null and m.status_to like 'Q%'
         and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`,
    )
    .all(unitId, since, until);

type LotDates = { lot: string; sublot: string; expiresOn: string | null; useByOn: string | null };

/** The lots that goods are of, each once. */
function lotsOf(db: Database, productId: number, lines: readonly Line[]): LotDates[] {
  const lot = db.prepare<[number, string, string, string], LotDates>(
    `select lot, sublot, expires_on as expiresOn, use_by_on as useByOn from lot
     where product_id = ? and lot = ? and sublot in (?, ?) order by sublot desc`,
  );
  const names = new Map(lines.map((line) => [`${line.lot}\u001f${line.sublot}`, line]));
  return [...names.values()].flatMap((line) => {
    const [own, ofLot] = lot.all(productId, line.lot, line.sublot, '');
    if (own === undefined) return [];
    if (ofLot === undefined) return [own];
    // A sublot has its lot's dates where it has none itself, so that the decision rests on both.
    const dates = { expiresOn: own.expiresOn ?? ofLot.expiresOn, useByOn: own.useByOn ?? ofLot.useByOn };
    return [
      { ...own, ...dates },
      { ...ofLot, expiresOn: null, useByOn: null },
    ];
  });
}

/** What is signed, with its numbers. */
export function sentenceOf(
  decided: Decided,
  { quantity, unitOfMeasure, lines }: DecidedGoods,
  reason: string,
): Message {
  const locations = [...new Set(lines.map(({ location }) => location))];
  return decisionSentence({ ...decided, quantity: formatQuantity(quantity), unitOfMeasure, locations, reason });
}

/** Where how much lies: the signer has read it, though the sentence only counts the places. */
export const lyingOf = ({ lines }: DecidedGoods): Json =>
  lines.map(({ unitId, location, quantity }) => [unitId, location, quantity]);
