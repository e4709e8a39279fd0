import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { dayOf, type Here, trailTime } from '#main/features/security/identity.queries.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { nameOf } from '#main/store/records.ts';
import { carriedReadings } from '#shared/inspections/carrying.ts';
import { judgeAct } from '#shared/inspections/decision.ts';
import { inspectionReadingRecord, inspectionRecord, type InspectionValues } from '#shared/inspections/records.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { formerOf, frozenAnew, versionInstead } from './former.queries.ts';
import { codeOf } from './inspectionList.queries.ts';
import { saidIn } from './readingsSaid.ts';
import { type InspectionNamed, inspectionThatHolds } from './stored.queries.ts';
import { numberAfter } from './stored.queries.ts';

type Asking = Pick<QueryContext, 'reader' | 'actor'> & Here;

/** What becomes of open inspections whose plan has another version in force: they go on by their own, or begin anew. */
export const formerCommands: Pick<CommandsOf<'inspections', 'policies'>, 'keepPlan' | 'startAnew'> = {
  async keepPlan({ inspection, reinspection, planVersion, reason }, context) {
    const { work } = context;
    const { values } = inspectionThatHolds(work.db, { inspection, reinspection });
    insist(judgeAct('keepPlan', values.inspectionState));
    const instead = versionInstead(work.db, values, dayOf(work.db, context));
    if (instead === undefined) throw inForce(values);
    if (instead.version !== planVersion)
      throw new LotlineError(
        'RECORD_CHANGED',
        msg`Version ${instead.version} of plan ${values.plan} is in force by now. Look at what changed, and say it again.`,
        { field: 'planVersion' },
      );
    saveRecord(work, inspectionRecord, { ...values, keepsPast: planVersion, keepsReason: reason });
    return { inspection };
  },

  startAnew: {
    async toSign({ reason, ...named }, context) {
      const { stored, instead } = toStartAnew(named, { ...context, reader: context.reader });
      const { values, entries } = stored;
      const former = formerOf(context.reader.db, stored, dayOf(context.reader.db, context));
      const [carried, readings] = [former?.carried ?? 0, former?.readings ?? 0];
      return {
        sentence: msg`Inspection ${codeOf(values)} of ${unitMessage(values)} by version ${values.planVersion} of plan ${values.plan} ends, and another by version ${instead.version} takes its place. ${{ count: carried }} of ${{ count: readings }} readings hold there; the others stay with ${codeOf(values)}. ${reason}`,
        reads: [{ kind: inspectionRecord, name: nameOf(inspectionRecord, values) }],
        facts: [entries.length, instead.version],
      };
    },
    async within({ reason, ...named }, context) {
      const { work, actor, now } = context;
      const { stored, instead } = toStartAnew(named, { ...context, reader: { db: work.db } });
      const { values, entries, frozen, last } = stored;
      // What is inspected again stays so: its goods were rejected once.
      const next =
        values.reinspection > 0
          ? { inspection: values.inspection, reinspection: last + 1 }
          : { inspection: await numberAfter(work), reinspection: 0 };
      const anew = frozenAnew(work.db, stored, instead);
      const at = trailTime(work.db, now);
      const opened: InspectionValues = {
        ...{ ...values, ...next, planVersion: instead.version, content: JSON.stringify(anew), reason },
        ...{ openedAt: at, openedBy: actor.person.id, keepsPast: null, keepsReason: null },
        ...{ carriedFrom: codeOf(values), followedBy: null },
      };
      saveRecord(work, inspectionRecord, opened);
      const ended = { inspectionState: 'superseded', endedAt: at, followedBy: codeOf(next) } as const;
      saveRecord(work, inspectionRecord, { ...values, ...ended });
      const carried = carriedReadings(entries, frozen, anew);
      for (const [index, { isSecond, readings, ...entry }] of carried.entries())
        saveRecord(work, inspectionReadingRecord, {
          ...{ ...entry, ...next, readingNumber: index + 1, isSecond: isSecond ? 1 : 0, note: '' },
          readings: JSON.stringify(readings),
          readingsSaid: saidIn(readings, (row) => anew.plan.characteristics[row]?.balloon ?? ''),
          carriedFrom: entry.carriedFrom ?? codeOf(values),
        });
      return {
        reply: { ...next, carried: carried.reduce((all, { readings }) => all + readings.length, 0) },
        signed: [{ kind: inspectionRecord, name: nameOf(inspectionRecord, values) }],
      };
    },
  },
};

const inForce = ({ plan, planVersion }: InspectionValues): LotlineError =>
  new LotlineError(
    'CONFLICT',
    msg`No other version than ${planVersion} of plan ${plan} is in force. Go on with the inspection.`,
    { field: 'inspection' },
  );

function toStartAnew(named: InspectionNamed, context: Asking) {
  const { db } = context.reader;
  const stored = inspectionThatHolds(db, named);
  const { values, frozen, entries, decisions } = stored;
  // A repeat of what was done is told from a state that never allowed it.
  if (values.inspectionState === 'superseded')
    throw new LotlineError('CONFLICT', msg`Inspection ${values.followedBy ?? ''} took its place already.`, {
      field: 'inspection',
    });
  insist(judgeAct('startAnew', values.inspectionState));
  if (decisions.length > 0)
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`Part of it is decided already, so it goes on by its own version. Decide the rest.`,
      { field: 'inspection' },
    );
  const instead = versionInstead(db, values, dayOf(db, context));
  if (instead === undefined) throw inForce(values);
  if (frozen.plan.isDecidedByAnother)
    for (const first of new Set(entries.map(({ readBy }) => readBy)))
      insistOnAnother(context, 'inspectionResult', {
        first,
        what: msg`By plan ${values.plan} nobody decides by readings of their own.`,
      });
  return { stored, instead };
}
