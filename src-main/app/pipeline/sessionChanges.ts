import type { SessionChanges } from '#main/context/context.ts';
import type { Proven } from '#main/features/security/proof.queries.ts';
import { type Clock, instantOf } from '../clock.ts';
import type { Account, Session } from '../session.ts';
import { anotherSession } from './authenticate.ts';

/** The first administrator's, who is set up in the same unit of work. */
const firstAccount: Account = { password: 1, version: 1 };

/** What becomes of a session when its command is done, and not before. */
export class Changes implements SessionChanges {
  readonly #session: Session;
  readonly #turn: number;
  entered: { id: string; name: string } | undefined;
  #account: Account | undefined;
  #password: number | undefined;
  #leaves = false;
  #owns = false;
  #locks = false;

  constructor(session: Session) {
    this.#session = session;
    this.#turn = session.turn;
  }

  enter({ id, name, account }: { id: string; name: string; account?: Account }): void {
    this.entered = { id, name };
    this.#account = account;
  }
  changePassword(number: number): void {
    this.#password = number;
  }
  leave(): void {
    this.#leaves = true;
  }
  becomeOwner(): void {
    this.#owns = true;
  }
  lock(): void {
    this.#locks = true;
  }

  /** Who is let in by a password that was tried. */
  get proven(): Proven[] {
    const [person, account] = [this.entered, this.#account];
    return person === undefined || account === undefined ? [] : [{ by: 'self', person, account }];
  }

  /** Whether the session would be another than it is now. */
  get isAny(): boolean {
    const { person, isLocked } = this.#session;
    const enters = this.entered !== undefined && (this.entered.id !== person || isLocked);
    const owns = this.#owns && (person !== undefined || this.#session.hasLeft);
    return enters || owns || (person !== undefined && (this.#leaves || (this.#locks && !isLocked)));
  }

  /** @throws LotlineError SESSION_EXPIRED where somebody signed in or out meanwhile: that came later, and holds */
  apply({ newId, clock }: { newId: () => string; clock: Clock }): void {
    if (this.#session.turn !== this.#turn && this.isAny) throw anotherSession();
    if (this.entered !== undefined) {
      const account = this.#account ?? firstAccount;
      this.#session.enter(this.entered.id, { id: newId(), account, at: instantOf(clock) });
    }
    if (this.#password !== undefined) this.#session.goOn({ password: this.#password });
    if (this.#leaves) this.#session.leave(newId());
    if (this.#owns) this.#session.becomeOwner(newId());
    if (this.#locks) this.#session.lock();
  }
}
