/**
 * What a plant's stock must come to, written from the rules of the exchange format alone: a list of events and
 * folds over it. It shares no code with the product, keeps no balances and no index, and is slow on purpose:
 * every question is answered by going through the list.
 */
import { type Command, type Event, micro, most, type Plant, rangeOf, type Row, type RuleProduct } from './language.ts';
import { followSerial, permutations, serialsOf } from './pieces.ts';
import { isMalformed, rowIssues, wayOf } from './rowRules.ts';
import { type Dates, type Draft, findsItsLot, newDraft, type Piece, turnOf } from './draft.ts';
import { returnedTooMuch, isMoreThanLay, isStill, sumOf } from './oddities.ts';

export type Reply = { new: number; present: number; findings: number };
/** Accepted: the events it adds. Refused: one of these codes. Known: sent before, and done. */
export type Expected =
  | { is: 'accepted'; events: Event[]; reply: Reply; dates: Dates }
  | { is: 'refused'; codes: ReadonlySet<string> }
  | { is: 'known' };

const day = 86_400_000_000;

export class Reference {
  readonly events: Event[] = [];
  readonly #plant: Plant;
  readonly #done = new Map<string, string>();
  #dates: Dates = new Map();
  readonly #imported = new Map<string, number>();
  readonly #externalIds = new Map<string, string>();

  constructor(plant: Plant) {
    this.#plant = plant;
  }

  /** What must become of a command sent now. Changes nothing. */
  judge(command: Command, now: number): Expected {
    if (command.kind !== 'import' && isMalformed(command)) return refusedFor('VALIDATION');
    const before = this.#done.get(command.id);
    if (before !== undefined) return before === bodyOf(command) ? { is: 'known' } : refusedFor('IDEMPOTENCY_MISMATCH');
    if (command.kind === 'reverse') return this.#judgeReversal(command, now);
    return this.#judgeRows(command.rows, { now, imported: command.kind === 'import' });
  }

  /** Takes over what was accepted. */
  accept(command: Command, { events, dates }: { events: Event[]; dates: Dates }): void {
    this.#done.set(command.id, bodyOf(command));
    this.events.push(...events);
    this.#dates = dates;
    if (command.kind === 'import') this.#remember(command.rows);
  }

