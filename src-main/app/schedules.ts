import { allSchedules, zoneOfSchedules } from '#main/features/reports/schedules.queries.ts';
import { findPerson, credentialsOf } from '#main/features/security/identity.queries.ts';
import type { Store } from '#main/store/store.ts';
import { RecordTampered } from '#main/store/vouchedRecords.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { dueNow } from '#shared/kernel/schedule.ts';
import { type Clock, instantOf } from './clock.ts';
import { newCommandId } from './bus.ts';
import type { Call } from './pipeline/call.ts';
import type { Session } from './session.ts';

type Parts = {
  store: Pick<Store, 'readOnly' | 'reader' | 'freeze'>;
  clock: Clock;
  /** A way in for the program, as one of this name would have; nobody has signed in to it yet. */
  open: (owner: { id: string; name: string }) => Session;
  newId: () => string;
  call: (session: Session, call: Call) => Promise<unknown>;
  log: (error: unknown, operation: string) => void;
};

const everyMs = 20_000;
const operation = 'reports.runSchedule';

/**
 * Does what is due by itself, as the person who set it up: a command like any other, which the pipeline refuses where that
 * person may not any more. What was missed is made up for once, at the first look.
 */
export class Schedules {
  readonly #parts: Parts;
  /** For which time each was tried here: what was refused then is tried for the next time, and after the next start. */
  readonly #tried = new Map<string, Moment>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks at once, and then again and again, as long as the program runs. */
  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), everyMs);
    this.#timer.unref();
  }

  /** Does what is due now, one after the other; the next look waits for this one. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#look());
    return this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    for (const { person, name } of this.#due()) {
      if (this.#isClosed) return;
      try {
        await this.#parts.call(this.#sessionOf(person), { operation, input: { name }, commandId: newCommandId() });
      } catch (error) {
        // A refusal stands in the trail.
        if (!isLotlineError(error)) this.#parts.log(error, operation);
      }
    }
  }

  #due(): { person: string; name: string }[] {
    const { store, clock, log } = this.#parts;
    // A store that is only read takes no entry, and what is written is entered.
    if (this.#isClosed || store.readOnly !== '') return [];
    try {
      const now = clock.now();
      const zone = zoneOfSchedules({ reader: store.reader() });
      return allSchedules(store.reader().db).filter((schedule) => {
        const due = dueNow(schedule, zone, now);
        const key = JSON.stringify([schedule.person, schedule.name]);
        if (due === undefined || this.#tried.get(key) === due) return false;
        this.#tried.set(key, due);
        return true;
      });
    } catch (error) {
      // As the pipeline does: nothing more is written, and nothing more is looked for here.
      if (error instanceof RecordTampered) store.freeze(error.text);
      else log(error, operation);
      return [];
    }
  }

  /** As the person is now, without a password: what they may is looked up at the call, as always. */
  #sessionOf(user: string): Session {
    const { store, clock, open, newId } = this.#parts;
    const { db } = store.reader();
    const person = findPerson(db, user);
    const session = open({ id: user, name: person?.name ?? user });
    if (person === undefined) return session;
    const account = { password: credentialsOf(db, person.user)[0]?.number ?? 0, version: person.version };
    session.enter(person.user, { id: newId(), account, at: instantOf(clock) });
    return session;
  }
}
