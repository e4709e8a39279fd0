import type { CommandsOf } from '#main/context/context.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Inputs } from '#shared/contract.ts';
import { planTableRecord, type PlanTableValues } from '#shared/inspections/records.ts';
import { tableNamed } from '#shared/inspections/sampling/attributes.ts';
import { readTableRows, sayTable } from '#shared/inspections/writtenTables.ts';
import { type Json, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { tablesThatHold } from './plans.queries.ts';

type Written = Omit<Inputs['inspections']['savePlanTable'], 'signature' | 'token'>;
type Db = Parameters<typeof tablesThatHold>[0];

export const planTableCommands: Pick<CommandsOf<'inspections'>, 'savePlanTable'> = {
  savePlanTable: {
    async toSign(input, { reader: { db } }) {
      const values = toSave(input, db);
      const { planTable, source, edition, said } = values;
      return {
        sentence: msg`Plan table ${planTable}, from ${`${source} ${edition}`.trim()}: ${said}. ${input.reason}`,
        reads: [{ kind: planTableRecord, name: nameOf(planTableRecord, values) }],
      };
    },

    async within(input, { work }) {
      const values = toSave(input, work.db);
      return {
        reply: { saved: saveRecord(work, planTableRecord, values) },
        signed: [{ kind: planTableRecord, name: nameOf(planTableRecord, values) }],
      };
    },
  },
};

/**
 * The table as it is saved.
 * @throws LotlineError DUPLICATE for a new one whose name there is; RECORD_CHANGED for another version than was opened; CONFLICT
 * where nothing changes; VALIDATION whose `faults` tell what is wrong at which row and field
 */
function toSave({ table, source, edition = '', version, rows, reason }: Written, db: Db): PlanTableValues {
  const before = tableNamed(tablesThatHold(db), table);
  const read = readTableRows(rows.map(({ reject = null, ...row }) => ({ ...row, reject })));
  if ('issues' in read)
    throw new LotlineError(
      'VALIDATION',
      msg`${{ count: new Set(read.issues.map(({ row }) => row)).size }} of the rows cannot be drawn by; so nothing is saved. Correct or remove these rows.`,
      { faults: read.issues.map(({ row, field, text }) => ({ row, field, text })) satisfies Json },
    );
  const content = JSON.stringify(read.rows);
  // It may have been saved a moment ago, by the very same command too.
  if (before?.source === source && before.edition === edition && JSON.stringify(before.rows) === content)
    throw new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field: 'table' });
  if (version === 0 && before !== undefined)
    throw new LotlineError(
      'DUPLICATE',
      msg`There is a plan table ${before.name} already. Open it, or give another name.`,
      {
        field: 'table',
      },
    );
  if (version !== (before?.version ?? 0))
    throw new LotlineError(
      'RECORD_CHANGED',
      msg`Plan table ${table} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
      { version: before?.version ?? 0 },
    );
  return { planTable: before?.name ?? table, source, edition, content, said: sayTable(read.rows), reason };
}
