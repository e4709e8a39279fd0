import type { CommandContext } from '#main/context/context.ts';
import { saveHolds } from '#main/features/holds/holds.actions.ts';
import { createLots } from '#main/features/lots/create.actions.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { addDemoService } from '#main/features/serials/demo.actions.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { anyGoods, type HoldScope } from '#shared/holds/scope.ts';
import type { MadeByHand } from '#shared/lots/contract.ts';

type DemoWork = { hold: Partial<HoldScope>; reason: string; lots: readonly Partial<MadeByHand>[] };

/** What no export has: goods on hold that have nothing to do with the incident, and lots whose goods are on their way. */
const workOf: Readonly<Record<DemoPlant, DemoWork>> = {
  food: {
    hold: { product: 'BTL-750', lot: 'BT-0012' },
    reason: 'Necks are chipped; the supplier comes to look at them',
    lots: [{ product: 'LID-82', lot: 'LD-0025', count: 2, supplier: 'S-CAPWELL', reference: 'Order 4711' }],
  },
  device: {
    hold: { product: 'CHARGER', lot: 'CD-0006' },
    reason: 'Plugs are loose; samples are with the supplier',
    lots: [{ product: 'CHARGER', lot: 'CD-0008', count: 2, reference: 'Order 2208' }],
  },
};

export async function addDemoWork(context: CommandContext<'policies'>, plant: DemoPlant): Promise<void> {
  const { hold, reason, lots } = workOf[plant];
  await createLots(
    lots.map((lot) => ({ ...blank, ...lot })),
    context,
  );
  const { work, now } = context;
  await saveHolds(work, [{ ...anyGoods, ...hold }], { reason, setAt: trailTime(work.db, now) });
  const { actor, offsetMinutes } = context;
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
