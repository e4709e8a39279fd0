import { msg, type Message, type MessageValue } from '#shared/kernel/message.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import type { MovementKind } from './vocabulary.ts';

/** Goods of a lot that do something on a day. */
export type Issue = {
  kind: MovementKind;
  on: PlainDate;
  expiresOn: PlainDate | null;
  useByOn: PlainDate | null;
};

type End = { code: string; kind: LocationKind };
/** The same with its ends: null outside the plant; `renames` where goods of one lot become goods of another. */
type Moved = Issue & { from: End | null; to: End | null; renames?: string };

/** Where goods lie that must not be used: there they may be brought. */
export const keepsAside = (kind: LocationKind): boolean => kind === 'quarantine' || kind === 'reject';

/** Whether goods are brought somewhere from where they could be used. */
export const isBroughtAbout = ({ kind, from, to }: Pick<Moved, 'kind' | 'from' | 'to'>): boolean =>
  (kind === 'put-away' || kind === 'transfer') &&
  from !== null &&
  to !== null &&
  from.code !== to.code &&
  !keepsAside(to.kind);

/**
 * Whether goods may be shipped, consumed or brought about: not once they have expired. A lot may still be used on its last
 * day. Quarantine, return, scrap and what counts or names goods where they lie stay open, but they keep their lot.
 */
export function judgeIssue(issue: Moved): Verdict {
  const isRenamed = issue.renames !== undefined && issue.renames !== '';
  const act = isRenamed
    ? msg`split or merged`
    : isBroughtAbout(issue)
      ? msg`moved to ${issue.to?.code ?? ''}`
      : leaving[issue.kind];
  const last = lastDayOf(issue);
  if (act === undefined || last === undefined || issue.on <= last) return allowed;
  return refused(
    'EXPIRED_LOT',
    msg`The lot expired on ${{ date: last }} and must not be ${act}. Quarantine, return or scrap it.`,
    { expired: last },
  );
}

const leaving: Partial<Record<MovementKind, Message>> = { shipment: msg`shipped`, consumption: msg`consumed` };

/** The last day on which a lot may be used; undefined for none. */
export const lastDayOf = ({ expiresOn, useByOn }: Pick<Issue, 'expiresOn' | 'useByOn'>): PlainDate | undefined =>
  [expiresOn, useByOn].filter((date) => date !== null).sort()[0];

/** For an import, of what has happened: nor is anything received or made after its last day. Where it lay meanwhile is past. */
export function judgeHappened(happened: Issue): Verdict {
  const { kind } = happened;
  if (kind !== 'receipt' && kind !== 'output') return judgeIssue({ ...happened, from: null, to: null });
  const last = lastDayOf(happened);
  if (last === undefined || happened.on <= last) return allowed;
  return refused('EXPIRED_LOT', msg`The lot expired on ${{ date: last }}. Check its dates, the lot and the time.`, {
    expired: last,
  });
}

const acts: Partial<Record<MovementKind, Message>> = { ...leaving, receipt: msg`received`, output: msg`made` };

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

type Issued = Pick<Issue, 'kind'> & { document: string; goods: MessageValue };

/** The import's message about goods that left or came although they had expired. */
export const formatExpired = ({ kind, document, goods }: Issued): Message =>
  msg`${document}: ${goods} had expired when it was ${acts[kind] ?? msg`moved`}.`;

type UntestedIssue = Pick<Issue, 'kind' | 'on'> & { retestOn: PlainDate; document: string; goods: MessageValue };

/** The import's message about goods that left without the test that was due. */
export const formatUntested = ({ kind, on, retestOn, document, goods }: UntestedIssue): Message =>
  msg`${document}: ${goods} was to be tested again on ${{ date: retestOn }} and was ${acts[kind] ?? msg`moved`} on ${{ date: on }}, and no release between the two is recorded. If it was tested, record the release or the next day for it; otherwise block what is left and see where it went.`;
