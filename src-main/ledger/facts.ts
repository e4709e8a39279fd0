import type { PartnerKind } from '#shared/partners/vocabulary.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
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
export type LocationFacts = { id: number; code: string; kind: LocationKind };

export type PartnerFacts = { id: number; code: string; kind: PartnerKind };

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

/** A stock line: so much of a unit at a place in a status. */
export type StockLine = { unitId: number; placeId: number; status: string };

/** How much of a unit the store holds at a place in a status. */
export type StoredLine = Omit<StockLine, 'unitId'> & { quantity: number };

/** A movement as what it put into stock lines and took from them. */
export type Move = {
  at: number;
  fromUnitId: number;
  toUnitId: number;
  fromPlaceId: number | null;
  toPlaceId: number | null;
  statusFrom: string;
  statusTo: string;
  quantity: number;
};
