import { z } from 'zod';
import { name, optionalStoredCode, refusal, statusText, storedCode } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { ruledActs, ruleLevels, statusLooks, takenPattern } from './vocabulary.ts';

const taken = z.array(
  z
    .string()
    .regex(
      takenPattern,
      refusal(msg`Write statuses such as A or Q1, or a letter with a star for all of its statuses.`),
    ),
);
const level = z.enum(['standard', ...ruleLevels]);

const rule = z.object({
  level: z.enum(ruleLevels),
  code: z.string(),
  act: z.enum(ruledActs),
  taken: z.array(z.string()),
});
export type KeptRule = z.infer<typeof rule>;

const status = z.object({ status: z.string(), name: z.string(), look: z.enum(statusLooks) });
export type NamedStatus = z.infer<typeof status>;

export const statuses = {
  /** What the plant calls its statuses, and every rule on what goods of a status may do. */
  list: query({
    permission: 'look',
    reads: ['stock_status', 'status_rule'],
    input: z.object({}).strict(),
    output: z.object({ statuses: z.array(status), rules: z.array(rule) }),
  }),
  /** For each status there is, what goods of a product may do in it, and which level keeps them from the rest. */
  ofProduct: query({
    permission: 'look',
    reads: ['stock_status', 'status_rule', 'product', 'partner'],
    input: z.object({ product: storedCode, supplier: optionalStoredCode.default('') }).strict(),
    output: z.object({
      statuses: z.array(z.string()),
      acts: z.array(
        z.object({
          act: z.enum(ruledActs),
          /** In the order of the statuses: the rule that keeps them from it, or null. */
          refused: z.array(z.object({ level, code: z.string() }).nullable()),
        }),
      ),
    }),
  }),
  /** Says what a status is called; without a name it has none of its own any more. */
  saveStatus: command({
    permission: 'masterData',
    reason: true,
    input: z.object({ status: statusText, name: z.union([z.literal(''), name]), look: z.enum(statusLooks) }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Says goods of which statuses may do something at a level, signed; none takes the rule back. */
  saveRule: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object({ level: z.enum(ruleLevels), code: optionalStoredCode, act: z.enum(ruledActs), taken }).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
};
