import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { formatQuantity, oneUnit } from '#shared/kernel/quantity.ts';
import type { Progress } from './progress.ts';
import type { InspectionState } from './inspectionVocabulary.ts';

/** What is decided of a part of the goods. Quantities are in millionths of the unit. */
export type Decided = {
  accepted: number;
  rejected: number;
  statusAccepted: string;
  statusRejected: string;
  acceptedSerials: readonly string[];
  rejectedSerials: readonly string[];
  isOverride: boolean;
};

/** What a decision is judged by. */
export type ToDecide = {
  state: InspectionState;
  pending: number;
  /** Accepted before. */
  before: { accepted: number };
  progress: Pick<Progress, 'proposal' | 'accepted' | 'done' | 'wanted'>;
  /** The serials that are not decided yet; none where the goods have none. */
  serials: readonly string[];
  /** Of these, what failed, and what is to be read and is not. */
  bad: readonly string[];
  unread: readonly string[];
};

/** What each act needs an inspection to be. */
export const openTo = {
  record: ['open'],
  decide: ['open'],
  withdraw: ['open'],
  keepPlan: ['open'],
  startAnew: ['open'],
  reinspect: ['decided'],
  moveDecided: ['open', 'decided'],
  draw: ['open', 'decided'],
} as const satisfies Readonly<Record<string, readonly InspectionState[]>>;
export type InspectionAct = keyof typeof openTo;

const states: Readonly<Record<InspectionState, Message>> = {
  open: msg`It is still open. Decide all of it first.`,
  decided: msg`All of it is decided. Inspect it again to decide anew.`,
  withdrawn: msg`It was given up. Open another one.`,
  superseded: msg`Another inspection began anew in its place. Go on with that one.`,
  notDrawn: msg`These goods were not drawn. Open one by hand to inspect them.`,
  missed: msg`It was due and was not done in time. Open one by hand to inspect these goods.`,
};

export const judgeAct = (act: InspectionAct, state: InspectionState): Verdict =>
  openTo[act].some((one) => one === state)
    ? allowed
    : refused('ILLEGAL_TRANSITION', states[state], { field: 'inspection' });

/** Whether a part of the goods may be decided so. What is not inspected is not accepted; what failed only by saying so. */
export function judgeDecided(decided: Decided, to: ToDecide): Verdict {
  const act = judgeAct('decide', to.state);
  if (!act.ok) return act;
  const { accepted, rejected, isOverride } = decided;
  const { pending, before, progress } = to;
  if (accepted + rejected <= 0)
    return refused('VALIDATION', msg`Say how much is accepted and how much rejected.`, { field: 'accepted' });
  if (accepted + rejected > pending)
    return refused(
      'VALIDATION',
      msg`Only ${said(pending)} is pending, and this decides ${said(accepted + rejected)}. Decide no more than that.`,
      { field: 'accepted' },
    );
  if (accepted > 0 && !decided.statusAccepted.startsWith('A'))
    return refused('VALIDATION', msg`What is accepted gets a status that begins with A.`, { field: 'statusAccepted' });
  if (rejected > 0 && !decided.statusRejected.startsWith('R'))
    return refused('VALIDATION', msg`What is rejected gets a status that begins with R.`, { field: 'statusRejected' });
  const serials = judgeSerials(decided, to);
  if (!serials.ok || accepted === 0) return serials;
  const sound = progress.accepted - before.accepted;
  const unread = decided.acceptedSerials.find((one) => to.unread.includes(one));
  if (unread !== undefined)
    return refused('VALIDATION', msg`Serial ${unread} is not read yet. Read it first, or accept others.`, {
      field: 'acceptedSerials',
    });
  const bad = decided.acceptedSerials.find((one) => to.bad.includes(one));
  if (accepted <= sound && bad === undefined) return allowed;
  // Nobody says what was not read.
  if (progress.proposal === 'open' || progress.done < progress.wanted)
    return refused(
      'VALIDATION',
      msg`${{ count: progress.done }} of ${{ count: progress.wanted }} readings are done, so that ${said(Math.max(0, sound))} can be accepted by now. Do the rest first, or reject.`,
      { field: 'accepted', done: progress.done, wanted: progress.wanted },
    );
  if (isOverride) return allowed;
  if (bad !== undefined)
    return refused(
      'VALIDATION',
      msg`Serial ${bad} failed. To accept it all the same, say that this is against the readings, and why.`,
      { field: 'isOverride' },
    );
  return refused(
    'VALIDATION',
    msg`By its readings ${said(Math.max(0, sound))} of it can be accepted. To accept ${said(accepted)} all the same, say that this is against the readings, and why.`,
    { field: 'isOverride' },
  );
}

const said = (quantity: number): MessageValue => ({ decimal: formatQuantity(quantity) });

function judgeSerials(
  { accepted, rejected, acceptedSerials, rejectedSerials }: Decided,
  { pending, serials }: ToDecide,
): Verdict {
  const named = [...acceptedSerials, ...rejectedSerials];
  if (serials.length === 0)
    return named.length === 0
      ? allowed
      : refused('VALIDATION', msg`These goods have no serials to name.`, { field: 'rejectedSerials' });
  const unknown = named.find((one) => !serials.includes(one));
  if (unknown !== undefined)
    return refused('VALIDATION', msg`Serial ${unknown} is not pending here.`, { field: 'rejectedSerials' });
  if (new Set(named).size < named.length)
    return refused('VALIDATION', msg`A serial is named twice.`, { field: 'rejectedSerials' });
  if (rejectedSerials.length * oneUnit !== rejected)
    return refused('VALIDATION', msg`Name each serial that is rejected: ${said(rejected)}.`, {
      field: 'rejectedSerials',
    });
  const isRest = acceptedSerials.length === 0 && accepted + rejected === pending;
  if (!isRest && acceptedSerials.length * oneUnit !== accepted)
    return refused('VALIDATION', msg`Some stay pending, so name each serial that is accepted: ${said(accepted)}.`, {
      field: 'acceptedSerials',
    });
  return allowed;
}

/** What is signed, with its numbers. */
export function decisionSentence({
  inspection,
  goods,
  unit,
  decided,
  pending,
  isMoved,
  reason,
}: {
  inspection: string;
  goods: MessageValue;
  unit: string;
  decided: Decided;
  /** What stays pending after it. */
  pending: number;
  isMoved: boolean;
  reason: string;
}): Message {
  const { accepted, rejected, statusAccepted, statusRejected, isOverride } = decided;
  const parts: Message[] = [];
  if (accepted > 0) parts.push(msg`${said(accepted)} ${unit} accepted, status ${statusAccepted}`);
  if (rejected > 0) parts.push(msg`${said(rejected)} ${unit} rejected, status ${statusRejected}`);
  const list = { list: [...parts, msg`${said(pending)} ${unit} pending`], between: '; ' };
  const sentence = isOverride
    ? msg`Inspection ${inspection} of ${goods}: ${list}. This is against its readings. ${reason}`
    : msg`Inspection ${inspection} of ${goods}: ${list}. ${reason}`;
  return isMoved ? sentence : msg`${sentence} The goods are moved to their status later.`;
}
