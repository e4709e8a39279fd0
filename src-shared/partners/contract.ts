import { z } from 'zod';
import { searchText } from '#shared/kernel/fields.ts';
import { query } from '#shared/kernel/operation.ts';
import { longestPage, pageInput, pageOf } from '#shared/kernel/page.ts';
import { partnerKinds } from './vocabulary.ts';

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
};
