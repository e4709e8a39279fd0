import { most, type Plant, type Row, type RuleProduct } from './language.ts';
import type { Random } from '../../support/chance.ts';
import type { Reference } from './reference.ts';

export const second = 1_000_000;
export const minute = 60 * second;

/** Few names, so that commands meet: five lots, eight serials, two sublots. */
const lots = ['L1', 'L2', 'L3', 'L4', 'L5'];
const sublots = ['S1', 'S2'];
const serials = Array.from({ length: 8 }, (_, index) => `N${index + 1}`);
const orders = ['WO1', 'WO2', 'WO3'];
const runs = ['', '', 'R1', 'R2'];
const statuses = ['A', 'A', 'A', 'Q', 'R', 'Q1'];

/** A movement that says nothing yet. */
export const blank: Row = {
  at: null,
  kind: 'receipt',
  document: 'DOC',
  product: '',
  lot: '',
  sublot: '',
  serial: '',
  quantity: '1',
  from: '',
  to: '',
  statusFrom: '',
  status: '',
  workOrder: '',
  run: '',
  partner: '',
  reason: '',
  id: '',
  reverses: '',
};

/** The product that has the largest quantity that can be stored. */
export const mostOf = 'GOLD';

type Line = {
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  place: string;
  status: string;
  quantity: bigint;
};

/** Makes up single movements, from what the reference holds and where it ends. */
export class RowMaker {
  readonly #random: Random;
  readonly #plant: Plant;
  readonly #model: Reference;
  #now = 0;
  #number = 0;

  constructor(random: Random, plant: Plant, model: Reference) {
    this.#random = random;
    this.#plant = plant;
    this.#model = model;
  }

  /** The time it is, and the number of the command the rows are for. */
  begin(now: number, number: number): void {
    this.#now = now;
    this.#number = number;
  }

