/**
 * Lots of one product, the inspections of what came in of them and how they stand, as a few maps keep it: what random work
 * of inspectors is held against. Written from the rules, with nothing of the program.
 */
export type Stock = { lot: string; place: string; status: string };
export type Tranche = { accepted: number; rejected: number; isMoved: boolean };
export type Kept = {
  code: string;
  again: number;
  lot: string;
  place: string;
  /** "receipt", or "" by hand or again. */
  point: string;
  quantity: number;
  gone: number;
  state: 'open' | 'decided' | 'withdrawn';
  /** By piece, from 0: whether it is good. */
  read: Map<number, boolean>;
  tranches: Tranche[];
};

const nameOf = ({ lot, place, status }: Stock): string => `${lot} ${place} ${status}`;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

export const decidedOf = ({ tranches }: Kept): number => sum(tranches.map((one) => one.accepted + one.rejected));
export const acceptedOf = ({ tranches }: Kept): number => sum(tranches.map((one) => one.accepted));
export const rejectedOf = ({ tranches }: Kept): number => sum(tranches.map((one) => one.rejected));
export const pendingOf = (one: Kept): number => (one.state === 'open' ? one.quantity - one.gone - decidedOf(one) : 0);
const unmovedOf = ({ tranches }: Kept): number =>
  sum(tranches.map((one) => (one.isMoved ? 0 : one.accepted + one.rejected)));

/** What may be accepted by the readings: what is read and good, or once all is read all that is not bad. */
export function soundOf(one: Kept): number {
  const good = [...one.read.values()].filter((isGood) => isGood).length;
  const bad = one.read.size - good;
  return (one.read.size === one.quantity ? one.quantity - bad : good) - acceptedOf(one);
}

export class InspectionReference {
  readonly stock = new Map<string, number>();
  readonly kept: Kept[] = [];
  #numbers = 0;

  lines(): (Stock & { lies: number })[] {
    return [...this.stock].map(([name, lies]) => {
      const [lot = '', place = '', status = ''] = name.split(' ');
      return { lot, place, status, lies };
    });
  }

  add(line: Stock, quantity: number): void {
    const left = (this.stock.get(nameOf(line)) ?? 0) + quantity;
    if (left === 0) this.stock.delete(nameOf(line));
    else this.stock.set(nameOf(line), left);
  }

  lies(lot: string, status: string): number {
    return sum(this.lines().flatMap((one) => (one.lot === lot && one.status === status ? [one.lies] : [])));
  }

  isOpen = (lot: string): boolean => this.kept.some((one) => one.lot === lot && one.state === 'open');
  isUnmoved = (lot: string): boolean => this.kept.some((one) => one.lot === lot && unmovedOf(one) > 0);

  /** Pending or decided and not moved in the inspections of a lot, but for one and, of that one, a decision. */
  elsewhere(lot: string, own?: Kept, tranche?: Tranche): number {
    return sum(
      this.kept.flatMap((one) => {
        if (one.lot !== lot) return [];
        const unmoved = unmovedOf(one);
        if (one !== own) return [pendingOf(one) + unmoved];
        return [tranche === undefined ? 0 : unmoved - tranche.accepted - tranche.rejected];
      }),
    );
  }

  begin(said: Pick<Kept, 'lot' | 'place' | 'point' | 'quantity'>, again?: Kept): void {
    if (again === undefined) this.#numbers += 1;
    this.kept.push({
      ...{ code: again?.code ?? `IN-${this.#numbers}`, again: again === undefined ? 0 : again.again + 1 },
      ...{ ...said, gone: 0, state: 'open', read: new Map(), tranches: [] },
    });
  }

  /** Some of a lot leaves quarantine by no decision: the inspection that was opened first has less to decide. */
  leave(lot: string, quantity: number): void {
    let left = quantity;
    for (const one of this.kept) {
      const taken = Math.min(left, pendingOf(one));
      if (one.lot !== lot || taken === 0) continue;
      left -= taken;
      one.gone += taken;
      this.end(one);
    }
  }

  /** What left comes back: to the inspection that lost some, the last first; never to one that was given up. */
  comeBack(lot: string, quantity: number): void {
    let back = quantity;
    for (const one of this.kept.toReversed()) {
      const given = Math.min(back, one.gone);
      const isGivenUp = one.state === 'withdrawn' && one.gone < one.quantity;
      if (one.lot !== lot || given === 0 || isGivenUp) continue;
      back -= given;
      one.gone -= given;
      one.state = 'open';
    }
  }

  end(one: Kept): void {
    if (one.state === 'open' && pendingOf(one) === 0) one.state = one.tranches.length === 0 ? 'withdrawn' : 'decided';
  }

  /** Takes goods of a lot in a status, where the inspection found them first and then by the codes of the places. */
  turn(
    lot: string,
    { place, from }: { place: string; from: string },
    parts: readonly (readonly [string, number])[],
  ): void {
    const rank = (one: Stock): string => (one.place === place ? '' : one.place);
    for (const [to, wanted] of parts) {
      let left = wanted;
      const lying = this.lines().filter((one) => one.lot === lot && one.status === from);
      for (const line of lying.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
        const taken = Math.min(left, line.lies);
        if (taken === 0) continue;
        left -= taken;
        this.add(line, -taken);
        this.add({ ...line, status: to }, taken);
      }
    }
  }

  said(): string[] {
    return [...this.stock].map(([name, quantity]) => `${name} ${quantity}`).toSorted();
  }
}
