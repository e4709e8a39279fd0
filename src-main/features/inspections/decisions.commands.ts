import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { dayOf, type Here, trailTime } from '#main/features/security/identity.queries.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { nameOf } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { lotRecord } from '#shared/lots/records.ts';
import { judgeDecision } from '#shared/lots/statusDecision.ts';
import type { DecideInput } from '#shared/inspections/contract.ts';
import { type Decided, decisionSentence, judgeAct, judgeDecided } from '#shared/inspections/decision.ts';
import {
  inspectionDecisionRecord,
  type InspectionDecisionValues,
  inspectionRecord,
  type InspectionValues,
} from '#shared/inspections/records.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { lyingToDecide, moveParts, type Part, partsOf } from './moving.actions.ts';
import { openInspection } from './opening.actions.ts';
import { plansThatHold } from './plans.queries.ts';
import { insistOnFree, pendingElsewhere } from './elsewhere.queries.ts';
import { pendingSerials, serialsByReading, serialsOf } from './serials.queries.ts';
import { noteResult } from './series.actions.ts';
import { inspectionThatHolds, pendingOf, type StoredInspection } from './stored.queries.ts';

type Asking = Pick<QueryContext, 'read' | 'reader' | 'actor' | 'now' | 'offsetMinutes'>;

export const decisionCommands: Pick<CommandsOf<'inspections', 'policies'>, 'decide' | 'moveDecided' | 'reinspect'> = {
  decide: {
    async toSign({ reason, ...input }, context) {
      const { stored, decided, lotNames, parts, wasRejected } = await toDecide(input, context);
      const { values, pending, unitOfMeasure: unit } = stored;
      return {
        sentence: decisionSentence({
          ...{ inspection: named(values), goods: unitMessage(values), unit, decided, reason },
          pending: pending - decided.accepted - decided.rejected,
          isMoved: !input.movesLater,
        }),
        reads: [
          { kind: inspectionDecisionRecord, name: nameOf(inspectionDecisionRecord, nextDecision(stored)) },
          { kind: inspectionRecord, name: nameOf(inspectionRecord, values) },
          ...lotNames.map((name) => ({ kind: lotRecord, name })),
        ],
        // Which readings it rests on, and what is moved from where.
        facts: [stored.entries.length, stored.decisions.length, ...parts.flatMap(placesOf)],
        meanings: [decided.accepted > 0 ? 'released' : 'rejected'],
        ...(decided.accepted > 0 && needsTwo(values, wasRejected) ? { witness: 'rejectedGoods' } : {}),
      };
    },

    async within({ reason, ...input }, context) {
      const { work } = context;
      const { stored, decided, parts } = await toDecide(input, { ...context, read: work, reader: { db: work.db } });
      const { values } = stored;
      const document = input.movesLater ? '' : `ID-${work.journal.entrySeq}`;
      const decision: InspectionDecisionValues = {
        ...nextDecision(stored),
        ...{ accepted: decided.accepted, rejected: decided.rejected },
        ...{ statusAccepted: decided.accepted > 0 ? decided.statusAccepted : '', proposal: stored.progress.proposal },
        statusRejected: decided.rejected > 0 ? decided.statusRejected : '',
        serials: JSON.stringify({ accepted: decided.acceptedSerials, rejected: decided.rejectedSerials }),
        ...{ isOverride: decided.isOverride ? 1 : 0, document, reason, decidedBy: context.actor.person.id },
        decidedAt: trailTime(work.db, context.now),
      };
      saveRecord(work, inspectionDecisionRecord, decision);
      const decisions = [...stored.decisions, decision];
      const isOver = pendingOf(values, decisions) === 0;
      if (isOver) {
        saveRecord(work, inspectionRecord, { ...values, inspectionState: 'decided', endedAt: decision.decidedAt });
        if (values.reinspection === 0) noteResult(work, stored, decisions);
      }
      const movements = input.movesLater ? [] : await moveParts(context, values, { parts, document, reason });
      return {
        reply: {
          tranche: decision.tranche,
          document,
          pending: formatQuantity(pendingOf(values, decisions)),
          isOver,
          movements,
        },
        signed: [
          { kind: inspectionDecisionRecord, name: nameOf(inspectionDecisionRecord, decision) },
          { kind: inspectionRecord, name: nameOf(inspectionRecord, values) },
        ],
      };
    },
  },

  moveDecided: {
    async toSign({ reason, ...input }, context) {
      const { stored, decision, parts } = await toMove(input, context);
      const { accepted, rejected } = decision;
      return {
        sentence: msg`What inspection ${named(stored.values)} of ${unitMessage(stored.values)} decided is done: ${{ decimal: formatQuantity(accepted) }} ${stored.unitOfMeasure} to ${decision.statusAccepted || '\u2013'}, ${{ decimal: formatQuantity(rejected) }} to ${decision.statusRejected || '\u2013'}. ${reason}`,
        reads: [{ kind: inspectionDecisionRecord, name: nameOf(inspectionDecisionRecord, decision) }],
        facts: parts.flatMap(placesOf),
        meanings: [accepted > 0 ? 'released' : 'rejected'],
      };
    },
    async within({ reason, ...input }, context) {
      const { work } = context;
      const { stored, decision, parts } = await toMove(input, { ...context, read: work, reader: { db: work.db } });
      const document = `ID-${work.journal.entrySeq}`;
      const values = { ...decision, document };
      saveRecord(work, inspectionDecisionRecord, values);
      const movements = await moveParts(context, stored.values, { parts, document, reason });
      return {
        reply: { document, movements },
        signed: [{ kind: inspectionDecisionRecord, name: nameOf(inspectionDecisionRecord, values) }],
      };
    },
  },

  reinspect: {
    async toSign({ reason, ...input }, context) {
      const { stored, quantity, lines } = toReinspect(input, context);
      const { values, unitOfMeasure, last } = stored;
      return {
        sentence: msg`${{ decimal: formatQuantity(quantity) }} ${unitOfMeasure} of ${unitMessage(values)} that was rejected is inspected again, as ${values.inspection}/${last + 1}, in status ${againIn(values)}. ${reason}`,
        reads: [
          { kind: inspectionRecord, name: nameOf(inspectionRecord, { ...values, reinspection: last + 1 }) },
          { kind: inspectionRecord, name: nameOf(inspectionRecord, values) },
        ],
        facts: placesOf({ statusTo: againIn(values), lines, quantity }),
        meanings: ['performed'],
      };
    },
    async within({ reason, ...input }, context) {
      const { work, actor, now } = context;
      const { stored, quantity, lines, statusRejected } = toReinspect(input, { ...context, reader: { db: work.db } });
      const { values, unitOfMeasure, last } = stored;
      const plan = plansThatHold(work.db, values.plan).find(({ version }) => version === values.planVersion);
      if (plan === undefined) throw new Error(`no plan ${values.plan}`);
      const document = `ID-${work.journal.entrySeq}`;
      const part: Part = { statusTo: againIn(values), lines, quantity };
      const again = { inspection: values.inspection, reinspection: last + 1 };
      const serials = lines.flatMap(({ sublot, serial }) => (serial === '' ? [] : [{ sublot, serial }]));
      const { point, product, lot, sublot, serial, supplier, line, location } = values;
      const statusFrom = againIn(values);
      const opened = await openInspection(
        work,
        {
          ...{ point, product, lot, sublot, serial, supplier, document, line, location, statusFrom, quantity, reason },
          ...{ unitOfMeasure, serials: serial === '' ? serials : [] },
        },
        { plan, why: msg`Inspected again after ${named(values)}`, by: { person: actor.person.id, now }, again },
      );
      await moveParts(context, { ...values, statusFrom: statusRejected }, { parts: [part], document, reason });
      return {
        reply: again,
        signed: [
          { kind: inspectionRecord, name: nameOf(inspectionRecord, opened) },
          { kind: inspectionRecord, name: nameOf(inspectionRecord, values) },
        ],
      };
    },
  },
};

