import { z } from 'zod';
import { momentText } from '#shared/kernel/dates.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';

export const auditEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  person: z.string(),
  host: z.string(),
  workstation: z.string(),
  operation: z.string(),
  outcome: z.enum(['done', 'refused']),
  code: z.string(),
  summary: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** A row of an import that an entry speaks of: a finding, or a fault for which it was refused. */
export const listedRow = z.object({
  file: z.string(),
  row: z.number().int(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
});

/** One record an entry wrote: its values before and after, field by field. */
export const change = z.object({
  record: z.string(),
  /** How people name it, in one text and in its parts: the code, or product, lot and sublot. */
  key: z.string(),
  parts: z.array(z.string()),
  version: z.number().int(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

export const problem = z.object({
  code: z.string(),
  /** The entry the problem was found at; 0 when it belongs to none. */
  seq: z.number().int(),
  where: z.string(),
  message: z.string(),
});
export type Problem = z.infer<typeof problem>;

export const verification = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  problems: z.array(problem),
});
export type Verification = z.infer<typeof verification>;

export const audit = {
  list: query({
    permission: 'audit',
    input: pageInput
      .extend({
        operation: z.string().default(''),
        /** By the very id, or any part of the name. */
        person: z.string().max(200).default(''),
        outcome: z.enum(['', 'done', 'refused']).default(''),
        /** From this moment on, and before that one; "" for no such bound. */
        from: z.union([z.literal(''), momentText]).default(''),
        until: z.union([z.literal(''), momentText]).default(''),
        /** What it wrote or moved: the code of a product, partner or place, a lot, a serial or a document. */
        record: z.string().max(200).default(''),
      })
      .strict(),
    output: pageOf(auditEntry),
  }),
  get: query({
    permission: 'audit',
    input: pageInput.extend({ seq: z.number().int().min(1), limit: pageInput.shape.limit.default(200) }).strict(),
    output: z.object({
      entry: auditEntry,
      movements: z.number().int(),
      /** A page of what it wrote, and how many records in all. */
      changes: z.array(change),
      changesTotal: z.number().int(),
      /** Findings of an import, or faults for which it was refused. */
      listed: z.array(listedRow),
      /** The last entry there is. */
      last: z.number().int(),
    }),
  }),
  /** Recomputes the chain, every digest and every balance. `job` names the work for jobs.list and jobs.cancel. */
  verify: query({
    permission: 'audit',
    input: z.object({ job: z.string().default('') }).strict(),
    output: verification,
  }),
};
