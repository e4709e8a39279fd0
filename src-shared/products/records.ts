import { field, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type {
  AttributeKind,
  ExpiryCap,
  LotTracking,
  SerialTracking,
  SettingLevel,
  SettingName,
  TraceDetail,
} from './vocabulary.ts';

export const productRecord = record({
  name: 'product',
  key: ['code'],
  keyIndex: 'product_code',
  openSignatures: true,
  fields: {
    code: field.code(),
    name: field.text(),
    category: field.text(),
    unit: field.text(),
    lotTracking: field.choice<LotTracking>('dossier.lotTrackings'),
    serialTracking: field.choice<SerialTracking>('dossier.serialTrackings'),
    /** So much of one lot a document moves at most. */
    lotCapacity: later(optional(field.quantity())),
    stockManaged: field.flag(),
    traceDetail: field.choice<TraceDetail>('audit.traceDetails'),
    shelfLifeDays: optional(field.days()),
    shelfLifeMonths: later(optional(field.number())),
    bestBeforeDays: later(optional(field.days())),
    bestBeforeMonths: later(optional(field.number())),
    useByDays: optional(field.days()),
    useByMonths: later(optional(field.number())),
    retestDays: optional(field.days()),
    retestMonths: later(optional(field.number())),
    expiryCap: later(optional(field.choice<ExpiryCap>('products.expiryCaps'))),
    expiryStatus: field.status(),
    retestStatus: field.status(),
    standardCost: optional(field.cost()),
    gtin: field.code(),
    /** What the plant says of it besides, see attributes.ts. */
    attributes: later(optional(field.text())),
    /** What it is packed in, see packUnits.ts. */
    packUnits: later(optional(field.text())),
  },
});
export type ProductValues = ValuesOf<typeof productRecord>;

/** What a level says of a setting of products from a day on. */
export const productSettingRecord = record({
  name: 'product_setting',
  key: ['level', 'code', 'setting', 'validFrom'],
  openSignatures: true,
  fields: {
    level: field.choice<SettingLevel>('numbering.levels'),
    /** Of the product or the category; "" of the site. */
    code: field.code(),
    setting: field.choice<SettingName>('products.settings.names'),
    validFrom: field.date(),
    /** As the setting is kept, such as "18m"; "" takes back what the level said before. */
    value: field.text(),
  },
});

/** A category of products that somebody named. Products name theirs by its code, whether it is here or not. */
export const productCategoryRecord = record({
  name: 'product_category',
  key: ['code'],
  fields: { code: field.code(), name: field.text() },
});

/** What a plant says of its products besides, such as allergens. */
export const productAttributeRecord = record({
  name: 'product_attribute',
  key: ['code'],
  fields: {
    code: field.code(),
    attributeKind: field.choice<AttributeKind>('products.attributes.kinds'),
    /** With commas between them. */
    choices: field.text(),
  },
});
