import { msg } from '#shared/kernel/message.ts';
import type { CommandsOf } from '#main/context/context.ts';
import { hashAt } from '#main/store/entries.ts';
import { hex } from '#main/store/chain.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { auditReviewRecord } from '#shared/audit/records.ts';
import { saveReview } from './reviews.actions.ts';
import { nextReview } from './reviews.queries.ts';

export const auditCommands: CommandsOf<'audit'> = {
  review: {
    async toSign({ first, last, note }, { read, reader: { db } }) {
      if (last < first)
        throw new LotlineError('VALIDATION', msg`The last entry comes before the first.`, { field: 'last' });
      const hash = hashAt(db, last);
      if (hash === undefined || hashAt(db, first) === undefined)
        throw new LotlineError('NOT_FOUND', msg`The audit trail has no entry ${last}.`, { field: 'last' });
      return {
        sentence: msg`Reviewed the audit trail from entry ${first} to ${last}, ${last - first + 1} in all. ${note}`,
        // The review itself, which is not there yet: another one in between is another number.
        reads: [{ kind: auditReviewRecord, name: String(await nextReview(read)) }],
        facts: hex(hash),
      };
    },

    async within({ first, last, note }, { work }) {
      const number = await nextReview(work);
      const hash = hashAt(work.db, last);
      if (hash === undefined) throw new Error(`entry ${last} has no hash`);
      saveReview(work, { number, firstSeq: first, lastSeq: last, lastHash: hex(hash), note });
      return {
        reply: { number, entries: last - first + 1 },
        signed: [{ kind: auditReviewRecord, name: String(number) }],
      };
    },
  },
};
