import type { HostName } from '#main/context/context.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { type Instant, timeBetween } from './clock.ts';

type Opened = {
  id: string;
  host: HostName;
  workstation: string;
  readsPaths: boolean;
  /** The owner of the file as the system reports it. */
  owner: { id: string; name: string };
  /** What of the program itself acts through it; then nobody signs in to it. */
  program?: Program;
};

/** A part of the program that acts by itself: how the trail calls it, and all it may do. */
export type Program = { id: string; name: string; permissions: readonly Permission[] };

/** What was so of a person's account when they signed in: the number of the password, and the version of the person. */
export type Account = { password: number; version: number };

/**
 * One way in to Lotline: a window, a browser, one call of the command line. A person signs in to it, and its rights
 * are looked up anew at every call; here is only who they are, and since when nothing was done.
 */
export class Session {
  readonly host: HostName;
  readonly workstation: string;
  readonly readsPaths: boolean;
  readonly owner: Opened['owner'];
  readonly program: Program | undefined;
  #id: string;
  #person: string | undefined;
  #account: Account = { password: 0, version: 0 };
  #isLocked = false;
  #hasLeft = false;
  #turn = 0;
  #hasSigned = false;
  #usedAt: Instant = { now: 0, elapsed: 0 };

  constructor({ id, host, workstation, readsPaths, owner, program }: Opened) {
    this.#id = id;
    this.host = host;
    this.workstation = workstation;
    this.readsPaths = readsPaths;
    this.owner = owner;
    this.program = program;
  }

  /** New with every log-in: what one person drew is not fetched by the next. */
  get id(): string {
    return this.#id;
  }
  /** The user name of the person who signed in; undefined when no one did. */
  get person(): string | undefined {
    return this.#person;
  }
  /** The account as it was when the person signed in, or changed the password here. */
  get account(): Account {
    return this.#account;
  }
  get isLocked(): boolean {
    return this.#isLocked;
  }
  /** Whether the last person signed out, or was: then nobody is the owner of a demo's file by that alone. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }
  /**
   * Another number after each signing in or out and each locking: what was begun before is not done any more. A session
   * that only was not used goes on with what its person had begun.
   */
  get turn(): number {
    return this.#turn;
  }
  /** Whether the person signed since signing in or unlocking: then the password is enough. */
  get hasSigned(): boolean {
    return this.#hasSigned;
  }

  enter(person: string, { id, account, at }: { id: string; account: Account; at: Instant }): void {
    // Unlocked by the same person, the session goes on: what was drawn in it can be fetched.
    if (person !== this.#person) {
      this.#id = id;
      this.#turn += 1;
    }
    this.#person = person;
    this.#account = account;
    this.#isLocked = false;
    this.#hasLeft = false;
    this.#hasSigned = false;
    this.#usedAt = at;
  }

  /** The session goes on with what became of the account meanwhile. */
  goOn(account: Partial<Account>): void {
    this.#account = { ...this.#account, ...account };
  }

  leave(id: string): void {
    this.#id = id;
    this.#turn += 1;
    this.#person = undefined;
    this.#isLocked = false;
    this.#hasSigned = false;
    this.#hasLeft = true;
  }

  /** Whoever is here goes on as the owner of the file. */
  becomeOwner(id: string): void {
    this.leave(id);
    this.#hasLeft = false;
  }

  /** The person asked for it. */
  lock(): void {
    this.#turn += 1;
    this.lockIdle();
  }

  /** Nobody used it for too long. */
  lockIdle(): void {
    this.#isLocked = this.#person !== undefined;
    this.#hasSigned = false;
  }

  use({ now, elapsed }: Instant): void {
    // Put right again, a clock that was behind for a while ends no session.
    this.#usedAt = { now: Math.max(this.#usedAt.now, now), elapsed };
  }

  /** A clock that was set back makes no session younger. */
  isIdle(at: Instant, minutes: number): boolean {
    return this.#person !== undefined && timeBetween(this.#usedAt, at) >= minutes * 60_000_000;
  }

  sign(): void {
    this.#hasSigned = true;
  }
}