  /** What lies where at the end of a timestamp batch: "unit@place/status" to a quantity, nothing left out but zero. */
  stock(at = Number.POSITIVE_INFINITY): Map<string, bigint> {
    const lines = new Map<string, bigint>();
    for (const event of this.events)
      if (event.at <= at)
        for (const [line, change] of this.#changes(event)) lines.set(line, (lines.get(line) ?? 0n) + change);
    for (const [line, quantity] of lines) if (quantity === 0n) lines.delete(line);
    return lines;
  }

  isUndone(event: Event): boolean {
    return this.events.some((other) => other.undoes === event);
  }

  #judgeReversal({ movements, reason }: { movements: number[]; reason: string }, now: number): Expected {
    if (reason.trim().length < 3) return refusedFor('REASON_REQUIRED');
    const draft = newDraft(this.#dates, false);
    for (const id of new Set(movements)) {
      const original = this.events.find((event) => event.id === id);
      if (original === undefined) draft.codes.add('NOT_FOUND');
      else if (original.undoes !== null || this.isUndone(original)) draft.codes.add('ILLEGAL_TRANSITION');
      // What is dated in the future is undone at its own time.
      else draft.events.push(opposite(original, Math.max(now, original.at)));
    }
    return this.#conclude(draft, { new: draft.events.length, present: 0 });
  }

  #judgeRows(given: readonly Row[], { now, imported }: { now: number; imported: boolean }): Expected {
    const draft = newDraft(new Map(this.#dates), imported);
    const taken = new Map<string, number>();
    const rows = imported ? this.#importable(given, taken, draft) : [...given];
    const inTime = rows.map((row) => ({ row, at: row.at ?? now })).sort((a, b) => a.at - b.at);
    for (const { row, at } of imported ? inTime : rows.map((one) => ({ row: one, at: one.at ?? now }))) {
      if (at > now && !imported) draft.codes.add('FUTURE_DATE');
      for (const code of rowIssues(row, this.#plant)) draft.codes.add(code);
      this.#judgeIssue(row, at, draft);
    }
    for (const timestampBatch of Map.groupBy(inTime, ({ at }) => at).values()) this.#apply(timestampBatch, draft);
    return this.#conclude(draft, { new: rows.length, present: given.length - rows.length });
  }

  #conclude(draft: Draft, reply: Omit<Reply, 'findings'>): Expected {
    this.#judgeStock(draft);
    this.#judgeSerials(draft);
    this.#judgeStill(draft);
    if (draft.imported && draft.codes.size === 0)
      draft.findings += returnedTooMuch(this.events, draft.events, (event) => draft.rows.get(event));
    return draft.codes.size > 0
      ? { is: 'refused', codes: draft.codes }
      : { is: 'accepted', events: draft.events, dates: draft.dates, reply: { ...reply, findings: draft.findings } };
  }

  /** Rows the store does not hold yet. A row without an id is known by its content and by being the n-th of its like. */
  #importable(rows: readonly Row[], taken: Map<string, number>, draft: Draft): Row[] {
    return [...rows]
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
      .filter((row) => {
        const known = row.id === '' ? undefined : this.#externalIds.get(row.id);
        if (known !== undefined && known !== contentOf(row)) draft.codes.add('CONFLICT');
        return !this.#isPresent(row, taken);
      });
  }

  #isPresent(row: Row, taken: Map<string, number>): boolean {
    if (row.id !== '') return this.#externalIds.has(row.id);
    const nth = (taken.get(contentOf(row)) ?? 0) + 1;
    taken.set(contentOf(row), nth);
    return nth <= (this.#imported.get(contentOf(row)) ?? 0);
  }

  #remember(rows: readonly Row[]): void {
    const taken = new Map<string, number>();
    for (const row of rows) {
      if (row.id !== '') this.#externalIds.set(row.id, contentOf(row));
      else taken.set(contentOf(row), (taken.get(contentOf(row)) ?? 0) + 1);
    }
    for (const [content, times] of taken)
      this.#imported.set(content, Math.max(times, this.#imported.get(content) ?? 0));
  }

  /** Only released goods that have not expired leave or are staged; an import tells what did. Rejects and expired goods go aside. */
  #judgeIssue(row: Row, at: number, draft: Draft): void {
    const expiresOn = this.#dateLot(draft.dates, row, at);
    if (row.reverses !== '') return;
    const { leaves, isStaged, comesIn, isMoved } = wayOf(this.#plant, row, draft.imported);
    const isHeld = leaves || isStaged ? !row.statusFrom.startsWith('A') : isMoved && row.statusFrom.startsWith('R');
    const hasExpired = (leaves || comesIn || isMoved) && expiresOn !== null && dateOf(at) > expiresOn;
    const codes = [...(isHeld ? ['STATUS_FORBIDS'] : []), ...(hasExpired ? ['EXPIRED_LOT'] : [])];
    if (draft.imported) draft.findings += codes.length > 0 ? 1 : 0;
    else for (const code of codes) draft.codes.add(code);
  }

  /** When a lot expires: counted from the first movement that names it, and then it stands. */
  #dateLot(dates: Dates, row: Row, now: number): string | null {
    const product = this.#product(row.product);
    if (product === undefined || product.lots === 'none' || row.lot === '') return null;
    const lot = `${row.product}|${row.lot}|${row.sublot}`;
    const known = dates.get(lot);
    if (known !== undefined) return known;
    const expiresOn = product.shelfLifeDays === null ? null : dateOf((row.at ?? now) + product.shelfLifeDays * day);
    dates.set(lot, expiresOn);
    return expiresOn;
  }

