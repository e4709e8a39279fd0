import { keepsSerialsInStock } from '#shared/products/vocabulary.ts';
import type { UnitFacts } from './facts.ts';
import type { UnitRegistry } from './unitRegistry.ts';
import type { MovementDraft, UnitPair } from './movementDraft.ts';
import type { Serials } from './serials.ts';

/** What a movement takes and what arrives; nothing is taken where goods to name were not found. */
export type UnitPairFound = { fromUnit: UnitFacts | undefined; toUnit: UnitFacts };

/**
 * Which two units a movement is about. Mostly both are the unit it names. They differ where goods get a name (an
 * assignment; a put-away that names what the dock holds unnamed; a serial named on issue) or lose it again (such a
 * serial coming back into its lot). `stockAt` returns what lies at the movement's from-end just then.
 */
export function unitPairOf(
  draft: MovementDraft,
  nodes: UnitRegistry,
  serials: Serials,
  stockAt: (unit: UnitFacts) => number,
): UnitPairFound {
  const { product, kind } = draft;
  if (product.serialTracking === 'on-issue' && draft.serial !== '') return onIssueUnitPair(draft, nodes, serials);
  const named = nodes.getOrCreate(product, draft.lot, draft.sublot, draft.serial);
  if (draft.source !== null)
    return { fromUnit: nodes.getOrCreate(product, draft.source.lot, draft.source.sublot, draft.serial), toUnit: named };
  if (kind === 'assign' || (kind === 'put-away' && stockAt(named) <= 0)) {
    const unnamed = unnamedCandidates(draft).map(([lot, sublot, serial]) => nodes.find(product, lot, sublot, serial));
    const found = unnamed.filter((unit) => unit !== undefined);
    const from = found.find((unit) => stockAt(unit) >= draft.quantity) ?? found.find((unit) => stockAt(unit) > 0);
    // What has its name already cannot be given it again: nothing lies there to take from.
    return { fromUnit: from ?? (kind === 'assign' ? undefined : named), toUnit: named };
  }
  return { fromUnit: named, toUnit: named };
}

/** Goods that were not found are taken from those without any name, of which then too little lies there. */
export const completed = (
  { fromUnit, toUnit }: UnitPairFound,
  { product }: MovementDraft,
  nodes: UnitRegistry,
): UnitPair => ({
  fromUnit: fromUnit ?? nodes.getOrCreate(product, '', '', ''),
  toUnit,
});

/**
 * In which turn of its timestamp batch a movement is counted: first what needs nothing of the others, then what goes back to
 * a lot the others may name, then what depends on the stock that lies there, then what undoes another.
 */
export function turnOf(draft: MovementDraft): Turn {
  if (draft.reverses !== null) return 3;
  if (draft.kind === 'assign' || draft.kind === 'put-away') return 2;
  return findsItsLot(draft) ? 1 : 0;
}

export type Turn = 0 | 1 | 2 | 3;

/** The units that deciding on a movement may ask for, by what names them within its product. */
export function namesToKnow(naming: Named): [lot: string, sublot: string, serial: string][] {
  const { product, kind, lot, sublot, serial, source } = naming;
  if (product.serialTracking === 'on-issue' && serial !== '')
    return [
      [lot, sublot, serial],
      [lot, sublot, ''],
    ];
  if (source !== null)
    return [
      [lot, sublot, serial],
      [source.lot, source.sublot, serial],
    ];
  return [[lot, sublot, serial], ...(kind === 'put-away' || kind === 'assign' ? unnamedCandidates(naming) : [])];
}

type Named = Pick<MovementDraft, 'product' | 'kind' | 'lot' | 'sublot' | 'serial' | 'source'>;

/** The less and less named goods a name can be given to: without serial, without sublot, without lot. */
function unnamedCandidates({ product, lot, sublot, serial }: Omit<Named, 'source'>): [string, string, string][] {
  const all: [string, string, string][] = [];
  if (serial !== '') all.push([lot, sublot, '']);
  if (serial !== '' && keepsSerialsInStock(product.serialTracking)) all.push(['', '', serial]);
  if (sublot !== '') all.push([lot, '', '']);
  all.push(['', '', '']);
  return all.filter(([l, s, n]) => l !== lot || s !== sublot || n !== serial);
}

function onIssueUnitPair(draft: MovementDraft, nodes: UnitRegistry, serials: Serials): UnitPair {
  const { product, serial } = draft;
  const { lot, sublot } = lotOfReturn(draft, serials);
  const named = nodes.getOrCreate(product, lot, sublot, serial);
  const stock = nodes.getOrCreate(product, lot, sublot, '');
  return draft.from === null ? { fromUnit: named, toUnit: stock } : { fromUnit: stock, toUnit: named };
}

/** A serial named on issue that comes back without its lot goes back to the lot it was issued from. */
export function lotOfReturn(draft: MovementDraft, serials: Serials): { lot: string; sublot: string } {
  const { product, lot, sublot, serial } = draft;
  if (!findsItsLot(draft)) return { lot, sublot };
  return serials.of(product, serial).lots.at(-1) ?? { lot, sublot };
}

/** Whether the history of its serial decides where a movement's goods go back to. */
export const findsItsLot = (naming: Named): boolean =>
  naming.lot === '' && naming.serial !== '' && isOnIssueReturn(naming);

const isOnIssueReturn = ({ product, kind }: Named): boolean =>
  product.serialTracking === 'on-issue' && (kind === 'customer-return' || kind === 'production-return');
