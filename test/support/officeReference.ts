/** What lies where, as a few maps keep it: what random work of a quality office is held against. */
export type Line = { product: string; lot: string; serial: string; place: string; status: string };
type Dates = { expiresOn: string; useByOn: string; retestOn: string; releasedOn: string };
export type Hold = { number: string; scope: Partial<Pick<Line, 'product' | 'lot' | 'serial'>> & { location?: string } };

export const places = { STORE: 'storage', STORE2: 'storage', QUAR: 'quarantine' } as const;
export const isPlace = (name: string): name is keyof typeof places => name in places;

export class Reference {
  /** Whole pieces or kilograms by the text of their line. */
  readonly stock = new Map<string, number>();
  readonly dates = new Map<string, Dates>();
  readonly wasRejected = new Set<string>();
  readonly known = new Set<string>();
  /** Serials that left: what comes in with their number is another piece, or came back as a return. */
  readonly gone = new Set<string>();
  holds: Hold[] = [];
  day = 1;

  get today(): string {
    return dayText(this.day);
  }

  lines(): Line[] {
    return [...this.stock.keys()].map(lineOf);
  }

  add(line: Line, quantity: number): void {
    const left = (this.stock.get(nameOf(line)) ?? 0) + quantity;
    if (left === 0) this.stock.delete(nameOf(line));
    else this.stock.set(nameOf(line), left);
  }

  isHeld({ product, lot, serial, place }: Line, ofPlaces = true): boolean {
    return this.holds.some(
      ({ scope }) =>
        (scope.location === undefined ? true : ofPlaces && scope.location === place) &&
        (scope.product === undefined || scope.product === product) &&
        (scope.lot === undefined || scope.lot === lot) &&
        (scope.serial === undefined || scope.serial === serial),
    );
  }

  isExpired({ product, lot }: Line): boolean {
    const dates = this.dates.get(`${product} ${lot}`);
    if (dates === undefined) return false;
    const last = [dates.expiresOn, dates.useByOn].filter((date) => date !== '').sort()[0];
    return last !== undefined && this.today > last;
  }

  /** Goods come in: a lot's dates count from its first day here. */
  begin({ product, lot }: Line): void {
    const key = `${product} ${lot}`;
    if (product !== 'MILK' || (this.dates.get(key)?.expiresOn ?? '') !== '') return;
    const on = (days: number): string => dayText(this.day + days);
    this.dates.set(key, { expiresOn: on(10), useByOn: on(12), retestOn: on(5), releasedOn: this.today });
  }

  /** What the daily job does on the day it is. */
  passDay(): void {
    for (const line of this.lines()) {
      const dates = this.dates.get(`${line.product} ${line.lot}`);
      if (dates === undefined || line.status === 'R') continue;
      const isDue = dates.retestOn !== '' && this.today >= dates.retestOn && dates.releasedOn < dates.retestOn;
      if (this.isExpired(line)) this.turn(line, 'R');
      else if (line.status === 'A' && isDue) this.turn(line, 'Q');
    }
  }

  turn(line: Line, status: string): void {
    const quantity = this.stock.get(nameOf(line)) ?? 0;
    this.add(line, -quantity);
    this.add({ ...line, status }, quantity);
    const key = `${line.product} ${line.lot}${line.serial}`;
    if (status === 'R') this.wasRejected.add(key);
    if (status === 'A') this.wasRejected.delete(key);
  }

  said(): string[] {
    return [...this.stock].map(([name, quantity]) => `${name} = ${quantity}`).toSorted();
  }
}

const dayText = (day: number): string => new Date(Date.UTC(2026, 6, day)).toISOString().slice(0, 10);
export const nameOf = ({ product, lot, serial, place, status }: Line): string =>
  `${product}${lot === '' ? '' : ` ${lot}`}${serial === '' ? '' : ` #${serial}`} @ ${place} ${status}`;
function lineOf(name: string): Line {
  const [, product = '', lot = '', serial = '', place = '', status = ''] =
    /^(\S+)(?: ([^#@\s]+))?(?: #(\S+))? @ (\S+) (\S+)$/.exec(name) ?? [];
  return { product, lot, serial, place, status };
}
