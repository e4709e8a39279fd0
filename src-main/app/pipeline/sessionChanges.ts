import type { SessionChanges } from '#main/context/context.ts';
import { type Clock, instantOf } from '../clock.ts';
import type { Session } from '../session.ts';

/** What becomes of a session when its command is done, and not before. */
export class Changes implements SessionChanges {
  readonly #session: Session;
  entered: { id: string; name: string } | undefined;
  #leaves = false;
  #locks = false;

  constructor(session: Session) {
    this.#session = session;
  }

  enter(person: { id: string; name: string }): void {
    this.entered = person;
  }
  leave(): void {
    this.#leaves = true;
  }
  lock(): void {
    this.#locks = true;
  }

  /** Whether the session would be another than it is now. */
  get isAny(): boolean {
    const { person, isLocked } = this.#session;
    const enters = this.entered !== undefined && (this.entered.id !== person || isLocked);
    return enters || (person !== undefined && (this.#leaves || (this.#locks && !isLocked)));
  }

  apply({ newId, clock }: { newId: () => string; clock: Clock }): void {
    if (this.entered !== undefined) this.#session.enter(this.entered.id, { id: newId(), at: instantOf(clock) });
    if (this.#leaves) this.#session.leave(newId());
    if (this.#locks) this.#session.lock();
  }
}
