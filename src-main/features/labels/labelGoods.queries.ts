import { sql } from 'kysely';
import type { Database } from 'better-sqlite3';
import { holdsOnGoods } from '#main/features/holds/onGoods.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { type Unit, unitMessage, type UnitSelector } from '#shared/kernel/unit.ts';
import type { LabelGoods } from '#shared/labels/elements.ts';
import type { TagState } from '#shared/labels/vocabulary.ts';

/** Goods as labels say them. */
export type NamedGoods = LabelGoods & { name: string; unitOfMeasure: string };

/**
 * What is recorded of a lot or serial. A serial named alone brings its lot along; a lot that never moved has labels too.
 * @throws LotlineError NOT_FOUND
 */
export async function goodsOf(read: Read, selector: UnitSelector): Promise<NamedGoods> {
  const product = await read.one(productNamed, { code: selector.product });
  if (product === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${selector.product}.`, { field: 'product' });
  const moved = await read.one(lastUnit, selector);
  const unit =
    selector.serial !== '' && selector.lot === '' && moved !== undefined ? { ...selector, ...moved } : selector;
  const dates = unit.lot === '' ? undefined : await read.one(datesOfLot, unit);
  const isKnown = moved !== undefined || (unit.serial === '' && dates !== undefined);
  if (!isKnown && (unit.lot !== '' || unit.serial !== ''))
    throw new LotlineError('NOT_FOUND', msg`There is no ${unitMessage(unit)}. Check the product and the number.`);
  return {
    ...unit,
    ...product,
    manufacturedOn: dates?.manufacturedOn ?? '',
    expiresOn: dates?.expiresOn ?? '',
    bestBeforeOn: dates?.bestBeforeOn ?? '',
    useByOn: dates?.useByOn ?? '',
  };
}

/** What a status tag may say of goods just now: the statuses they lie in, and above them that they are on hold. */
export async function statesOf(read: Read, db: Database, unit: Unit): Promise<TagState[]> {
  if (unit.lot === '' && unit.serial === '') return [];
  const holds = await holdsOnGoods(read, db, unit);
  if (holds.some(({ isPart }) => !isPart)) return ['hold'];
  const letters = new Set((await read.all(lettersOf, unit)).map(({ letter }) => letter));
  const states = (['Q', 'A', 'R'] as const).filter((letter) => letters.has(letter));
  return holds.length > 0 ? [...states, 'hold'] : states;
}

const productNamed = query<{ code: string }, { name: string; gtin: string; unitOfMeasure: string }>(
  (_, { code }) => sql`select name, gtin, unit as "unitOfMeasure" from product where code = ${code}`,
);

const lastUnit = query<Unit, { lot: string; sublot: string }>(
  (_, { product, lot, sublot, serial }) => sql`select u.lot, u.sublot from unit u join product p on p.id = u.product_id
  where p.code = ${product} and (u.lot = ${lot} or (${lot} = '' and ${serial} <> '')) and (${sublot} = '' or u.sublot = ${sublot})
    and (${serial} = '' or u.serial = ${serial}) order by u.id desc limit 1`,
);

type Dates = Record<'manufacturedOn' | 'expiresOn' | 'bestBeforeOn' | 'useByOn', string | null>;
const datesOfLot = query<Unit, Dates>(
  (
    _,
    { product, lot, sublot },
  ) => sql`select l.manufactured_on as "manufacturedOn", l.expires_on as "expiresOn", l.best_before_on as "bestBeforeOn",
    l.use_by_on as "useByOn" from lot l join product p on p.id = l.product_id
  where p.code = ${product} and l.lot = ${lot} and (${sublot} = '' or l.sublot = ${sublot}) order by l.sublot limit 1`,
);

const lettersOf = query<Unit, { letter: string }>(
  (_, { product, lot, sublot, serial }) => sql`select distinct substr(b.status, 1, 1) as letter
  from product p join unit u on u.product_id = p.id join balance b on b.unit_id = u.id
  where p.code = ${product} and (${lot} = '' or u.lot = ${lot}) and (${sublot} = '' or u.sublot = ${sublot})
    and (${serial} = '' or u.serial = ${serial}) and b.quantity > 0`,
);
