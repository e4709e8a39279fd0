import { parentPort } from 'node:worker_threads';
import { type FromWorker, packError, type ToWorker, type Work } from './protocol.ts';

/** What a task may say before it answers, and what else it is handed. */
export type Task<W extends Work> = {
  /** Told at once, however far behind the asker is. */
  progress: (progress: W['progress']) => void;
  /** Resolves when there is room for the next item, so that items do not pile up between the threads. */
  send: (item: W['item']) => Promise<void>;
  /** What follows the question, to its end. */
  pieces: () => AsyncIterable<W['piece']>;
  /** Hands memory over with the output instead of copying it. */
  handOver: (memory: ArrayBuffer) => void;
};

/**
 * Answers what a worker is asked: the one call of a worker's module. Whatever `answer` throws reaches the asker as
 * what it was; a LotlineError with its code and details.
 */
export function serveWork<W extends Work>(
  answer: (input: W['input'], task: Task<W>) => W['output'] | Promise<W['output']>,
): void {
  if (parentPort === null) throw new Error('this module runs as a worker only');
  const port = parentPort;
  const post = (message: FromWorker<W>, memory: readonly ArrayBuffer[] = []): void => port.postMessage(message, memory);
  const running = new Map<number, RunningTask<W>>();
  const run = async (id: number, input: W['input'], ahead: number): Promise<void> => {
    const task = new RunningTask<W>(id, ahead, post);
    running.set(id, task);
    try {
      const output = await answer(input, task);
      post({ id, output }, task.memory);
    } catch (error) {
      post({ id, thrown: packError(error) });
    } finally {
      running.delete(id);
      leaveWhenDone();
    }
  };
  let isLeaving = false;
  const leaveWhenDone = (): void => {
    // Nothing keeps the thread then.
    if (isLeaving && running.size === 0) port.close();
  };
  // Workers are started by WorkerThread alone, which sends nothing else.
  port.on('message', (message: ToWorker<W>) => {
    if ('leave' in message) {
      isLeaving = true;
      leaveWhenDone();
    } else if ('input' in message) void run(message.id, message.input, message.ahead);
    else running.get(message.id)?.hear(message);
  });
}

class RunningTask<W extends Work> implements Task<W> {
  readonly memory: ArrayBuffer[] = [];
  readonly #id: number;
  readonly #post: (message: FromWorker<W>) => void;
  readonly #pieces: W['piece'][] = [];
  #room: number;
  #isLast = false;
  #heard = Promise.withResolvers<void>();

  constructor(id: number, ahead: number, post: (message: FromWorker<W>) => void) {
    this.#id = id;
    this.#room = ahead;
    this.#post = post;
  }

  hear(message: Exclude<ToWorker<W>, { input: unknown } | { leave: true }>): void {
    if ('taken' in message) this.#room += 1;
    else if ('last' in message) this.#isLast = true;
    else this.#pieces.push(message.piece);
    this.#heard.resolve();
    this.#heard = Promise.withResolvers();
  }

  progress = (progress: W['progress']): void => this.#post({ id: this.#id, progress });

  send = async (item: W['item']): Promise<void> => {
    while (this.#room === 0) await this.#heard.promise;
    this.#room -= 1;
    this.#post({ id: this.#id, item });
  };

  pieces = (): AsyncIterable<W['piece']> => this.#pieceByPiece();

  handOver = (memory: ArrayBuffer): void => {
    this.memory.push(memory);
  };

  async *#pieceByPiece(): AsyncGenerator<W['piece']> {
    while (true) {
      yield* this.#pieces.splice(0);
      if (this.#pieces.length > 0) continue;
      if (this.#isLast) return;
      await this.#heard.promise;
    }
  }
}
