import { z } from 'zod';
import {
  code,
  freeText,
  message,
  name,
  optionalCode,
  optionalStoredCode,
  plainDateText,
  positiveQuantityText,
  quantityText,
  searchText,
  statusText,
  storedCode,
} from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { listRow } from '#shared/kernel/defineList.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import {
  attributeKinds,
  expiryCaps,
  lotTrackings,
  productList,
  serialTrackings,
  settingLevels,
  settingNames,
  traceDetails,
} from './vocabulary.ts';

export const product = z.object({
  code: z.string(),
  name: z.string(),
  category: z.string(),
  unit: z.string(),
  lotTracking: z.enum(lotTrackings),
  serialTracking: z.enum(serialTrackings),
  traceDetail: z.enum(traceDetails),
  stockManaged: z.boolean(),
});

const days = z.number().int().min(0).max(36_500).nullable();
const months = z.number().int().min(0).max(1200).nullable();
const status = z.union([z.literal(''), statusText]);

/** What of a product may be edited; how its stock is kept and counted only while nothing moved. */
const edited = {
  name,
  category: optionalCode,
  unit: code,
  lotTracking: z.enum(lotTrackings),
  serialTracking: z.enum(serialTrackings),
  traceDetail: z.enum(traceDetails),
  stockManaged: z.boolean(),
  /** So much a lot holds at most, in the product's unit; "" for any quantity. */
  lotCapacity: z.union([z.literal(''), positiveQuantityText]),
  /** Days or calendar months from production to expiry, best before, use-by and retest, never both; null for none. */
  shelfLifeDays: days,
  shelfLifeMonths: months,
  bestBeforeDays: days,
  bestBeforeMonths: months,
  useByDays: days,
  useByMonths: months,
  retestDays: days,
  retestMonths: months,
  /** With which inputs lots that are made of them expire at the latest; "" with none. */
  expiryCap: z.enum(['', ...expiryCaps]),
  /** The status a lot gets when it expires or falls due; "" for the one it has. */
  expiryStatus: status,
  retestStatus: status,
  /** In the site's currency; "" for none. */
  standardCost: z.union([z.literal(''), quantityText]),
  gtin: optionalCode,
  /** What the plant says of it besides, such as "Allergens: milk, nuts; Origin: Spain". */
  attributes: freeText,
  /** What it is packed in and how much of its unit is in one, such as "case = 12; pallet = 480". */
  packUnits: freeText,
};

/** The same as it is recorded, by whatever rules it was made. */
const recorded = { ...edited, name: z.string(), category: z.string(), unit: z.string(), gtin: z.string() };

/** A value of a setting as it is kept, and the level that says it: "" for the standard. */
const said = z.object({
  value: z.string(),
  level: z.union([z.literal(''), z.enum(settingLevels)]),
  /** Of the product or the category; "" of the site. */
  code: z.string(),
  /** "" for what has been so from the beginning. */
  validFrom: z.string(),
});

const category = z.object({
  code: z.string(),
  name: z.string(),
  /** 0 for one that products name and nobody recorded. */
  version: z.number().int(),
  products: z.number().int(),
});

const attribute = z.object({
  code: z.string(),
  attributeKind: z.enum(attributeKinds),
  /** With commas between them. */
  choices: z.string(),
  version: z.number().int(),
  products: z.number().int(),
});

export const products = {
  get: query({
    permission: 'look',
    reads: ['product', 'partner', 'lot', 'movement'],
    input: z.object({ code: storedCode }).strict(),
    output: z.object({
      code: z.string(),
      version: z.number().int(),
      moved: z.boolean(),
      /** Who delivered it, as far as it is recorded. */
      suppliers: z.array(z.string()),
      ...recorded,
    }),
  }),
  /** Edits a product, signed. What is left out stays; `version` is the one that was looked at. */
  edit: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved', 'performed'] },
    input: z
      .object({
        code: storedCode,
        version: z.number().int().min(1),
        change: z.object(edited).partial().strict(),
      })
      .strict(),
    output: z.object({ version: z.number().int(), changed: z.array(z.string()) }),
  }),
  /** Makes a product, signed. */
  create: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved', 'performed'] },
    input: z.object({ code, ...edited }).strict(),
    output: z.object({ code: z.string() }),
  }),
  list: query({
    permission: 'look',
    reads: ['product'],
    /** `bySerial`: only those that are tracked by serial. */
    input: pageInput.extend({ search: searchText.default(''), bySerial: z.boolean().default(false) }).strict(),
    output: pageOf(product),
  }),
  /** The list of products: what each is, how much lies here by status, its last lot and what expires next. */
  listWithStock: query({
    permission: 'look',
    reads: ['product', 'product_setting', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(productList),
    output: pageOf(listRow(productList)),
  }),
  /** What holds today of every setting for a product, a category or the site, which level decides, and what is to come. */
  settings: query({
    permission: 'look',
    reads: ['product', 'product_setting'],
    input: z.object({ level: z.enum(settingLevels), code: optionalStoredCode.default('') }).strict(),
    output: z.object({
      category: z.string(),
      settings: z.array(
        z.object({
          setting: z.enum(settingNames),
          holds: said,
          /** What this level says itself today; "" for nothing. */
          own: z.string(),
          coming: z.array(said),
        }),
      ),
    }),
  }),
  /** Says a setting at a level from a day on, signed. "" takes back what the level said: the one above decides again. "taken back" takes away what it was to say from that day on. */
  saveSetting: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z
      .object({
        level: z.enum(settingLevels),
        code: optionalStoredCode.default(''),
        setting: z.enum(settingNames),
        value: z.string().max(40),
        validFrom: plainDateText,
      })
      .strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** The categories of products, recorded or only named by products, and how many products are of each. */
  listCategories: query({
    permission: 'look',
    reads: ['product', 'product_category'],
    input: z.object({}).strict(),
    output: z.object({ categories: z.array(category) }),
  }),
  /** Makes a category, or changes the one that was opened. What it is called by stays. */
  saveCategory: command({
    permission: 'masterData',
    reason: true,
    input: z.object({ code: storedCode, name: freeText, version: z.number().int().min(0) }).strict(),
    output: z.object({
      saved: z.enum(['new', 'changed', 'same']),
      version: z.number().int(),
      findings: z.array(message),
    }),
  }),
  /** The attributes that the plant says of its products besides, and how many products say each. */
  listAttributes: query({
    permission: 'look',
    reads: ['product', 'product_attribute'],
    input: z.object({}).strict(),
    output: z.object({ attributes: z.array(attribute) }),
  }),
  /** Makes an attribute, or changes the one that was opened. What products say stays as it is. */
  saveAttribute: command({
    permission: 'masterData',
    reason: true,
    input: z
      .object({
        code: storedCode,
        attributeKind: z.enum(attributeKinds),
        choices: freeText,
        version: z.number().int().min(0),
      })
      .strict(),
    output: z.object({
      saved: z.enum(['new', 'changed', 'same']),
      version: z.number().int(),
      findings: z.array(message),
    }),
  }),
};