  /** Something that comes in, or something done with what lies in the plant. */
  row(): Row {
    const lines = this.#lines();
    if (lines.length === 0 || this.#random.chance(0.42)) return this.#inflow(lines);
    return this.#outflow(this.#random.pick(lines));
  }

  /** Goods that come to the dock without a name and are put away under one. */
  flow(): Row[] {
    const random = this.#random;
    const product = random.pick(this.#plant.products.filter(({ code }) => code !== mostOf));
    const receipt = this.#receipt(product, {
      product: product.code,
      quantity: this.#quantity(product),
      to: 'DOCK',
      status: 'A',
    });
    const unnamed = { ...receipt, lot: '', sublot: '', serial: '' };
    const dock = random.chance(0.3) ? 'DOCK2' : 'DOCK';
    const onward = { kind: 'put-away', from: 'DOCK', statusFrom: 'A', to: dock, partner: '', workOrder: '', run: '' };
    return [
      unnamed,
      ...(dock === 'DOCK' ? [] : [{ ...unnamed, ...onward }]),
      this.#named({
        ...blank,
        kind: 'put-away',
        document: receipt.document,
        product: product.code,
        quantity: unnamed.quantity,
        from: dock,
        statusFrom: 'A',
        to: 'STORE',
        status: 'A',
      }),
    ];
  }

  /** A piece that goes out and comes back, or the other way round. */
  turnaround(): Row[] {
    const random = this.#random;
    const kept = this.#plant.products.filter(({ serials: kind }) => kind !== 'none');
    const lines = this.#lines().filter(
      ({ product, serial }) => serial !== '' || product === 'BULB' || product === 'METER',
    );
    const line = lines.length === 0 ? undefined : random.pick(lines);
    const product = kept.find(({ code }) => code === line?.product) ?? random.pick(kept);
    const goods = this.#named({ ...blank, document: `D${this.#number}`, product: product.code, partner: 'CUS' });
    const named = line === undefined ? goods : { ...goods, lot: line.lot, sublot: line.sublot, serial: line.serial };
    const serial = named.serial.includes('..') || named.serial === '' ? random.pick(serials) : named.serial;
    const place = { place: line?.place ?? 'STORE', status: line?.status ?? 'A' };
    const out = { ...named, serial, quantity: '1', kind: 'shipment', from: place.place, statusFrom: place.status };
    const back = { ...named, serial, quantity: '1', kind: 'customer-return', to: place.place, status: place.status };
    return random.chance(0.5) ? [out, back] : [back, out];
  }

  /** One part of a row made wrong. */
  broken(row: Row): Row {
    const random = this.#random;
    const wrongs: ((one: Row) => Row)[] = [
      (one) => ({ ...one, quantity: '0' }),
      (one) => ({ ...one, quantity: '0.0000001' }),
      (one) => ({ ...one, quantity: '9007199254.740992' }),
      (one) => ({ ...one, quantity: '-1' }),
      (one) => ({ ...one, product: 'NOTHING' }),
      (one) => ({ ...one, partner: 'NOBODY' }),
      (one) => (one.from === '' ? { ...one, to: 'NOWHERE' } : { ...one, from: 'NOWHERE' }),
      (one) => ({ ...one, status: one.status === '' ? 'A' : '' }),
      (one) => ({ ...one, statusFrom: one.statusFrom === '' ? 'A' : '' }),
      (one) => ({ ...one, status: 'X' }),
      (one) => ({
        ...one,
        kind: random.pick(['receipt', 'shipment', 'status', 'assign', 'adjustment', 'consumption', 'transfer']),
      }),
      (one) => ({ ...one, partner: '', workOrder: '' }),
      (one) => ({ ...one, lot: one.lot === '' ? 'L1' : '' }),
      (one) => ({ ...one, sublot: one.sublot === '' ? 'S1' : '' }),
      (one) => ({ ...one, serial: one.serial === '' ? 'N1' : '' }),
      (one) => ({ ...one, serial: 'N1..N4', quantity: '3' }),
      (one) => ({ ...one, serial: 'N1..N3', quantity: '3' }),
      (one) => ({ ...one, at: this.#now + 1 }),
      (one) => ({ ...one, run: 'R9', workOrder: '' }),
      (one) => ({ ...one, from: one.to, to: one.from, statusFrom: one.status, status: one.statusFrom }),
    ];
    return random.pick(wrongs)(row);
  }

  /** A moment that has been: at random, or right at, before or after something that happened. */
  past(): number {
    const random = this.#random;
    const { events } = this.#model;
    if (events.length === 0 || random.chance(0.4)) return this.#now - random.whole(0, 10 * 60) * minute;
    return Math.min(this.#now, random.pick(events.slice(-40)).at + random.pick([0, 0, -1, 1]));
  }

  #inflow(lines: readonly Line[]): Row {
    const random = this.#random;
    // The largest quantity is received once; after that only a step too much while all of it lies in one place.
    const full = lines.find((line) => line.product === mostOf && line.quantity === most);
    if (full !== undefined && random.chance(0.1))
      return {
        ...blank,
        document: `D${this.#number}`,
        product: mostOf,
        quantity: '0.000001',
        to: full.place,
        status: full.status,
        partner: 'SUP',
      };
    const product = random.pick(
      this.#plant.products.filter(
        ({ code }) =>
          code !== mostOf || (random.chance(0.2) && !this.#model.events.some((event) => event.product === mostOf)),
      ),
    );
    const to = random.chance(0.35) ? random.pick(['DOCK', 'DOCK2']) : random.pick(['STORE', 'LINE', 'SHIP']);
    const row = this.#receipt(product, {
      product: product.code,
      quantity: this.#quantity(product),
      to,
      status: random.pick(statuses),
    });
    // A range of serials stands for as many pieces; a product may have them at the dock without.
    return to.startsWith('DOCK') && random.chance(0.6)
      ? { ...row, lot: '', sublot: '', serial: '', quantity: product.serials === 'global' ? '3' : row.quantity }
      : row;
  }

  #receipt(product: RuleProduct, given: Partial<Row>): Row {
    const random = this.#random;
    const kind = random.weighted({
      opening: 2,
      receipt: 6,
      output: 4,
      adjustment: 1,
      'customer-return': 2,
      'production-return': 1,
    });
    const workOrder = kind === 'output' || kind === 'production-return' ? random.pick(orders) : '';
    const needsPartner = kind === 'receipt' || kind === 'customer-return';
    const row = {
      ...blank,
      ...given,
      kind,
      document: `D${this.#number}`,
      workOrder,
      run: workOrder === '' ? '' : random.pick(runs),
      partner: needsPartner ? random.pick(this.#plant.partners) : '',
    };
    return this.#named(row, product.serials === 'on-issue' && !kind.endsWith('-return'));
  }

  /** Fills in lot, sublot and serial as the product's tracking asks for them. */
  #named(row: Row, withoutSerial = false): Row {
    const random = this.#random;
    const product = this.#plant.products.find((one) => one.code === row.product);
    if (product === undefined) return row;
    const withLot = product.lots !== 'none' && (product.lots !== 'optional' || random.chance(0.6));
    const lot = withLot ? random.pick(lots) : '';
    const sublot = lot !== '' && product.lots === 'lot-sublot' ? random.pick(sublots) : '';
    if (product.serials === 'none' || withoutSerial) return { ...row, lot, sublot };
    if (product.serials === 'global' && random.chance(0.5)) {
      const first = random.whole(1, 6);
      const last = first + random.whole(0, 2);
      return { ...row, lot, sublot, serial: `N${first}..N${last}`, quantity: String(last - first + 1) };
    }
    return { ...row, lot, sublot, serial: random.pick(serials), quantity: '1' };
  }

  #outflow(line: Line): Row {
    const random = this.#random;
    const product = this.#plant.products.find((one) => one.code === line.product);
    const { lot, sublot, serial } = line;
    // Goods that are not released are mostly moved, and only now and then tried to be sent out.
    const goesOut = line.status.startsWith('A') || random.chance(0.2) ? 5 : 0.6;
    const kind =
      line.product === mostOf
        ? random.pick(['transfer', 'status'] as const)
        : random.weighted({
            transfer: 5,
            status: 3,
            consumption: goesOut,
            shipment: goesOut,
            scrap: 1,
            sample: 1,
            'supplier-return': 1,
            adjustment: 1,
            'put-away': line.place.startsWith('DOCK') ? 14 : 1,
            assign: lot === '' ? 3 : 0.3,
          });
    const stays = kind === 'status' || kind === 'assign';
    const moves = stays || kind === 'transfer' || kind === 'put-away';
    // Goods that move to where they lie are refused: now and then is enough.
    const keepsStatus = kind === 'assign' || random.chance(kind === 'status' ? 0.05 : 0.6);
    const status = keepsStatus ? line.status : random.pick(statuses);
    const row: Row = {
      ...blank,
      kind,
      document: `D${this.#number}`,
      product: line.product,
      lot,
      sublot,
      serial,
      quantity: serial !== '' && random.chance(0.95) ? '1' : this.#boundary(line.quantity),
      from: line.place,
      statusFrom: random.chance(0.95) ? line.status : random.pick(statuses),
      to: !moves ? '' : stays ? line.place : this.#elsewhere(line),
      status: moves ? status : '',
      workOrder: kind === 'consumption' ? random.pick(orders) : '',
      run: kind === 'consumption' ? random.pick(runs) : '',
      partner: kind === 'shipment' || kind === 'supplier-return' ? random.pick(this.#plant.partners) : '',
    };
    if (kind === 'assign' || (kind === 'put-away' && lot === '' && serial === '')) {
      const named = this.#named(row, product?.serials === 'on-issue' || random.chance(0.2));
      return named.serial === '' || named.serial.includes('..') ? named : { ...named, quantity: '1' };
    }
    const issued =
      product?.serials === 'on-issue' &&
      (kind === 'consumption' || kind === 'shipment' || (kind === 'scrap' && random.chance(0.3)));
    return issued ? { ...row, serial: `N${random.whole(1, 8)}`, quantity: '1' } : row;
  }

  #elsewhere({ place, status }: Line): string {
    // Goods that are not released are mostly put aside, and only now and then tried to be brought anywhere else.
    const isAside = this.#random.chance(status.startsWith('A') ? 0.1 : 0.7);
    const others = (isAside ? ['QUAR', 'WASTE'] : ['STORE', 'LINE', 'SHIP', 'DOCK']).filter((one) => one !== place);
    return this.#random.pick(this.#random.chance(0.05) ? [place] : others);
  }

  /** What lies in the plant now. */
  #lines(): Line[] {
    return [...this.#model.stock()]
      .filter(([, quantity]) => quantity > 0n)
      .map(([line, quantity]) => {
        const [unit = '', where = ''] = line.split('@');
        const [product = '', lot = '', sublot = '', serial = ''] = unit.split('|');
        const [place = '', status = ''] = where.split('/');
        return { product, lot, sublot, serial, place, status, quantity };
      });
  }

  #quantity(product: RuleProduct): string {
    const random = this.#random;
    if (product.serials !== 'none') return random.chance(0.7) ? '1' : String(random.whole(2, 4));
    if (product.code === mostOf)
      return this.#model.events.some((event) => event.product === mostOf) ? '0.000001' : '9007199254.740991';
    return random.pick(['0.000001', '1', '12.5', '0.333333', String(random.whole(1, 500))]);
  }

  /** A quantity right at the edge of what lies there. */
  #boundary(quantity: bigint): string {
    const random = this.#random;
    const share = (quantity * BigInt(random.whole(1, 99))) / 100n;
    const figure = random.pick([1n, quantity, quantity, share, share, share, quantity + 1n, quantity - 1n]);
    return decimal(figure < 1n ? 1n : figure > most ? most : figure);
  }
}

/** Millionths as a decimal without trailing zeros. */
export function decimal(micro: bigint): string {
  const digits = micro.toString().padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0+$/, '');
  return digits.slice(0, -6) + (decimals === '' ? '' : `.${decimals}`);
}
