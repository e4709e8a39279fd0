import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { type Piece, nameOfPiece } from './lives.queries.ts';

/** When the lots of serials were made, by the serial's name; of one product where it is named. */
export const lotsMade = async (read: Pick<Read, 'all'>, product: string): Promise<Map<string, string>> =>
  new Map((await read.all(madeOf, { product })).map((row) => [nameOfPiece(row), row.madeOn]));

const madeOf = query<{ product: string }, Piece & { madeOn: string }>(
  (_, { product }) => sql`select p.code as product, u.serial, l.manufactured_on as "madeOn"
  from lot l join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
    join product p on p.id = u.product_id
  where u.serial <> '' and l.manufactured_on is not null and (${product} = '' or p.code = ${product})`,
);
