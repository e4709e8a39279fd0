import { definePolicy, type PlannedMovement } from '#main/ledgerStore/policy.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { allowed } from '#shared/kernel/errors.ts';
import { judgeDealing } from '#shared/partners/roles.ts';
import { inactiveFrom } from './terms.queries.ts';

/** Nothing comes from a partner that is not in use any more, or goes to it; goods still come back, and go back to it. */
export const activePartners = definePolicy({
  name: 'active partners',
  gather: (movement) => partnersIn(movement).map((code) => [code] as const),
  load: async (work, keys) => keys.map((key) => [key, inactiveFrom(work.db, key[0])] as const),
  judge(movement, known, { origin }) {
    const [partner] = partnersIn(movement);
    if (partner === undefined) return allowed;
    return judgeDealing({
      partner,
      inactiveFrom: known.get([partner]) ?? null,
      on: dateOf(movement.at, movement.offsetMinutes),
      document: origin === 'imported' ? movement.document : undefined,
    });
  },
});

/** What is undone was a mistake. */
const partnersIn = ({ kind, isReversal, partner }: PlannedMovement): string[] =>
  (kind === 'receipt' || kind === 'shipment') && !isReversal && partner !== null ? [partner.code] : [];
