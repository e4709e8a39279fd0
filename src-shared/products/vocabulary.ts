import { defineList } from '#shared/kernel/defineList.ts';

export const lotTrackings = ['none', 'optional', 'mandatory', 'lot-sublot'] as const;
export type LotTracking = (typeof lotTrackings)[number];

export const serialTrackings = ['none', 'on-issue', 'received-issued', 'global'] as const;
export type SerialTracking = (typeof serialTrackings)[number];

export const traceDetails = ['detailed', 'summary', 'none'] as const;
export type TraceDetail = (typeof traceDetails)[number];

/** With which inputs lots that were made of them expire at the latest: those of products with a shelf life, or all. */
export const expiryCaps = ['managed', 'all'] as const;
export type ExpiryCap = (typeof expiryCaps)[number];

/** A product that is traced neither by lot nor by serial: shown in a trace, never walked through. */
export const isUntracked = (product: { lotTracking: LotTracking; serialTracking: SerialTracking }): boolean =>
  product.lotTracking === 'none' && product.serialTracking === 'none';

/** Whether stock lies on its shelf piece by piece under serial numbers. */
export const keepsSerialsInStock = (serialTracking: SerialTracking): boolean =>
  serialTracking === 'received-issued' || serialTracking === 'global';

/** The list of products. Without a sort it is in the order of their codes. */
export const productList = defineList({
  name: 'products',
  texts: 'products.list',
  cells: {
    code: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true, width: 160 },
    name: { kind: 'text', header: 'fields.name', sorts: true, filters: true, width: 220 },
    category: { kind: 'text', header: 'fields.category', extra: true, sorts: true, filters: true },
    unit: { kind: 'text', header: 'fields.unitOfMeasure', filters: true, width: 80 },
    lotTracking: {
      kind: 'choice',
      header: 'audit.fields.lotTracking',
      values: lotTrackings,
      said: 'dossier.lotTrackings',
      filters: true,
      width: 150,
    },
    serialTracking: {
      kind: 'choice',
      header: 'audit.fields.serialTracking',
      values: serialTrackings,
      said: 'dossier.serialTrackings',
      filters: true,
      extra: true,
      width: 190,
    },
    shelfLifeDays: { kind: 'integer', header: 'products.list.shelfLife', sorts: true, width: 120 },
    released: { kind: 'quantity', header: 'products.list.released', sorts: true, width: 110 },
    quarantine: { kind: 'quantity', header: 'products.list.quarantine', sorts: true, width: 110 },
    rejected: { kind: 'quantity', header: 'products.list.rejected', sorts: true, width: 100 },
    lastLot: { kind: 'unit', header: 'products.list.lastLot', width: 120 },
    nextExpiry: { kind: 'date', header: 'products.list.nextExpiry', sorts: true, filters: true, width: 130 },
    gtin: { kind: 'code', header: 'audit.fields.gtin', extra: true, filters: true, width: 150 },
    attributes: { kind: 'text', header: 'audit.fields.attributes', extra: true, filters: true, width: 260 },
  },
});

/** For what a setting of products is said, from the narrowest: the first that says something decides. */
export const settingLevels = ['product', 'category', 'site'] as const;
export type SettingLevel = (typeof settingLevels)[number];

/** What of a product its category or the site may say for it, in the order people know it in. */
export const settingNames = [
  'shelfLife',
  'bestBefore',
  'useBy',
  'retest',
  'expiryPrecision',
  'expiryStatus',
  'retestStatus',
  'lotCapacity',
  'valuation',
  'standardCost',
  'traceDetail',
] as const;
export type SettingName = (typeof settingNames)[number];

export const spanUnits = ['days', 'weeks', 'months'] as const;
export type SpanUnit = (typeof spanUnits)[number];

/** What goods are worth: what their lot or serial cost, the average of all that came in, or the standard cost. */
export const valuations = ['lot', 'average', 'standard'] as const;
export type Valuation = (typeof valuations)[number];

/** To which days expiry and best before are told. */
export const expiryPrecisions = ['day', 'monthEnd', 'monthBefore'] as const;
export type ExpiryPrecision = (typeof expiryPrecisions)[number];

/** How an attribute of products is said: in words, by one of a choice, or by some of it, such as allergens. */
export const attributeKinds = ['choices', 'choice', 'text'] as const;
export type AttributeKind = (typeof attributeKinds)[number];
