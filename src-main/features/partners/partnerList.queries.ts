import { query } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { partnerList } from '#shared/partners/vocabulary.ts';

/** How the list of partners is read. */
export const partnerSource: SimpleSource<typeof partnerList> = {
  list: partnerList,
  async rows(read) {
    const last = new Map((await read.all(lastOfEach)).map(({ partnerId, kind, at }) => [`${kind} ${partnerId}`, at]));
    const lastOf = (kind: string, id: number): string => {
      const at = last.get(`${kind} ${id}`);
      return at === undefined ? '' : formatMoment(at);
    };
    return (await read.all(partners)).map(({ id, ...partner }) => ({
      ...partner,
      lastReceipt: lastOf('receipt', id),
      lastShipment: lastOf('shipment', id),
    }));
  },
};

const partners = query((tables) =>
  tables.selectFrom('partner').select(['id', 'code', 'name', 'kind', 'address', 'country', 'email', 'phone', 'gln']),
);

const lastOfEach = query((tables) =>
  tables
    .selectFrom('movement')
    .select(({ fn }) => ['partner_id as partnerId', 'kind', fn.max<number>('at').as('at')])
    .where('partner_id', 'is not', null)
    .where('kind', 'in', ['receipt', 'shipment'])
    .groupBy(['partner_id', 'kind']),
);
