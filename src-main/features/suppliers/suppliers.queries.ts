import type { QueriesOf } from '#main/context/context.ts';
import { askList } from '#main/store/lists.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { receiptLevels } from '#shared/suppliers/vocabulary.ts';
import {
  approvalsEnding,
  approvalSource,
  deliveredWithout,
  listedApprovals,
  productToApprove,
  receiptRulesThatHold,
} from './approvals.queries.ts';

export const supplierQueries: QueriesOf<'suppliers'> = {
  list: (question, context) => askList(approvalSource, question, context),

  async about({ partner, product }, { read, reader: { db }, now, offsetMinutes }) {
    const today = dateOf(now, offsetMinutes);
    const category = product === '' ? '' : ((await read.one(productToApprove, { code: product }))?.category ?? '');
    const approvals = (await listedApprovals(read, db, today)).filter(
      (one) =>
        (partner === '' || one.partner === partner) &&
        (product === '' || one.code === (one.level === 'product' ? product : category)),
    );
    const without = await deliveredWithout(read, db, { partner, product, today });
    return {
      approvals,
      without: without.map(({ at, partner: from, product: of, name, receipts }) => ({
        ...{ partner: from, product: of, name, receipts },
        lastAt: formatMoment(at),
      })),
    };
  },

  async listEnding(_input, { read, reader: { db }, now, offsetMinutes }) {
    return { approvals: await approvalsEnding(read, db, dateOf(now, offsetMinutes)) };
  },

  async rules(_input, { reader: { db } }) {
    const rules = receiptRulesThatHold(db);
    return {
      rules: receiptLevels.flatMap((level) =>
        rules.flatMap(({ setAt: _setAt, ...rule }) => (rule.level === level ? [rule] : [])),
      ),
    };
  },
};
