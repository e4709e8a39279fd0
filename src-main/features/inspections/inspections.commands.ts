import type { CommandsOf, QueryContext } from '#main/context/context.ts';
import { dayOf, trailTime } from '#main/features/security/identity.queries.ts';
import { insistOnAnother } from '#main/features/security/separation.actions.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { judgeAct } from '#shared/inspections/decision.ts';
import { readAnswer } from '#shared/inspections/judging.ts';
import { saysWhy, usesAt } from '#shared/inspections/plans.ts';
import { firstPiece } from '#shared/inspections/slots.ts';
import { inspectionReadingRecord, inspectionRecord, type InspectionValues } from '#shared/inspections/records.ts';
import type { KeptReading } from '#shared/inspections/inspectionVocabulary.ts';
import { insist, type Json, LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { Work } from '#main/store/work.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { nameOf } from '#main/store/records.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { pendingElsewhere } from './elsewhere.queries.ts';
import { openInspection, planInForce } from './opening.actions.ts';
import { missingPlan, plansThatHold, productToInspect, usesThatHold } from './plans.queries.ts';
import { openOnGoods, supplierOfLot } from './posted.queries.ts';
import { inspectionThatHolds, type InspectionNamed, isOf, type StoredInspection } from './stored.queries.ts';
import { lyingGoods } from './lying.queries.ts';
import { saidIn } from './readingsSaid.ts';

/** So many faults are told at most. */
const mostTold = 200;

export const doingCommands: Pick<CommandsOf<'inspections', 'policies'>, 'open' | 'record' | 'withdraw'> = {
  async open({ product, lot, sublot, serial, location, status, quantity, point, plan: asked, reason }, context) {
    const { work, actor, now } = context;
    const known = await work.one(productToInspect, { code: product });
    if (known === undefined) refuse('product', msg`There is no product ${product}. Check the code.`);
    if (lot === '' && serial === '') refuse('lot', msg`Name a lot or a serial: known goods are inspected.`);
    const lines = (await work.all(lyingGoods, { product, lot, sublot, serial })).filter(
      (line) => line.status === status && (location === '' || line.location === location),
    );
    const lying = lines.reduce((sum, line) => sum + line.quantity, 0);
    const goods = unitMessage({ product, lot, sublot, serial });
    const elsewhere = await pendingElsewhere(
      { read: work, db: work.db },
      { product, lot, sublot, serial, statusFrom: status, point },
    );
    const free = Math.max(0, lying - elsewhere.quantity);
    const wanted = quantity === '' ? free : Number(parseQuantity(quantity));
    if (lying === 0 || (quantity !== '' && wanted > lying))
      throw new LotlineError(
        'INSUFFICIENT_QTY',
        msg`Only ${{ decimal: formatQuantity(lying) }} ${known.unit} of ${goods} lies there in status ${status}. Inspect no more than that.`,
        { field: 'quantity' },
      );
    const [open] = (await work.all(openOnGoods, { product, lot, sublot, serial })).filter((one) =>
      isOpenAt(inspectionThatHolds(work.db, one), point, serial),
    );
    if (open !== undefined)
      throw new LotlineError(
        'CONFLICT',
        msg`${goods} is being inspected already, in ${open.inspection}. Go on with that one, or give it up first.`,
        { field: 'lot', inspection: open.inspection },
      );
    if (wanted > free || free === 0)
      throw new LotlineError(
        'INSUFFICIENT_QTY',
        msg`Only ${{ decimal: formatQuantity(free) }} ${known.unit} of ${goods} is free: the rest is pending in ${elsewhere.inspections.join(', ')}. Inspect no more than that.`,
        { field: 'quantity' },
      );
    const supplier = (await work.one(supplierOfLot, { product, lot }))?.code ?? '';
    const object = { product, category: known.category, supplier, operation: point };
    const [use] = usesAt(object, usesThatHold(work.db, product));
    const code = asked === '' ? (use?.plan ?? '') : asked;
    if (code === '') refuse('plan', msg`No plan is used for these goods. Choose one.`);
    const plan = planInForce(work, code, dayOf(work.db, context));
    if (plan === undefined) throw plansThatHold(work.db, code).length > 0 ? noneInForce(code) : missingPlan(code, null);
    const serials = lines
      .filter((line) => line.serial !== '')
      .map((line) => ({ sublot: line.sublot, serial: line.serial }));
    const inspected = {
      ...{ product, lot, sublot, serial, point, supplier, reason, unitOfMeasure: known.unit, document: '', line: '' },
      ...{ location: location === '' ? (lines[0]?.location ?? '') : location, statusFrom: status, quantity: wanted },
      serials: serial === '' && wanted === lying ? serials : [],
    };
    const why = use !== undefined && use.plan === code ? saysWhy(use) : msg`Chosen by hand`;
    const opened = await openInspection(work, inspected, { plan, why, by: { person: actor.person.id, now } });
    return { inspection: opened.inspection, reinspection: 0 };
  },

  async record({ inspection, reinspection, isSecond, mark, note, readings: typed }, context) {
    const { work, actor, now } = context;
    const stored = inspectionThatHolds(work.db, { inspection, reinspection });
    const { values, frozen, entries } = stored;
    // Of a run, a wrong reading can be replaced when all are done, and nothing new be read when the slot is over.
    const isCorrected = typed.every(({ before }) => before !== '');
    if (!isCorrected || values.workOrder === null || values.inspectionState !== 'decided')
      insist(judgeAct('record', values.inspectionState));
    if (!isCorrected && values.workOrder !== null && values.dueUntil !== null && now >= values.dueUntil)
      throw new LotlineError(
        'CONFLICT',
        msg`Slot ${values.slot ?? ''} of work order ${values.workOrder} was over at ${{ moment: formatMoment(values.dueUntil) }}. What is read now belongs to the slot that is due now.`,
        { field: 'inspection' },
      );
    const layer = isSecond ? stored.readings.second : stored.readings;
    const faults: { reading: number; text: Message; code: 'VALIDATION' | 'RECORD_CHANGED' }[] = [];
    const fault = (reading: number, text: Message, code: 'VALIDATION' | 'RECORD_CHANGED' = 'VALIDATION'): void =>
      void faults.push({ reading, text, code });
    const kept: KeptReading[] = [];
    const said = new Set<string>();
    for (const [index, { row: place, piece, place: at, typed: text, before, reason }] of typed.entries()) {
      const row = frozen.plan.characteristics[place];
      const sample = frozen.groups.find(({ rows }) => rows.includes(place))?.sample.sample ?? 0;
      if (row === undefined || piece >= sample || at >= row.places) {
        fault(index, msg`There is no such reading in this inspection. Load it again.`);
        continue;
      }
      const key = `${place} ${piece} ${at}`;
      if (said.has(key)) {
        fault(index, msg`Row ${row.balloon}, piece ${piece + 1}, stands there twice. Say each reading once.`);
        continue;
      }
      said.add(key);
      if (isSecond && !row.isDual) {
        fault(index, msg`Row ${row.balloon} is read by one person.`);
        continue;
      }
      const was = layer?.at(place, piece, at) ?? '';
      const read = readAnswer(row, text, mark);
      if (read !== undefined && 'issue' in read) {
        fault(index, read.issue);
        continue;
      }
      const value = read?.value ?? '';
      // The same once more is no change.
      if (value === was) continue;
      if (was !== before)
        fault(
          index,
          // Who reads a second time has not seen the first.
          row.isDual
            ? msg`Row ${row.balloon}, piece ${piece + 1}, was read meanwhile. Look at it again.`
            : msg`Row ${row.balloon}, piece ${piece + 1}, was read meanwhile: ${was === '' ? '\u2013' : was}. Look at it again.`,
          'RECORD_CHANGED',
        );
      else if (was !== '' && reason.trim().length < 3)
        fault(index, msg`Say why ${was} is replaced: the first reading stays on record.`);
      else kept.push({ row: place, piece, place: at, value, typed: text, reason });
    }
    const [first] = faults;
    if (first !== undefined)
      throw new LotlineError(first.code, first.text, {
        faults: faults.slice(0, mostTold).map(({ reading, text }) => ({ reading, text })) satisfies Json,
      });
    insistOnOtherEyes(entries, kept, { person: actor.person.id, isSecond });
    const readingNumber = entries.length + 1;
    if (kept.length === 0 && note === '') return { readingNumber: entries.length, recorded: 0 };
    saveRecord(work, inspectionReadingRecord, {
      ...{ inspection: values.inspection, reinspection: values.reinspection, readingNumber, note },
      ...{ readBy: actor.person.id, readAt: trailTime(work.db, now), isSecond: isSecond ? 1 : 0 },
      readings: JSON.stringify(kept),
      readingsSaid: saidIn(kept, (row) => frozen.plan.characteristics[row]?.balloon ?? ''),
      carriedFrom: null,
    });
    if (values.workOrder !== null && values.inspectionState === 'open') endDone(work, values, trailTime(work.db, now));
    return { readingNumber, recorded: kept.length };
  },

  withdraw: {
    async toSign({ inspection, reinspection, reason }, context) {
      const { values, pending, unitOfMeasure, entries } = toGiveUp(context, { inspection, reinspection });
      const left = { decimal: formatQuantity(pending) };
      return {
        sentence: msg`Inspection ${inspection} of ${unitMessage(values)} is given up; ${left} ${unitOfMeasure} was pending. ${reason}`,
        reads: [{ kind: inspectionRecord, name: nameOf(inspectionRecord, values) }],
        // Readings that were made meanwhile may say otherwise.
        facts: [entries.length],
      };
    },
    async within({ inspection, reinspection, reason }, { work, now, actor }) {
      const { values } = toGiveUp({ reader: { db: work.db }, actor }, { inspection, reinspection });
      const ended = { inspectionState: 'withdrawn', endedAt: trailTime(work.db, now), reason } as const;
      saveRecord(work, inspectionRecord, { ...values, ...ended });
      return {
        reply: { inspection },
        signed: [{ kind: inspectionRecord, name: nameOf(inspectionRecord, values) }],
      };
    },
  },
};

/** An inspection of a run decides on no goods: it is done with its last reading. A first piece that failed is read again. */
function endDone(work: Work, values: InspectionValues, endedAt: Moment): void {
  const { progress } = inspectionThatHolds(work.db, values);
  const isFailedFirst = values.slot === firstPiece && progress.proposal === 'reject';
  if (progress.proposal !== 'open' && progress.done >= progress.wanted && !isFailedFirst)
    saveRecord(work, inspectionRecord, { ...values, inspectionState: 'decided', endedAt });
}

const isOpenAt = (stored: StoredInspection, point: string, serial: string): boolean =>
  stored.values.point === point && isOf(stored, serial);

function toGiveUp(context: Pick<QueryContext, 'reader' | 'actor'>, named: InspectionNamed) {
  const stored = inspectionThatHolds(context.reader.db, named);
  // A repeat of what was done is told from a state that never allowed it.
  if (stored.values.inspectionState === 'withdrawn')
    throw new LotlineError('CONFLICT', msg`Inspection ${stored.values.inspection} was given up already.`, {
      field: 'inspection',
    });
  insist(judgeAct('withdraw', stored.values.inspectionState));
  if (stored.decisions.length > 0)
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`Part of it is decided already, so it is not given up. Decide the rest.`,
      { field: 'inspection' },
    );
  if (stored.frozen.plan.isDecidedByAnother)
    for (const first of new Set(stored.entries.map(({ readBy }) => readBy)))
      insistOnAnother(context, 'inspectionResult', {
        first,
        what: msg`By plan ${stored.values.plan} nobody decides by readings of their own.`,
      });
  return stored;
}

/** @throws LotlineError where somebody reads a second time what they read first */
function insistOnOtherEyes(
  entries: ReturnType<typeof inspectionThatHolds>['entries'],
  kept: readonly KeptReading[],
  { person, isSecond: reads }: { person: string; isSecond: boolean },
): void {
  const own = new Set(
    entries
      .filter(({ isSecond, readBy }) => isSecond !== reads && readBy === person)
      .flatMap(({ readings }) => readings.map(({ row, piece }) => `${row} ${piece}`)),
  );
  if (!kept.some(({ row, piece }) => own.has(`${row} ${piece}`))) return;
  throw new LotlineError(
    'SEPARATION_OF_DUTIES',
    reads
      ? msg`You read this first. Another person reads it the second time, without seeing yours.`
      : msg`You read this the second time. Another person reads it first.`,
    { field: 'isSecond' },
  );
}

const noneInForce = (plan: string): LotlineError =>
  new LotlineError('CONFLICT', msg`No version of plan ${plan} is in force today. Approve one first.`, {
    field: 'plan',
  });

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
