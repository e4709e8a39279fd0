import type { CommandsOf } from '#main/context/context.ts';
import { sign } from '#main/features/people/people.actions.ts';
import { hashAt } from '#main/store/entries.ts';
import { hex } from '#main/store/chain.ts';
import { sayReview } from '#shared/audit/reviewed.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { auditReviewRecord } from '#shared/audit/records.ts';
import { lastReview, saveReview } from './reviews.actions.ts';

export const auditCommands: CommandsOf<'audit'> = {
  async review({ first, last, note, signature }, context) {
    const { work } = context;
    if (signature.meaning !== 'reviewed')
      throw new LotlineError('VALIDATION', 'Whoever looked through the trail has reviewed it.', {
        field: 'signature.meaning',
      });
    if (last < first) throw new LotlineError('VALIDATION', 'The last entry comes before the first.', { field: 'last' });
    const hash = hashAt(work.db, last);
    if (hash === undefined || hashAt(work.db, first) === undefined)
      throw new LotlineError('NOT_FOUND', `The audit trail has no entry ${last}.`, { field: 'last' });
    const number = lastReview(work) + 1;
    const entries = last - first + 1;
    saveReview(work, { number, firstSeq: first, lastSeq: last, lastHash: hex(hash), note });
    sign(context, {
      operation: 'audit.review',
      statement: sayReview({ first, last, note }),
      records: [{ kind: auditReviewRecord, name: String(number) }],
    });
    return { number, entries };
  },
};
