import type { Move, ProductFacts, StoredLine, UnitFacts } from './facts.ts';
import { keyOfUnit, keyText } from './keys.ts';
import { type MovementFacts, movementText } from './movementText.ts';
import type { PostedBy, MovementDraft, UnitPair } from './movementDraft.ts';
import type { Original } from './reverse.ts';
import type { SerialState } from './serialState.ts';

/**
 * Facts of one kind by their key. A key that was not loaded does not count as absent: reading it throws, so that a
 * forgotten key shows at once and never as goods that do not exist.
 */
export class Facts<V> {
  readonly #kind: string;
  /** Whether the store had none when the work began: then what is not known here is nowhere. */
  readonly #storeHasNone: boolean;
  readonly #known = new Map<string, V | undefined>();

  constructor(kind: string, storeHasNone = false) {
    this.#kind = kind;
    this.#storeHasNone = storeHasNone;
  }

  /** Notes that a fact is going to be loaded; false when there is nothing to load. */
  want(key: string): boolean {
    if (this.#storeHasNone || this.#known.has(key)) return false;
    this.#known.set(key, undefined);
    return true;
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  has(key: string): boolean {
    return this.#known.has(key);
  }

  get(key: string): V | undefined {
    const fact = this.#known.get(key);
    if (fact === undefined && !this.#storeHasNone && !this.#known.has(key))
      throw new Error(`not loaded: ${this.#kind} ${key.replaceAll('\u001f', ' / ')}`);
    return fact;
  }

  set(key: string, fact: V): void {
    this.#known.set(key, fact);
  }

  clear(): void {
    this.#known.clear();
  }
}

/** What the ledger decides of a movement beyond its draft. */
type Settled = UnitPair & { runId: number | null; rowStart: number | null; reversesId: number | null };

export type DecidedMovement = Settled & {
  id: number;
  entrySeq: number;
  draft: MovementDraft;
  by: PostedBy;
  digest: Buffer;
};

/** What was decided and is not yet written. */
export type Decided = {
  units: UnitFacts[];
  runs: { id: number; workOrder: string; run: string }[];
  movements: DecidedMovement[];
};

/** Gives each movement its number and running digest; the store's journal, or one that a test counts. */
export type MovementJournal = {
  readonly entrySeq: number;
  nextMovement(textOf: (id: number) => string): { id: number; digest: Buffer };
};

/** The state of the store when the work began: the first free number of a node, and the last moment of the journal. */
export type Beginning = { nextNode: number; lastAt: number | null };

/** What is known in one unit of work and what was decided in it. It knows no store; its callers fill it. */
export class Book {
  /** What is dated before it is late: the journal's last moment when the work began. */
  readonly lastAt: number;
  readonly hasMovements: boolean;
  /** Whether the store held no unit and no run, and so nothing that could be loaded. */
  readonly startsEmpty: boolean;
  readonly journal: MovementJournal;
  readonly units: Facts<UnitFacts>;
  readonly runs: Facts<number>;
  readonly serials: Facts<SerialState>;
  /** Movements that rows want to undo, by the row's id, and by their own number. */
  readonly originalsOfRow = new Facts<Original[]>('movements of row');
  readonly originals = new Facts<Original>('movement');
  /** What the store holds of its units, by their numbers. */
  readonly lines = new Map<number, StoredLine[]>();
  /** Every movement of units whose stock at an earlier moment is needed, by the unit's key. */
  readonly moves = new Facts<Move[]>('movements of unit');
  /** Movements undone in this unit of work. */
  readonly undone = new Set<number>();
  readonly #firstNew: number;
  #nextNode: number;
  #decided: Decided = { units: [], runs: [], movements: [] };

  constructor(journal: MovementJournal, { nextNode, lastAt }: Beginning) {
    this.journal = journal;
    this.hasMovements = lastAt !== null;
    this.startsEmpty = nextNode === 1;
    this.lastAt = lastAt ?? Number.NEGATIVE_INFINITY;
    this.#firstNew = nextNode;
    this.#nextNode = nextNode;
    this.units = new Facts('unit', this.startsEmpty);
    this.runs = new Facts('run', this.startsEmpty);
    this.serials = new Facts('serial', lastAt === null);
  }

  /** Whether a unit was registered in this unit of work, and so had nothing in the store before. */
  isNew({ id }: Pick<UnitFacts, 'id'>): boolean {
    return id >= this.#firstNew;
  }

  /** Registers a unit that is not there yet; a leaf takes two numbers. */
  addUnit(product: ProductFacts, name: { lot: string; sublot: string; serial: string }, leaf: boolean): UnitFacts {
    const { lot, sublot, serial } = name;
    const unit = { id: this.#nextNode, productId: product.id, product: product.code, lot, sublot, serial, leaf };
    this.#nextNode += leaf ? 2 : 1;
    this.units.set(keyOfUnit(unit), unit);
    this.#decided.units.push(unit);
    return unit;
  }

  addRun(workOrder: string, run: string): number {
    const id = this.#nextNode;
    this.#nextNode += 1;
    this.runs.set(keyText([workOrder, run]), id);
    this.#decided.runs.push({ id, workOrder, run });
    return id;
  }

  /** Gives a movement its number and digest. */
  addMovement(draft: MovementDraft, by: PostedBy, completed: Settled): number {
    const { entrySeq } = this.journal;
    const { fromUnit, toUnit, runId, rowStart, reversesId } = completed;
    const { id, digest } = this.journal.nextMovement((next) =>
      movementText(factsOf({ id: next, entrySeq, draft, by, fromUnit, toUnit, runId, rowStart, reversesId })),
    );
    if (reversesId !== null) this.undone.add(reversesId);
    this.#decided.movements.push({ id, entrySeq, draft, by, fromUnit, toUnit, runId, rowStart, reversesId, digest });
    this.#noteMove(draft, completed);
    return id;
  }

  /** A unit whose stock at earlier moments is known goes on knowing it. */
  #noteMove(draft: MovementDraft, { fromUnit, toUnit }: UnitPair): void {
    if (this.moves.isEmpty) return;
    const move = {
      at: draft.at,
      fromUnitId: fromUnit.id,
      toUnitId: toUnit.id,
      fromPlaceId: draft.from?.id ?? null,
      toPlaceId: draft.to?.id ?? null,
      statusFrom: draft.statusFrom,
      statusTo: draft.statusTo,
      quantity: draft.quantity,
    };
    for (const unit of new Set([fromUnit, toUnit])) {
      const key = keyOfUnit(unit);
      if (!this.moves.has(key)) continue;
      const known = this.moves.get(key);
      if (known === undefined) this.moves.set(key, [move]);
      else known.push(move);
    }
  }

  /** Returns the rows decided since the last call. */
  takeDecided(): Decided {
    const decided = this.#decided;
    this.#decided = { units: [], runs: [], movements: [] };
    return decided;
  }

  /** Forgets what the store can be asked again, once all that was decided is written there. */
  forget(): void {
    this.moves.clear();
    this.originals.clear();
    this.originalsOfRow.clear();
  }
}

/** A movement as its digest has it. Field by field: merging objects takes several times as long, and there are many. */
const factsOf = (decided: Omit<DecidedMovement, 'digest'>): MovementFacts => {
  const { draft, by } = decided;
  return {
    id: decided.id,
    entrySeq: decided.entrySeq,
    at: draft.at,
    offsetMinutes: draft.offsetMinutes,
    recordedAt: by.recordedAt,
    kind: draft.kind,
    document: draft.document,
    line: draft.line,
    fromUnit: decided.fromUnit,
    toUnit: decided.toUnit,
    quantity: draft.quantity,
    from: draft.from?.code ?? '',
    to: draft.to?.code ?? '',
    statusFrom: draft.statusFrom,
    statusTo: draft.statusTo,
    workOrder: draft.workOrder,
    run: draft.run,
    equipment: draft.equipment,
    partner: draft.partner?.code ?? '',
    unitCost: draft.unitCost,
    reason: draft.reason,
    evidence: draft.evidence,
    person: by.person,
    workstation: by.workstation,
    externalId: draft.externalId,
    rowKey: draft.rowKey,
    rowStart: decided.rowStart,
    reversesId: decided.reversesId,
  };
};
