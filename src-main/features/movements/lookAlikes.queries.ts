import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { keysOfLooks, lookAlike, type Looks } from '#shared/kernel/lookAlike.ts';

/** Two codes of one kind that a reader would take for each other; `product` is whose lots or serials they are. */
export type AlikePair = { kind: AlikeKind; product: string; one: string; other: string };
export const alikeKinds = ['product', 'partner', 'location', 'lot', 'serial', 'workOrder'] as const;
export type AlikeKind = (typeof alikeKinds)[number];

type Asks = Pick<Read, 'all'>;
type Named = { id: number; product: string; name: string };
type After = { after: number; product: string; limit: number };

/** So many codes are read at a time. */
const rowsPerStep = 20_000;
/** Of codes that are all alike each is held against so many. */
const mostNear = 20;

/** The pairs of codes that look alike; lots and serials of one product, or of all, each product's among themselves. */
export async function alikePairs(
  read: Asks,
  product: string,
  step: (done: number, total: number) => Promise<void>,
): Promise<AlikePair[]> {
  const pairs: AlikePair[] = [];
  for (const [at, kind] of alikeKinds.entries()) {
    const looks: Looks = kind === 'lot' ? 'lot' : 'code';
    const byKey = new Map<string, string[]>();
    for (let after = 0; ; ) {
      await step(at, alikeKinds.length);
      const rows = await read.all(codesOf[kind], { after, product, limit: rowsPerStep });
      for (const row of rows) {
        const near = new Set<string>();
        for (const key of keysOfLooks(row.name, looks)) {
          const full = `${row.product}\u001f${key}`;
          const names = byKey.get(full) ?? [];
          for (const name of names) near.add(name);
          if (names.length < mostNear && !names.includes(row.name)) byKey.set(full, [...names, row.name]);
        }
        // A lot stands there once for each of its sublots.
        if (near.has(row.name)) continue;
        for (const one of near)
          if (lookAlike(one, row.name, looks)) pairs.push({ kind, product: row.product, one, other: row.name });
      }
      if (rows.length < rowsPerStep) break;
      after = rows.at(-1)?.id ?? 0;
    }
  }
  return pairs;
}

const codes = (table: 'product' | 'partner' | 'place') =>
  query<After, Named>(
    (_, { after, limit }) => sql`
      select id, '' as product, code as name from ${sql.table(table)} where id > ${after} order by id limit ${limit}`,
  );

const codesOf = {
  product: codes('product'),
  partner: codes('partner'),
  location: codes('place'),
  lot: query<After, Named>(
    (_, { after, product, limit }) => sql`
      select l.id, p.code as product, l.lot as name from lot l join product p on p.id = l.product_id
      where l.id > ${after} and (${product} = '' or p.code = ${product}) order by l.id limit ${limit}`,
  ),
  serial: query<After, Named>(
    (_, { after, product, limit }) => sql`
      select u.id, p.code as product, u.serial as name from unit u join product p on p.id = u.product_id
      where u.id > ${after} and u.serial <> '' and (${product} = '' or p.code = ${product}) order by u.id limit ${limit}`,
  ),
  workOrder: query<After, Named>(
    (_, { after, limit }) => sql`
      select id, '' as product, work_order as name from run where id > ${after} order by id limit ${limit}`,
  ),
} as const;
