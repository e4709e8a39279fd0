import { z } from 'zod';
import { searchText } from '#shared/kernel/fields.ts';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { longestPage, pageInput, pageOf } from '#shared/kernel/page.ts';
import { partnerKinds, partnerList } from './vocabulary.ts';

export const partner = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(partnerKinds),
  country: z.string(),
  email: z.string(),
  address: z.string(),
  phone: z.string(),
  gln: z.string(),
});

export const partners = {
  list: query({
    permission: 'look',
    reads: ['partner'],
    input: pageInput
      .extend({
        search: searchText.default(''),
        /** Only partners with exactly these codes; none given means all. */
        codes: z.array(z.string()).max(longestPage).default([]),
      })
      .strict(),
    output: pageOf(partner),
  }),
  /** The list of partners, with when each delivered and got something last. */
  listWithDeliveries: query({
    permission: 'look',
    reads: ['partner', 'movement'],
    input: listInput(partnerList),
    output: pageOf(listRow(partnerList)),
  }),
};
