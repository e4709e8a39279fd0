import type { ProductFacts, UnitFacts } from './facts.ts';
import type { RunKey, UnitKey } from './keys.ts';
import type { MovementDraft, UnitPair } from './movementDraft.ts';
import { isStill } from './issues.ts';
import { findsItsLot, namesToKnow } from './unitPair.ts';

/** What of a movement decides which facts are needed to judge it: of a draft, or of a row before it becomes one. */
export type Naming = Pick<
  MovementDraft,
  'product' | 'kind' | 'at' | 'lot' | 'sublot' | 'serial' | 'source' | 'workOrder' | 'run'
> & {
  /** Whether its goods stay in the line they lie in. */
  isStill: boolean;
  /** The units of the movement it undoes, where that is in the journal. */
  undoes: UnitPair | undefined;
};

export type SerialNamed = { product: ProductFacts; serial: string };

/** The facts that some movements may need; a key may be in it more than once. */
export type Keys = {
  units: UnitKey[];
  serials: SerialNamed[];
  /** Serials that come back to a lot that only their history names. */
  returned: SerialNamed[];
  runs: RunKey[];
  /** Units whose stock at an earlier moment is needed. */
  dated: UnitKey[];
};

/** What has to be known before movements are decided on. `lastAt` is the journal's last moment. */
export function keysOf(namings: Iterable<Naming>, lastAt: number): Keys {
  const keys: Keys = { units: [], serials: [], returned: [], runs: [], dated: [] };
  for (const naming of namings) {
    const { product, kind, serial, workOrder, run, undoes } = naming;
    const units = namesToKnow(naming).map((name): UnitKey => [product.id, ...name]);
    for (const unit of undoes === undefined ? [] : [undoes.fromUnit, undoes.toUnit]) {
      units.push(keyOf(unit));
      if (unit.serial !== '') keys.serials.push({ product, serial: unit.serial });
    }
    keys.units.push(...units);
    if (serial !== '') keys.serials.push({ product, serial });
    if (findsItsLot(naming)) keys.returned.push({ product, serial });
    if (workOrder !== '') keys.runs.push([workOrder, run]);
    // Only what gets a name and what stays where it lies needs to know what lay there then; all else is judged at the
    // end.
    const asksStock = naming.isStill || kind === 'put-away' || kind === 'assign';
    if (asksStock && naming.at < lastAt) keys.dated.push(...units);
  }
  return keys;
}

const keyOf = ({ productId, lot, sublot, serial }: UnitFacts): UnitKey => [productId, lot, sublot, serial];

/** A draft has all that its keys are made of. */
export const namingOf = (draft: MovementDraft): Naming => ({
  ...draft,
  isStill: isStill(draft),
  undoes: draft.reverses !== null && 'posted' in draft.reverses ? draft.reverses.posted : undefined,
});
