import { type Message, msg } from '#shared/kernel/message.ts';
import { type Unit, unitMessage } from '#shared/kernel/unit.ts';
import type { SerialLife } from './life.ts';
import type { Verdict } from './vocabulary.ts';

type Known = {
  life: SerialLife;
  builtInto: Unit | null;
  /** Under which number it is missing just now, since when, and why. */
  missing: { number: string; reason: string; reportedAt: string } | undefined;
  /** The lot that the barcode names, and the one it belongs to; "" where there is none. */
  lotRead: string;
  lot: string;
};

export type Judged = { verdict: Verdict; sentences: Message[]; warnings: Message[] };

/** What a serial is, in plain sentences: how it came to be, then where it should be; and what does not fit. */
export function judgeAuthenticity(known: Known): Judged {
  const warnings = warningsOf(known);
  const isOut = known.life.where === 'customer';
  const into = known.builtInto;
  return {
    verdict: warnings.length === 0 && (isOut || into !== null) ? 'genuine' : 'doubtful',
    sentences: [originOf(known.life), fateOf(known)].filter((one) => one !== undefined),
    warnings,
  };
}

function originOf({ origin }: SerialLife): Message | undefined {
  if (origin === null) return undefined;
  const date = { date: origin.on };
  switch (origin.how) {
    case 'made':
      return msg`Made here on ${date} in work order ${origin.workOrder}.`;
    case 'received':
      return msg`Received here on ${date} from ${origin.partner}.`;
    case 'opened':
      return msg`Taken over into the stock here on ${date}.`;
    case 'counted':
      return msg`Counted in here on ${date}.`;
    case 'returned':
      return msg`Recorded here first when it came back on ${date}.`;
    case 'named':
      return msg`Recorded here first on ${date}.`;
  }
}

function fateOf({ life, builtInto }: Known): Message | undefined {
  const { where, deliveries, returns } = life;
  const since = { date: life.since };
  if (builtInto !== null)
    return msg`Built into ${unitMessage(builtInto)}: genuine as far as our records go, where it is found in there.`;
  switch (where) {
    case 'customer':
      return msg`Delivered to ${deliveries.at(-1)?.partner ?? ''} on ${since}: genuine as far as our records go.`;
    case 'here':
      return returns.length > 0
        ? msg`It came back and lies here since ${since}: one of this number elsewhere is not the one we know.`
        : msg`It was never delivered and lies here: one of this number elsewhere is not the one we know.`;
    case 'supplier':
      return msg`It went back to the supplier on ${since} and was not delivered by us since.`;
    case 'used':
      return msg`It was used up in production on ${since}: one of this number should be in no one’s hands.`;
    case 'scrapped':
      return msg`It was scrapped on ${since}: one of this number should be in no one’s hands.`;
    case 'sampled':
      return msg`It was taken as a sample on ${since}: one of this number should be in no one’s hands.`;
    case 'countedOut':
      return msg`A count on ${since} did not find it here, and it was never delivered since.`;
    case 'nowhere':
      return msg`What was recorded of it was undone: it is nowhere.`;
  }
}

function warningsOf({ life, missing, lotRead, lot }: Known): Message[] {
  const { deliveries, returns } = life;
  return [
    ...(missing === undefined
      ? []
      : [
          msg`It is recorded missing since ${{ moment: missing.reportedAt }} (${missing.number}, “${missing.reason}”).`,
        ]),
    ...(lotRead !== '' && lot !== '' && lotRead !== lot
      ? [msg`The code names lot ${lotRead}, and it belongs to lot ${lot}.`]
      : []),
    ...(returns.length > 1 ? [msg`It was returned ${{ count: returns.length }} times.`] : []),
    ...(deliveries.length > returns.length + 1
      ? [msg`It was delivered ${{ count: deliveries.length }} times and came back ${{ count: returns.length }} times.`]
      : []),
  ];
}
