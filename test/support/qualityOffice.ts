import { isDeepStrictEqual } from 'node:util';
import { refusalOf, type TestApp } from './app.ts';
import type { Random } from './chance.ts';
import { isPlace, type Line, nameOf, places, Reference } from './officeReference.ts';
import { password, signature, signIn } from './people.ts';

/*
 * Random work of a quality office on three products: goods come in, move and leave, are decided on, held and given other
 * dates, days pass and the daily job runs. A reference that is a few maps says before each command whether it is refused
 * and what lies where afterwards.
 */
/** Codes for which it may be refused; none where it is done. */
type Verdict = readonly string[];

/** An office at work on a plant of people; `step` throws where something is not as the reference says. */
export class QualityOffice {
  readonly #reference = new Reference();
  readonly #random: Random;
  readonly #plant: TestApp;
  #as!: { warehouse: TestApp['me']; quality: TestApp['me'] };
  readonly refused = new Map<string, number>();
  readonly done = new Map<string, number>();
  #hour = 6;

  constructor(plant: TestApp, random: Random) {
    this.#plant = plant;
    this.#random = random;
  }

  /** A day of the office: people sign in, and say that it is that day. */
  async begin(): Promise<void> {
    const plant = this.#plant;
    this.#hour = 6;
    this.#setClock();
    this.#as = { warehouse: await signIn(plant, 'warehouse'), quality: await signIn(plant, 'qualityManager') };
    await plant.ask('daily.confirmDay', { day: this.#reference.today }, { as: this.#as.quality });
    await plant.app.lookAtDay();
    this.#reference.passDay();
  }

  async step(): Promise<void> {
    const acts = {
      receive: 26,
      move: 18,
      ship: 12,
      scrap: 4,
      decide: 14,
      hold: 7,
      lift: 6,
      change: 4,
      make: 4,
      day: 8,
    } as const;
    const act = this.#reference.stock.size === 0 ? 'receive' : this.#random.weighted(acts);
    this.#hour += 0.01;
    this.#setClock();
    await this[act]();
    insist(act, await this.#stock(), this.#reference.said());
  }

  /** Does a command or is refused, as the reference says; then changes the reference. */
  async #try(act: string, verdict: Verdict, call: () => Promise<unknown>, then: () => void): Promise<void> {
    const before = verdict.length === 0 ? '' : this.#plant.contentDigest();
    if (verdict.length > 0) {
      const { code, message } = await refusalOf(call());
      if (!verdict.includes(code))
        throw new Error(`${act} was refused with ${code}, due was ${verdict.join()}: ${message}`);
      insist(`what is stored after ${act} was refused`, this.#plant.contentDigest(), before);
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      return;
    }
    await call();
    this.done.set(act, (this.done.get(act) ?? 0) + 1);
    then();
  }

  async receive(): Promise<void> {
    const random = this.#random;
    const product = random.pick(['MILK', 'CAKE', 'PUMP']);
    const number = `${product[0]}${random.whole(1, 9)}`;
    const line: Line = {
      product,
      lot: product === 'PUMP' ? '' : number,
      serial: product === 'PUMP' ? number : '',
      place: random.pick(['STORE', 'STORE2', 'QUAR']),
      status: 'Q',
    };
    const quantity = product === 'PUMP' ? 1 : random.whole(1, 20);
    const model = this.#reference;
    const isThere =
      product === 'PUMP' && (model.gone.has(number) || model.lines().some(({ serial }) => serial === number));
    await this.#try(
      'receive',
      isThere ? ['SERIAL_IN_USE'] : [],
      () => this.#post('receipt', line, quantity, { to: line.place, status: 'Q', partner: 'S1' }),
      () => {
        model.begin(line);
        model.add(line, quantity);
      },
    );
  }

  async move(): Promise<void> {
    const [line, lies] = this.#line();
    const to = this.#random.pick(['STORE', 'STORE2', 'QUAR']);
    if (to === line.place || !isPlace(to)) return;
    const quantity = line.product === 'PUMP' ? 1 : this.#random.whole(1, lies + 2);
    const model = this.#reference;
    const isAside = places[to] === 'quarantine';
    // A hold on a place lets nothing be brought away from it.
    const isKept = model.isHeld(line) && (!isAside || model.holds.some(({ scope }) => scope.location === line.place));
    const verdict = [
      ...(quantity > lies ? ['INSUFFICIENT_QTY'] : []),
      ...(isKept || (line.status === 'R' && !isAside) ? ['STATUS_FORBIDS'] : []),
      ...(model.isExpired(line) && !isAside ? ['EXPIRED_LOT'] : []),
    ];
    await this.#try(
      'move',
      verdict,
      () =>
        this.#post('transfer', line, quantity, { from: line.place, to, statusFrom: line.status, status: line.status }),
      () => {
        model.add(line, -quantity);
        model.add({ ...line, place: to }, quantity);
      },
    );
  }

  async ship(): Promise<void> {
    const [line, lies] = this.#line();
    const quantity = line.product === 'PUMP' ? 1 : this.#random.whole(1, lies + 1);
    const model = this.#reference;
    const verdict = [
      ...(quantity > lies ? ['INSUFFICIENT_QTY'] : []),
      ...(model.isHeld(line) || line.status !== 'A' ? ['STATUS_FORBIDS'] : []),
      ...(model.isExpired(line) ? ['EXPIRED_LOT'] : []),
    ];
    await this.#try(
      'ship',
      verdict,
      () => this.#post('shipment', line, quantity, { from: line.place, statusFrom: line.status, partner: 'C1' }),
      () => {
        model.add(line, -quantity);
        model.gone.add(line.serial);
      },
    );
  }

