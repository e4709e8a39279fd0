import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { MovementKind } from './vocabulary.ts';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';

/** What a partner is in a movement. */
export type Side = Extract<PartnerKind, 'supplier' | 'customer'>;

const sides: Partial<Record<MovementKind, Side>> = {
  receipt: 'supplier',
  'supplier-return': 'supplier',
  shipment: 'customer',
  'customer-return': 'customer',
};

/** What the partner of a movement of some kind is in it; undefined for kinds that have none. */
export const sideIn = (kind: MovementKind): Side | undefined => sides[kind];

/**
 * The message about a partner that a document names as what it is not: a supplier of goods that only is a customer,
 * or the other way round.
 */
export function wrongSide(
  { code, kind }: { code: string; kind: PartnerKind },
  { side, document }: { side: Side; document: MessageValue },
): Message | undefined {
  if (kind === 'both' || kind === side) return undefined;
  if (kind === 'neither')
    return side === 'supplier'
      ? msg`${document}: ${code} is named as the supplier and is none in partners. Correct the partner, or make it a supplier there.`
      : msg`${document}: ${code} is named as the customer and is none in partners. Correct the partner, or make it a customer there.`;
  return side === 'supplier'
    ? msg`${document}: ${code} is named as the supplier and is only a customer in partners. Correct the partner, or let its kind there be “both”.`
    : msg`${document}: ${code} is named as the customer and is only a supplier in partners. Correct the partner, or let its kind there be “both”.`;
}
