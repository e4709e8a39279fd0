import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** So many wait of one session; more at once is no person's typing. */
const mostWaiting = 3;

/**
 * Runs jobs one after the other, in the order they came; a failed job does not block the next. Of each session only a few
 * wait, so that many wrong passwords at once keep nobody waiting for long.
 */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Map<object, number>();

  /** @throws LotlineError CONFLICT where enough of the session wait */
  async run<T>(session: object, job: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(session) ?? 0;
    if (waiting >= mostWaiting)
      throw new LotlineError(
        'CONFLICT',
        msg`Several passwords are being checked here already. Wait for their answers, and try again.`,
      );
    this.#waiting.set(session, waiting + 1);
    const turn = this.#last.then(job);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      const left = (this.#waiting.get(session) ?? 1) - 1;
      if (left === 0) this.#waiting.delete(session);
      else this.#waiting.set(session, left);
    }
  }
}
