import { msg } from '#shared/kernel/message.ts';
import type { RunningJob } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Job } from '#shared/jobs/contract.ts';

type Entry = Job & { controller: AbortController; starter: string };

/** What is running now, with figures, and the way to stop it. */
export class Jobs {
  readonly #running = new Map<string, Entry>();
  readonly #listeners = new Set<(job: Job) => void>();

  /**
   * Runs work under an id, for the person who started it; "" is the program itself. Work without an id runs too, but
   * cannot be followed or stopped.
   */
  async run<T>(id: string, operation: string, work: (job: RunningJob) => Promise<T>, starter = ''): Promise<T> {
    const controller = new AbortController();
    const entry: Entry = { id, operation, phase: '', done: 0, total: 0, cancellable: true, controller, starter };
    if (id !== '') {
      if (this.#running.has(id))
        throw new LotlineError('CONFLICT', msg`This very request is running already. Wait for its answer.`);
      this.#running.set(id, entry);
    }
    try {
      return await work({
        signal: controller.signal,
        progress: (phase, done, total) => {
          Object.assign(entry, { phase, done, total });
          for (const listener of this.#listeners) listener(plain(entry));
        },
      });
    } catch (error) {
      throw controller.signal.aborted
        ? new LotlineError('CANCELLED', msg`The work was cancelled. Nothing was changed.`)
        : error;
    } finally {
      this.#running.delete(id);
    }
  }

  /** How many commands are running, and questions that have an id. */
  get count(): number {
    return this.#running.size;
  }

  /** Whether no command is running, whether it reported progress or not, and no question that has an id. */
  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  /** Only work that reported progress is worth showing. */
  list(): Job[] {
    return [...this.#running.values()].filter((entry) => entry.phase !== '').map(plain);
  }

  /** What runs under an id, and who started it. */
  find(id: string): { operation: string; starter: string } | undefined {
    return this.#running.get(id);
  }

  cancel(id: string): boolean {
    const entry = this.#running.get(id);
    entry?.controller.abort();
    return entry !== undefined;
  }

  /** Hears every step of every job until the returned function is called. */
  listen(listener: (job: Job) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const plain = ({ controller: _controller, starter: _starter, ...job }: Entry): Job => job;
