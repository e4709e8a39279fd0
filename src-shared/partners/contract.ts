import { z } from 'zod';
import { freeText, optionalCode, searchText, storedCode } from '#shared/kernel/fields.ts';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { longestPage, pageInput, pageOf } from '#shared/kernel/page.ts';
import { longestLife, partnerKinds, partnerList } from './vocabulary.ts';

export const partner = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(partnerKinds),
  country: z.string(),
  email: z.string(),
  address: z.string(),
  phone: z.string(),
  gln: z.string(),
  /** Who is told of a recall, where that was agreed; "" for what was not. */
  contactName: z.string(),
  contactPhone: z.string(),
  contactEmail: z.string(),
  /** So many days goods must last when they are shipped to it; null for any. */
  leastLifeDays: z.number().int().nullable(),
});
export type Partner = z.infer<typeof partner>;

export const partners = {
  list: query({
    permission: 'look',
    reads: ['partner', 'partner_terms'],
    input: pageInput
      .extend({
        search: searchText.default(''),
        /** Only partners with exactly these codes; none given means all. */
        codes: z.array(z.string()).max(longestPage).default([]),
      })
      .strict(),
    output: pageOf(partner),
  }),
  /** Says what was agreed with a partner; all blank takes it back. */
  saveTerms: command({
    permission: 'masterData',
    reason: true,
    input: z
      .object({
        partner: storedCode,
        contactName: freeText,
        contactPhone: optionalCode,
        contactEmail: optionalCode,
        leastLifeDays: z.number().int().min(1).max(longestLife).nullable(),
      })
      .strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** The list of partners, with when each delivered and got something last. */
  listWithDeliveries: query({
    permission: 'look',
    reads: ['partner', 'movement'],
    input: listInput(partnerList),
    output: pageOf(listRow(partnerList)),
  }),
};
