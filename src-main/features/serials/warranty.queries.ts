import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { SerialLife } from '#shared/serials/life.ts';
import { type Warranty, warrantyOf } from '#shared/serials/warranty.ts';
import type { Piece } from './lives.queries.ts';

export const warrantyRules = query((tables) =>
  tables
    .selectFrom('warranty_rule')
    .select(['level', 'code', 'valid_from as validFrom', 'months', 'starts'])
    .orderBy('level', 'desc')
    .orderBy('code')
    .orderBy('valid_from', 'desc'),
);

/** The last days of warranties that somebody said. */
export const saidEnds = query((tables, { product, serial }: Piece) =>
  tables
    .selectFrom('warranty_end')
    .select(['product', 'serial', 'ends_on as endsOn', 'version'])
    .where(({ eb, or, val }) => or([eb(val(product), '=', ''), eb('product', '=', product)]))
    .where(({ eb, or, val }) => or([eb(val(serial), '=', ''), eb('serial', '=', serial)])),
);

type Of = { code: string; category: string; life: SerialLife | undefined; madeOn: PlainDate; endsOn: PlainDate | null };

/** The warranty of a serial of some life. The day its lot was made goes before the day it came out of its order. */
export async function warrantyNow(
  read: Pick<Read, 'all'>,
  { code, category, life, madeOn, endsOn }: Of,
  today: PlainDate,
): Promise<Warranty> {
  const { origin, deliveries } = life ?? { origin: null, deliveries: [] };
  const made = madeOn !== '' ? madeOn : origin?.how === 'made' ? origin.on : '';
  return warrantyOf({
    rules: await read.all(warrantyRules),
    product: { code, category },
    deliveries,
    madeOn: made,
    correctedTo: endsOn,
    today,
  });
}