  async scrap(): Promise<void> {
    const [line, lies] = this.#line();
    const quantity = line.product === 'PUMP' ? 1 : this.#random.whole(1, lies + 1);
    await this.#try(
      'scrap',
      quantity > lies ? ['INSUFFICIENT_QTY'] : [],
      () => this.#post('scrap', line, quantity, { from: line.place, statusFrom: line.status, reason: 'spilt' }),
      () => {
        this.#reference.add(line, -quantity);
        this.#reference.gone.add(line.serial);
      },
    );
  }

  /** All of some goods in one status, wherever they lie. */
  async decide(): Promise<void> {
    const [{ product, lot, serial, status }] = this.#line();
    const statusTo = this.#random.pick(['A', 'Q', 'R']);
    const model = this.#reference;
    const goods = model
      .lines()
      .filter(
        (line) => line.product === product && line.lot === lot && line.serial === serial && line.status === status,
      );
    const quantity = goods.reduce((sum, line) => sum + (model.stock.get(nameOf(line)) ?? 0), 0);
    const verdict = [
      ...(statusTo === status ? ['ILLEGAL_TRANSITION'] : []),
      ...(statusTo === 'A' && goods.some((line) => model.isExpired(line)) ? ['EXPIRED_LOT'] : []),
      ...(statusTo === 'A' && status !== 'A' && goods.some((line) => model.isHeld(line)) ? ['STATUS_FORBIDS'] : []),
    ];
    const meaning = statusTo === 'A' ? 'released' : statusTo === 'R' ? 'rejected' : 'performed';
    const isGivenBack = statusTo === 'A' && model.wasRejected.has(`${product} ${lot}${serial}`);
    await this.#try(
      'decide',
      verdict,
      () =>
        this.#plant.ask(
          'lots.changeStatus',
          {
            ...{ product, lot, serial, statusFrom: status, statusTo, quantity: String(quantity) },
            reason: 'tested, as the sheet says',
            signature: signature('qualityManager', meaning),
            ...(isGivenBack ? { witness: { user: 'second', password } } : {}),
          },
          { as: this.#as.quality },
        ),
      () => {
        for (const line of goods) model.turn(line, statusTo);
        const dates = model.dates.get(`${product} ${lot}`);
        if (statusTo === 'A' && dates !== undefined) dates.releasedOn = model.today;
      },
    );
  }

  async hold(): Promise<void> {
    const [line] = this.#line();
    const { product, lot, serial, place } = line;
    const goods = lot === '' ? { product, serialFrom: serial } : { product, lot };
    const isOfPlace = this.#random.chance(0.2);
    const target = isOfPlace ? { location: place } : goods;
    const scope = isOfPlace ? { location: place } : lot === '' ? { product, serial } : { product, lot };
    const model = this.#reference;
    if (model.holds.some((one) => JSON.stringify(one.scope) === JSON.stringify(scope))) return;
    const reply = await this.#plant.ask(
      'holds.set',
      { targets: [target], reason: 'glass found nearby', signature: signature('qualityManager', 'performed') },
      { as: this.#as.quality },
    );
    this.done.set('hold', (this.done.get('hold') ?? 0) + 1);
    for (const number of reply.set) model.holds.push({ number, scope });
  }

  async lift(): Promise<void> {
    const model = this.#reference;
    if (model.holds.length === 0) return;
    const { number } = this.#random.pick(model.holds);
    await this.#try(
      'lift',
      [],
      () =>
        this.#plant.ask(
          'holds.lift',
          { numbers: [number], reason: 'nothing was found', signature: signature('qualityManager', 'released') },
          { as: this.#as.quality },
        ),
      () => {
        model.holds = model.holds.filter((one) => one.number !== number);
      },
    );
  }

  /** The expiry of a lot goes some days later or earlier, and its other dates with it. */
  async change(): Promise<void> {
    const model = this.#reference;
    const lots = [...model.dates].filter(([, { expiresOn }]) => expiresOn !== '');
    if (lots.length === 0) return;
    const [key, dates] = this.#random.pick(lots);
    const [product = '', lot = ''] = key.split(' ');
    const by = this.#random.pick([-2, 3]);
    const moved = (date: string): string => (date === '' ? '' : shifted(date, by));
    const { version } = await this.#plant.ask('lots.getDates', { product, lot }, { as: this.#as.quality });
    await this.#try(
      'change',
      [],
      () =>
        this.#plant.ask(
          'lots.changeDates',
          {
            ...{ product, lot, version, dates: { expiresOn: moved(dates.expiresOn) } },
            reason: 'the dairy says so',
            signature: signature('qualityManager', 'performed'),
          },
          { as: this.#as.quality },
        ),
      () => {
        const { expiresOn, useByOn, retestOn } = dates;
        Object.assign(dates, { expiresOn: moved(expiresOn), useByOn: moved(useByOn), retestOn: moved(retestOn) });
      },
    );
  }

  async make(): Promise<void> {
    const lot = `M${this.#random.whole(1, 9)}`;
    const model = this.#reference;
    const isThere = model.known.has(lot);
    await this.#try(
      'make',
      isThere ? ['DUPLICATE'] : [],
      () => this.#plant.ask('lots.create', { rows: [{ product: 'MILK', lot }] }, { as: this.#as.warehouse }),
      () => model.known.add(lot),
    );
  }

  async day(): Promise<void> {
    const model = this.#reference;
    model.day += this.#random.pick([1, 2, 4, 6]);
    await this.begin();
    this.done.set('day', (this.done.get('day') ?? 0) + 1);
  }

  #post(kind: string, { product, lot, serial }: Line, quantity: number, more: object): Promise<unknown> {
    if (lot !== '') this.#reference.known.add(lot);
    const movement = { kind, document: 'DOC-1', product, lot, serial, quantity: String(quantity), ...more };
    return this.#plant.send('movements.post', { movements: [movement] }, { as: this.#as.warehouse });
  }

  /** Some goods that lie here, and how much. */
  #line(): [Line, number] {
    const line = this.#random.pick(this.#reference.lines());
    return [line, this.#reference.stock.get(nameOf(line)) ?? 0];
  }

  async #stock(): Promise<string[]> {
    const { rows } = await this.#plant.ask('movements.listBalances', { limit: 500 }, { as: this.#as.quality });
    return rows.map((row) => `${nameOf({ ...row, place: row.location })} = ${row.quantity}`).toSorted();
  }

  #setClock(): void {
    const hour = Math.floor(this.#hour);
    const minute = Math.floor((this.#hour - hour) * 60);
    const two = (value: number): string => String(value).padStart(2, '0');
    this.#plant.clock.set(`${this.#reference.today}T${two(hour)}:${two(minute)}:00Z`);
  }
}

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

function insist(what: string, is: unknown, due: unknown): void {
  if (!isDeepStrictEqual(is, due)) throw new Error(`${what}: ${JSON.stringify(is)}, due was ${JSON.stringify(due)}`);
}
