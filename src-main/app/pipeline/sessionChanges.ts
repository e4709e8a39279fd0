import type { SessionChanges } from '#main/context/context.ts';
import type { Clock } from '../clock.ts';
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

  apply({ newId, clock }: { newId: () => string; clock: Clock }): void {
    if (this.entered !== undefined) this.#session.enter(this.entered.id, { id: newId(), now: clock.now() });
    if (this.#leaves) this.#session.leave(newId());
    if (this.#locks) this.#session.lock();
  }
}
