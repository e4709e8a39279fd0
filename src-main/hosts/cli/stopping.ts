import { msg } from '#shared/kernel/message.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Given } from './command.ts';
import type { Opened } from './open.ts';

/** Long work of this command that a signal stops at its next slice, with its progress on the terminal. */
export type Stoppable = {
  /** Runs an operation under the id it was made for. */
  during<T>(opened: Opened, work: () => Promise<T>): Promise<T>;
  end(): void;
};

/** A signal cancels the work with this id: it stops at its next slice, and nothing is written. */
export function stopOnSignal({ terminal }: Given, id: string): Stoppable {
  let isAsked = false;
  let cancel = (): unknown => undefined;
  const end = terminal.onStop(() => {
    if (!isAsked) terminal.say('Stopping …');
    isAsked = true;
    cancel();
  });
  return {
    end,
    async during({ app }, work) {
      if (isAsked) throw new LotlineError('CANCELLED', msg`The work was cancelled. Nothing was changed.`);
      const deafen = app.jobs.listen(({ phase, done, total }) =>
        terminal.progress(`${phase} ${done}${total === 0 ? '' : ` of ${total}`}`),
      );
      cancel = () => app.jobs.cancel(id);
      try {
        return await work();
      } finally {
        deafen();
        cancel = () => undefined;
      }
    },
  };
}
