import type { AnyHandler } from '#main/context/feature.ts';
import type { CommandContext, CommandsOf, SignedReply } from '#main/context/context.ts';
import { auditCommands } from '#main/features/audit/audit.commands.ts';
import { writeSignatures } from '#main/features/signing/signing.actions.ts';
import { auditReviewRecord } from '#shared/audit/records.ts';
import { settingRecord } from '#shared/settings/records.ts';

/** Handlers that break the one ceremony, planted: each has to be caught. */
const { review } = auditCommands;
if (typeof review === 'function' || !('toSign' in review)) throw new Error('a review says what is signed');
type Input = Parameters<typeof review.within>[0];
type Reply = SignedReply<{ number: number; entries: number }>;

const somebody = {
  position: 9,
  person: { id: 'complianceOfficer', name: 'Clara Nyberg' },
  role: 'complianceOfficer',
  meaning: 'approved',
  comment: '',
} as const;
const writeOwn = (context: CommandContext): Promise<void> =>
  writeSignatures(context, {
    operation: 'audit.review',
    sentence: 'What nobody read',
    signers: [somebody],
    records: [{ kind: settingRecord, name: 'singlePerson' }],
  });

/** Each by what it does, with what the log has to say. */
export const breaches: Readonly<Record<string, { handler: unknown; found: RegExp }>> = {
  'that does not say what is signed': {
    handler: async (input: Input, context: CommandContext) => (await review.within(input, context)).reply,
    found: /was signed by 1 and wrote 0 signatures/,
  },
  'that writes a signature beside': {
    handler: {
      ...review,
      async within(input: Input, context: CommandContext): Promise<Reply> {
        const done = await review.within(input, context);
        await writeSignatures(context, {
          operation: 'audit.review',
          sentence: 'What nobody read',
          signers: [somebody],
          records: done.signed,
        });
        return done;
      },
    },
    found: /was signed by 1 and wrote 2 signatures/,
  },
  'that signs a record nobody read': {
    handler: {
      ...review,
      within: async (input: Input, context: CommandContext): Promise<Reply> => ({
        reply: (await review.within(input, context)).reply,
        signed: [{ kind: settingRecord, name: 'singlePerson' }],
      }),
    },
    found: /which it did not read or did not write/,
  },
  'that signs a record it did not write': {
    handler: {
      ...review,
      within: async (): Promise<Reply> => ({
        reply: { number: 1, entries: 3 },
        signed: [{ kind: auditReviewRecord, name: '1' }],
      }),
    },
    found: /which it did not read or did not write/,
  },
};

/** A command that nobody signs, and which writes a signature. */
export const removeView: AnyHandler = async (_input: unknown, context: unknown) => {
  await writeOwn(context as CommandContext); // what the bus hands every command
  return { removed: true };
};

type Fits<Planted> = Planted extends CommandsOf<'audit'>['review'] ? true : false;
type Half = { toSign: typeof review.toSign; within: () => Promise<{ reply: Reply['reply'] }> };

/** What fits the type of a signed handler: the types refuse another answer here. */
export const compiles: {
  'a handler that does not say what is signed': Fits<() => Promise<Reply['reply']>>;
  'a reply that names nothing signed': Fits<Half>;
  'both, as they are in the product': Fits<typeof review>;
} = {
  'a handler that does not say what is signed': false,
  'a reply that names nothing signed': false,
  'both, as they are in the product': true,
};
