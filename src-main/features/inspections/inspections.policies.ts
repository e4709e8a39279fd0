import { definePolicy, type Origin, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { Work } from '#main/store/work.ts';
import { type FrequentUse, usesAt } from '#shared/inspections/plans.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { firstPiece } from '#shared/inspections/slots.ts';
import { stepsOf } from './slots.actions.ts';
import { inspectionsOfRun } from './slots.queries.ts';
import { planInForce } from './opening.actions.ts';
import { productToInspect, usesThatHold } from './plans.queries.ts';
import { openOnGoods, supplierOfLot, unmovedOnGoods } from './posted.queries.ts';
import {
  decisionWith,
  inspectionsOfLot,
  inspectionThatHolds,
  isAnyOpen,
  isAnyUnmoved,
  isOf,
  standsBeside,
} from './stored.queries.ts';

/** Goods by their names, and what is asked of them: whether they may be released or renamed, or pass a point. */
type Key = readonly [
  product: string,
  lot: string,
  sublot: string,
  serial: string,
  asks: Asks,
  day: string,
  document: string,
  workOrder: string,
  run: string,
];
type Asks = 'released' | 'renamed' | 'consumption' | 'shipping' | 'output';

/** What stands in their way: an inspection that is not decided, one that was not passed, or none where a plan wants one. */
type Found = {
  kind: 'pending' | 'unmoved' | 'failed' | 'none' | 'passed';
  inspection: string;
  plan: string;
  pending: string;
};

/**
 * What is being inspected is released by its inspection and nothing else, and stays under the name that this is about. Where a
 * plan is used before goods are consumed or shipped, they need an inspection there that was passed.
 */
export const inspectedGoods = definePolicy({
  name: 'inspected goods',
  gather: (movement, { origin }): Key[] => {
    const key = keyOf(movement, origin);
    return key === undefined ? [] : [key];
  },
  async load(work, keys): Promise<[Key, Found][]> {
    const found: [Key, Found][] = [];
    const known = new Map<string, FrequentUse[]>();
    const usesOf = (product: string): FrequentUse[] => {
      const uses = known.get(product) ?? usesThatHold(work.db, product);
      known.set(product, uses);
      return uses;
    };
    const isOpen = (await work.one(isAnyOpen)) !== undefined || (await work.one(isAnyUnmoved)) !== undefined;
    for (const key of keys) {
      const isAtPoint = key[4] === 'consumption' || key[4] === 'shipping';
      if (key[4] === 'output') {
        const first = await firstPieceOf(work, key, usesOf(key[0]));
        if (first !== undefined) found.push([key, first]);
        continue;
      }
      if (!isAtPoint && !isOpen) continue;
      const one = isAtPoint ? await atPoint(work, key, usesOf(key[0])) : await pendingOn(work, key);
      if (one !== undefined) found.push([key, one]);
    }
    return found;
  },
  judge(movement, facts, { origin }): Verdict {
    const key = keyOf(movement, origin);
    if (key === undefined) return allowed;
    const found = facts.get(key);
    if (found === undefined || found.kind === 'passed') return allowed;
    const goods = unitMessage({ ...movement, product: movement.product.code, serial: movement.rowSerial });
    const { inspection, plan, pending } = found;
    const [product, lot, , , asks] = key;
    const details = { inspection, plan, product, lot };
    if (found.kind === 'unmoved')
      return refused(
        'STATUS_FORBIDS',
        msg`${goods} was decided in ${inspection} and is not moved yet. Move it there.`,
        details,
      );
    if (found.kind === 'none')
      return refused(
        'STATUS_FORBIDS',
        asks === 'shipping'
          ? msg`${goods} is inspected by plan ${plan} before it is shipped, and was not yet. Open that inspection on the page of the lot.`
          : msg`${goods} is inspected by plan ${plan} before it is used, and was not yet. Open that inspection on the page of the lot.`,
        details,
      );
    if (asks === 'output')
      return refused(
        'STATUS_FORBIDS',
        found.kind === 'failed'
          ? msg`The first piece of work order ${movement.workOrder} did not pass inspection ${inspection} by plan ${plan}. Set up anew and read another one there, with the reason, or give that inspection up.`
          : msg`The first piece of work order ${movement.workOrder} is inspected in ${inspection} by plan ${plan}. Finish that before anything else of the run is made.`,
        details,
      );
    if (found.kind === 'failed')
      return refused(
        'STATUS_FORBIDS',
        msg`${goods} did not pass inspection ${inspection} by plan ${plan}. Whoever decides on the status of goods can have it inspected again.`,
        details,
      );
    if (asks === 'released')
      return refused(
        'STATUS_FORBIDS',
        msg`${goods} is being inspected: ${pending} of it is pending in ${inspection} by plan ${plan}. Decide there, or give the inspection up.`,
        details,
      );
    return refused(
      'STATUS_FORBIDS',
      msg`${goods} is being inspected in ${inspection} by plan ${plan}. Decide there first, or give the inspection up.`,
      details,
    );
  },
});

function keyOf(movement: PlannedMovement, origin: Origin): Key | undefined {
  const { kind, product, lot, sublot, serial, at, offsetMinutes, document, workOrder, run } = movement;
  const day = dateOf(at, offsetMinutes);
  // A conversion names what its goods become: a sublot is given to what had none, and a serial keeps the lot.
  if (kind === 'assign' && origin === 'decided')
    return sublot !== '' && movement.statusFrom.startsWith('Q')
      ? [product.code, lot, '', '', 'renamed', day, document, '', '']
      : undefined;
  const asks = origin === 'imported' ? undefined : askedOf(movement);
  if (asks === 'output')
    return workOrder === '' ? undefined : [product.code, '', '', '', asks, day, '', workOrder, run];
  return asks === undefined ? undefined : [product.code, lot, sublot, serial, asks, day, document, '', ''];
}

function askedOf({ kind, statusFrom, statusTo, isReversal, from, renames }: PlannedMovement): Asks | undefined {
  if (isReversal) return undefined;
  if (renames === 'from' && statusFrom.startsWith('Q')) return 'renamed';
  if (kind === 'status' && statusFrom.startsWith('Q') && statusTo.startsWith('A')) return 'released';
  // Another second character would take it out of what is to be decided.
  if (kind === 'status' && statusFrom.startsWith('Q') && statusTo.startsWith('Q')) return 'renamed';
  if (kind === 'output') return 'output';
  if (from === null) return undefined;
  return kind === 'consumption' ? 'consumption' : kind === 'shipment' ? 'shipping' : undefined;
}

async function pendingOn(
  work: Work,
  [product, lot, sublot, serial, asks, , document]: Key,
): Promise<Found | undefined> {
  const open = (await work.all(openOnGoods, { product, lot, sublot, serial }))
    .map((named) => inspectionThatHolds(work.db, named))
    .find((one) => !standsBeside(one.values) && isOf(one, serial));
  if (asks === 'released' && (await work.one(decisionWith, { document })) !== undefined) return undefined;
  if (open === undefined) {
    // Under another name it would be released all the same.
    const [unmoved] = await work.all(unmovedOnGoods, { product, lot, sublot });
    return unmoved === undefined
      ? undefined
      : { kind: 'unmoved', inspection: unmoved.inspection, plan: '', pending: '' };
  }
  const { values, pending, unitOfMeasure } = open;
  const { inspection, plan } = values;
  return { kind: 'pending', inspection, plan, pending: `${formatQuantity(pending)} ${unitOfMeasure}` };
}

/** What stands in the way of more of a run: its first piece, while that is inspected or did not pass. Given up, it is nobody's matter. */
async function firstPieceOf(
  work: Work,
  [product, , , , , , , workOrder, run]: Key,
  uses: readonly FrequentUse[],
): Promise<Found | undefined> {
  if (!uses.some(({ frequency }) => frequency.kind === 'slots' && frequency.isFirst)) return undefined;
  const category = (await work.one(productToInspect, { code: product }))?.category ?? '';
  for (const { operation: point, frequency } of stepsOf(uses, { product, category })) {
    if (!frequency.isFirst) continue;
    const kept = await work.all(inspectionsOfRun, { product, workOrder, run, point });
    // One that was begun anew by a later version of the plan counts as that one.
    const first = kept.findLast(({ slot }) => slot === firstPiece);
    if (first === undefined) continue;
    const { values, progress } = inspectionThatHolds(work.db, { inspection: first.inspection, reinspection: 0 });
    const { inspection, plan, inspectionState } = values;
    if (inspectionState === 'open' || (inspectionState === 'decided' && progress.proposal !== 'accept'))
      return { kind: progress.proposal === 'reject' ? 'failed' : 'pending', inspection, plan, pending: '' };
  }
  return undefined;
}

async function atPoint(
  work: Work,
  [product, lot, sublot, serial, point, day]: Key,
  all: readonly FrequentUse[],
): Promise<Found | undefined> {
  const uses = all.filter(({ operation }) => operation === point);
  if (uses.length === 0) return undefined;
  const category = (await work.one(productToInspect, { code: product }))?.category ?? '';
  const supplier = (await work.one(supplierOfLot, { product, lot }))?.code ?? '';
  const [use] = usesAt({ product, category, supplier, operation: point }, uses);
  if (use === undefined || planInForce(work, use.plan, day) === undefined) return undefined;
  const made = (await work.all(inspectionsOfLot, { product, lot })).filter(
    (one) =>
      one.point === point &&
      one.state !== 'withdrawn' &&
      one.state !== 'superseded' &&
      one.plan === use.plan &&
      one.sublot === sublot &&
      (one.serial === '' || one.serial === serial),
  );
  const last = made.findLast((one) => isOf(inspectionThatHolds(work.db, one), serial));
  const none = { plan: use.plan, inspection: '', pending: '' };
  if (last === undefined) return { ...none, kind: 'none' };
  const { values, decisions } = inspectionThatHolds(work.db, last);
  const said = { ...none, plan: values.plan, inspection: values.inspection };
  if (values.inspectionState === 'notDrawn') return { ...said, kind: 'passed' };
  if (values.inspectionState === 'open') return { ...said, kind: 'pending' };
  return { ...said, kind: decisions.some(({ accepted }) => accepted > 0) ? 'passed' : 'failed' };
}
