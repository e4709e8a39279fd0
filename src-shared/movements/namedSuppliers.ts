import { anyRank, inTurn, Origins, type Step } from './origins.ts';

/** `supplier` brought it, by its number; null for what moves in the plant, and for goods without a supplier. */
export type SuppliedStep = Step & { supplier: number | null };

/** A step that gives goods their lot, and the supplier whom the lot's record names; null for none. */
export type LotNaming<S> = { step: S; lot: string; supplier: number | null; isAsked: boolean };

/** The supplier whose goods they should be, and how much of them may be. */
export type NotSupplied = { supplier: number; most: bigint };

/**
 * Goods that came without a lot may be named a lot that is another supplier's than theirs. Returns the namings of
 * which part cannot be of the supplier whom the record names; of a lot whose record names none, of the one who
 * brought the rest, or of any single supplier. Where goods of several lay together each may be those that were named,
 * so that only what no explanation covers is returned, of all that is one supplier's together. Goods that no supplier
 * brought may be of any. Lots that are not asked for may be left out of the answer.
 * @param firstOf the supplier of what came under a lot outright
 */
export function namedBeyondSupplied<S extends SuppliedStep>(
  steps: readonly S[],
  namings: readonly LotNaming<S>[],
  firstOf: (lot: string) => number | undefined,
): Map<S, NotSupplied> {
  const found = new Map<S, NotSupplied>();
  const brought = new Set(steps.flatMap(({ from, supplier }) => (from === null && supplier !== null ? supplier : [])));
  const bySupplier = Map.groupBy(
    namings.toSorted((a, b) => a.step.at - b.step.at),
    ({ supplier }) => supplier,
  );
  const known = new Map<number, Origins<S>>();
  const mixed = suppliersIn(steps);
  const isOf = (supplier: number | undefined, step: S): boolean =>
    [...(mixed.get(step) ?? [])].every((one) => one === supplier);
  for (const [supplier, ofSupplier] of bySupplier)
    if (supplier !== null && ofSupplier.some(({ isAsked, step }) => isAsked && !isOf(supplier, step)))
      originsOf(supplier);
  const unrecorded = (bySupplier.get(null) ?? []).filter(({ isAsked }) => isAsked);
  for (const ofLot of Map.groupBy(unrecorded, ({ lot }) => lot).values()) judgeUnrecorded(ofLot);
  return found;

  /** Goods of a supplier, less what lots have of them whose records name it. */
  function originsOf(supplier: number): Origins<S> | undefined {
    if ([...brought].every((one) => one === supplier)) return undefined;
    const before = known.get(supplier);
    if (before !== undefined) return before;
    const isOthers = (arrival: S): boolean => arrival.supplier !== null && arrival.supplier !== supplier;
    const origins = new Origins(steps, (arrival) => (isOthers(arrival) ? 1 : anyRank));
    known.set(supplier, origins);
    for (const { step } of bySupplier.get(supplier) ?? []) note(step, { supplier, most: origins.take(step, anyRank) });
    return origins;
  }

  function judgeUnrecorded(ofLot: readonly LotNaming<S>[]): void {
    const first = firstOf(ofLot[0]?.lot ?? '');
    const [one] = ofLot.flatMap(({ step }) => [...(mixed.get(step) ?? [])]);
    if (ofLot.every(({ step }) => isOf(first ?? one, step))) return;
    const all = ofLot.reduce((sum, { step }) => sum + BigInt(step.quantity), 0n);
    let best: { supplier: number; mosts: bigint[]; sum: bigint } | undefined;
    for (const supplier of first === undefined ? brought : [first]) {
      const origins = originsOf(supplier);
      if (origins === undefined) return;
      const mosts = origins.most(
        ofLot.map(({ step }) => step),
        anyRank,
      );
      const sum = mosts.reduce((one, other) => one + other, 0n);
      if (sum === all) return;
      if (best === undefined || sum > best.sum) best = { supplier, mosts, sum };
    }
    if (best === undefined) return;
    for (const [place, { step }] of ofLot.entries())
      note(step, { supplier: best.supplier, most: best.mosts[place] ?? 0n });
  }

  function note(step: S, named: NotSupplied): void {
    if (named.most < BigInt(step.quantity)) found.set(step, named);
  }
}

/** The suppliers of whom some goods may be in each step: of all that came into a line since it was last empty. */
function suppliersIn<S extends SuppliedStep>(steps: readonly S[]): Map<S, ReadonlySet<number>> {
  const lines = new Map<string, { total: bigint; by: ReadonlySet<number> }>();
  const found = new Map<S, ReadonlySet<number>>();
  for (const step of inTurn(steps, (line) => lines.get(line)?.total ?? 0n)) {
    const { from, to, supplier } = step;
    const quantity = BigInt(step.quantity);
    const line = from === null ? undefined : lines.get(from);
    const by = line?.by ?? new Set(from !== null || supplier === null ? [] : [supplier]);
    found.set(step, by);
    if (from !== null && line !== undefined) {
      if (line.total > quantity) line.total -= quantity;
      else lines.delete(from);
    }
    if (to === null) continue;
    const before = lines.get(to);
    lines.set(to, { total: (before?.total ?? 0n) + quantity, by: before === undefined ? by : before.by.union(by) });
  }
  return found;
}
