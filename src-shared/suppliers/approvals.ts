import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import {
  type ApprovalLevel,
  type ApprovalStatus,
  type ReceiptAct,
  type ReceiptLevel,
  soonDays,
  type Standing,
} from './vocabulary.ts';

export type Approval = {
  partner: string;
  level: ApprovalLevel;
  code: string;
  status: ApprovalStatus;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};
export type ReceiptRule = { level: ReceiptLevel; code: string; act: ReceiptAct };

/** Goods of a product that come from a supplier on a day. */
export type Delivery = { partner: string; product: string; category: string; on: PlainDate };

/** How an approval stands on a day; its last day is one of its days. */
export function standingOn(
  { validFrom, validUntil }: Pick<Approval, 'validFrom' | 'validUntil'>,
  day: PlainDate,
): Standing {
  if (day < validFrom) return 'coming';
  if (validUntil === null) return 'holds';
  if (day > validUntil) return 'ended';
  return validUntil <= addDays(day, soonDays) ? 'endsSoon' : 'holds';
}

/** What is said of a delivery: of its product, or else of its category. */
export function approvalFor(
  { partner, product, category }: Pick<Delivery, 'partner' | 'product' | 'category'>,
  approvals: readonly Approval[],
): Approval | undefined {
  const own = approvals.filter((one) => one.partner === partner);
  return (
    own.find(({ level, code }) => level === 'product' && code === product) ??
    (category === '' ? undefined : own.find(({ level, code }) => level === 'category' && code === category))
  );
}

/** How a delivery stands: as its approval says while it holds; "none" where nothing does. */
export function statusOf(delivery: Delivery, approvals: readonly Approval[]): ApprovalStatus | 'none' {
  const approval = approvalFor(delivery, approvals);
  if (approval === undefined) return 'none';
  const standing = standingOn(approval, delivery.on);
  return standing === 'holds' || standing === 'endsSoon' ? approval.status : 'none';
}

/** How goods of a supplier that is not approved are received: as is said of their category, or else of the site. */
export const actOn = (category: string, rules: readonly ReceiptRule[]): ReceiptAct =>
  (
    rules.find(({ level, code }) => level === 'category' && code === category && category !== '') ??
    rules.find(({ level }) => level === 'site')
  )?.act ?? 'let';

type Judged = Delivery & {
  goods: MessageValue;
  status: string;
  /** Imported is what happened: what to do is left out. */
  document: string | undefined;
};

/** Whether goods may be received from a supplier. Blocked ones are refused, and conditional ones taken into quarantine, whatever the rules. */
export function judgeDelivery(
  delivery: Judged,
  { approvals, rules }: { approvals: readonly Approval[]; rules: readonly ReceiptRule[] },
): Verdict {
  const found = statusOf(delivery, approvals);
  const act = { approved: 'let', conditional: 'quarantine', blocked: 'refuse', none: actOn(delivery.category, rules) }[
    found
  ];
  if (act === 'let' || (act === 'quarantine' && delivery.status.startsWith('Q'))) return allowed;
  const said = saysOf(delivery, found, approvalFor(delivery, approvals));
  const text =
    delivery.document !== undefined
      ? msg`${delivery.document}: ${said}`
      : act === 'refuse'
        ? msg`${said} Choose another supplier, or have this one approved.`
        : msg`${said} Receive it in quarantine (status Q), or have the supplier approved.`;
  return refused('STATUS_FORBIDS', text, { column: 'partner' });
}

function saysOf(
  { partner, goods, on }: Judged,
  found: ApprovalStatus | 'none',
  approval: Approval | undefined,
): Message {
  if (found === 'blocked') return msg`${partner} is blocked as supplier of ${goods}.`;
  if (found === 'conditional')
    return msg`${partner} is approved as supplier of ${goods} on a condition: it comes into quarantine first.`;
  if (approval !== undefined && approval.validUntil !== null && on > approval.validUntil)
    return msg`The approval of ${partner} as supplier of ${goods} ended on ${{ date: approval.validUntil }}.`;
  return msg`${partner} is not approved as supplier of ${goods} on ${{ date: on }}.`;
}
