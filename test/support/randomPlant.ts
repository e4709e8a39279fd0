import { unitNamed } from './askPlant.ts';
import { adjust, giveBack, make, receive, ship, takeBack, use } from './movements.ts';
import { type Movement, PlantStore } from './plantStore.ts';

/** One thing that happens: which kind of thing, and choices it draws from. */
export type Happening = { what: number; a: number; b: number; c: number; day: number };

/**
 * A plant of few lots and orders in which everything that is odd but legal happens soon: runs mixed with rows
 * without one, returns, reversals, serial links, names given at the dock and on issue, rework, late entries.
 */
export class RandomPlant {
  readonly store = new PlantStore();

  constructor() {
    this.store.product('RAW', { lotTracking: 'optional' });
    this.store.product('MIX', { lotTracking: 'mandatory' });
    this.store.product('GLUE', { lotTracking: 'none' });
    this.store.product('CHIP', { lotTracking: 'none', serialTracking: 'received-issued' });
    this.store.product('TOOL', { lotTracking: 'mandatory', serialTracking: 'on-issue' });
  }

  /** Does what the draw says where the stock allows it; what it forbids does not happen. */
  happen(draw: Happening): void {
    const { db } = this.store;
    db.exec('savepoint happening');
    try {
      this.#act(draw);
      this.#refuseEarlierShortage();
    } catch (error) {
      if (!(error instanceof Error) || !/balance|UNIQUE/.test(error.message)) throw error;
      db.exec('rollback to happening');
    }
    db.exec('release happening');
  }

  /** A late entry must leave enough for all that came after it, as the ledger sees to. */
  #refuseEarlierShortage(): void {
    const short = this.store.db.prepare(
      `with change (unit, at, quantity) as (
          select to_unit_id, at, quantity from movement where to_place_id is not null
          union all select from_unit_id, at, -quantity from movement where from_place_id is not null),
        instant (unit, at, quantity) as (select unit, at, sum(quantity) from change group by unit, at)
        select 1 from (select sum(quantity) over (partition by unit order by at) as held from instant) where held < 0`,
    );
    if (short.get() !== undefined) throw new Error('a balance was below zero');
  }

  #act({ what, a, b, c, day }: Happening): void {
    const lot = `L${a % 3}`;
    const order = `WO-${b % 3}`;
    const run = ['', 'R1', 'R2'][c % 3] ?? '';
    const serial = a % 4;
    const acts: (() => void)[] = [
      () => this.#move(receive(a % 2 === 0 ? 'RAW' : `RAW ${lot}`, 5 + c, day)),
      () =>
        this.#move({
          ...unitNamed(`RAW ${lot}`),
          kind: 'assign',
          under: {},
          quantity: 1 + c,
          at: day,
          from: 'STORE',
          to: 'STORE',
        }),
      () => this.#move(use(order, ['RAW', `RAW ${lot}`, `MIX ${lot}`, 'GLUE'][c % 4] ?? '', 1 + (a % 3), day, { run })),
      () => this.#move(use(order, a % 2 === 0 ? `RAW ${lot}` : `MIX ${lot}`, 1, day, { run })),
      () =>
        this.#move(
          giveBack(order, ['RAW', `RAW ${lot}`, `MIX ${lot}`][c % 3] ?? '', 1 + (a % 4), day, {
            run: ['', run][a % 2] ?? '',
          }),
        ),
      () => this.#move(make(order, b % 2 === 0 ? `MIX ${lot}` : `TOOL ${lot}`, 2 + (a % 3), day, { run })),
      () => this.#move(receive(a % 2 === 0 ? 'GLUE' : `CHIP #${serial}`, 1, day)),
      () => this.#move(use(order, `CHIP #${serial}`, 1, day, { run })),
      () => this.#move(use(order, `TOOL ${lot} #${serial}`, 1, day, { run, under: { lot } })),
      () => this.#move(giveBack(order, `TOOL ${lot} #${serial}`, 1, day, { run, under: { lot } })),
      () => this.#move(ship(`TOOL ${lot} #${serial}`, 1, day, { under: { lot }, partner: `C${c % 3}` })),
      () => this.#move(takeBack(`TOOL ${lot} #${serial}`, 1, day, { under: { lot }, partner: `C${c % 3}` })),
      () => this.#move(ship(`MIX ${lot}`, 1, day, { partner: `C${c % 3}` })),
      () =>
        this.#move(
          adjust(['RAW', `TOOL ${lot}`, `MIX ${lot}`][b % 3] ?? '', c % 2 === 0 ? 1 : -1, day, {
            reason: c % 4 < 2 ? 'counted' : '',
          }),
        ),
      () => this.#move({ ...receive(`MIX ${lot}`, 3, day), kind: 'opening' }),
      () => this.#link(order, `CHIP #${serial}`, b % 2 === 0 ? `MIX ${lot}` : `TOOL ${lot}`),
      () => this.#link(order, `RAW ${lot}`, `MIX L${c % 3}`),
      () => this.#undo(a * 7 + b * 3 + c, day),
    ];
    acts[what % acts.length]?.();
  }

  #move(movement: Movement): void {
    this.store.move(movement);
  }

  #link(workOrder: string, component: string, parent: string): void {
    this.store.link({ workOrder, parent: unitNamed(parent), component: unitNamed(component) });
  }

  #undo(choice: number, day: number): void {
    const undoable = this.store.db
      .prepare<[], number>('select id from movement where reverses_id is null order by id')
      .pluck()
      .all();
    const id = undoable[choice % Math.max(1, undoable.length)];
    if (id !== undefined) this.store.reverse(id, day);
  }
}