/** What is inspected again lies in quarantine, whatever it was inspected in before. */
const againIn = ({ statusFrom }: InspectionValues): string => (statusFrom.startsWith('Q') ? statusFrom : 'Q');

const named = ({ inspection, reinspection }: InspectionValues): string =>
  reinspection === 0 ? inspection : `${inspection}/${reinspection}`;

const placesOf = ({ statusTo, lines }: Part) =>
  lines.map(({ unitId, location, quantity }) => [statusTo, unitId, location, quantity] as const);

const nextDecision = ({ values, decisions }: StoredInspection) => ({
  inspection: values.inspection,
  reinspection: values.reinspection,
  tranche: decisions.length + 1,
});

/** What a decision would do, judged. @throws LotlineError as the rules and the stock say */
async function toDecide(input: Omit<DecideInput, 'reason'>, context: Asking) {
  const { db } = context.reader;
  const stored = inspectionThatHolds(db, input);
  const { values, decisions, progress, entries, frozen } = stored;
  if (values.workOrder !== null)
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`It is of a run and decides on no goods: it is done with its last reading.`,
      { field: 'inspection' },
    );
  const serials = pendingSerials(stored);
  const { accepted, rejected, ...how } = input;
  const asked: Decided = {
    ...how,
    accepted: Number(parseQuantity(accepted)),
    rejected: Number(parseQuantity(rejected)),
  };
  insist(
    judgeDecided(asked, {
      ...{ state: values.inspectionState, pending: stored.pending, progress, serials, ...serialsByReading(stored) },
      before: { accepted: decisions.reduce((sum, one) => sum + one.accepted, 0) },
    }),
  );
  if (frozen.plan.isDecidedByAnother)
    for (const first of new Set(entries.map(({ readBy }) => readBy)))
      insistOnAnother(context, 'inspectionResult', {
        first,
        what: msg`By plan ${values.plan} nobody decides by readings of their own.`,
      });
  const rest = serials.filter((one) => !asked.rejectedSerials.includes(one));
  const decided: Decided = {
    ...asked,
    acceptedSerials: asked.acceptedSerials.length > 0 || asked.accepted === 0 ? asked.acceptedSerials : rest,
  };
  const own = { inspection: values.inspection, reinspection: values.reinspection };
  const elsewhere = await pendingElsewhere({ read: context.read, db }, values, own);
  const { parts, lotNames, wasRejected } = partsToMove(db, values, decided, { ...context, elsewhere });
  return { stored, decided, parts, lotNames, wasRejected };
}

