import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { anyGoods, asksOrigin, type HoldScope } from '#shared/holds/scope.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { stockOf, type StockLine } from './heldStock.queries.ts';
import { withMadeOf } from './splits.queries.ts';

export type LotName = { product: string; lot: string; sublot: string };

/** How much of a lot or sublot is on hold: what lies here of it, or all of it where a hold names the lot itself. */
export type LotHeld = '' | 'whole' | 'part';

/** Which lots are on hold just now. */
export class LotsOnHold {
  readonly #here = new Map<string, LotHeld>();
  readonly #named = new Set<string>();

  constructor(scopes: readonly HoldScope[], held: readonly StockLine[], lying: readonly StockLine[]) {
    for (const scope of scopes) if (scope.lot !== '' && isOnAll(scope)) this.#named.add(keyOf(scope));
    const lines = new Set(held.map(lineOf));
    for (const line of lying) {
      const [key, now] = [keyOf(line), lines.has(lineOf(line)) ? 'whole' : ''] as const;
      const before = this.#here.get(key) ?? now;
      this.#here.set(key, before === now ? now : 'part');
    }
  }

  of({ product, lot, sublot }: LotName): LotHeld {
    const isNamed = [sublot, ''].some((one) => this.#named.has(keyOf({ product, lot, sublot: one })));
    return isNamed ? 'whole' : (this.#here.get(keyOf({ product, lot, sublot })) ?? '');
  }

  /** Every product and lot of which something may be on hold. */
  get names(): (readonly [product: string, lot: string])[] {
    const keys = [...this.#named, ...this.#here.keys()].map((key) => key.split(partSeparator));
    return keys.map(([product = '', lot = '']) => [product, lot] as const);
  }
}

const isOnAll = (scope: HoldScope): boolean => scope.serialFrom === '' && scope.location === '' && !asksOrigin(scope);
const keyOf = ({ product, lot, sublot }: LotName): string => [product, lot, sublot].join(partSeparator);
const lineOf = ({ unitId, location, status }: StockLine): string => `${unitId} ${location} ${status}`;

/** By the last entry of the trail that a connection saw: what was set, lifted or moved since is another state. */
const kept = new WeakMap<Database, { seq: number; lots: LotsOnHold }>();

/** Which lots are on hold, as they are recorded: what may be done with them, the policy decides. */
export async function lotsOnHold(read: Read, db: Database): Promise<LotsOnHold> {
  const seq = (await read.one(lastEntry))?.seq ?? 0;
  const known = kept.get(db);
  if (known?.seq === seq) return known.lots;
  const scopes = [...(await withMadeOf(read, await activeScopes(read))).values()].flat();
  const held = (await stockOf(read, scopes)).flat().filter(({ lot }) => lot !== '');
  const names = new Map(
    held.map(({ product, lot }) => [`${product}${partSeparator}${lot}`, { ...anyGoods, product, lot }]),
  );
  const lots = new LotsOnHold(scopes, held, (await stockOf(read, [...names.values()])).flat());
  kept.set(db, { seq, lots });
  return lots;
}

const lastEntry = query((tables) => tables.selectFrom('head').select('seq').where('id', '=', 1));

/** What the holds that stand are on. */
export const activeScopes = (read: Pick<Read, 'all'>): Promise<HoldScope[]> => read.all(selectActive);

const selectActive = query((tables) =>
  tables
    .selectFrom('hold')
    .select(['product', 'lot', 'sublot', 'serial_from as serialFrom', 'serial_to as serialTo', 'supplier'])
    .select(['work_order as workOrder', 'location', 'received_from as receivedFrom', 'received_to as receivedTo'])
    .where('lifted_at', 'is', null),
);
