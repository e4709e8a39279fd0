import { msg, type Message, type MessageValue } from '#shared/kernel/message.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, type ErrorCode, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { MovementKind } from './vocabulary.ts';

/** Goods leaving for a customer or into production, on a day. */
export type Issue = {
  kind: MovementKind;
  statusFrom: string;
  on: PlainDate;
  expiresOn: PlainDate | null;
  useByOn: PlainDate | null;
};

/**
 * Whether goods may be shipped or consumed: released, and not expired. A lot may still be used on its
 * last day. Quarantine, return, scrap and moves inside the plant stay open to all goods.
 */
export function judgeIssue(issue: Issue): Verdict {
  if (issue.kind !== 'shipment' && issue.kind !== 'consumption') return allowed;
  const act = issue.kind === 'shipment' ? msg`shipped` : msg`consumed`;
  if (!issue.statusFrom.startsWith('A')) {
    return refused(
      'STATUS_FORBIDS',
      msg`Goods in status ${issue.statusFrom} must not be ${act}. Release them first, or return or scrap them.`,
      {
        status: issue.statusFrom,
      },
    );
  }
  const last = lastDayOf(issue);
  if (last !== undefined && issue.on > last) {
    return refused(
      'EXPIRED_LOT',
      msg`The lot expired on ${{ date: last }} and must not be ${act}. Quarantine, return or scrap it.`,
      { expired: last },
    );
  }
  return allowed;
}

/** The last day on which a lot may be used; undefined for none. */
export const lastDayOf = ({ expiresOn, useByOn }: Pick<Issue, 'expiresOn' | 'useByOn'>): PlainDate | undefined =>
  [expiresOn, useByOn].filter((date) => date !== null).sort()[0];

/** The same for an import, of what has happened: nor is anything received or made after its last day. */
export function judgeHappened(happened: Issue): Verdict {
  if (happened.kind !== 'receipt' && happened.kind !== 'output') return judgeIssue(happened);
  const last = lastDayOf(happened);
  if (last === undefined || happened.on <= last) return allowed;
  return refused('EXPIRED_LOT', msg`The lot expired on ${{ date: last }}. Check its dates, the lot and the time.`, {
    expired: last,
  });
}

const acts: Partial<Record<MovementKind, Message>> = {
  shipment: msg`shipped`,
  consumption: msg`consumed`,
  receipt: msg`received`,
  output: msg`made`,
};

/** Whether goods leave after the day on which they were to be tested again; of those that have expired that is enough. */
export const isUntested = ({
  kind,
  on,
  retestOn,
  ...dates
}: Pick<Issue, 'kind' | 'on' | 'expiresOn' | 'useByOn'> & { retestOn: PlainDate | null }): boolean =>
  (kind === 'shipment' || kind === 'consumption') &&
  retestOn !== null &&
  on > retestOn &&
  on <= (lastDayOf(dates) ?? on);

type Issued = Pick<Issue, 'kind' | 'statusFrom'> & { document: string; goods: MessageValue };

/** The import's message about goods that left or came although they should not have. */
export function formatIssued({ kind, statusFrom, document, goods }: Issued, code: ErrorCode): Message {
  const act = acts[kind] ?? msg`moved`;
  return code === 'EXPIRED_LOT'
    ? msg`${document}: ${goods} had expired when it was ${act}.`
    : msg`${document}: ${goods} was in status ${statusFrom} when it was ${act}.`;
}

type UntestedIssue = Pick<Issue, 'kind' | 'on'> & { retestOn: PlainDate; document: string; goods: MessageValue };

/** The import's message about goods that left without the test that was due. */
export const formatUntested = ({ kind, on, retestOn, document, goods }: UntestedIssue): Message =>
  msg`${document}: ${goods} was to be tested again on ${{ date: retestOn }} and was ${acts[kind] ?? msg`moved`} on ${{ date: on }}, and no release between the two is recorded. If it was tested, record the release or the next day for it; otherwise block what is left and see where it went.`;