  /** Adds the events of one timestamp batch: names are given to what lies there once all else of the timestamp batch has happened. */
  #apply(rows: readonly { row: Row; at: number }[], draft: Draft): void {
    const pieces = rows.flatMap(({ row, at }) => this.#piecesOf(row, at, draft));
    const made = new Map<Piece, Event>();
    const before = (): Event[] => [...this.events, ...draft.events, ...made.values()];
    for (const one of pieces.filter((each) => turnOf(each) === 0)) made.set(one, this.#eventOf(one, before()));
    for (const one of pieces.filter((each) => turnOf(each) === 1)) made.set(one, this.#eventOf(one, before()));
    const naming = pieces.filter((each) => turnOf(each) === 2);
    for (const group of Map.groupBy(naming, ({ product }) => product.code).values())
      for (const [one, event] of this.#nameGoods(group, before())) made.set(one, event);
    for (const one of pieces.filter((each) => turnOf(each) === 3))
      if (one.undoes !== null) made.set(one, { ...opposite(one.undoes, one.at), externalId: one.row.id });
    for (const one of pieces) {
      const event = made.get(one);
      if (event === undefined) continue;
      draft.rows.set(event, one.row);
      draft.events.push(event);
    }
    for (const event of made.values()) this.#judgeLot(event, draft);
  }

  /**
   * What put-aways and assignments of one product and timestamp batch take. Each waits until it finds its goods; when that
   * fails, the first order of the rows counts that leaves nothing below zero, if there are no more than six.
   */
  #nameGoods(pieces: readonly Piece[], before: readonly Event[]): Map<Piece, Event> {
    const inPasses = new Map<Piece, Event>();
    let waiting = [...pieces];
    for (let isMoving = true; isMoving; ) {
      isMoving = false;
      for (const one of waiting) {
        const event = this.#eventOf(one, [...before, ...inPasses.values()]);
        const lies = this.#lies(event.fromUnit, one, [...before, ...inPasses.values()]);
        if (lies < one.quantity) continue;
        inPasses.set(one, event);
        isMoving = true;
      }
      waiting = waiting.filter((one) => !inPasses.has(one));
    }
    for (const one of waiting) inPasses.set(one, this.#eventOf(one, [...before, ...inPasses.values()]));
    if (pieces.length === 1 || pieces.length > 6 || this.#isPossible(inPasses, before)) return inPasses;
    for (const order of permutations(pieces)) {
      const made = new Map<Piece, Event>();
      for (const one of order) made.set(one, this.#eventOf(one, [...before, ...made.values()]));
      if (this.#isPossible(made, before)) return made;
    }
    return inPasses;
  }

  #isPossible(made: ReadonlyMap<Piece, Event>, before: readonly Event[]): boolean {
    const at = [...made.values()][0]?.at ?? 0;
    const changes = [...before, ...made.values()]
      .filter((event) => event.at <= at)
      .flatMap((event) => this.#changes(event));
    const lines = new Set([...made.values()].flatMap((event) => this.#changes(event).map(([line]) => line)));
    return [...lines].every((line) => sumOf(changes, line) >= 0n);
  }

  #piecesOf(row: Row, at: number, draft: Draft): Piece[] {
    const product = this.#product(row.product);
    const quantity = micro(row.quantity);
    if (product === undefined || quantity === undefined) return [];
    if (row.reverses !== '') {
      const undoes = this.#undoneBy(row, draft);
      return undoes === undefined ? [] : [{ row, at, product, serial: row.serial, quantity, undoes }];
    }
    const serials = (product.serials === 'global' ? rangeOf(row.serial) : undefined) ?? [row.serial];
    const each = quantity / BigInt(serials.length);
    return serials.map((serial) => ({ row, at, product, serial, quantity: each, undoes: null }));
  }

  /** The event an imported row undoes: it has the same kind and goods, with ends and statuses swapped. */
  #undoneBy(row: Row, draft: Draft): Event | undefined {
    const original = [...this.events, ...draft.events].find((event) => event.externalId === row.reverses);
    if (original === undefined) return void draft.codes.add('NOT_FOUND');
    if (original.undoes !== null || [...this.events, ...draft.events].some((event) => event.undoes === original))
      draft.codes.add('ILLEGAL_TRANSITION');
    const [, lot, sublot, serial] = (original.toUnit.endsWith('|') ? original.fromUnit : original.toUnit).split('|');
    const same =
      row.kind === original.kind &&
      row.product === original.product &&
      (row.lot === '' || row.lot === lot) &&
      (row.sublot === '' || row.sublot === sublot) &&
      row.serial === serial;
    const mirrored =
      row.from === original.to &&
      row.to === original.from &&
      row.statusFrom === original.status &&
      row.status === original.statusFrom;
    if (!same || !mirrored || micro(row.quantity) !== original.quantity) draft.codes.add('CONFLICT');
    for (const name of ['workOrder', 'run', 'partner'] as const)
      if (row[name] !== '' && row[name] !== original[name]) draft.codes.add('CONFLICT');
    if ((row.at ?? 0) < original.at) draft.codes.add('ILLEGAL_TRANSITION');
    return original;
  }

  #eventOf({ row, at, product, serial, quantity }: Piece, before: readonly Event[]): Event {
    const [fromUnit, toUnit] = this.#unitsOf({ ...row, serial }, { at, quantity, product }, before);
    return { ...row, id: 0, at, fromUnit, toUnit, quantity, undoes: null, externalId: row.id };
  }

  /** A serial has one lot for ever, if the event that names it with another is not undone. */
  #judgeLot(event: Event, draft: Draft): void {
    const row = draft.rows.get(event);
    const all = [...this.events, ...draft.events];
    const serial = serialsOf(event)[0]?.split('|')[1] ?? '';
    if (row === undefined || row.serial === '' || row.lot === '' || event.undoes !== null) return;
    if (all.some(({ undoes }) => undoes === event)) return;
    const lots = this.#lotsOf(event.product, serial, all);
    const before = lots.slice(0, lots.indexOf(`${row.lot}|${row.sublot}`));
    if (before.some((lot) => !lot.startsWith('|') && lot !== `${row.lot}|`)) draft.codes.add('SERIAL_IN_USE');
  }

  /** What is taken and what arrives: they differ where goods get a name or lose it. */
  #unitsOf(
    row: Row,
    of: { at: number; quantity: bigint; product: RuleProduct },
    before: readonly Event[],
  ): [string, string] {
    const { product } = of;
    const unit = (lot: string, sublot: string, serial: string): string => [product.code, lot, sublot, serial].join('|');
    const named = unit(row.lot, row.sublot, row.serial);
    if (product.serials === 'on-issue' && row.serial !== '') {
      const known = findsItsLot(row, product) ? this.#lotsOf(product.code, row.serial, before).at(-1) : undefined;
      const lot = known ?? `${row.lot}|${row.sublot}`;
      const [stock, piece] = [`${product.code}|${lot}|`, `${product.code}|${lot}|${row.serial}`];
      return row.from === '' ? [piece, stock] : [stock, piece];
    }
    const lies = (what: string): bigint => this.#lies(what, { row, at: of.at }, before);
    if (row.kind !== 'assign' && (row.kind !== 'put-away' || lies(named) > 0n)) return [named, named];
    const unnamed = [
      unit(row.lot, row.sublot, ''),
      unit('', '', row.serial),
      unit(row.lot, '', ''),
      unit('', '', ''),
    ].filter((one) => one !== named);
    const from = unnamed.find((one) => lies(one) >= of.quantity) ?? unnamed.find((one) => lies(one) > 0n);
    return [from ?? (row.kind === 'assign' ? unit('', '', '') : named), named];
  }

  /** What lies at a row's from-end at its time, as far as it has happened. */
  #lies(unit: string, { row, at }: Pick<Piece, 'row' | 'at'>, before: readonly Event[]): bigint {
    const earlier = before.filter((event) => event.at <= at).flatMap((event) => this.#changes(event));
    return sumOf(earlier, `${unit}@${row.from}/${row.statusFrom}`);
  }

  /** "lot|sublot" of every event that names a serial and was not undone, oldest first. */
  #lotsOf(product: string, serial: string, events: readonly Event[]): string[] {
    const undone = new Set(events.map((event) => event.undoes));
    const units = events
      .filter((event) => event.product === product && event.undoes === null && !undone.has(event))
      .flatMap((event) => [event.fromUnit, event.toUnit]);
    return units
      .map((unit) => unit.split('|'))
      .filter((parts) => parts[3] === serial)
      .map((parts) => `${parts[1]}|${parts[2]}`);
  }

  /** No line of stock below zero, or above what can be stored, at the end of any timestamp batch. */
  #judgeStock(draft: Draft): void {
    const lines = new Set(draft.events.flatMap((event) => this.#changes(event).map(([line]) => line)));
    const inTime = [...this.events, ...draft.events].sort((a, b) => a.at - b.at);
    for (const line of lines) {
      let quantity = 0n;
      for (const [index, event] of inTime.entries()) {
        for (const [changed, change] of this.#changes(event)) if (changed === line) quantity += change;
        if (inTime[index + 1]?.at === event.at) continue;
        if (quantity < 0n) draft.codes.add('INSUFFICIENT_QTY');
        if (quantity > most) draft.codes.add('VALIDATION');
      }
    }
  }

  /** No serial in two locations at the end of any timestamp batch; what was used up is not received again. */
  #judgeSerials(draft: Draft): void {
    const again = new Set<Row | undefined>();
    for (const name of new Set(draft.events.flatMap(serialsOf))) {
      const named = [...this.events, ...draft.events].filter((event) => serialsOf(event).includes(name));
      const { inTwoLocations, receivedAgain } = followSerial(name, this.#product(named[0]?.product ?? ''), named);
      if (inTwoLocations) draft.codes.add('SERIAL_IN_USE');
      for (const event of receivedAgain) if (draft.rows.has(event)) again.add(draft.rows.get(event));
      // Of a piece that came in earlier a person is told, and an import tells it at what made it so.
      if (!draft.imported) continue;
      const before = named.filter((event) => !draft.rows.has(event));
      const told = followSerial(name, this.#product(named[0]?.product ?? ''), before).receivedAgain;
      for (const event of receivedAgain) {
        const isUndone = [...this.events, ...draft.events].some(({ undoes }) => undoes === event);
        if (draft.rows.has(event) || told.includes(event) || isUndone) continue;
        const causes = named.filter((one) => draft.rows.has(one)).sort((a, b) => a.at - b.at);
        again.add(draft.rows.get(causes.filter(({ at }) => at <= event.at).at(-1) ?? event));
      }
    }
    if (draft.imported) draft.findings += again.size;
    else if (again.size > 0) draft.codes.add('SERIAL_IN_USE');
  }

  /** Goods moved to where they lie: a person may not, and of an import it is told, if as much can have lain there. */
  #judgeStill(draft: Draft): void {
    const changes = (event: Event): [string, bigint][] => this.#changes(event);
    const isManaged = ({ product }: Event): boolean => this.#product(product)?.stockManaged === true;
    const still = draft.events.filter(isStill);
    if (
      still.some(
        (event) => isManaged(event) && isMoreThanLay(event, { before: this.events, now: draft.events, changes }),
      )
    )
      draft.codes.add('INSUFFICIENT_QTY');
    const rows = new Set(still.filter(({ undoes }) => undoes === null).map((event) => draft.rows.get(event)));
    if (draft.imported) draft.findings += rows.size;
    else if (rows.size > 0) draft.codes.add('VALIDATION');
  }

  /** What an event changes in stock: nothing for products whose stock is not kept. */
  #changes(event: Event): [string, bigint][] {
    const changes: [string, bigint][] = [];
    if (this.#product(event.product)?.stockManaged !== true) return changes;
    if (event.from !== '') changes.push([`${event.fromUnit}@${event.from}/${event.statusFrom}`, -event.quantity]);
    if (event.to !== '') changes.push([`${event.toUnit}@${event.to}/${event.status}`, event.quantity]);
    return changes;
  }

  #product(code: string): RuleProduct | undefined {
    return this.#plant.products.find((one) => one.code === code);
  }
}

const refusedFor = (code: string): Expected => ({ is: 'refused', codes: new Set([code]) });

const opposite = (event: Event, at: number): Event => ({
  ...event,
  id: 0,
  at,
  fromUnit: event.toUnit,
  toUnit: event.fromUnit,
  from: event.to,
  to: event.from,
  statusFrom: event.status,
  status: event.statusFrom,
  undoes: event,
  externalId: '',
});

const dateOf = (at: number): string => new Date(Math.floor(at / 1000)).toISOString().slice(0, 10);
const contentOf = ({ id: _id, ...content }: Row): string => JSON.stringify(content);
/** What a command says beside its id. */
const bodyOf = (command: Command): string =>
  JSON.stringify({ ...command, id: '', ...(command.kind === 'import' ? { rows: [] } : {}) });
