import { isDeepStrictEqual } from 'node:util';
import { formatMoment } from '#shared/kernel/dates.ts';
import { refusalOf, type OperationName } from './app.ts';
import type { Random } from './chance.ts';
import type { Inspected } from './inspected.ts';
import { InspectionReference, type Stock } from './inspectionReference.ts';
import { password, signature } from './people.ts';

/** Codes for which it may be refused; none where it is done. */
type Verdict = readonly string[];
type Meaning = Parameters<typeof signature>[1];
export type Sessions = { warehouse: Inspected['plant']['me']; inspector: Inspected['plant']['me'] };
const places = ['QUAR', 'STORE'] as const;

/** The goods of an office of inspectors, and whatever is done with them but inspecting. */
export class InspectionFloor {
  readonly model = new InspectionReference();
  readonly random: Random;
  readonly office: Inspected;
  readonly #scrapped: { id: number; line: Stock; quantity: number }[] = [];
  readonly sessions: Sessions;
  #lots = 0;
  readonly refused = new Map<string, number>();
  readonly done = new Map<string, number>();

  constructor(office: Inspected, random: Random, as: Sessions) {
    this.office = office;
    this.random = random;
    this.sessions = as;
  }

  async attempt(act: string, verdict: Verdict, call: () => Promise<unknown>, then: () => void): Promise<void> {
    if (verdict.length > 0) {
      const before = this.office.plant.contentDigest();
      const { code, message } = await refusalOf(call());
      if (!verdict.includes(code))
        throw new Error(`${act} was refused with ${code}, due was ${verdict.join()}: ${message}`);
      insist(`what is stored after ${act} was refused`, this.office.plant.contentDigest(), before);
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      return;
    }
    await call();
    this.done.set(act, (this.done.get(act) ?? 0) + 1);
    then();
  }

  async receive(): Promise<void> {
    const random = this.random;
    const isReleased = random.chance(0.2);
    // What comes in released is of a lot of its own: of one that was rejected before it would not.
    if (isReleased) this.#lots += 1;
    const lot = isReleased ? `P${this.#lots}` : `K${random.whole(11, 14)}`;
    const line = { lot, place: random.pick(places), status: isReleased ? 'A' : 'Q' };
    const quantity = random.whole(1, 6);
    await this.attempt(
      'receive',
      [],
      () => this.post('receipt', line, quantity, { to: line.place, status: line.status }),
      () => {
        this.model.add(line, quantity);
        if (line.status === 'Q') this.model.begin({ ...line, point: 'receipt', quantity });
      },
    );
  }

  async move(): Promise<void> {
    const { lies, ...line } = this.someGoods();
    const to = line.place === 'QUAR' ? 'STORE' : 'QUAR';
    const quantity = this.random.whole(1, lies + 1);
    await this.attempt(
      'move',
      [
        ...(quantity > lies ? ['INSUFFICIENT_QTY'] : []),
        ...(line.status === 'R' && to === 'STORE' ? ['STATUS_FORBIDS'] : []),
      ],
      () => this.post('transfer', line, quantity, { to, status: line.status }),
      () => {
        this.model.add(line, -quantity);
        this.model.add({ ...line, place: to }, quantity);
      },
    );
  }

  async scrap(): Promise<void> {
    const { lies, ...line } = this.someGoods();
    const quantity = this.random.whole(1, lies + 1);
    let id = 0;
    await this.attempt(
      'scrap',
      quantity > lies ? ['INSUFFICIENT_QTY'] : [],
      async () => {
        id = await this.post('scrap', line, quantity, { reason: 'spilt' });
      },
      () => {
        this.model.add(line, -quantity);
        if (line.status !== 'Q') return;
        this.model.leave(line.lot, quantity);
        this.#scrapped.push({ id, line, quantity });
      },
    );
  }

  async undo(): Promise<void> {
    const one = this.#scrapped.pop();
    if (one === undefined) return;
    await this.attempt(
      'undo',
      [],
      () =>
        this.office.plant.ask(
          'movements.reverse',
          { movements: [one.id], reason: 'wrong pallet' },
          { as: this.sessions.warehouse },
        ),
      () => {
        this.model.add(one.line, one.quantity);
        this.model.comeBack(one.line.lot, one.quantity);
      },
    );
  }

  async ship(): Promise<void> {
    const { lies, ...line } = this.someGoods();
    const quantity = this.random.whole(1, lies + 1);
    await this.attempt(
      'ship',
      [...(quantity > lies ? ['INSUFFICIENT_QTY'] : []), ...(line.status === 'A' ? [] : ['STATUS_FORBIDS'])],
      () => this.post('shipment', line, quantity, {}),
      () => this.model.add(line, -quantity),
    );
  }

