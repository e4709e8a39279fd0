import { goodsOnHold } from '#main/features/holds/holds.policies.ts';
import { inspectedGoods } from '#main/features/inspections/inspections.policies.ts';
import { leastLife } from '#main/features/lots/leastLife.policies.ts';
import { activePartners } from '#main/features/partners/partners.policies.ts';
import { serialsThatMayMove } from '#main/features/serials/serials.policies.ts';
import { issuedGoods, postedStatus } from '#main/features/lots/lots.policies.ts';
import { approvedSuppliers } from '#main/features/suppliers/suppliers.policies.ts';
import { statusRules } from '#main/features/statuses/statuses.policies.ts';
import type { AnyPolicy } from '#main/ledgerStore/policy.ts';

/** The policies of all features, in the order of features: for a thread that need not load all the rest of them. */
export const policies: readonly AnyPolicy[] = [
  activePartners,
  goodsOnHold,
  statusRules,
  approvedSuppliers,
  postedStatus,
  issuedGoods,
  leastLife,
  serialsThatMayMove,
  inspectedGoods,
];
