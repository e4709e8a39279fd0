import type { MovementDraft } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { allowed, type Verdict } from '#shared/kernel/errors.ts';

/** A movement about to be posted, as policies see it. */
export type PlannedMovement = Pick<
  MovementDraft,
  'at' | 'offsetMinutes' | 'kind' | 'product' | 'lot' | 'sublot' | 'serial' | 'from' | 'to' | 'statusFrom' | 'statusTo'
> & {
  /** Whether it undoes an earlier movement. */
  isReversal: boolean;
};

/** Where movements come from: posted by somebody, from an export, or written for a signed decision. */
export type Origin = 'posted' | 'imported' | 'decided';

/** In what circumstances movements are posted. */
export type Circumstances = {
  origin: Origin;
  /** Whether somebody who signed in posts them; the owner of the file records what was done elsewhere. */
  byPerson: boolean;
};

/**
 * A feature's say in what may be posted, without the writers of stock knowing the feature. `load` asks for all that some
 * movements need to be judged by, in a few questions; `judge` looks at nothing else. What is refused nobody may post; an
 * import, which tells what has happened, lists it as a finding instead.
 */
export type Policy<Facts = unknown> = {
  name: string;
  load(work: Work, movements: readonly PlannedMovement[], circumstances: Circumstances): Promise<Facts>;
  judge(movement: PlannedMovement, facts: Facts, circumstances: Circumstances): Verdict;
};

/** A policy among others, of which nobody but itself knows the facts. */
export type AnyPolicy = {
  name: string;
  load(
    work: Work,
    movements: readonly PlannedMovement[],
    circumstances: Circumstances,
  ): Promise<(movement: PlannedMovement) => Verdict>;
};

export const definePolicy = <Facts>({ name, load, judge }: Policy<Facts>): AnyPolicy => ({
  name,
  async load(work, movements, circumstances) {
    const facts = await load(work, movements, circumstances);
    return (movement) => judge(movement, facts, circumstances);
  },
});

/** The policies of all features, in the order of features, as one caller is held to them. */
export class Policies {
  readonly #policies: readonly AnyPolicy[];
  readonly #byPerson: boolean;

  constructor(policies: readonly AnyPolicy[], { byPerson }: Pick<Circumstances, 'byPerson'>) {
    this.#policies = policies;
    this.#byPerson = byPerson;
  }

  /** Loads what judging some movements needs; answers what judges each of them. The first refusal is the answer. */
  async load(
    work: Work,
    movements: readonly PlannedMovement[],
    origin: Origin,
  ): Promise<(movement: PlannedMovement) => Verdict> {
    const judges: ((movement: PlannedMovement) => Verdict)[] = [];
    for (const policy of this.#policies)
      judges.push(await policy.load(work, movements, { origin, byPerson: this.#byPerson }));
    return (movement) => {
      for (const judge of judges) {
        const verdict = judge(movement);
        if (!verdict.ok) return verdict;
      }
      return allowed;
    };
  }
}

/** A draft says all that a policy looks at. */
export const plannedOf = (draft: MovementDraft): PlannedMovement => ({ ...draft, isReversal: draft.reverses !== null });