  /** All of a lot in one status, by a decision of its own. */
  async change(): Promise<void> {
    const { lot, status: from } = this.someGoods();
    const to = this.random.pick(['A', 'Q', 'R']);
    const model = this.model;
    const isKept = from === 'Q' && to === 'A' && (model.isOpen(lot) || model.isUnmoved(lot));
    const quantity = model.lies(lot, from);
    await this.attempt(
      'change',
      [...(from === to ? ['ILLEGAL_TRANSITION'] : []), ...(isKept ? ['STATUS_FORBIDS'] : [])],
      () =>
        this.sign(
          'lots.changeStatus',
          { product: 'CAKE', lot, statusFrom: from, statusTo: to, quantity: String(quantity) },
          to === 'A' ? 'released' : to === 'R' ? 'rejected' : 'performed',
        ),
      () => {
        model.turn(lot, { place: '', from }, [[to, quantity]]);
        if (from === 'Q') model.leave(lot, quantity);
      },
    );
  }

  async split(): Promise<void> {
    const { lies, ...line } = this.someGoods();
    const quantity = this.random.whole(1, lies + 1);
    const lot = `P${this.#lots + 1}`;
    await this.attempt(
      'split',
      [...(quantity > lies ? ['INSUFFICIENT_QTY'] : []), ...(this.isNamed(line) ? ['STATUS_FORBIDS'] : [])],
      () =>
        this.office.plant.ask(
          'lots.split',
          {
            product: 'CAKE',
            lot: line.lot,
            location: line.place,
            status: line.status,
            rows: [{ lot, quantity: String(quantity) }],
          },
          { as: this.sessions.warehouse },
        ),
      () => {
        this.#lots += 1;
        this.model.add(line, -quantity);
        this.model.add({ ...line, lot }, quantity);
      },
    );
  }

  /** All of a lot in one status at a place becomes another lot, where both are alike. */
  async merge(): Promise<void> {
    const { lies, ...line } = this.someGoods();
    const { lot: into } = this.someGoods();
    // Released goods become a lot that was rejected before by a decision alone.
    if (line.status === 'A') return;
    const there = this.model.lines().filter((one) => one.lot === into && one.place === line.place);
    const isUnlike = there.some(({ status }) => status !== line.status);
    await this.attempt(
      'merge',
      [
        ...(into === line.lot ? ['VALIDATION'] : []),
        ...(isUnlike ? ['FORBIDDEN'] : []),
        ...(this.isNamed(line) ? ['STATUS_FORBIDS'] : []),
      ],
      () =>
        this.office.plant.ask(
          'lots.merge',
          { product: 'CAKE', location: line.place, lot: into, rows: [{ lot: line.lot, status: line.status }] },
          { as: this.sessions.warehouse },
        ),
      () => {
        this.model.add(line, -lies);
        this.model.add({ ...line, lot: into }, lies);
      },
    );
  }

  /** Goods that an inspection is about keep their name. */
  isNamed = ({ lot, status }: Stock): boolean =>
    status === 'Q' && (this.model.isOpen(lot) || this.model.isUnmoved(lot));

  /** Signed by the quality manager, and by a second one where the sentence asks for two. */
  async sign(operation: OperationName, asked: object, meaning: Meaning): Promise<unknown> {
    const { plant } = this.office;
    const [as, input] = [plant.quality, { reason: 'as the sheet says', ...asked }];
    const { token, mayWitness } = await plant.ask('signing.prepare', { operation, input, language: 'en' }, { as });
    const witness = mayWitness === undefined ? {} : { witness: { user: 'second', password } };
    return plant.send(
      operation,
      { ...input, token, signature: signature('qualityManager', meaning), ...witness },
      { as },
    );
  }

  async post(
    kind: 'receipt' | 'transfer' | 'scrap' | 'shipment',
    { lot, place, status }: Stock,
    quantity: number,
    more: Record<string, string>,
  ) {
    const from = kind === 'receipt' ? {} : { from: place, status_from: status };
    const at = formatMoment(this.office.plant.clock.moment);
    const [id = 0] = await this.office.plant.postAll([[kind, `CAKE ${lot}`, quantity, at, { ...from, ...more }]], {
      as: this.sessions.warehouse,
    });
    return id;
  }

  someGoods = () => this.random.pick(this.model.lines());
  async stock(): Promise<string[]> {
    const { rows } = await this.office.plant.ask('movements.listBalances', { product: 'CAKE', limit: 500 });
    return rows
      .filter(({ lot }) => lot !== 'K1' && lot !== 'K2')
      .map(({ lot, location, status, quantity }) => `${lot} ${location} ${status} ${quantity}`)
      .toSorted();
  }
}

export function insist(what: string, is: unknown, due: unknown): void {
  if (!isDeepStrictEqual(is, due)) throw new Error(`${what}: ${JSON.stringify(is)}, due was ${JSON.stringify(due)}`);
}
