import type { PlaceKind } from '#shared/places/vocabulary.ts';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';

/** What the ledger needs to know of a product. */
export type ProductFacts = {
  id: number;
  code: string;
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
  traceDetail: TraceDetail;
  stockManaged: boolean;
};

/** What the ledger needs to know of a place. */
export type PlaceFacts = { id: number; code: string; kind: PlaceKind };

export type PartnerFacts = { id: number; code: string };

/** A unit as the ledger keeps it. */
export type UnitFacts = {
  id: number;
  productId: number;
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  leaf: boolean;
};
