import { grown } from '#main/store/grown.ts';
import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { isActiveOn, rolesOf } from '#shared/partners/roles.ts';
import { partnerList } from '#shared/partners/vocabulary.ts';

/** How the list of partners is read. */
export const partnerSource: SimpleSource<typeof partnerList> = {
  list: partnerList,
  async rows(read, asking) {
    const last = await lastDeliveries(asking);
    const lastOf = (kind: string, id: number): string => {
      const at = last.get(`${kind} ${id}`);
      return at === undefined ? '' : formatMoment(at);
    };
    const today = dateOf(asking.now, asking.offsetMinutes);
    return (await read.all(partners)).map(({ id, kind, alsoKinds, inactiveFrom, ...partner }) => ({
      ...partner,
      kind: rolesOf({ kind, alsoKinds }),
      state: isActiveOn(inactiveFrom, today) ? ('active' as const) : ('inactive' as const),
      lastReceipt: lastOf('receipt', id),
      lastShipment: lastOf('shipment', id),
    }));
  },
};

const partners = query((tables) =>
  tables
    .selectFrom('partner as p')
    .leftJoin('partner_terms as t', 't.partner', 'p.code')
    .select(['p.id', 'p.code', 'p.name', 'p.kind', 'p.address', 'p.country', 'p.email', 'p.phone', 'p.gln'])
    .select(['t.also_kinds as alsoKinds', 't.inactive_from as inactiveFrom']),
);

const lastOfEach = query((tables, { after, upTo }: { after: number; upTo: number }) =>
  tables
    .selectFrom('movement')
    .select(({ fn }) => ['partner_id as partnerId', 'kind', fn.max<number>('at').as('at')])
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .where('partner_id', 'is not', null)
    .where('kind', 'in', ['receipt', 'shipment'])
    .groupBy(['partner_id', 'kind']),
);

/** When each partner delivered, and was delivered to, last. */
const lastDeliveries = grown(lastOfEach, (known: ReadonlyMap<string, number> | undefined, rows) => {
  const last = new Map(known);
  for (const { partnerId, kind, at } of rows) {
    const key = `${kind} ${partnerId}`;
    last.set(key, Math.max(last.get(key) ?? at, at));
  }
  return last;
});
