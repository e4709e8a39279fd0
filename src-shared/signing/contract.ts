import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';
import { meanings, readToken } from '#shared/kernel/signature.ts';
import { languageTags } from './vocabulary.ts';

/** What is read before it is signed. */
export const prepared = z.object({
  /** What is signed, in one sentence and with its numbers: to the letter what the signatures will say. */
  sentence: z.string(),
  language: z.enum(languageTags),
  /** The records it rests on, by kind and name in parts, with their versions; 0 for one that is not there yet. */
  records: z.array(z.object({ record: z.string(), parts: z.array(z.string()), version: z.number().int() })),
  /** Who signs, in order: the person who asks, or another person; and in which meanings. */
  positions: z.array(
    z.object({
      position: z.number().int(),
      by: z.enum(['self', 'another']),
      meanings: z.array(z.enum(meanings)).readonly(),
    }),
  ),
  /** Where another person signs too: who could just now, by user name and name. */
  mayWitness: z.array(z.object({ user: z.string(), name: z.string() })).optional(),
  /** Goes with the command. It stands for all that was read: where any of it changed meanwhile, nothing is signed. */
  token: readToken,
});
export type PreparedSignature = z.infer<typeof prepared>;

export const signing = {
  /**
   * What the signatures of a command would say. `input` is the command's own, without signature, witness and token;
   * a person who may not do it may not read it here either.
   */
  prepare: query({
    permission: 'look',
    reads: [],
    input: z.object({ operation: z.string().max(100), input: z.unknown(), language: z.enum(languageTags) }).strict(),
    output: prepared,
  }),
};
