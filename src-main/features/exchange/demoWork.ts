import type { CommandContext } from '#main/context/context.ts';
import { saveHolds } from '#main/features/holds/holds.actions.ts';
import { splitLot } from '#main/features/lots/split.actions.ts';
import { createLots } from '#main/features/lots/create.actions.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { addDemoService } from '#main/features/serials/demo.actions.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { addDays, dateOf } from '#shared/kernel/dates.ts';
import { addDemoInspections } from './demoInspections.ts';
import { addDemoPlan } from './demoPlans.ts';
import { addDemoProducts } from './demoProducts.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { anyGoods, type HoldScope } from '#shared/holds/scope.ts';
import type { MadeByHand, SplitOff } from '#shared/lots/contract.ts';
import { type SupplierApprovalValues, supplierApprovalRecord } from '#shared/suppliers/records.ts';

type DemoWork = {
  hold: Partial<HoldScope>;
  reason: string;
  lots: readonly Partial<MadeByHand>[];
  approvals: readonly Approval[];
  split?: SplitOff;
};
/** Its last day so many days from now; null for none. */
type Approval = Pick<SupplierApprovalValues, 'partner' | 'code' | 'approval' | 'reason'> & { endsIn: number | null };

/** What no export has: goods on hold and split off that have nothing to do with the incident, lots on their way, approvals. */
const workOf: Readonly<Record<DemoPlant, DemoWork>> = {
  food: {
    hold: { product: 'BTL-750', lot: 'BT-0012' },
    reason: 'Necks are chipped; the supplier comes to look at them',
    lots: [{ product: 'LID-82', lot: 'LD-0025', count: 2, supplier: 'S-CAPWELL', reference: 'Order 4711' }],
    approvals: [
      { partner: 'S-SERRAL', code: 'APR-PUREE', approval: 'approved', reason: 'Audited', endsIn: null },
      { partner: 'S-CAPWELL', code: 'LID-82', approval: 'approved', reason: 'Audited', endsIn: 24 },
      {
        ...{ partner: 'S-GELWORKS', code: 'GLUE', approval: 'blocked', endsIn: null },
        reason: 'The glue gives way on wet glass',
      },
    ],
    // A pallet of bottles that got wet is kept apart from the others of its lot.
    split: {
      ...{ product: 'BTL-750', lot: 'BT-0013', sublot: '', location: 'DRY', status: 'A' },
      rows: [{ lot: 'BT-0013-W', sublot: '', quantity: '240', to: '' }],
    },
  },
  device: {
    hold: { product: 'CHARGER', lot: 'CD-0006' },
    reason: 'Plugs are loose; samples are with the supplier',
    lots: [{ product: 'CHARGER', lot: 'CD-0008', count: 2, reference: 'Order 2208' }],
    approvals: [],
  },
};

export async function addDemoWork(context: CommandContext<'policies'>, plant: DemoPlant): Promise<void> {
  const { hold, reason, lots, approvals, split } = workOf[plant];
  await createLots(
    lots.map((lot) => ({ ...blank, ...lot })),
    context,
  );
  const { work, now } = context;
  await saveHolds(work, [{ ...anyGoods, ...hold }], { reason, setAt: trailTime(work.db, now) });
  const { actor, offsetMinutes } = context;
  const today = dateOf(now, offsetMinutes);
  for (const { endsIn, ...approval } of approvals)
    saveRecord(work, supplierApprovalRecord, {
      ...approval,
      level: 'product',
      validFrom: addDays(today, -340),
      validUntil: endsIn === null ? null : addDays(today, endsIn),
      holdsFrom: trailTime(work.db, now),
    });
  await addDemoProducts(context, plant);
  addDemoPlan(work, plant, today);
  await addDemoInspections(work, plant, { now, today });
  if (split !== undefined) await splitLot(split, context);
  if (plant === 'device') await addDemoService(work, 'NEB-200', { person: actor.person, now, offsetMinutes });
}

const blank: MadeByHand = {
  product: '',
  lot: '',
  sublot: '',
  count: null,
  supplier: '',
  supplierLot: '',
  manufacturer: '',
  manufacturerLot: '',
  reference: '',
  manufacturedOn: '',
  expiresOn: '',
  bestBeforeOn: '',
  useByOn: '',
  retestOn: '',
};
