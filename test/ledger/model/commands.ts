import type { Command, Event, Plant, Row } from './language.ts';
import type { Random } from '../../support/chance.ts';
import type { Reference } from './reference.ts';
import { blank, decimal, minute, mostOf, RowMaker, second } from './rows.ts';

/** One step of a run: time passes, then a command is sent or something befalls the program. */
export type Step = { advance: number } & (
  | { command: Command }
  | { event: 'restart' }
  | { event: 'ask'; question: number }
);

/**
 * Makes up what is sent next, looking at what the reference holds: mostly what a plant does, often with
 * figures right at a boundary, and about a third of it what must be refused.
 */
export class Commands {
  readonly #random: Random;
  readonly #rows: RowMaker;
  readonly #model: Reference;
  readonly #sent: Command[] = [];
  #ids = 0;
  #now = 0;

  constructor(random: Random, plant: Plant, model: Reference) {
    this.#random = random;
    this.#rows = new RowMaker(random, plant, model);
    this.#model = model;
  }

  next(now: number): Step {
    const random = this.#random;
    const advance = random.chance(0.01)
      ? -random.whole(1, 90) * minute
      : random.chance(0.1)
        ? 0
        : random.whole(1, 20 * minute);
    this.#now = now + advance;
    if (random.chance(0.006)) return { advance, event: 'restart' };
    if (random.chance(0.04)) return { advance, event: 'ask', question: random.whole(0, 999) };
    const command = this.#command();
    this.#sent.push(command);
    return { advance, command };
  }

  #command(): Command {
    const random = this.#random;
    const kind = random.weighted({
      one: 66,
      document: 14,
      reverse: 9,
      again: 5,
      broken: 7,
      import: 0.8,
      badId: 0.3,
    });
    const sent = this.#sent.filter((one) => one.kind === 'reverse' || !one.rows.some((row) => row.product === mostOf));
    if (kind === 'again' && sent.length > 0) return this.#again(random.pick(sent.slice(-12)));
    if (kind === 'reverse')
      return {
        kind: 'reverse',
        id: this.#id(),
        movements: this.#toReverse(),
        reason: random.chance(0.05) ? ' x ' : 'typed wrong',
      };
    if (kind === 'import') return this.#import();
    if (kind === 'document') return { kind: 'post', id: this.#id(), rows: this.#document() };
    if (kind === 'broken') return { kind: 'post', id: this.#id(), rows: [this.#rows.broken(this.#rows.row())] };
    return { kind: 'post', id: kind === 'badId' ? 'short' : this.#id(), rows: [this.#dated(this.#rows.row())] };
  }

  /** The same command id once more: as it was, or saying something else. */
  #again(command: Command): Command {
    if (command.kind === 'import' || this.#random.chance(0.6)) return command;
    if (command.kind === 'reverse') return { ...command, reason: `${command.reason}, said otherwise` };
    return { ...command, rows: command.rows.map((row) => ({ ...row, document: `${row.document}-2` })) };
  }

  #toReverse(): number[] {
    const random = this.#random;
    const { events } = this.#model;
    if (events.length === 0 || random.chance(0.05)) return [100_000 + random.whole(0, 9)];
    const undoable = events.filter(
      (event) => event.undoes === null && event.product !== mostOf && !this.#model.isUndone(event),
    );
    const known = events.filter((event) => event.product !== mostOf);
    if (known.length === 0) return [100_000];
    if (random.chance(0.2) || undoable.length === 0) return [random.pick(known).id];
    const recent = undoable.slice(-20);
    return random.chance(0.2) ? [random.pick(recent).id, random.pick(recent).id] : [random.pick(recent).id];
  }

  /** Several rows of one document: of one timestamp batch, or one after another, now or some time ago. */
  #document(): Row[] {
    const random = this.#random;
    const start = random.chance(0.2) ? this.#rows.past() : null;
    const oneTimestampBatch = random.chance(0.6);
    const rows = Array.from({ length: random.whole(2, 5) }, (_, index) => {
      const made = random.weighted({ flow: 25, turnaround: 15, row: 60 });
      const row = (made === 'row' ? [this.#rows.row()] : this.#rows[made]()).filter(
        ({ product }) => product !== mostOf,
      );
      const at =
        start === null
          ? oneTimestampBatch
            ? null
            : this.#now - (5 - index) * second
          : start + (oneTimestampBatch ? 0 : index * second);
      return row.map((one) => ({ ...one, at }));
    }).flat();
    if (rows.length === 0) return this.#rows.flow();
    return random.chance(0.15) ? rows.reverse() : rows;
  }

  #dated(row: Row): Row {
    return this.#random.chance(0.2) ? { ...row, at: this.#rows.past() } : row;
  }

  /** A small export: new rows, rows of an earlier one again, and sometimes rows that undo others. */
  #import(): Command {
    const random = this.#random;
    const id = this.#id();
    const earlier = this.#sent.filter((one) => one.kind === 'import').at(-1);
    const again = earlier?.kind === 'import' && random.chance(0.6) ? earlier.rows : [];
    const fresh = Array.from({ length: random.whole(1, 4) }, () => ({
      ...this.#rows.row(),
      at: random.chance(0.3) ? this.#rows.past() : this.#now - random.whole(0, 30) * second,
    }))
      .filter((row) => row.product !== mostOf)
      .map((row) => (random.chance(0.4) ? { ...row, id: `X${this.#ids}-${random.whole(1, 1e9)}` } : row));
    const { events } = this.#model;
    // A range is undone by a range; one piece of it cannot be.
    const isAlone = (event: Event): boolean =>
      events.filter(({ externalId }) => externalId === event.externalId).length === 1;
    const undone = events.filter((event) => event.externalId !== '' && event.undoes === null && isAlone(event));
    const undoing = undone.length > 0 && random.chance(0.4) ? [this.#undoing(random.pick(undone))] : [];
    const changed = again.map((row) =>
      row.id !== '' && random.chance(0.1) ? { ...row, document: `${row.document}-2` } : row,
    );
    return { kind: 'import', id, folder: `export-${this.#ids}`, rows: [...changed, ...fresh, ...undoing] };
  }

  #undoing(event: Event): Row {
    const [, lot = '', sublot = '', serial = ''] = (event.toUnit.endsWith('|') ? event.fromUnit : event.toUnit).split(
      '|',
    );
    const { kind, product, workOrder, run, partner } = event;
    const quantity = decimal(event.quantity + (this.#random.chance(0.1) ? 1n : 0n));
    const ends = { from: event.to, to: event.from, statusFrom: event.status, status: event.statusFrom };
    return {
      ...blank,
      at: this.#now,
      kind,
      document: `D${this.#ids}`,
      product,
      lot,
      sublot,
      serial,
      quantity,
      ...ends,
      workOrder,
      run,
      partner,
      id: `X${this.#ids}-undo`,
      reverses: event.externalId,
    };
  }

  #id(): string {
    this.#ids += 1;
    this.#rows.begin(this.#now, this.#ids);
    return `command-${this.#ids}`;
  }
}
