import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import type { HistoriedRecord } from '#shared/audit/vocabulary.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/**
 * How questions are written into the address, so that a copied address asks the same. Texts stand as they
 * are, lists as JSON; a text that looks like JSON is quoted, so that every code comes back as it was.
 */
function readValue(text: string): unknown {
  if (!/^["[{]/.test(text)) throw plainText;
  return JSON.parse(text);
}

/** Made once: each part of each link is tried, and where an error was made takes long to find out. */
const plainText = new Error('a plain text');

export const parseSearch = parseSearchWith(readValue);
export const stringifySearch = stringifySearchWith(JSON.stringify, readValue);

export type Search = Readonly<Record<string, unknown>>;

/** Blank, false and undefined parts are left out of an address: they are what a screen starts with. */
export function withoutBlanks(search: Search): Record<string, unknown> {
  const blank = (value: unknown) =>
    value === undefined ||
    value === '' ||
    value === false ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(search).filter(([, value]) => !blank(value)));
}

/** The address of a screen, for a link. */
export const addressOf = (path: string, search: Search = {}): string =>
  `#${path}${stringifySearch(withoutBlanks(search))}`;

export const unitAddress = (unit: Unit): string =>
  addressOf('/unit', { product: unit.product, lot: unit.lot, sublot: unit.sublot, serial: unit.serial });
/** The page of a lot or serial with the dialog that decides its status; `to` is the status chosen there. */
export const statusAddress = ({ product, lot, sublot, serial }: Unit, to = ''): string =>
  addressOf('/unit', { product, lot, sublot, serial, decide: true, to });
export const productEditAddress = (code: string): string => addressOf('/product/edit', { code });
export const productAddress = (code: string): string => addressOf('/product', { code });
export const partnerAddress = (code: string): string => addressOf('/partner', { code });
export const locationAddress = (code: string): string => addressOf('/location', { code });
export const personAddress = (user: string): string => addressOf('/setup/person', { user });
export const documentAddress = (number: string): string => addressOf('/document', { number });
export const traceAddress = (unit: Unit, direction: 'upstream' | 'downstream'): string =>
  addressOf('/trace', { ...unit, direction });
export const recallAddress = (unit: Unit): string =>
  addressOf('/recall', { suspects: [[unit.product, unit.lot, unit.sublot, unit.serial]] });
/** Everything made from a supplier's lot, and who got it. */
export const supplierLotAddress = (supplier: string, supplierLot: string): string =>
  addressOf('/recall', { supplierLots: [[supplier, supplierLot]], tab: 'customers' });
export const entryAddress = (seq: number): string => addressOf('/audit/entry', { seq });
/** The versions of a record, and two of them side by side: the two newest unless others are named. */
export const historyAddress = (
  record: HistoriedRecord,
  key: readonly string[],
  pair: { left?: number; right?: number } = {},
): string => addressOf('/history', { record, key, ...pair });
