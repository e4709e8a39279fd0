import { defineList } from '#shared/kernel/defineList.ts';

export const movementKinds = [
  'opening',
  'receipt',
  'put-away',
  'transfer',
  'status',
  'assign',
  'consumption',
  'production-return',
  'output',
  'shipment',
  'customer-return',
  'supplier-return',
  'scrap',
  'sample',
  'adjustment',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** An end of a movement: a place of the plant, nothing inside the plant, or either (an adjustment has one of the two). */
export type End = 'place' | 'outside' | 'either';

export type KindShape = {
  from: End;
  to: End;
  /** What the row must name beside the goods. */
  needs: 'partner' | 'workOrder' | 'nothing';
  /** Both ends are the same place. */
  stays: boolean;
};

/** Each kind of movement and its two ends. */
export const kindShapes: Record<MovementKind, KindShape> = {
  opening: { from: 'outside', to: 'place', needs: 'nothing', stays: false },
  receipt: { from: 'outside', to: 'place', needs: 'partner', stays: false },
  'put-away': { from: 'place', to: 'place', needs: 'nothing', stays: false },
  transfer: { from: 'place', to: 'place', needs: 'nothing', stays: false },
  status: { from: 'place', to: 'place', needs: 'nothing', stays: true },
  assign: { from: 'place', to: 'place', needs: 'nothing', stays: true },
  consumption: { from: 'place', to: 'outside', needs: 'workOrder', stays: false },
  'production-return': { from: 'outside', to: 'place', needs: 'workOrder', stays: false },
  output: { from: 'outside', to: 'place', needs: 'workOrder', stays: false },
  shipment: { from: 'place', to: 'outside', needs: 'partner', stays: false },
  'customer-return': { from: 'outside', to: 'place', needs: 'partner', stays: false },
  'supplier-return': { from: 'place', to: 'outside', needs: 'partner', stays: false },
  scrap: { from: 'place', to: 'outside', needs: 'nothing', stays: false },
  sample: { from: 'place', to: 'outside', needs: 'nothing', stays: false },
  adjustment: { from: 'either', to: 'either', needs: 'nothing', stays: false },
};

/** How a movement came to be known, strongest first. */
export const evidences = ['scanned', 'typed', 'generated', 'imported', 'inferred'] as const;
export type Evidence = (typeof evidences)[number];

/** The list of documents, by what their first movement says. Without a sort, the one begun last comes first. */
export const documentList = defineList({
  name: 'documents',
  texts: 'movements.documentList',
  cells: {
    number: { kind: 'code', header: 'fields.document', page: 'document', sorts: true, filters: true, width: 170 },
    kind: {
      kind: 'choice',
      header: 'fields.movement',
      values: movementKinds,
      said: 'movements.kinds',
      filters: true,
      width: 150,
    },
    at: { kind: 'moment', header: 'fields.at', sorts: true, filters: true, width: 210 },
    partner: { kind: 'code', header: 'fields.partner', page: 'partner', sorts: true, filters: true, width: 150 },
    partnerName: { kind: 'text', header: 'fields.name', extra: true, filters: true, width: 220 },
    workOrder: { kind: 'code', header: 'fields.workOrder', sorts: true, filters: true, width: 140 },
    lots: { kind: 'units', header: 'movements.documentList.lots', width: 380 },
    movements: { kind: 'integer', header: 'movements.documentList.movements', sorts: true, width: 120 },
  },
});
