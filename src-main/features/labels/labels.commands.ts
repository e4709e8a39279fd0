import { rm } from 'node:fs/promises';
import type { CommandsOf } from '#main/context/context.ts';
import { makeLabels } from '#main/documents/labels/makeLabels.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { labelCountRecord, labelPrintRecord } from '#shared/labels/records.ts';
import { countedUnit, countOf } from './counts.queries.ts';
import { type LabelPlan, planLabels } from './labelPlan.queries.ts';
import { taskOf, yearOf } from './labels.queries.ts';
import { savePrints } from './labels.actions.ts';

export const labelCommands: CommandsOf<'labels', 'spool'> = {
  print: {
    /** Drawing takes longer than the one writing connection should be kept; what was drawn is looked at once more within. */
    async before({ reason, ...asked }, context) {
      const { read, reader, actor, spool, job } = context;
      const year = yearOf(context);
      const plan = await planLabels(read, reader.db, asked, year);
      insistOnAll(plan);
      insistOnReason(plan, reason);
      const { document, path } = await spool.place();
      let isHandedOver = false;
      const { size, sha256 } = await makeLabels(taskOf(plan, asked, context), { file: path, signal: job.signal });
      return {
        async within({ work, now }) {
          // How many there are decides on the copies' numbers: what somebody took out of the file counts as well.
          for (const product of new Set(plan.labels.map(({ unit }) => unit.product)))
            vouchedRecords(work.db, labelPrintRecord, product);
          if (JSON.stringify(await planLabels(work, work.db, asked, year)) !== JSON.stringify(plan))
            throw new LotlineError(
              'CONFLICT',
              msg`The goods, or how many labels they have, changed meanwhile. Print again.`,
            );
          const numbers = await savePrints(work, plan.labels, asked, { person: actor.person, now, reason });
          const name = `${numbers.length === 1 ? numbers[0] : `${numbers[0]}-${numbers.at(-1)}`}.pdf`;
          spool.keep(
            { document, title: name, name, size, sha256, seq: work.journal.entrySeq, hash: '' },
            { path, session: actor.session },
          );
          spool.release(document);
          isHandedOver = true;
          return { document, name, size, sha256, numbers, labels: numbers.length * asked.copies };
        },
        discard() {
          if (!isHandedOver) void rm(path, { force: true });
        },
      };
    },
  },

  async reconcile({ version, used, destroyed, note, ...selector }, { work, actor, now }) {
    vouchedRecords(work.db, labelPrintRecord, selector.product);
    const unit = countedUnit(selector);
    const { printed } = await countOf(work, unit);
    if (printed === 0)
      throw new LotlineError('NOT_FOUND', msg`No labels of ${unitMessage(unit)} were printed. Check the number.`);
    const missing = printed - used - destroyed;
    if (missing < 0)
      throw new LotlineError(
        'VALIDATION',
        msg`${used + destroyed} labels are said to be used or destroyed, and ${printed} were printed. Count again.`,
        { field: 'used' },
      );
    if (missing > 0 && note === '')
      throw new LotlineError(
        'REASON_REQUIRED',
        msg`${{ count: missing }} labels are missing. Say what became of them, or where you looked.`,
        { field: 'note' },
      );
    const key = [unit.product, unit.lot, unit.sublot, unit.serial];
    const [stored] = (await findRecords(work, labelCountRecord, [key])).values();
    if ((stored?.version ?? 0) !== version)
      throw new LotlineError('CONFLICT', msg`Somebody else counted these labels meanwhile. Look at their count first.`);
    saveRecord(work, labelCountRecord, {
      ...unit,
      used,
      destroyed,
      note,
      person: actor.person.id,
      personName: actor.person.name,
      countedAt: trailTime(work.db, now),
    });
    return { printed, used, destroyed, missing, version: version + 1 };
  },
};

/** Labels are for all of the goods that were chosen; the first that can have none says why. */
function insistOnAll({ issues: [first, ...others] }: LabelPlan): void {
  if (first === undefined) return;
  const { text, ...unit } = first;
  throw new LotlineError('VALIDATION', text, { field: 'units', unit, others: others.length });
}

function insistOnReason({ labels }: LabelPlan, reason: string): void {
  const again = labels.find(({ firstCopy }) => firstCopy > 1);
  if (again === undefined || reason !== '') return;
  throw new LotlineError(
    'REASON_REQUIRED',
    msg`${unitMessage(again.unit)} has such labels already. Say why they are printed once more.`,
    { field: 'reason' },
  );
}
