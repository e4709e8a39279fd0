import type { ParseArgsOptionsConfig } from 'node:util';
import type { UnitSelector } from '#shared/kernel/unit.ts';
import { type Given, UsageError } from './command.ts';

/** UNIT: a product with lot, sublot and serial as needed. */
export const unitOptions = {
  product: { type: 'string' },
  lot: { type: 'string' },
  sublot: { type: 'string' },
  serial: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

export const unitForm = '--product P [--lot L] [--sublot S] [--serial N]';

/** The unit that was named, or undefined when none of its options was given. */
export function readUnit(given: Given): UnitSelector | undefined {
  const parts = {
    lot: given.text('lot') ?? '',
    sublot: given.text('sublot') ?? '',
    serial: given.text('serial') ?? '',
  };
  const product = given.text('product');
  const isNamed = product !== undefined || Object.values(parts).some((part) => part !== '');
  return isNamed ? checkUnit({ product: product ?? '', ...parts }, '--') : undefined;
}

export function insistOnUnit(given: Given): UnitSelector {
  const unit = readUnit(given);
  if (unit === undefined)
    throw new UsageError('Name a lot or serial: --product, with --lot, --sublot and --serial as needed.');
  return unit;
}

/** Reads `product=P,lot=L,sublot=…,serial=…`. A comma inside a value stays in it unless a `name=` follows. */
export function readSuspect(text: string): UnitSelector {
  const parts: Record<keyof UnitSelector, string> = { product: '', lot: '', sublot: '', serial: '' };
  const seen = new Set<string>();
  for (const pair of text.split(/,(?=[a-z_-]+=)/)) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (!isPart(name))
      throw new UsageError(`--suspect ${text}: write product=P,lot=L with sublot=… and serial=… as needed.`);
    if (seen.has(name)) throw new UsageError(`--suspect ${text}: ${name} is given twice.`);
    seen.add(name);
    parts[name] = value;
  }
  return checkUnit(parts, '--suspect ');
}

export type SupplierLot = { supplier: string; supplierLot: string };

/**
 * Reads `SUPPLIER/LOT`, or `supplier=…,lot=…`. Either may hold slashes, so that the first form can mean several:
 * all of them, the shortest supplier first.
 */
export function readSupplierLot(text: string): SupplierLot[] {
  const named = /^supplier=(?:(.*?),lot=(.*))?/s.exec(text);
  const split = (at: number): [string, string] => [text.slice(0, at), text.slice(at + 1)];
  const pairs: (readonly [string, string])[] =
    named === null ? [...text.matchAll(/\//g)].map(({ index }) => split(index)) : [[named[1] ?? '', named[2] ?? '']];
  const meant = pairs
    .map(([supplier, supplierLot]) => ({ supplier: supplier.trim(), supplierLot: supplierLot.trim() }))
    .filter(({ supplier, supplierLot }) => supplier !== '' && supplierLot !== '');
  if (meant.length === 0)
    throw new UsageError(`--supplier-lot ${text}: write SUPPLIER/LOT, or supplier=SUPPLIER,lot=LOT.`);
  return meant;
}

const isPart = (name: string): name is keyof UnitSelector => Object.hasOwn(unitOptions, name);

function checkUnit(unit: UnitSelector, where: string): UnitSelector {
  if (unit.product.trim() === '') throw new UsageError(`${where}product is missing.`);
  if (unit.sublot.trim() !== '' && unit.lot.trim() === '') throw new UsageError(`${where}sublot needs its lot.`);
  return unit;
}
