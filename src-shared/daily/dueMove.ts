import type { PlainDate } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { LotDates } from '#shared/lots/dates.ts';
import { lastDayOf } from '#shared/movements/issue.ts';
import type { MovingKind } from './vocabulary.ts';

/** Goods of one lot in one status, as the daily job looks at them. */
export type DueGoods = Pick<LotDates, 'expiresOn' | 'useByOn' | 'retestOn'> & {
  status: string;
  /** The statuses that the product gives; "" where its lots keep the one they have. */
  expiryStatus: string;
  retestStatus: string;
  /** The day they were released last; null for never. */
  releasedOn: PlainDate | null;
};

/** What is to become of goods, by which of their dates. */
export type DueMove = { kind: MovingKind; date: PlainDate; statusTo: string };

/**
 * The status that goods go to by themselves on a day. What has expired, released or in quarantine, goes where its product
 * says, from the day after its last; else what is released goes to be tested again on the day of its retest, once: who
 * released it on that day or later has tested it. Rejected goods stay rejected, and nothing is released by itself.
 */
export function dueMove(goods: DueGoods, on: PlainDate): DueMove | undefined {
  const { status, expiryStatus, retestStatus, retestOn, releasedOn } = goods;
  const last = lastDayOf(goods);
  if (last !== undefined && on > last && !status.startsWith('R') && mayGo(status, expiryStatus))
    return { kind: last === goods.expiresOn ? 'expiry' : 'useBy', date: last, statusTo: expiryStatus };
  const isTested = retestOn !== null && releasedOn !== null && releasedOn >= retestOn;
  if (retestOn === null || on < retestOn || isTested || !status.startsWith('A') || !mayGo(status, retestStatus))
    return undefined;
  return { kind: 'retest', date: retestOn, statusTo: retestStatus };
}

const mayGo = (status: string, statusTo: string): boolean =>
  statusTo !== '' && statusTo !== status && !statusTo.startsWith('A');

/** Why a movement of the daily job was made. */
export function reasonOf({ kind, date }: Pick<DueMove, 'kind' | 'date'>): Message {
  switch (kind) {
    case 'expiry':
      return msg`The lot expired on ${date}.`;
    case 'useBy':
      return msg`The lot was to be used by ${date}.`;
    case 'retest':
      return msg`The lot was due for retest on ${date}.`;
  }
}
