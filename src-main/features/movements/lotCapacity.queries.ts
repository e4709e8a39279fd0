import { sql } from 'kysely';
import type { MovementDraft } from '#main/ledger/movementDraft.ts';
import { query } from '#main/store/query.ts';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';

/** What of a lot one document moves in one way, over all of its lines. */
type Sum = { draft: MovementDraft; quantity: bigint };

/**
 * Holds what documents move of a lot to what a lot of its product holds: all lines of a document together, those before
 * included. What only changes a status or a name moves nothing.
 * @throws LotlineError VALIDATION, which names the movement by its row
 */
export async function insistOnCapacity(work: Pick<Work, 'all'>, drafts: readonly MovementDraft[]): Promise<void> {
  const moved = drafts.filter(({ lot, kind, reverses }) => lot !== '' && reverses === null && !stays.includes(kind));
  const ids = [...new Set(moved.map(({ product }) => product.id))];
  const capacities = new Map(
    (await work.all(capacitiesOf, { ids })).map(({ id, capacity, unit }) => [id, { capacity: BigInt(capacity), unit }]),
  );
  const sums = new Map<string, Sum>();
  for (const draft of moved) {
    if (!capacities.has(draft.product.id)) continue;
    const { product, lot, sublot, document, kind } = draft;
    const key = JSON.stringify([product.id, lot, sublot, document, kind]);
    const before = sums.get(key)?.quantity ?? (await alreadyMoved(work, draft));
    sums.set(key, { draft, quantity: before + BigInt(draft.quantity) });
  }
  for (const { draft, quantity } of sums.values()) {
    const { product, lot, sublot, document, row } = draft;
    const goods = unitMessage({ product: product.code, lot, sublot, serial: '' });
    const { capacity, unit } = capacities.get(product.id) ?? { capacity: 0n, unit: '' };
    if (quantity <= capacity) continue;
    const [much, most] = [formatQuantity(quantity), formatQuantity(capacity)];
    throw new LotlineError(
      'VALIDATION',
      msg`${document} moves ${{ decimal: much }} ${unit} of ${goods}, which holds ${{ decimal: most }} ${unit} at most. Name another lot for the rest.`,
      { column: 'quantity', movement: row },
    );
  }
}

const stays: readonly string[] = ['status', 'assign'];

const alreadyMoved = async (work: Pick<Work, 'all'>, { product, lot, sublot, document, kind }: MovementDraft) => {
  const [found] = await work.all(movedBefore, { product: product.id, lot, sublot, document, kind });
  return readSum(found?.quantity ?? '0');
};

const capacitiesOf = query<{ ids: readonly number[] }, { id: number; capacity: number; unit: string }>(
  (
    _,
    { ids },
    { idsOf },
  ) => sql`select p.id, p.lot_capacity as capacity, p.unit from ${idsOf(ids)} j join product p on p.id = j.id
  where p.lot_capacity is not null`,
);

type Asked = { product: number; lot: string; sublot: string; document: string; kind: string };

/** What stands in the journal of a document already; what was undone does not count. */
const movedBefore = query<Asked, { quantity: string }>(
  (_, { product, lot, sublot, document, kind }) => sql`select ${exactSumSql('m.quantity')} as quantity
  from movement m join unit u on u.id = m.to_unit_id
  where m.document = ${document} and m.kind = ${kind} and u.product_id = ${product} and u.lot = ${lot}
    and u.sublot = ${sublot} and m.reverses_id is null
    and not exists (select 1 from movement r where r.reverses_id = m.id)`,
);
