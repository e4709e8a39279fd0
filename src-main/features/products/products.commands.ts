import type { Database } from 'better-sqlite3';
import { msg } from '#shared/kernel/message.ts';
import type { CommandsOf } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { parseCost, parseQuantity } from '#shared/kernel/quantity.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import type { ExpiryCap } from '#shared/products/vocabulary.ts';
import { spanSaidTwice } from '#shared/products/shelfLife.ts';
import type { Read } from '#main/store/views.ts';
import { changesOf } from '#shared/signing/changes.ts';
import { settingNames } from '#shared/products/vocabulary.ts';
import { settingTable } from '#shared/products/settings.ts';
import { attributesIssue, formatAttributes, parseAttributes } from '#shared/products/attributes.ts';
import { formatPacks, packsIssue, packsOf } from '#shared/products/packUnits.ts';
import { saveProduct } from './products.actions.ts';
import { settingCommands } from './settings.commands.ts';
import { allAttributes, rulesAt } from './settings.queries.ts';
import { findProduct } from './products.queries.ts';
import { issueOfNumber } from '#shared/products/tradeNumbers.ts';

export const productCommands: CommandsOf<'products'> = {
  ...settingCommands,

  create: {
    async toSign({ reason, ...said }, { read }) {
      const values = await newProduct(said, read);
      const before = Object.fromEntries(productRecord.columns.map((column) => [column, null]));
      const changed = Object.entries(values).flatMap(([column, value]) =>
        column === 'code' || value === null || value === '' ? [] : [column],
      );
      return {
        sentence: msg`Make product ${values.code}: ${changesOf(productRecord, { before, after: values, changed })}. ${reason}`,
        reads: [{ kind: productRecord, name: values.code }],
      };
    },

    async within({ reason: _why, ...said }, { work }) {
      const values = await newProduct(said, work);
      await saveProduct(work, values);
      return { reply: { code: values.code }, signed: [{ kind: productRecord, name: values.code }] };
    },
  },

  edit: {
    async toSign(edited, { read, reader: { db } }) {
      const { code, reason } = edited;
      const { before, after, changed } = await plannedChange(edited, read, db);
      return {
        sentence: msg`Change product ${code}: ${changesOf(productRecord, { before, after, changed })}. ${reason}`,
        reads: [{ kind: productRecord, name: code }],
      };
    },

    async within(edited, { work }) {
      const { after, changed } = await plannedChange(edited, work, work.db);
      await saveProduct(work, after);
      return {
        reply: { version: edited.version + 1, changed },
        signed: [{ kind: productRecord, name: edited.code }],
      };
    },
  },
};

type Edited = { code: string; version: number; change: Parameters<typeof valuesOf>[0] };
type Planned = { before: ProductValues; after: ProductValues; changed: string[] };

/**
 * What a product becomes.
 * @throws LotlineError NOT_FOUND; RECORD_CHANGED for another version than was looked at; VALIDATION
 */
