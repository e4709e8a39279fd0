import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import type { Whereabouts } from './vocabulary.ts';

/** A movement of a serial that stands: it was not undone, nor undoes another. */
export type SerialMove = {
  at: number;
  offsetMinutes: number;
  kind: string;
  document: string;
  /** Where it went; "" outside the plant. */
  to: string;
  partner: string;
  workOrder: string;
};

/** How a serial came to be: made here, received, taken over as stock, counted in, or named when it was issued or put away. */
export const origins = ['made', 'received', 'opened', 'counted', 'named', 'returned'] as const;
export type Origin = (typeof origins)[number];

/** Something that happened to a serial on a day, with whom. */
export type Happened = { on: PlainDate; partner: string; document: string };

export type SerialLife = {
  /** Null where no movement names it any more. */
  origin: (Happened & { how: Origin; workOrder: string }) | null;
  deliveries: Happened[];
  returns: Happened[];
  where: Whereabouts;
  /** "" outside the plant. */
  location: string;
  /** Since when; "" where it is nowhere. */
  since: PlainDate;
};

const originOf: Readonly<Record<string, Origin>> = {
  output: 'made',
  receipt: 'received',
  opening: 'opened',
  adjustment: 'counted',
  'customer-return': 'returned',
  'production-return': 'returned',
};

const left: Readonly<Record<string, Whereabouts>> = {
  shipment: 'customer',
  'supplier-return': 'supplier',
  consumption: 'used',
  scrap: 'scrapped',
  sample: 'sampled',
  adjustment: 'countedOut',
};

/** What the movements of a serial come to, given in the order they happened. */
export function lifeOfSerial(moves: readonly SerialMove[]): SerialLife {
  const [first, last] = [moves[0], moves.at(-1)];
  return {
    origin:
      first === undefined
        ? null
        : { ...happened(first), how: originOf[first.kind] ?? 'named', workOrder: first.workOrder },
    deliveries: moves.filter(({ kind }) => kind === 'shipment').map(happened),
    returns: moves.filter(({ kind }) => kind === 'customer-return').map(happened),
    where: last === undefined ? 'nowhere' : last.to === '' ? (left[last.kind] ?? 'nowhere') : 'here',
    location: last?.to ?? '',
    since: last === undefined ? '' : dayOf(last),
  };
}

const dayOf = ({ at, offsetMinutes }: SerialMove): PlainDate => dateOf(at, offsetMinutes);
const happened = (move: SerialMove): Happened => ({
  on: dayOf(move),
  partner: move.partner,
  document: move.document,
});

/**
 * The delivery a customer's rights count from: the first to the partner it went to last, if nobody else had it between.
 * What came back for repair and went to the same customer again was delivered then.
 */
export function deliveryOfOwner(deliveries: readonly Happened[]): Happened | undefined {
  const owner = deliveries.at(-1)?.partner;
  const others = deliveries.findLastIndex(({ partner }) => partner !== owner);
  return deliveries[others + 1];
}
