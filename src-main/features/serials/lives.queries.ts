import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { lifeOfSerial, type SerialLife, type SerialMove } from '#shared/serials/life.ts';

/** A serial by its product: it belongs to one lot for ever. */
export type Piece = Pick<Unit, 'product' | 'serial'>;
export const nameOfPiece = ({ product, serial }: Piece): string => `${product}${partSeparator}${serial}`;

/** What the movements of some serials come to, by `nameOfPiece`; one that no movement names has none. */
export async function livesOf(read: Pick<Read, 'all'>, pieces: readonly Piece[]): Promise<Map<string, SerialLife>> {
  const wanted = new Set(pieces.map(nameOfPiece));
  const moves = await read.all(movesOf, { serials: [...new Set(pieces.map(({ serial }) => serial))] });
  return livesIn(moves.filter((move) => wanted.has(nameOfPiece(move))));
}

/** The same of every serial of a product, or of all. */
export const allLives = async (read: Pick<Read, 'all'>, product: string): Promise<Map<string, SerialLife>> =>
  livesIn(await read.all(allMoves, { product }));

const livesIn = (moves: readonly Move[]): Map<string, SerialLife> =>
  new Map(Array.from(Map.groupBy(moves, nameOfPiece), ([name, own]) => [name, lifeOfSerial(own)]));

type Move = SerialMove & Piece;

// What was undone never was, nor was its undoing.
const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;
const columns = sql`m.id, m.at, m.offset_minutes as "offsetMinutes", m.kind, m.document, p.code as product, u.serial,
  coalesce(l.code, '') as "to", coalesce(q.code, '') as partner, coalesce(r.work_order, '') as "workOrder"`;
const beside = sql`left join place l on l.id = m.to_place_id left join partner q on q.id = m.partner_id
  left join run r on r.id = m.run_id`;

const movesWhere = (isMeant: ReturnType<typeof sql>) => sql<Move>`
  select ${columns} from unit u join product p on p.id = u.product_id join movement m on m.to_unit_id = u.id ${beside}
  where ${isMeant} and ${stands}
  union all
  select ${columns} from unit u join product p on p.id = u.product_id
    join movement m on m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id ${beside}
  where ${isMeant} and ${stands}
  order by 2, 1`;

const movesOf = query<{ serials: readonly string[] }, Move>((_, { serials }, { textsOf }) =>
  movesWhere(sql`u.serial in ${textsOf(serials)} and u.serial <> ''`),
);
const allMoves = query<{ product: string }, Move>((_, { product }) =>
  movesWhere(sql`u.serial <> '' and (${product} = '' or p.code = ${product})`),
);

/** The lot of a serial, its product's category, and when its lot was made; undefined for one that no movement named. */
export const pieceNamed = query<Piece, Unit & { name: string; category: string; madeOn: string | null }>(
  (
    _,
    { product, serial },
  ) => sql`select p.code as product, u.lot, u.sublot, u.serial, p.name, p.category, l.manufactured_on as "madeOn"
  from product p join unit u on u.product_id = p.id
    left join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot and u.lot <> ''
  where p.code = ${product} and u.serial = ${serial} and u.serial <> ''
  order by case when u.lot = '' then 1 else 0 end, u.id desc limit 1`,
);
