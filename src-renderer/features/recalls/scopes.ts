import { z } from 'zod';
import { fold } from '#shared/kernel/fold.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { mostScopes } from '#shared/recalls/contract.ts';

/** A suspect in the address: product, lot, sublot, serial. */
export type Suspect = readonly [product: string, lot: string, sublot: string, serial: string];
/** A supplier's lot in the address. */
export type SupplierLot = readonly [supplier: string, supplierLot: string];
/** What a recall is asked about. */
export type Scope = {
  suspects: readonly Suspect[];
  supplierLots: readonly SupplierLot[];
  /** Work orders of which everything they made is suspect. */
  workOrders: readonly string[];
  dated: boolean;
};
/** A scope kept in the address. */
type KeptScope = readonly [
  suspects: readonly Suspect[],
  supplierLots: readonly SupplierLot[],
  order: 'dated' | 'any order',
  workOrders?: readonly string[] | undefined,
];

/** The scope whose answer is open, those it is compared with, and its place among them. */
export type Compared = Scope & { others: readonly KeptScope[]; place: number };

const text = z.coerce.string();
const suspects = z.array(z.tuple([text, text, text, text]).readonly()).readonly();
const supplierLots = z.array(z.tuple([text, text]).readonly()).readonly();
export const suspectsInAddress = suspects.catch([]).default([]);
export const supplierLotsInAddress = supplierLots.catch([]).default([]);
const workOrders = z.array(text).readonly();
export const workOrdersInAddress = workOrders.catch([]).default([]);
export const othersInAddress = z
  .array(z.tuple([suspects, supplierLots, z.enum(['dated', 'any order']), workOrders.optional()]).readonly())
  .max(mostScopes - 1)
  .readonly()
  .catch([])
  .default([]);

/** What is typed of a suspect that is not added yet. */
export const typedSuspect = z.object({ unit: z.string(), supplier: z.string(), supplierLot: z.string() });
export type TypedSuspect = z.infer<typeof typedSuspect>;
export const nothingTyped: TypedSuspect = { unit: '', supplier: '', supplierLot: '' };

export const unitOf = ([product, lot, sublot, serial]: Suspect): Unit => ({ product, lot, sublot, serial });

const keep = ({ suspects, supplierLots, workOrders, dated }: Scope): KeptScope => [
  suspects,
  supplierLots,
  dated ? 'dated' : 'any order',
  workOrders,
];
const scopeOf = ([suspects, supplierLots, order, workOrders = []]: KeptScope): Scope => ({
  suspects,
  supplierLots,
  workOrders,
  dated: order === 'dated',
});

/** Every scope, in the order they were named, the open one in its place. */
export function scopesOf(search: Compared): Scope[] {
  const scopes = search.others.map(scopeOf);
  scopes.splice(placeOf(search), 0, scopeIn(search));
  return scopes;
}

/** The scope itself, without what stands beside it in the address. */
export const scopeIn = ({ suspects, supplierLots, workOrders, dated }: Scope): Scope => ({
  suspects,
  supplierLots,
  workOrders,
  dated,
});

export const isNamed = ({ suspects, supplierLots, workOrders }: Scope): boolean =>
  suspects.length + supplierLots.length + workOrders.length > 0;

/** Where the open scope stands; an address may name a place that is not there. */
export const placeOf = ({ others, place }: Pick<Compared, 'others' | 'place'>): number =>
  Math.min(place, others.length);

/** Opens the scope at a place as the main answer; the one that was open keeps its place beside it. */
export function openScope(scopes: readonly Scope[], place: number): Compared {
  const open = scopes[place] ?? { suspects: [], supplierLots: [], workOrders: [], dated: false };
  return { ...open, others: scopes.filter((_scope, at) => at !== place).map(keep), place };
}

/** Adds a scope to compare with: the open one once more, to be made narrower or wider. */
export function addScope(search: Compared): Compared {
  const scopes = scopesOf(search);
  const copy = scopes[placeOf(search)];
  return copy === undefined ? search : openScope([...scopes, copy], scopes.length);
}

/** Takes a scope out. Where it was the open one, the one before it opens. */
export function removeScope(search: Compared, place: number): Compared {
  const scopes = scopesOf(search).filter((_scope, at) => at !== place);
  const open = placeOf(search);
  return openScope(scopes, open > place || open === scopes.length ? Math.max(0, open - 1) : open);
}

/** What was meant among what is recorded: the very text, or the only one that differs from it in letter case alone. */
export function meant<Item>(typed: string, items: readonly Item[], textOf: (item: Item) => string): Item | undefined {
  const fitting = items.filter((item) => fold(textOf(item)) === fold(typed));
  return fitting.find((item) => textOf(item) === typed) ?? (fitting.length === 1 ? fitting[0] : undefined);
}
