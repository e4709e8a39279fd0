import { Facts } from '#main/ledger/book.ts';
import { keyText } from '#main/ledger/keys.ts';
import type { MovementDraft } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { allowed, type Verdict } from '#shared/kernel/errors.ts';

/** A movement about to be posted, as policies see it. */
export type PlannedMovement = Pick<
  MovementDraft,
  | 'at'
  | 'offsetMinutes'
  | 'kind'
  | 'document'
  | 'product'
  | 'lot'
  | 'sublot'
  | 'serial'
  | 'from'
  | 'to'
  | 'statusFrom'
  | 'statusTo'
  | 'partner'
  | 'workOrder'
  | 'run'
> & {
  /**
   * Where goods of one lot become goods of another, whether it is planned under the name they leave or under the one
   * they get: each of the two lots is judged; "" for all else.
   */
  renames: '' | 'from' | 'to';
  /** The serial as the movement's row names it, a range of serials included. */
  rowSerial: string;
  /** Whether it undoes an earlier movement. */
  isReversal: boolean;
  /** When that happened, in microseconds; 0 where it undoes none. */
  undoneAt: number;
};

/** Where movements come from: posted by somebody, from an export, or written for a signed decision. */
export type Origin = 'posted' | 'imported' | 'decided';

/** In what circumstances movements are posted. */
export type Circumstances = {
  origin: Origin;
  /** Whether somebody who signed in posts them; the owner of the file records what was done elsewhere. */
  byPerson: boolean;
};

/** What a fact is known by. */
export type FactKey = readonly (string | number)[];

/** The facts that a policy gathered for some movements. Asking for any other throws: it would pass for one that is not there. */
export type Known<K extends FactKey, V> = { get(key: K): V | undefined };

/**
 * A feature's rule on what may be posted; no writer of stock knows the feature. `gather` names the facts a movement
 * is judged by, `load` reads those of many movements in a few queries, and `judge` looks at nothing else. A refusal
 * refuses the posting; an import, which reports what has already happened, lists it as a finding.
 */
export type Policy<K extends FactKey, V> = {
  name: string;
  gather(movement: PlannedMovement, circumstances: Circumstances): readonly K[];
  load(work: Work, keys: readonly K[]): Promise<Iterable<readonly [K, V]>>;
  judge(movement: PlannedMovement, facts: Known<K, V>, circumstances: Circumstances): Verdict;
};

export type Judge = (movement: PlannedMovement) => Verdict;

/** A policy among others, whose facts are known to itself alone: loads them for some movements, and judges those. */
export type AnyPolicy = {
  name: string;
  load(work: Work, movements: readonly PlannedMovement[], circumstances: Circumstances): Promise<Judge>;
};

export const definePolicy = <const K extends FactKey, V>({ name, gather, load, judge }: Policy<K, V>): AnyPolicy => ({
  name,
  async load(work, movements, circumstances) {
    const facts = new Facts<V>(`a fact of the policy "${name}":`);
    const wanted = movements.flatMap((movement) => gather(movement, circumstances));
    const keys = wanted.filter((key) => facts.want(keyText(key)));
    if (keys.length > 0) for (const [key, fact] of await load(work, keys)) facts.set(keyText(key), fact);
    const known: Known<K, V> = { get: (key) => facts.get(keyText(key)) };
    return (movement) => judge(movement, known, circumstances);
  },
});

/** The policies of all features, in the order of features, as one caller is held to them. */
export class Policies {
  readonly #policies: readonly AnyPolicy[];
  readonly byPerson: boolean;

  constructor(policies: readonly AnyPolicy[], { byPerson }: Pick<Circumstances, 'byPerson'>) {
    this.#policies = policies;
    this.byPerson = byPerson;
  }

  /** Loads what judging some movements needs; answers what judges each of them. The first refusal is the answer. */
  async load(work: Work, movements: readonly PlannedMovement[], origin: Origin): Promise<Judge> {
    const judges: Judge[] = [];
    for (const policy of this.#policies)
      judges.push(await policy.load(work, movements, { origin, byPerson: this.byPerson }));
    return (movement) => {
      for (const judge of judges) {
        const verdict = judge(movement);
        if (!verdict.ok) return verdict;
      }
      return allowed;
    };
  }
}

/** A draft has all that a policy looks at. */
export const plannedOf = (draft: MovementDraft): PlannedMovement & Pick<MovementDraft, 'row'> => ({
  ...draft,
  renames: draft.source === null ? '' : 'to',
  rowSerial: draft.serial,
  isReversal: draft.reverses !== null,
  undoneAt: undoneAt(draft.reverses),
});

/** The same of the goods it takes first, where those are of another lot. */
export function eachPlanned(draft: MovementDraft): ReturnType<typeof plannedOf>[] {
  const planned = plannedOf(draft);
  return draft.source === null ? [planned] : [{ ...planned, ...draft.source, renames: 'from' }, planned];
}

const undoneAt = (reversed: MovementDraft['reverses']): number =>
  reversed === null ? 0 : 'posted' in reversed ? reversed.posted.at : reversed.draft.at;
