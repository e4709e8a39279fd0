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

/**
 * Every screen's address, and what it carries. app/router.tsx adds them, from the screens the features declare, so that
 * parts that know no feature can lead to all of them and to nothing else.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- it is merged with the one of app/router.tsx
export interface Addresses {}
export type Path = keyof Addresses;
/** Somewhere to go: a screen and what it is asked. What is left out is what the screen starts with. */
export type Place<To extends Path> = { to: To; search?: Readonly<Partial<Addresses[To]>> | undefined };
export type AnyPlace = { [To in Path]: Place<To> }[Path];

/** The address of a screen, for a link. */
export const addressOf = <To extends Path>(to: To, search?: Readonly<Partial<Addresses[To]>>): string =>
  writeAddress(to, search ?? {});

/** The same for parts that serve any screen, with what that screen gave them. */
export const writeAddress = (path: string, search: Search): string =>
  `#${path}${stringifySearch(withoutBlanks(search))}`;

/** The address of a form that was done with, until the focus is back at what had led to it. */
let left = '';
export function takeLeft(): string {
  const address = left;
  left = '';
  return address;
}

/** Goes to a screen, as a link would. `instead` leaves no way back to where one was. */
export function goTo<To extends Path>({ to, search }: Place<To>, { instead = false } = {}): void {
  const address = addressOf(to, search);
  if (instead) {
    left = window.location.hash;
    window.location.replace(address);
  } else window.location.hash = address;
}

export const unitPlace = (unit: Unit) => ({ to: '/unit', search: unitOnly(unit) }) as const;
/** The page of a lot or serial with the dialog that decides its status; `to` is the status chosen there. */
export const statusPlace = (unit: Unit, to = '') =>
  ({ to: '/unit', search: { ...unitOnly(unit), decide: true, to } }) as const;
export const productPlace = (code: string) => ({ to: '/product', search: { code } }) as const;
export const categoryPlace = (code: string) => ({ to: '/category', search: { code } }) as const;
export const attributePlace = (code: string) => ({ to: '/attribute/edit', search: { code } }) as const;
export const partnerPlace = (code: string) => ({ to: '/partner', search: { code } }) as const;
export const planPlace = (plan: string, planVersion = 0) => ({ to: '/plan', search: { plan, planVersion } }) as const;
/** An inspection by its number as people write it: IN-7, or IN-7/1 where it was done again. */
export function inspectionPlace(code: string) {
  const [inspection = '', again = '0'] = code.split('/');
  return { to: '/inspection', search: { inspection, reinspection: Number(again) } } as const;
}
export const locationPlace = (code: string) => ({ to: '/location', search: { code } }) as const;
export const personPlace = (user: string) => ({ to: '/setup/person', search: { user } }) as const;
export const documentPlace = (number: string) => ({ to: '/document', search: { number } }) as const;
export const tracePlace = (unit: Unit, direction: 'upstream' | 'downstream') =>
  ({ to: '/trace', search: { ...unitOnly(unit), direction } }) as const;
export const recallPlace = (unit: Unit) =>
  ({ to: '/recall', search: { suspects: [[unit.product, unit.lot, unit.sublot, unit.serial]] } }) as const;
/** Everything made from a supplier's lot, and who got it. */
export const supplierLotPlace = (supplier: string, supplierLot: string) =>
  ({ to: '/recall', search: { supplierLots: [[supplier, supplierLot]], tab: 'customers' } }) as const;
export const entryPlace = (seq: number) => ({ to: '/audit/entry', search: { seq } }) as const;
/** The versions of a record, and two of them side by side: the two newest unless others are named. */
export const historyPlace = (
  record: HistoriedRecord,
  key: readonly string[],
  pair: { left?: number; right?: number } = {},
) => ({ to: '/history', search: { record, key: [...key], ...pair } }) as const;

/** What is asked beside a unit is no part of it. */
const unitOnly = ({ product, lot, sublot, serial }: Unit): Unit => ({ product, lot, sublot, serial });
