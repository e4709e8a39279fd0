import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { keepsAside } from './issue.ts';
import type { MovementKind } from './vocabulary.ts';

type End = { code: string; kind: LocationKind };

/** What of a movement decides whether goods on hold may make it. */
export type MovedOnHold = {
  kind: MovementKind;
  from: End | null;
  to: End | null;
  statusFrom: string;
  statusTo: string;
  isReversal: boolean;
  /** Where goods of one lot become goods of another; "" or absent for all else. */
  renames?: string;
};

/** A hold as a refusal names it. */
export type Holding = { number: string; reason: string; location: string };

/**
 * What of it goods on hold must not do; undefined for what they may. They come in, are put aside, rejected, returned,
 * scrapped, sampled and counted as any. A hold on a location lets nothing be brought away from it: it would end there.
 */
export function forbiddenOnHold(
  { kind, from, to, statusFrom, statusTo, isReversal, renames = '' }: MovedOnHold,
  { location }: Pick<Holding, 'location'>,
): Message | undefined {
  // What is undone never was; only goods that a customer gave back would be there again.
  if (isReversal) return kind === 'customer-return' && to === null ? msg`brought back to the customer` : undefined;
  if (kind === 'shipment') return msg`shipped`;
  if (kind === 'consumption') return msg`consumed`;
  if (renames !== '') return msg`split or merged`;
  if (from === null || to === null) return undefined;
  if (statusTo.startsWith('A') && statusFrom !== '' && !statusFrom.startsWith('A')) return msg`released`;
  if (from.code === to.code || (location === '' && keepsAside(to.kind))) return undefined;
  return msg`moved to ${to.code}`;
}

/** Whether goods may be moved so while a hold is on them. */
export function judgeOnHold(movement: MovedOnHold, goods: MessageValue, { number, reason, ...hold }: Holding): Verdict {
  const act = forbiddenOnHold(movement, hold);
  if (act === undefined) return allowed;
  return refused(
    'STATUS_FORBIDS',
    msg`${goods} is on hold (${number}, “${reason}”) and must not be ${act}. Have the hold lifted first, or return or scrap it.`,
    { hold: number },
  );
}

type Imported = { movement: MovedOnHold; document: string; goods: MessageValue };

/** The import's message about goods that were moved all the same. */
export function judgeImportedOnHold({ movement, document, goods }: Imported, hold: Holding): Verdict {
  const act = forbiddenOnHold(movement, hold);
  if (act === undefined) return allowed;
  const { number, reason } = hold;
  return refused(
    'STATUS_FORBIDS',
    msg`${document}: ${goods} was on hold (${number}, “${reason}”) when it was ${act}. See where it is, and hold it there.`,
    { hold: number, column: act.pattern === 'released' ? 'status' : 'kind' },
  );
}
