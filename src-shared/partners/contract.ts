import { z } from 'zod';
import { freeText, message, name, optionalCode, plainDateText, searchText, storedCode } from '#shared/kernel/fields.ts';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { longestPage, pageInput, pageOf } from '#shared/kernel/page.ts';
import { longestLife, partnerKinds, partnerList, partnerRoles } from './vocabulary.ts';

export const partner = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(partnerKinds),
  /** All that it is. */
  roles: z.array(z.enum(partnerRoles)),
  country: z.string(),
  email: z.string(),
  address: z.string(),
  phone: z.string(),
  gln: z.string(),
  /** Who is told of a recall, where that was agreed; "" for what was not. */
  contactName: z.string(),
  contactPhone: z.string(),
  contactEmail: z.string(),
  /** When the contact can be reached. */
  contactHours: z.string(),
  /** So many days goods must last when they are shipped to it; null for any. */
  leastLifeDays: z.number().int().nullable(),
  /** The first day on which it is not dealt with any more; "" while it is in use. */
  inactiveFrom: z.string(),
});
export type Partner = z.infer<typeof partner>;

/** Of what exports say of it, and of what is said here alone; 0 where there is none. */
const versions = { version: z.number().int().min(0), termsVersion: z.number().int().min(0) };

export const partners = {
  /** A partner as it is recorded, and the versions that is. */
  get: query({
    permission: 'look',
    reads: ['partner', 'partner_terms'],
    input: z.object({ code: storedCode }).strict(),
    output: partner.extend(versions),
  }),
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
  /** Makes a partner, or changes the one that was opened. Its code stays. */
  save: command({
    permission: 'masterData',
    reason: true,
    input: z
      .object({
        code: storedCode,
        name,
        roles: z.array(z.enum(partnerRoles)).min(1),
        country: optionalCode,
        email: optionalCode,
        address: freeText,
        phone: optionalCode,
        gln: optionalCode,
        contactName: freeText,
        contactPhone: optionalCode,
        contactEmail: optionalCode,
        contactHours: freeText,
        leastLifeDays: z.number().int().min(1).max(longestLife).nullable(),
        inactiveFrom: z.union([z.literal(''), plainDateText]),
        ...versions,
      })
      .strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']), findings: z.array(message) }),
  }),
  /** The list of partners, with when each delivered and got something last. */
  listWithDeliveries: query({
    permission: 'look',
    reads: ['partner', 'partner_terms', 'movement'],
    input: listInput(partnerList),
    output: pageOf(listRow(partnerList)),
  }),
};