async function plannedChange({ code, version, change }: Edited, read: Read, db: Database): Promise<Planned> {
  insistOnNumber(change.gtin);
  const stored = await findProduct(read, code);
  if (stored === undefined) throw new LotlineError('NOT_FOUND', msg`There is no product ${code}.`, { field: 'code' });
  if (stored.version !== version) {
    throw new LotlineError(
      'RECORD_CHANGED',
      msg`${code} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
      { version: stored.version },
    );
  }
  const { id: _id, version: _version, ...before } = stored;
  const after: ProductValues = { ...before, ...valuesOf(change) };
  insistOnSpans(after);
  insistOnPacks(change.packUnits ?? before.packUnits ?? '', after.unit);
  if (change.attributes !== undefined)
    after.attributes = await attributesOf(change.attributes, read, before.attributes);
  const earlier: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(after)
    .filter(([column, value]) => earlier[column] !== value)
    .map(([column]) => column);
  if (changed.length === 0)
    throw new LotlineError('VALIDATION', msg`Nothing was changed, so there is nothing to sign.`, { field: 'change' });
  insistOnUndated(code, changed, db);
  return { before, after, changed };
}

/** What the settings of a product say from a day on is changed there, or the change would do nothing. @throws LotlineError CONFLICT */
function insistOnUndated(code: string, changed: readonly string[], db: Database): void {
  const dated = rulesAt(db, 'product', code);
  const column = changed.find((one) =>
    settingNames.some(
      (name) => dated.some(({ setting }) => setting === name) && settingTable[name].fields.some((own) => own === one),
    ),
  );
  if (column !== undefined)
    throw new LotlineError(
      'CONFLICT',
      msg`The settings of ${code} say this from a day on. Change it there, with the day it holds from.`,
      { field: column },
    );
}

type Said = Parameters<typeof valuesOf>[0] & { code: string };

/** @throws LotlineError CONFLICT for a code that is there already; VALIDATION */
async function newProduct({ code, ...said }: Said, read: Read): Promise<ProductValues> {
  insistOnNumber(said.gtin);
  if ((await findProduct(read, code)) !== undefined)
    throw new LotlineError('CONFLICT', msg`There is a product ${code} already. Give another code.`, { field: 'code' });
  // The contract's schema has every field of the record.
  const values = { code, ...valuesOf(said) } as ProductValues;
  insistOnSpans(values);
  insistOnPacks(said.packUnits ?? '', values.unit);
  values.attributes = await attributesOf(said.attributes ?? '', read);
  return values;
}

/** What a product says besides, as it is kept. @throws LotlineError VALIDATION */
async function attributesOf(text: string, read: Read, before: string | null = ''): Promise<string | null> {
  const known = await allAttributes(read);
  const issue = attributesIssue(text, known, before ?? '');
  if (issue !== undefined) throw new LotlineError('VALIDATION', issue, { field: 'attributes' });
  return formatAttributes(parseAttributes(text), known) || null;
}

function insistOnPacks(text: string, unit: string): void {
  const issue = packsIssue(text, unit);
  if (issue !== undefined) throw new LotlineError('VALIDATION', issue, { field: 'packUnits' });
}

function insistOnNumber(gtin = ''): void {
  const wrong = issueOfNumber('gtin', gtin);
  if (wrong !== undefined) throw new LotlineError('VALIDATION', wrong, { field: 'gtin' });
}

function insistOnSpans(values: ProductValues): void {
  const twice = spanSaidTwice(values);
  if (twice !== undefined)
    throw new LotlineError('VALIDATION', msg`Say it in days or in months, not in both.`, { field: `${twice}Months` });
}

type Change = Partial<
  Omit<
    ProductValues,
    'code' | 'stockManaged' | 'standardCost' | 'lotCapacity' | 'expiryCap' | 'attributes' | 'packUnits'
  >
> & {
  attributes?: string;
  packUnits?: string;
  expiryCap?: ExpiryCap | '';
  lotCapacity?: string;
  stockManaged?: boolean;
  standardCost?: string;
};

/** What was given, as the store keeps it. What was left out is not there. */
function valuesOf(given: { [K in keyof Change]: Change[K] | undefined }): Partial<ProductValues> {
  const { stockManaged, standardCost, lotCapacity, expiryCap, attributes: _said, packUnits, ...rest } = given;
  const plain: Partial<Record<keyof ProductValues, unknown>> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  // Each is of its column's own type, by the contract.
  const values = plain as Partial<ProductValues>;
  if (stockManaged !== undefined) values.stockManaged = Number(stockManaged);
  if (lotCapacity !== undefined) values.lotCapacity = lotCapacity === '' ? null : Number(parseQuantity(lotCapacity));
  if (packUnits !== undefined) values.packUnits = formatPacks(packsOf(packUnits)) || null;
  if (expiryCap !== undefined) values.expiryCap = expiryCap === '' ? null : expiryCap;
  if (standardCost !== undefined) values.standardCost = standardCost === '' ? null : costOf(standardCost);
  return values;
}

function costOf(text: string): number {
  const cost = parseCost(text);
  if (cost === undefined || cost < 0n)
    throw new LotlineError('VALIDATION', msg`Write the cost with at most four decimals, such as 12.5.`, {
      field: 'standardCost',
    });
  return Number(cost);
}
