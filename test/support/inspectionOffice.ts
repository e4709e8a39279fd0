import { formatMoment } from '#shared/kernel/dates.ts';
import type { Random } from './chance.ts';
import type { Inspected } from './inspected.ts';
import { InspectionFloor, insist } from './inspectionFloor.ts';
import { acceptedOf, decidedOf, type Kept, pendingOf, rejectedOf, soundOf } from './inspectionReference.ts';
import { signIn } from './people.ts';

/**
 * Random work of inspectors on lots of one product, each piece of which is looked at: goods come in, move, leave and come
 * back, lots are split and merged, inspections opened, read, decided in parts, given up and done again. A reference says
 * before each command whether it is refused, and afterwards how everything stands.
 */
export class InspectionOffice extends InspectionFloor {
  static async begin(office: Inspected, random: Random): Promise<InspectionOffice> {
    const rows = [{ balloon: '1', name: 'Look', kind: 'attribute' as const }];
    await office.plan({ samplings: { critical: '100 %', major: '100 %', minor: '100 %' }, rows });
    const as = {
      warehouse: await signIn(office.plant, 'warehouse'),
      inspector: await signIn(office.plant, 'inspector'),
    };
    return new InspectionOffice(office, random, as);
  }

  async step(): Promise<void> {
    const acts = {
      ...{ receive: 14, move: 6, scrap: 5, undo: 4, ship: 4, change: 6, split: 6, merge: 6 },
      ...{ open: 8, read: 16, decide: 20, moveDecided: 6, giveUp: 3, again: 6 },
    } as const;
    const act = this.model.stock.size === 0 ? 'receive' : this.random.weighted(acts);
    const { clock } = this.office.plant;
    clock.set(formatMoment(clock.moment + 1_000_000));
    await this[act]();
    insist(act, await this.stock(), this.model.said());
    await this.#compareInspections(act);
  }

  async open(): Promise<void> {
    const { lot } = this.someGoods();
    const model = this.model;
    const lies = model.lies(lot, 'Q');
    const free = Math.max(0, lies - model.elsewhere(lot));
    const asked = this.random.chance(0.5) ? 0 : this.random.whole(1, lies + 1);
    const isThere = model.kept.some((one) => one.lot === lot && one.state === 'open' && one.point === '');
    const wanted = asked === 0 ? free : asked;
    const verdict = [
      ...(lies === 0 || wanted > free || free === 0 ? ['INSUFFICIENT_QTY'] : []),
      ...(isThere ? ['CONFLICT'] : []),
    ];
    const lying = model.lines().filter((one) => one.lot === lot && one.status === 'Q');
    const place = lying.map((one) => one.place).toSorted()[0] ?? '';
    const quantity = asked === 0 ? '' : String(asked);
    await this.attempt(
      'open',
      verdict,
      () =>
        this.office.plant.ask(
          'inspections.open',
          { product: 'CAKE', lot, status: 'Q', quantity, plan: 'PL-1', reason: 'looks odd' },
          { as: this.sessions.inspector },
        ),
      () => model.begin({ lot, place, point: '', quantity: wanted }),
    );
  }

  async read(): Promise<void> {
    const one = this.#inspection();
    if (one === undefined) return;
    const first = this.random.whole(0, one.quantity - 1);
    const count = this.random.whole(1, one.quantity - first);
    const said = Array.from({ length: count }, (_, index) => [first + index, this.random.chance(0.8)] as const);
    const wordOf = (isGood: boolean | undefined): string => (isGood === undefined ? '' : isGood ? 'ok' : 'fail');
    await this.attempt(
      'read',
      one.state === 'open' ? [] : ['ILLEGAL_TRANSITION'],
      () =>
        this.office.read(
          said.map(([piece, isGood]) => ({
            ...{ row: 0, piece, typed: wordOf(isGood), before: wordOf(one.read.get(piece)), reason: 'looked again' },
          })),
          { inspection: one.code, reinspection: one.again },
          this.sessions.inspector,
        ),
      () => {
        for (const [piece, isGood] of said) one.read.set(piece, isGood);
      },
    );
  }

  async decide(): Promise<void> {
    const one = this.#inspection();
    if (one === undefined) return;
    const model = this.model;
    const sound = soundOf(one);
    const accepted = this.random.whole(
      0,
      Math.max(1, Math.min(sound, pendingOf(one)) + (this.random.chance(0.2) ? 1 : 0)),
    );
    const rejected = this.random.whole(0, Math.max(0, pendingOf(one) - accepted));
    const movesLater = this.random.chance(0.2);
    const wanted = accepted + rejected;
    const elsewhere = model.elsewhere(one.lot, one, { accepted: 0, rejected: 0, isMoved: false });
    const verdict = [
      ...(one.state === 'open' ? [] : ['ILLEGAL_TRANSITION']),
      ...(wanted === 0 || wanted > pendingOf(one) || (accepted > 0 && accepted > sound) ? ['VALIDATION'] : []),
      ...(wanted > model.lies(one.lot, 'Q') - elsewhere ? ['INSUFFICIENT_QTY'] : []),
    ];
    const input = { ...named(one), accepted: String(accepted), rejected: String(rejected), movesLater };
    await this.attempt(
      'decide',
      verdict,
      () => this.sign('inspections.decide', input, accepted > 0 ? 'released' : 'rejected'),
      () => {
        one.tranches.push({ accepted, rejected, isMoved: !movesLater });
        model.end(one);
        if (!movesLater) this.#moveTo(one, accepted, rejected);
      },
    );
  }

