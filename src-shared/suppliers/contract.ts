import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { optionalStoredCode, plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import {
  approvalLevels,
  approvalList,
  approvalStatuses,
  listedApproval,
  receiptActs,
  receiptLevels,
} from './vocabulary.ts';

const saved = z.object({ saved: z.enum(['new', 'changed', 'same']) });

export const suppliers = {
  /** The approved suppliers, with how each approval stands today. */
  list: query({
    permission: 'look',
    reads: ['supplier_approval', 'partner', 'product'],
    input: listInput(approvalList),
    output: pageOf(listRow(approvalList)),
  }),
  /**
   * What is said of one supplier, or of the suppliers of one product with its category, and who delivered what without
   * an approval that holds today.
   */
  about: query({
    permission: 'look',
    reads: ['supplier_approval', 'partner', 'product', 'movement'],
    input: z.object({ partner: optionalStoredCode.default(''), product: optionalStoredCode.default('') }).strict(),
    output: z.object({
      approvals: z.array(listedApproval),
      without: z.array(
        z.object({
          partner: z.string(),
          product: z.string(),
          name: z.string(),
          receipts: z.number().int(),
          lastAt: z.string(),
        }),
      ),
    }),
  }),
  /** The approvals that have ended or end soon, of suppliers that are still dealt with. */
  listEnding: query({
    permission: 'look',
    reads: ['supplier_approval', 'partner', 'partner_terms', 'product'],
    input: z.object({}).strict(),
    output: z.object({ approvals: z.array(listedApproval) }),
  }),
  /** How goods of suppliers that are not approved are received: where nothing is said, they are let through. */
  rules: query({
    permission: 'look',
    reads: ['receipt_rule'],
    input: z.object({}).strict(),
    output: z.object({
      rules: z.array(z.object({ level: z.enum(receiptLevels), code: z.string(), act: z.enum(receiptActs) })),
    }),
  }),
  /** Approves a supplier for a product or a category, says on what condition, or blocks it. */
  saveApproval: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z
      .object({
        partner: storedCode,
        level: z.enum(approvalLevels),
        code: storedCode,
        status: z.enum(approvalStatuses),
        validFrom: plainDateText,
        validUntil: z.union([z.literal(''), plainDateText]).default(''),
      })
      .strict(),
    output: saved,
  }),
  saveRule: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z
      .object({ level: z.enum(receiptLevels), code: optionalStoredCode.default(''), act: z.enum(receiptActs) })
      .strict(),
    output: saved,
  }),
};
