import type { SessionChanges } from '#main/context/context.ts';
import { type Clock, instantOf } from '../clock.ts';
import type { Account, Session } from '../session.ts';

/** What becomes of a session when its command is done, and not before. */
export class Changes implements SessionChanges {
  readonly #session: Session;
  entered: { id: string; name: string } | undefined;
  #account: Account = { password: 0, version: 0 };
  #password: number | undefined;
  #leaves = false;
  #locks = false;

  constructor(session: Session) {
    this.#session = session;
  }

  enter({ id, name, account }: { id: string; name: string; account: Account }): void {
    this.entered = { id, name };
    this.#account = account;
  }
  changePassword(number: number): void {
    this.#password = number;
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
    if (this.entered !== undefined)
      this.#session.enter(this.entered.id, { id: newId(), account: this.#account, at: instantOf(clock) });
    if (this.#password !== undefined) this.#session.goOn({ password: this.#password });
    if (this.#leaves) this.#session.leave(newId());
    if (this.#locks) this.#session.lock();
  }
}