  async moveDecided(): Promise<void> {
    const one = this.#inspection();
    if (one === undefined) return;
    const tranche = this.random.whole(1, one.tranches.length + (this.random.chance(0.1) ? 1 : 0) || 1);
    const decided = one.tranches[tranche - 1];
    const free =
      decided === undefined ? 0 : this.model.lies(one.lot, 'Q') - this.model.elsewhere(one.lot, one, decided);
    const verdict = [
      ...(decided === undefined ? ['NOT_FOUND'] : decided.isMoved ? ['CONFLICT'] : []),
      ...(decided?.isMoved === false && decided.accepted + decided.rejected > free ? ['INSUFFICIENT_QTY'] : []),
    ];
    await this.attempt(
      'moveDecided',
      verdict,
      () =>
        this.sign(
          'inspections.moveDecided',
          { ...named(one), tranche },
          decided?.accepted === 0 ? 'rejected' : 'released',
        ),
      () => {
        if (decided === undefined) return;
        decided.isMoved = true;
        this.#moveTo(one, decided.accepted, decided.rejected);
      },
    );
  }

  #moveTo({ lot, place }: Kept, accepted: number, rejected: number): void {
    this.model.turn(lot, { place, from: 'Q' }, [
      ['A', accepted],
      ['R', rejected],
    ]);
  }

  async giveUp(): Promise<void> {
    const one = this.#inspection();
    if (one === undefined) return;
    await this.attempt(
      'giveUp',
      one.state === 'withdrawn'
        ? ['CONFLICT']
        : one.state === 'decided' || one.tranches.length > 0
          ? ['ILLEGAL_TRANSITION']
          : [],
      () => this.sign('inspections.withdraw', named(one), 'approved'),
      () => {
        one.state = 'withdrawn';
      },
    );
  }

  async again(): Promise<void> {
    const one = this.#inspection();
    if (one === undefined) return;
    const model = this.model;
    const rejected = rejectedOf(one);
    const quantity = this.random.whole(1, Math.max(1, rejected) + (this.random.chance(0.1) ? 1 : 0));
    const isLast = model.kept.every((other) => other.code !== one.code || other.again <= one.again);
    const verdict = !isLast
      ? ['CONFLICT']
      : one.state !== 'decided'
        ? ['ILLEGAL_TRANSITION']
        : quantity > rejected
          ? ['VALIDATION']
          : quantity > model.lies(one.lot, 'R')
            ? ['INSUFFICIENT_QTY']
            : [];
    await this.attempt(
      'again',
      verdict,
      () => this.sign('inspections.reinspect', { ...named(one), quantity: String(quantity) }, 'performed'),
      () => {
        model.begin({ lot: one.lot, place: one.place, point: one.point, quantity }, one);
        model.turn(one.lot, { place: one.place, from: 'R' }, [['Q', quantity]]);
      },
    );
  }

  /** Mostly one of those that something is left to do of. */
  #inspection(): Kept | undefined {
    const { kept } = this.model;
    const open = kept.filter((one) => one.state === 'open' || one.tranches.some(({ isMoved }) => !isMoved));
    const of = open.length > 0 && this.random.chance(0.8) ? open : kept;
    return of.length === 0 ? undefined : this.random.pick(of);
  }

  async #compareInspections(act: string): Promise<void> {
    const { kept } = this.model;
    for (const one of kept) {
      const { accepted, rejected, pending, gone, state, quantity } = await this.office.get(one.code, one.again);
      insist(
        `${one.code}/${one.again} after ${act}`,
        [accepted, rejected, pending, gone, quantity].map(Number).concat(one.state === state ? 1 : 0),
        [acceptedOf(one), rejectedOf(one), pendingOf(one), one.gone, one.quantity, 1],
      );
      // Accepted, rejected, pending and gone are the whole, unless it was given up.
      if (state !== 'withdrawn') insist('the whole', decidedOf(one) + pendingOf(one) + one.gone, one.quantity);
    }
    for (const lot of new Set(kept.map((one) => one.lot))) {
      const pending = kept.reduce((sum, one) => sum + (one.lot === lot ? pendingOf(one) : 0), 0);
      if (pending > this.model.lies(lot, 'Q')) throw new Error(`${lot}: ${pending} pending and less in quarantine`);
    }
  }
}

const named = ({ code, again }: Kept) => ({ inspection: code, reinspection: again });
