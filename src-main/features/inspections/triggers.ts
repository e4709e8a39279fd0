import type { Reaction } from '#main/context/reaction.ts';
import { dayOf, trailTime } from '#main/features/security/identity.queries.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { type FrequentUse, usesAt } from '#shared/inspections/plans.ts';
import { inspectionRecord, inspectionSampleRecord } from '#shared/inspections/records.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { openByUse, type ToInspect } from './opening.actions.ts';
import { usesThatHold } from './plans.queries.ts';
import {
  checkedAndMoved,
  firstEntryOf,
  goneFromGoods,
  openOnGoods,
  type PostedRow,
  postedMovements,
  supplierOfLot,
  undoneMovement,
} from './posted.queries.ts';
import { lyingGoods } from './lying.queries.ts';
import { inspectRuns } from './slots.actions.ts';
import { sampleWith, samplesThatHold } from './samples.queries.ts';
import { noteResult } from './series.actions.ts';
import {
  decisionWith,
  inspectionThatHolds,
  isAnyOpen,
  isOf,
  standsBeside,
  type StoredInspection,
} from './stored.queries.ts';

/** Who does what falls due of lots, as the daily job's movements name it. */
const dailyJob = 'daily job';

/**
 * Goods that come into quarantine at a point where a plan is used for them are inspected: one inspection a line and lot. What
 * leaves quarantine before it was decided, or was never received after all, is pending no more.
 */
export const inspectWhatComes: Reaction = {
  name: 'inspect what comes',
  async posted({ work, actor, now, offsetMinutes }) {
    const isOpen = (await work.one(isAnyOpen)) !== undefined;
    const { last, count } = work.journal.marks().movement;
    const rows = await work.all(postedMovements, { first: last - count + 1, last });
    for (const row of rows) {
      if (isOpen) await noteGone(work, row, now);
      if (row.reverses !== null) {
        await noteBack(work, row);
        await noteReturned(work, row, now);
      }
    }
    if (isOpen) await noteUnchecked(work, { first: last - count + 1, last }, now);
    const usesOf = new Map<string, FrequentUse[]>();
    await inspectRuns(work, rows, { now, offsetMinutes, person: actor.person.id });
    const day = dayOf(work.db, { now, offsetMinutes });
    const by = { person: actor.person.id, now };
    // An export tells what was received and decided elsewhere.
    const came = rows.filter((row) => row.rowKey === null && comesIn(row));
    for (const come of Map.groupBy(came, lineOf).values()) {
      const [first] = come;
      if (first === undefined) continue;
      const uses = usesOf.get(first.product) ?? usesThatHold(work.db, first.product);
      usesOf.set(first.product, uses);
      if (uses.length === 0) continue;
      const supplier = await supplierOf(work, first);
      const point = pointOf(first);
      const object = { product: first.product, category: first.category, supplier, operation: point };
      // A plan that is not in force decides nothing: the next one does.
      for (const use of usesAt(object, uses))
        if ((await openByUse(work, goodsOf(come, { first, supplier, point }), { use, day, by })) !== undefined) break;
    }
  },
};

const lineOf = ({ document, line, product, lot, sublot, to, statusTo }: PostedRow): string =>
  JSON.stringify([document, line, product, lot, sublot, to, statusTo]);

/** Whether goods get into quarantine under a name that they can be decided by. */
const comesIn = (row: PostedRow): boolean => {
  if (row.reverses !== null || row.to === null || !row.statusTo.startsWith('Q')) return false;
  // What is inspected again has its inspection already.
  if (row.kind === 'status' && row.document.startsWith('ID-')) return false;
  // A status is decided for known goods; those that get a lot later are known from then on.
  if (row.lot === '' && row.serial === '') return false;
  const isNamed = row.fromLot === '' && row.fromSerial === '' && (row.lot !== '' || row.serial !== '');
  if (row.kind === 'put-away' || row.kind === 'assign') return isNamed && row.from !== null;
  return row.from === null ? row.kind !== 'adjustment' && row.kind !== 'opening' : !row.statusFrom.startsWith('Q');
};

function pointOf({ kind, person }: PostedRow): string {
  switch (kind) {
    case 'output':
      return 'output';
    case 'customer-return':
    case 'production-return':
      return 'return';
    case 'receipt':
    case 'put-away':
    case 'assign':
      return 'receipt';
    default:
      return person === dailyJob ? 'retest' : 'quarantine';
  }
}

const supplierOf = async (work: Work, { kind, partner, product, lot }: PostedRow): Promise<string> =>
  kind === 'receipt' && partner !== null ? partner : ((await work.one(supplierOfLot, { product, lot }))?.code ?? '');

function goodsOf(
  rows: readonly PostedRow[],
  { first, supplier, point }: { first: PostedRow; supplier: string; point: string },
): ToInspect {
  const { product, lot, sublot, document, line, unitOfMeasure, statusTo: statusFrom } = first;
  const serials = rows.flatMap(({ sublot, serial }) => (serial === '' ? [] : [{ sublot, serial }]));
  return {
    ...{ point, product, lot, sublot, supplier, document, line, unitOfMeasure, statusFrom, reason: '' },
    serial: serials.length === 1 ? (serials[0]?.serial ?? '') : '',
    location: first.to ?? '',
    quantity: rows.reduce((sum, { quantity }) => sum + quantity, 0),
    serials: serials.length > 1 ? serials : [],
  };
}

