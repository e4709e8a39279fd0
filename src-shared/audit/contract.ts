import { z } from 'zod';
import { freeText, momentText, searchText } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { meanings, signature } from '#shared/kernel/signature.ts';
import { historiedRecords } from './vocabulary.ts';

/** A part of a command's reply: a figure, or a short text. Lists count as how long they are. */
export const summaryFigure = z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.boolean()]) });

export const auditEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  /** What the computer's clock said, where it was behind the entry before: it was set back, or had been ahead. */
  clockBehind: z.string().optional(),
  person: z.string(),
  host: z.string(),
  workstation: z.string(),
  operation: z.string(),
  outcome: z.enum(['done', 'refused']),
  code: z.string(),
  summary: z.string(),
  /** What the summary of a done command is made of, for saying it in any language. */
  figures: z.array(summaryFigure),
  /** Why it was done, where it was asked. Entries that were made before this was kept have it in what was signed. */
  reason: z.string().optional(),
  /** What was signed with it, in one sentence; "" for nothing. */
  signed: z.string(),
  /** Everybody who signed it, in their order. */
  signers: z.array(z.object({ person: z.string(), name: z.string(), meaning: z.enum(meanings) })),
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
  /** The unit in which its quantities are measured, as the product had it then; "" where there is none. */
  unitOfMeasure: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type Change = z.infer<typeof change>;

/** A record as an entry wrote it, whole. */
export const recordVersion = z.object({
  version: z.number().int(),
  /** The entry that wrote it, and who had it written. */
  seq: z.number().int(),
  at: z.string(),
  person: z.string(),
  operation: z.string(),
  fields: z.array(z.object({ field: z.string(), value: z.string() })),
  /** Why the entry wrote it, "" for no reason; what was signed with it, "" for nothing, and by whom. */
  reason: z.string(),
  signed: z.string(),
  signers: auditEntry.shape.signers,
  /** The fields that differ from the version before; none for the first. */
  changed: z.array(z.string()),
});
export type RecordVersion = z.infer<typeof recordVersion>;

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
  /**
   * How many anchors kept outside the store the chain was held against, when the newest was made, as ISO text, and how
   * many more are of what was given up when a backup was restored. `told` has what else is to be known of them, in sentences.
   */
  anchors: z.object({
    held: z.number().int(),
    newest: z.string(),
    givenUp: z.number().int(),
    told: z.array(z.string()).optional(),
  }),
});
export type Verification = z.infer<typeof verification>;

/** Which entries: those that fit every part that is given. */
const filter = {
  /** An operation, or the name of a feature for all of its operations. */
  operation: z.string().max(100).default(''),
  /** By the very id, or any part of the name. */
  person: searchText.default(''),
  outcome: z.enum(['', 'done', 'refused']).default(''),
  /** From this moment on, and before that one; "" for no such bound. */
  from: z.union([z.literal(''), momentText]).default(''),
  until: z.union([z.literal(''), momentText]).default(''),
  /** What it wrote or moved: the code of a product, partner or place, a lot, a serial or a document, in any spelling. */
  record: searchText.default(''),
};
export const auditQuestion = z.object(filter).strict();
export type AuditQuestion = z.infer<typeof auditQuestion>;

const versionNumber = z.number().int().min(0).default(0);

/** A stretch of the trail that somebody looked through, or the entry of a restore that somebody approved. */
export const review = z.object({
  number: z.number().int(),
  first: z.number().int(),
  last: z.number().int(),
  note: z.string(),
  at: z.string(),
  signatures: z.array(signature),
});

export const audit = {
  /**
   * Which questions may have another answer since an entry of the trail: of those named `outdated` a page says so, the
   * others it asks again. `written` names the commands that wrote it, the last first.
   */
  changesSince: query({
    permission: 'look',
    reads: [],
    input: z.object({ seq: z.number().int().min(0) }).strict(),
    output: z.object({
      last: z.number().int(),
      stale: z.array(z.string()),
      outdated: z.array(z.string()),
      written: z.array(z.object({ at: z.string(), person: z.string(), operation: z.string(), command: z.string() })),
    }),
  }),
  list: query({
    permission: 'audit',
    reads: ['entry'],
    input: pageInput.extend(filter).strict(),
    output: pageOf(auditEntry),
  }),
  get: query({
    permission: 'audit',
    reads: ['entry'],
    input: pageInput.extend({ seq: z.number().int().min(1), limit: pageInput.shape.limit.default(200) }).strict(),
    output: z.object({
      entry: auditEntry,
      movements: z.number().int(),
      /** A page of what it wrote, and how many records in all. */
      changes: z.array(change),
      changesTotal: z.number().int(),
      /** Findings of an import, or faults for which it was refused. */
      listed: z.array(listedRow),
      /** How many there were; an entry keeps the first hundred faults only. */
      listedTotal: z.number().int(),
      /** The last entry there is. */
      last: z.number().int(),
      /** Those it was made with. */
      signatures: z.array(signature),
    }),
  }),
  /**
   * Every version of a record, newest first, and two of them to be compared: the two newest unless others are named.
   * For everyone who may see the record itself. `key` is the code; of a lot: product, lot and sublot.
   */
  versions: query({
    permission: 'look',
    reads: ['entry'],
    input: pageInput
      .extend({
        record: z.enum(historiedRecords),
        key: z.array(z.string().max(200)).min(1).max(3),
        /** The numbers of the two; 0 on the left is the version before the right one, 0 on the right the newest. */
        left: versionNumber,
        right: versionNumber,
      })
      .strict(),
    output: pageOf(recordVersion).extend({
      left: recordVersion.nullable(),
      right: recordVersion.nullable(),
    }),
  }),
  /**
   * Recomputes the chain, every digest and every balance. `job` names the work for jobs.list and jobs.cancel; `anchors`
   * names anchor files to hold it against, beside those that are known already, where the host lets its person name files.
   */
  verify: query({
    permission: 'audit',
    reads: [],
    input: z
      .object({
        job: z.string().default(''),
        anchors: z.array(z.string().min(1).max(4096)).max(100).default([]),
      })
      .strict(),
    output: verification,
  }),
  /** Signs that a stretch of the trail was looked through. What was reviewed is bound by the hash of its last entry. */
  review: command({
    permission: 'review',
    signature: { meanings: ['reviewed'] },
    input: z.object({ first: z.number().int().min(1), last: z.number().int().min(1), note: freeText }).strict(),
    output: z.object({ number: z.number().int(), entries: z.number().int() }),
  }),
  /** The reviews so far, newest first; the first entry nobody has looked at, and the last there is. */
  listReviews: query({
    permission: 'audit',
    reads: ['entry'],
    input: pageInput.strict(),
    output: pageOf(review).extend({ next: z.number().int(), last: z.number().int() }),
  }),
};
