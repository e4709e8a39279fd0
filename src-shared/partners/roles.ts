import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { type PartnerKind, type PartnerRole, partnerRoles } from './vocabulary.ts';

export const isSupplier = (kind: PartnerKind): boolean => kind === 'supplier' || kind === 'both';
export const isCustomer = (kind: PartnerKind): boolean => kind === 'customer' || kind === 'both';

/** All that a partner is: `kind` says whether it delivers and buys, `alsoKinds` what it is beside that. */
export function rolesOf({ kind, alsoKinds }: { kind: PartnerKind; alsoKinds: string | null }): PartnerRole[] {
  const also = new Set((alsoKinds ?? '').split(','));
  return partnerRoles.filter(
    (role) => (role === 'supplier' && isSupplier(kind)) || (role === 'customer' && isCustomer(kind)) || also.has(role),
  );
}

/** The same as the store keeps it. */
export function keptRoles(roles: readonly PartnerRole[]): { kind: PartnerKind; alsoKinds: string | null } {
  const [supplies, buys] = [roles.includes('supplier'), roles.includes('customer')];
  const also = partnerRoles.filter((role) => role !== 'supplier' && role !== 'customer' && roles.includes(role));
  return {
    kind: supplies ? (buys ? 'both' : 'supplier') : buys ? 'customer' : 'neither',
    alsoKinds: also.length === 0 ? null : also.join(','),
  };
}

export const isActiveOn = (inactiveFrom: PlainDate | null, day: PlainDate): boolean =>
  inactiveFrom === null || day < inactiveFrom;

/** Goods that come from a partner or go to one on a day. An import tells of a `document` what happened. */
type Dealt = { partner: string; inactiveFrom: PlainDate | null; on: PlainDate; document: string | undefined };

/** Nothing comes from a partner that is not in use, or goes to it. */
export function judgeDealing({ partner, inactiveFrom, on, document }: Dealt): Verdict {
  if (isActiveOn(inactiveFrom, on)) return allowed;
  const since = { date: inactiveFrom ?? '' };
  const text =
    document === undefined
      ? msg`${partner} is inactive from ${since} on: nothing is received from it or shipped to it. Choose another partner, or make this one active again.`
      : msg`${document}: ${partner} is inactive from ${since} on, and it is dated ${{ date: on }}.`;
  return refused('STATUS_FORBIDS', text, { column: 'partner' });
}
