import type { PlainDate } from '#shared/kernel/dates.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import { type AllLotDates, dateFields, derivedDates, noDates } from './dates.ts';

/** Goods that are to become one lot: in which status they lie, and until when they are good. */
export type MergedGoods = { status: string; dates: AllLotDates };

/** From the best to the worst. */
const worse = statusLetters;

/** The worst of some statuses; its second character stays only where all that are as bad have the same. */
export function worstStatus(statuses: readonly string[]): string {
  const letter = worse.findLast((one) => statuses.some((status) => status.startsWith(one))) ?? worse[0];
  const [first = letter, ...others] = new Set(statuses.filter((status) => status.startsWith(letter)));
  return others.length === 0 ? first : letter;
}

/** Of each date the earliest: no part of the goods is good for longer. */
export function earliestDates(all: readonly AllLotDates[]): AllLotDates {
  const earliest = { ...noDates };
  for (const name of dateFields) earliest[name] = all.flatMap((dates) => dates[name] ?? []).sort()[0] ?? null;
  return earliest;
}

/** Whether merging changes nothing for any of the goods but the lot: then nothing is decided by it. */
export function areAlike([first, ...others]: readonly MergedGoods[]): boolean {
  return others.every(
    ({ status, dates }) => status === first?.status && derivedDates.every((name) => dates[name] === first.dates[name]),
  );
}

/** Goods of a lot that a merge takes, as its signer reads them. */
export type MergedLot = { lot: MessageValue; quantity: string; status: string };

type Merge = {
  product: string;
  unitOfMeasure: string;
  location: string;
  lots: readonly MergedLot[];
  into: string;
  status: string;
  expiresOn: PlainDate | null;
  reason: string;
};

/** What is signed when unlike goods are merged. */
export function mergeSentence({ product, unitOfMeasure, location, lots, into, status, ...merge }: Merge): Message {
  const goods: MessageValue = {
    list: lots.map(({ lot, quantity, status: was }) =>
      was === status
        ? msg`${{ decimal: quantity }} ${unitOfMeasure} of ${lot}`
        : msg`${{ decimal: quantity }} ${unitOfMeasure} of ${lot} (status ${was} becomes ${status})`,
    ),
    between: ', ',
  };
  const { expiresOn, reason } = merge;
  return expiresOn === null
    ? msg`Merge at ${location} into lot ${into} of ${product}: ${goods}. All of it has status ${status} and no expiry date. ${reason}`
    : msg`Merge at ${location} into lot ${into} of ${product}: ${goods}. All of it has status ${status} and expires on ${{ date: expiresOn }}. ${reason}`;
}
