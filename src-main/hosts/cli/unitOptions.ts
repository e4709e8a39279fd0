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

/** Reads `SUPPLIER/LOT`; the lot may hold further slashes. */
export function readSupplierLot(text: string): { supplier: string; supplierLot: string } {
  const at = text.indexOf('/');
  const [supplier, supplierLot] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (supplier === '' || supplierLot === '') throw new UsageError(`--supplier-lot ${text}: write SUPPLIER/LOT.`);
  return { supplier, supplierLot };
}

const isPart = (name: string): name is keyof UnitSelector => Object.hasOwn(unitOptions, name);

function checkUnit(unit: UnitSelector, where: string): UnitSelector {
  if (unit.product.trim() === '') throw new UsageError(`${where}product is missing.`);
  if (unit.sublot.trim() !== '' && unit.lot.trim() === '') throw new UsageError(`${where}sublot needs its lot.`);
  return unit;
}