/** Where the parts lie that a decision moves; goods that are released already are moved only where they are rejected. */
function partsToMove(
  db: Work['db'],
  values: InspectionValues,
  decided: Decided,
  { elsewhere, ...here }: Here & { elsewhere: { quantity: number; inspections: string[] } },
) {
  const { accepted, rejected, statusAccepted, statusRejected, acceptedSerials, rejectedSerials } = decided;
  const isReleased = values.statusFrom.startsWith('A');
  const serials = [...acceptedSerials, ...rejectedSerials];
  const { lines, lotNames, lastDay, wasRejected } = lyingToDecide(db, values, serials, here);
  if (serials.length === 0)
    insistOnFree(values, {
      lying: lines.reduce((all, { quantity }) => all + quantity, 0),
      wanted: accepted + rejected,
      elsewhere,
    });
  if (accepted > 0 && !isReleased)
    insist(judgeDecision({ statusFrom: values.statusFrom, statusTo: statusAccepted, lastDay, today: dayOf(db, here) }));
  const parts = partsOf(values, lines, [
    { statusTo: statusAccepted, quantity: isReleased ? 0 : accepted, serials: acceptedSerials },
    { statusTo: statusRejected, quantity: rejected, serials: rejectedSerials },
  ]);
  return { parts, lotNames, wasRejected };
}

/**
 * Rejected goods are released by two people, whichever inspection says so. Goods that a document brought in, and that are inspected
 * for the first time, are others of their lot than those that were rejected before.
 */
const needsTwo = ({ reinspection, document, statusFrom }: InspectionValues, wasRejected: boolean): boolean =>
  !statusFrom.startsWith('A') && (reinspection > 0 || statusFrom.startsWith('R') || (document === '' && wasRejected));

async function toMove(
  { inspection, reinspection, tranche }: { inspection: string; reinspection: number; tranche: number },
  context: Asking,
) {
  const { db } = context.reader;
  const stored = inspectionThatHolds(db, { inspection, reinspection });
  const decision = stored.decisions.find((one) => one.tranche === tranche);
  if (decision === undefined)
    throw new LotlineError('NOT_FOUND', msg`Inspection ${inspection} has no decision ${tranche}. Look at it again.`, {
      field: 'tranche',
    });
  if (decision.document !== '')
    throw new LotlineError('CONFLICT', msg`The goods of that decision are moved already, by ${decision.document}.`, {
      field: 'tranche',
    });
  insist(judgeAct('moveDecided', stored.values.inspectionState));
  const serials = serialsOf(decision);
  const elsewhere = await pendingElsewhere({ read: context.read, db }, stored.values, {
    inspection,
    reinspection,
    tranche,
  });
  const { parts } = partsToMove(
    db,
    stored.values,
    { ...decision, isOverride: false, acceptedSerials: serials.accepted, rejectedSerials: serials.rejected },
    { ...context, elsewhere },
  );
  return { stored, decision, parts };
}

function toReinspect(
  { inspection, reinspection, quantity: asked }: { inspection: string; reinspection: number; quantity: string },
  context: Asking,
) {
  const { db } = context.reader;
  const stored = inspectionThatHolds(db, { inspection, reinspection });
  const { values, decisions, last } = stored;
  if (reinspection !== last)
    throw new LotlineError('CONFLICT', msg`It was inspected again already, as ${inspection}/${last}.`, {
      field: 'reinspection',
    });
  insist(judgeAct('reinspect', values.inspectionState));
  const rejected = decisions.reduce((sum, one) => sum + one.rejected, 0);
  const quantity = asked === '' ? rejected : Number(parseQuantity(asked));
  const statusRejected = decisions.findLast((one) => one.rejected > 0)?.statusRejected ?? '';
  if (quantity === 0 || quantity > rejected)
    throw new LotlineError(
      'VALIDATION',
      msg`Only ${{ decimal: formatQuantity(rejected) }} of it was rejected. Inspect no more than that again.`,
      { field: 'quantity' },
    );
  const serials = decisions.flatMap((one) => serialsOf(one).rejected);
  const { lines: lying } = lyingToDecide(db, { ...values, statusFrom: statusRejected }, serials, context);
  const [part] = partsOf({ ...values, statusFrom: statusRejected }, lying, [
    { statusTo: againIn(values), quantity, serials: [] },
  ]);
  return { stored, quantity, lines: part?.lines ?? [], statusRejected };
}
