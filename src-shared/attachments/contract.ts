import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { freeText, optionalCode, optionalStoredCode, plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { fileKinds, fileList, listedFile } from './vocabulary.ts';

const part = optionalStoredCode.default('');
/** What a file belongs to: a partner, or the goods that are named most closely. */
const owner = { product: part, lot: part, sublot: part, serial: part, partner: part };
export const fileOwner = z.object(owner).strict();
export type NamedOwner = z.output<typeof fileOwner>;

export const attachments = {
  /** Files that were attached, those that were withdrawn too. */
  list: query({
    permission: 'look',
    reads: ['attached_file'],
    input: listInput(fileList),
    output: pageOf(listRow(fileList)),
  }),
  /**
   * The files of one thing, the last first: of a lot with those of its serials, of a serial with those of its lot.
   * `certificates` counts those of them that hold and say what was tested.
   */
  ofOwner: query({
    permission: 'look',
    reads: ['attached_file'],
    input: fileOwner,
    output: z.object({
      files: z.array(listedFile),
      total: z.number().int(),
      holding: z.number().int(),
      certificates: z.number().int(),
    }),
  }),
  /** Hands a copy out to be saved or looked at; what is not what its digest says is not handed out. */
  fetch: query({
    permission: 'look',
    input: z.object({ number: storedCode }).strict(),
    output: z.object({
      /** The name under which it is fetched. */
      document: z.string(),
      name: z.string(),
      size: z.number().int(),
      sha256: z.string(),
    }),
  }),
  /** Attaches a file that was handed over. */
  add: command({
    permission: 'attach',
    input: z
      .object({
        ...owner,
        upload: z.string().max(100),
        kind: z.enum(fileKinds),
        certificate: optionalCode.default(''),
        issuedOn: z.union([z.literal(''), plainDateText]).default(''),
        issuer: z.union([z.literal(''), freeText]).default(''),
      })
      .strict(),
    output: z.object({ number: z.string(), sha256: z.string(), size: z.number().int() }),
  }),
  /** Says that a file does not hold any more. It stays where it is, with the reason. */
  withdraw: command({
    permission: 'status',
    reason: true,
    input: z.object({ number: storedCode }).strict(),
    output: z.object({ number: z.string() }),
  }),
};
