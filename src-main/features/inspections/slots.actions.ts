import { dayOf, trailTime } from '#main/features/security/identity.queries.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { type FrequentUse, saysWhy, usesFor } from '#shared/inspections/plans.ts';
import { inspectionRecord } from '#shared/inspections/records.ts';
import { type Slot, type Slots, slotsLeft, slotsOf } from '#shared/inspections/slots.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { openInspection, planInForce, type ToInspect } from './opening.actions.ts';
import { usesThatHold } from './plans.queries.ts';
import type { PostedRow } from './posted.queries.ts';
import { inspectionsOfRun, type OfRun, outputsOfRun } from './slots.queries.ts';
import { inspectionThatHolds } from './stored.queries.ts';

type By = { now: Moment; offsetMinutes: number; person: string };
type StepUse = FrequentUse & { frequency: Slots };

/** The uses by which runs that make goods are inspected: one for each step of work. */
export function stepsOf(uses: readonly FrequentUse[], goods: { product: string; category: string }): StepUse[] {
  const steps = uses.flatMap((use) => (use.frequency.kind === 'slots' ? [{ ...use, frequency: use.frequency }] : []));
  return [...new Set(steps.map(({ operation }) => operation))].flatMap((operation) =>
    usesFor({ ...goods, supplier: '', operation }, steps).slice(0, 1),
  );
}

/**
 * What a run makes is inspected slot by slot. The output that was posted opens those that are to be inspected now; what is over by
 * then and was not inspected is on record as missed: several in a row are one gap.
 */
export async function inspectRuns(work: Work, rows: readonly PostedRow[], by: By): Promise<void> {
  const outputs = rows.filter(
    (row) => row.kind === 'output' && row.rowKey === null && row.reverses === null && (row.workOrder ?? '') !== '',
  );
  const byRun = Map.groupBy(outputs, ({ workOrder, run, product }) => JSON.stringify([workOrder, run, product]));
  for (const [first] of byRun.values()) {
    if (first === undefined) continue;
    const { product, category } = first;
    for (const use of stepsOf(usesThatHold(work.db, product), { product, category }))
      await inspectRun(work, first, use, by);
  }
}

async function inspectRun(work: Work, made: PostedRow, use: StepUse, by: By): Promise<void> {
  const { product, workOrder, run } = made;
  const named = { product, workOrder: workOrder ?? '', run: run ?? '', point: use.operation };
  const slots = slotsOf(use.frequency, await work.all(outputsOfRun, named), by.offsetMinutes);
  const kept = await work.all(inspectionsOfRun, named);
  await endOver(work, named, { slots, now: by.now });
  const plan = planInForce(work, use.plan, dayOf(work.db, by));
  if (plan === undefined) return;
  const left = slotsLeft(
    slots,
    kept.flatMap(({ slot, from, until }) => (slot === null || from === null ? [] : [{ slot, from, until }])),
    by.now,
  );
  const how = { plan, why: saysWhy(use), by: { person: by.person, now: by.now } };
  const goods = goodsMade(made, named);
  for (const gap of rowsOf(left.over, slots)) {
    const [{ slot, from }] = gap;
    const count = { count: gap.reduce((sum, one) => sum + one.count, 0) };
    await openInspection(
      work,
      {
        ...{ ...goods, slot, dueFrom: from, dueUntil: gap.at(-1)?.until ?? null },
        reason: inEnglish(msg`Not inspected in time: ${count} slots.`),
      },
      { ...how, state: 'missed' },
    );
  }
  for (const { slot, from, until } of left.now)
    await openInspection(work, { ...goods, slot, dueFrom: from, dueUntil: until }, how);
}

/** Slots that follow each other, as runs of them. */
function rowsOf(over: readonly Slot[], all: readonly Slot[]): [Slot, ...Slot[]][] {
  const rows: [Slot, ...Slot[]][] = [];
  const before = new Map(all.map((slot, index) => [slot, all[index - 1]]));
  for (const slot of over) {
    const row = rows.at(-1);
    if (row !== undefined && row.at(-1) === before.get(slot)) row.push(slot);
    else rows.push([slot]);
  }
  return rows;
}

/** Writes down until when a slot could be inspected, once that is known; what was not read to the end by then was missed. */
async function endOver(
  work: Work,
  named: OfRun,
  { slots, now }: { slots: readonly Slot[]; now: Moment },
): Promise<void> {
  for (const one of (await work.all(inspectionsOfRun, named)).filter(({ state }) => state === 'open')) {
    const until = slots.find(({ slot }) => slot === one.slot)?.until ?? null;
    if (until === null) continue;
    const { values, progress } = inspectionThatHolds(work.db, { inspection: one.inspection, reinspection: 0 });
    const missed = {
      ...{ inspectionState: 'missed' as const, endedAt: trailTime(work.db, now) },
      reason: inEnglish(msg`${{ count: progress.done }} of ${{ count: progress.wanted }} readings were done in time.`),
    };
    saveRecord(work, inspectionRecord, { ...values, dueUntil: until, ...(until <= now ? missed : {}) });
  }
}

function goodsMade(made: PostedRow, { workOrder, run, point }: OfRun): ToInspect {
  const { product, lot, sublot, document, line, unitOfMeasure, quantity, statusTo: statusFrom } = made;
  return {
    ...{ point, product, lot, sublot, document, line, unitOfMeasure, quantity, statusFrom, workOrder, run },
    ...{ serial: made.serial, supplier: '', location: made.to ?? '', reason: '', serials: [] },
  };
}
