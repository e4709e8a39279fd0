import { z } from 'zod';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { numberIssue } from '#shared/kernel/gtin.ts';
import { formatCost, parseCost } from '#shared/kernel/quantity.ts';
import { codeIssue, nameIssue, neat } from '#shared/kernel/text.ts';
import { isStatus } from '#shared/kernel/status.ts';
import { lotTrackings, serialTrackings, traceDetails } from '#shared/products/vocabulary.ts';

export type Product = Outputs['products']['get'];
export type Edit = Inputs['products']['edit'];
export type Field = Exclude<keyof Product, 'code' | 'version' | 'moved'>;

/** How each field is written, in the order of the form. */
export const kinds = {
  name: 'must',
  category: 'may',
  unit: 'must',
  lotTracking: lotTrackings,
  serialTracking: serialTrackings,
  stockManaged: ['yes', 'no'],
  traceDetail: traceDetails,
  shelfLifeDays: 'days',
  expiryStatus: 'status',
  useByDays: 'days',
  retestDays: 'days',
  retestStatus: 'status',
  standardCost: 'cost',
  gtin: 'gtin',
} as const satisfies Record<Field, 'must' | 'may' | 'days' | 'status' | 'cost' | 'gtin' | readonly string[]>;

const isField = (name: string): name is Field => Object.hasOwn(kinds, name);
export const fields: readonly Field[] = Object.keys(kinds).filter(isField);

/** What of a product stays once goods of it moved. */
export const fixedFields: readonly Field[] = ['unit', 'lotTracking', 'serialTracking', 'stockManaged'];

/** What was typed over: a text for each field that was touched. Fields nobody touched follow the product. */
export type Typed = Partial<Record<Field, string>>;
export const typedShape: z.ZodType<Typed> = z.partialRecord(z.enum(fields), z.string());

export type Change = { field: Field; before: string; after: string };
export type Fault = 'missing' | 'days' | 'status' | 'cost' | 'text' | 'gtinLength' | 'gtinCheck';
export type Read = {
  changes: Change[];
  /** What is sent: the changed fields alone, as the contract has them. */
  change: Edit['change'];
  faults: Partial<Record<Field, Fault>>;
};

/** A field of the product as the form shows it. */
export function textOf(product: Product, field: Field): string {
  const value = product[field];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
}

/** What was typed, held against the product: what changes, what is sent, and what cannot be sent as it is. */
export function readTyped(product: Product, typed: Typed): Read {
  const changes: Change[] = [];
  const faults: Partial<Record<Field, Fault>> = {};
  const values: [Field, string | number | boolean | null][] = [];
  for (const field of fields) {
    const text = typed[field];
    // What the product no longer lets go of is not sent, whatever was typed before.
    if (text === undefined || (product.moved && fixedFields.includes(field))) continue;
    const read = readField(field, text);
    const before = textOf(product, field);
    if ('fault' in read) faults[field] = read.fault;
    else if (read.after !== before) {
      changes.push({ field, before, after: read.after });
      values.push([field, read.value]);
    }
  }
  // Each value is of its own field's kind, by readField.
  return { changes, faults, change: Object.fromEntries(values) };
}

type ReadField = { after: string; value: string | number | boolean | null } | { fault: Fault };

function readField(field: Field, text: string): ReadField {
  const kind = kinds[field];
  const tidied = neat(text);
  if (typeof kind !== 'string') return { after: text, value: field === 'stockManaged' ? text === 'yes' : text };
  switch (kind) {
    case 'days': {
      if (tidied === '') return { after: '', value: null };
      const days = Number(tidied);
      return /^\d{1,5}$/.test(tidied) && days <= mostDays ? { after: String(days), value: days } : { fault: 'days' };
    }
    case 'status': {
      const status = tidied.toUpperCase();
      return status === '' || isStatus(status) ? { after: status, value: status } : { fault: 'status' };
    }
    case 'cost': {
      const cost = parseCost(tidied);
      if (tidied !== '' && (cost === undefined || cost < 0n)) return { fault: 'cost' };
      const after = cost === undefined ? '' : formatCost(cost);
      return { after, value: after };
    }
    case 'gtin': {
      // As printed below a barcode, with gaps.
      const digits = tidied.replace(/[\s-]/g, '');
      const fault = digits === '' ? undefined : numberIssue('gtin', digits);
      if (fault !== undefined) return { fault: fault === 'length' ? 'gtinLength' : 'gtinCheck' };
      return { after: digits, value: digits };
    }
    default: {
      if (kind === 'must' && tidied === '') return { fault: 'missing' };
      return (field === 'name' ? nameIssue(tidied) : codeIssue(tidied)) === undefined
        ? { after: tidied, value: tidied }
        : { fault: 'text' };
    }
  }
}

const mostDays = 36_500;