/** Takes what left quarantine by no decision off what is pending, from the inspection that was opened first. */
async function noteGone(work: Work, row: PostedRow, now: number): Promise<void> {
  const leaves = row.from !== null && row.statusFrom.startsWith('Q');
  const isKept =
    row.to !== null && row.statusTo.startsWith('Q') && row.lot === row.fromLot && row.sublot === row.fromSublot;
  if (!leaves || isKept) return;
  // A decision of an inspection says itself what it decides.
  const { document } = row;
  if (row.kind === 'status' && (await work.one(decisionWith, { document })) !== undefined) return;
  const undone = row.reverses === null ? undefined : await work.one(undoneMovement, { id: row.reverses });
  const { product, fromLot: lot, fromSublot: sublot, fromSerial: serial } = row;
  let left = row.quantity;
  const open = await work.all(openOnGoods, { product, lot, sublot, serial });
  const stored: StoredInspection[] = [];
  for (const named of open) {
    const one = inspectionThatHolds(work.db, named);
    const first = await work.one(firstEntryOf, {
      record: inspectionRecord.name,
      key: nameOf(inspectionRecord, one.values),
    });
    // What was opened by this very entry is of what is there after it.
    const isThere = first?.entrySeq !== work.journal.entrySeq;
    // What is inspected released is not what lay in quarantine.
    const isQuarantine = one.values.statusFrom.startsWith('Q') && !standsBeside(one.values);
    if (isQuarantine && isOf(one, serial) && isThere) stored.push(one);
  }
  // What undoes a receipt takes back that one's own inspection before any other, and a sample is of the one it is drawn for.
  const sample = row.kind === 'sample' ? await work.one(sampleWith, { document }) : undefined;
  const own = stored.filter(({ values }) =>
    sample === undefined ? values.document === undone?.document && values.line === undone.line : isSame(values, sample),
  );
  for (const one of new Set([...own, ...stored])) {
    const { values, pending, decisions } = one;
    const taken = Math.min(left, pending);
    if (taken === 0) continue;
    left -= taken;
    const ended = {
      endedAt: trailTime(work.db, now),
      inspectionState: decisions.length === 0 ? 'withdrawn' : 'decided',
    };
    saveRecord(work, inspectionRecord, {
      ...values,
      gone: values.gone + taken,
      ...(taken === pending ? ended : {}),
    });
    if (taken === pending && decisions.length > 0 && values.reinspection === 0) noteResult(work, one, decisions);
  }
}

/** What is looked at in stock from time to time and leaves before that was done, was not looked at. */
async function noteUnchecked(work: Work, entry: { first: number; last: number }, now: number): Promise<void> {
  for (const named of await work.all(checkedAndMoved, entry)) {
    const { values, pending, decisions } = inspectionThatHolds(work.db, named);
    const lying = (await work.all(lyingGoods, values))
      .filter(({ status }) => status === values.statusFrom)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    if (lying >= pending) continue;
    const ended = {
      endedAt: trailTime(work.db, now),
      ...(decisions.length > 0
        ? { inspectionState: 'decided' as const }
        : { inspectionState: 'missed' as const, reason: inEnglish(msg`All of it left before it was done.`) }),
    };
    saveRecord(work, inspectionRecord, {
      ...values,
      gone: values.gone + pending - lying,
      ...(lying === 0 ? ended : {}),
    });
  }
}

/** What comes back into quarantine because its leaving is undone is to be decided again, by the inspection it left. */
async function noteBack(work: Work, row: PostedRow): Promise<void> {
  if (row.to === null || row.from !== null || !row.statusTo.startsWith('Q')) return;
  const { product, lot, sublot, serial } = row;
  let back = row.quantity;
  const sample = await sampleOf(work, row);
  const gone = await work.all(goneFromGoods, { product, lot, sublot });
  // A sample comes back to the inspection it was drawn for.
  for (const named of gone.toSorted((a, b) => Number(isSame(b, sample)) - Number(isSame(a, sample)))) {
    const one = inspectionThatHolds(work.db, named);
    const { values } = one;
    // What was given up stays so: somebody signed that.
    const isGivenUp = values.inspectionState === 'withdrawn' && values.gone < values.quantity;
    if (back === 0 || isGivenUp || values.statusFrom !== row.statusTo || !isOf(one, serial)) continue;
    const given = Math.min(back, values.gone);
    back -= given;
    saveRecord(work, inspectionRecord, {
      ...values,
      ...{ gone: values.gone - given, inspectionState: 'open', endedAt: null },
    });
  }
}

type Named = { inspection: string; reinspection: number };
const isSame = (one: Named, other: Named | undefined): boolean =>
  one.inspection === other?.inspection && one.reinspection === other.reinspection;

/** The sample that an undone movement had drawn. */
async function sampleOf(work: Work, { reverses }: PostedRow) {
  const undone = reverses === null ? undefined : await work.one(undoneMovement, { id: reverses });
  return undone?.kind === 'sample' ? await work.one(sampleWith, { document: undone.document }) : undefined;
}

/** A sample whose drawing is undone was brought back. */
async function noteReturned(work: Work, row: PostedRow, now: number): Promise<void> {
  const named = await sampleOf(work, row);
  if (named === undefined) return;
  const found = samplesThatHold(work.db, named).find((one) => one.sampleNumber === named.sampleNumber);
  if (found === undefined) return;
  const { version: _version, ...sample } = found;
  saveRecord(work, inspectionSampleRecord, { ...sample, sampleState: 'returned', endedAt: trailTime(work.db, now) });
}
