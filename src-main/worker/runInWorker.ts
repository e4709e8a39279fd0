import { msg, type Message } from '#shared/kernel/message.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { extname } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type FromWorker, type ToWorker, unpackError, type Work } from './protocol.ts';

export type { Work } from './protocol.ts';

/** Where the module of a worker lies (`X.worker`), beside the module that asks for it: a .ts file from source, .js when built. */
export const besideModule = (importMetaUrl: string, name: `${string}.worker`): URL =>
  new URL(`./${name}${extname(new URL(importMetaUrl).pathname)}`, importMetaUrl);

export type WorkOptions<W extends Work> = {
  /** Aborting rejects at once with CANCELLED and the words of `cancelled`. */
  signal?: AbortSignal;
  cancelled?: Message;
  progress?: (progress: W['progress']) => void;
  /** Parts of the question too large to be handed over at once: they follow one by one with a breath between them. */
  pieces?: Iterable<W['piece']>;
};

/** Memory the thread may take; it is ended when it needs more, and its tasks reject with ERR_WORKER_OUT_OF_MEMORY. */
export type WorkerLimits = Pick<ResourceLimits, 'maxOldGenerationSizeMb' | 'maxYoungGenerationSizeMb'>;

/** How many items a worker may be ahead: one being worked on, one on its way and one being made. */
const itemsAhead = 3;

const cancelledWords = msg`The work was cancelled. Nothing was changed.`;

type Waiting<W extends Work> = {
  resolve: (output: W['output']) => void;
  reject: (error: unknown) => void;
  progress: ((progress: W['progress']) => void) | undefined;
  item: ((item: W['item']) => void) | undefined;
};

/**
 * A worker thread that answers one task after another until its maker ends it. A
 * program with nothing else to do waits for its tasks, and ends without it. When it dies every task that waits for it rejects with the reason, and `isOver` says so.
 */
export class WorkerThread<W extends Work> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<W>>();
  #tasks = 0;
  #isOver = false;

  constructor(module: URL, limits?: WorkerLimits) {
    // Flags of the main thread, such as its own memory, are not the worker's.
    this.#worker = new Worker(module, limits === undefined ? {} : { execArgv: [], resourceLimits: limits });
    // Workers call serveWork, which sends nothing else.
    this.#worker.on('message', (message: FromWorker<W>) => this.#hear(message));
    this.#worker.once('messageerror', (error) => this.#fail(error));
    this.#worker.once('error', (error) => this.#fail(error));
    this.#worker.once('exit', () => this.#fail(new Error('the worker ended without an answer')));
    this.#worker.unref();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many tasks wait for an answer. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Asks for one answer. Rejects with what the worker threw, with CANCELLED, or with the reason why the thread died. */
  async run(input: W['input'], options: WorkOptions<W> = {}): Promise<W['output']> {
    return await this.#ask(input, options, undefined).answer;
  }

  /** Asks for an answer whose rows come item by item; the worker waits while they are not taken. Returns the output. */
  async *stream(input: W['input'], options: WorkOptions<W> = {}): AsyncGenerator<W['item'], W['output']> {
    const items: W['item'][] = [];
    let heard = Promise.withResolvers<void>();
    const task = this.#ask(input, options, (item) => {
      items.push(item);
      heard.resolve();
    });
    let isDone = false;
    const ended = task.answer.finally(() => {
      isDone = true;
      heard.resolve();
    });
    // Heard below; a caller that ends the iteration early does not want to know.
    ended.catch(() => undefined);
    while (true) {
      await heard.promise;
      heard = Promise.withResolvers();
      for (let item = items.shift(); item !== undefined; item = items.shift()) {
        if (options.signal?.aborted) return await ended;
        yield item;
        this.#post({ id: task.id, taken: true });
      }
      if (isDone) return await ended;
    }
  }

  /** Ends the thread, whatever it is doing; resolves when it is gone, which a long call into the database may delay. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /**
   * Lets the thread end by itself once its tasks are done. One that holds a database must not be ended from outside:
   * the driver may be within a call then, and takes the whole program along.
   */
  async leave(): Promise<void> {
    if (this.#isOver) return;
    const gone = Promise.withResolvers<void>();
    this.#worker.once('exit', () => gone.resolve());
    this.#worker.ref();
    this.#post({ id: this.#tasks, leave: true });
    await gone.promise;
  }

  #ask(
    input: W['input'],
    { signal, cancelled = cancelledWords, progress, pieces }: WorkOptions<W>,
    item: Waiting<W>['item'],
  ): { id: number; answer: Promise<W['output']> } {
    const id = this.#tasks;
    this.#tasks += 1;
    const { promise, resolve, reject } = Promise.withResolvers<W['output']>();
    const cancel = (): void => reject(new LotlineError('CANCELLED', cancelled));
    const answer = promise.finally(() => {
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
      signal?.removeEventListener('abort', cancel);
    });
    if (signal?.aborted) cancel();
    else if (this.#isOver) reject(new Error('the worker has ended'));
    else {
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiting.set(id, { resolve, reject, progress, item });
      this.#worker.ref();
      try {
        this.#post({ id, input, ahead: itemsAhead });
        if (pieces !== undefined) this.#handPieces(id, pieces).catch(reject);
      } catch (error) {
        reject(error);
      }
    }
    return { id, answer };
  }

  /** Handing over all of a large question at once would hold up every other call. */
  async #handPieces(id: number, pieces: Iterable<W['piece']>): Promise<void> {
    for (const piece of pieces) {
      if (!this.#waiting.has(id)) return;
      this.#post({ id, piece });
      await turn();
    }
    this.#post({ id, last: true });
  }

  #post(message: ToWorker<W>): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker<W>): void {
    const task = this.#waiting.get(message.id);
    if (task === undefined) return;
    if ('progress' in message) task.progress?.(message.progress);
    else if ('item' in message) task.item?.(message.item);
    else if ('output' in message) task.resolve(message.output);
    else task.reject(unpackError(message.thrown));
  }

  #fail(reason: unknown): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.values()) reject(reason);
  }
}

type ThreadOptions<W extends Work> = WorkOptions<W> & {
  limits?: WorkerLimits;
  /**
   * Whether the thread waits a while for the next task of its module when this one came to its end: starting one takes
   * longer than a small task. Only for modules that keep nothing of a task.
   */
  keepAlive?: boolean;
};

/** What is cancelled already is not worth a thread. */
function openThread<W extends Work>(
  module: URL,
  { signal, cancelled, limits, keepAlive = false }: ThreadOptions<W>,
): WorkerThread<W> {
  if (signal?.aborted) throw new LotlineError('CANCELLED', cancelled ?? cancelledWords);
  return keepAlive ? takeThread<W>(module, limits) : new WorkerThread<W>(module, limits);
}

const idleSeconds = 10;
type IdleThread = Pick<WorkerThread<Work>, 'end' | 'isOver'>;
const idle = new Map<string, { thread: IdleThread; timer: NodeJS.Timeout }>();
const keyOf = (module: URL, limits: WorkerLimits = {}): string => `${module.href} ${JSON.stringify(limits)}`;

function popIdle(key: string): IdleThread | undefined {
  const found = idle.get(key);
  idle.delete(key);
  clearTimeout(found?.timer);
  return found?.thread.isOver ? undefined : found?.thread;
}

/** The thread of a module that was kept, or a new one. */
export function takeThread<W extends Work>(module: URL, limits?: WorkerLimits): WorkerThread<W> {
  // Found by its module, which serves this work alone.
  const found = popIdle(keyOf(module, limits)) as WorkerThread<W> | undefined;
  return found ?? new WorkerThread<W>(module, limits);
}

/** Keeps a thread that has nothing to do for a while, for the next task of its module; one of a kind is enough. */
export async function keepThread(thread: IdleThread, module: URL, limits?: WorkerLimits): Promise<void> {
  const key = keyOf(module, limits);
  const before = popIdle(key);
  const timer = setTimeout(() => void popIdle(key)?.end(), idleSeconds * 1000).unref();
  idle.set(key, { thread, timer });
  // Only now, so that of several that end at once none is forgotten.
  await before?.end();
}

/** Runs one task in a thread of its own, which is gone or kept when this resolves or rejects. See WorkerThread.run. */
export async function runInWorker<W extends Work>(
  module: URL,
  input: W['input'],
  options: ThreadOptions<W> = {},
): Promise<W['output']> {
  const thread = openThread<W>(module, options);
  let isFree = false;
  try {
    const output = await thread.run(input, options);
    isFree = options.keepAlive ?? false;
    return output;
  } finally {
    await (isFree ? keepThread(thread, module, options.limits) : thread.end());
  }
}

/** As runInWorker, for answers that come item by item; ending the iteration ends the thread. See WorkerThread.stream. */
export async function* streamFromWorker<W extends Work>(
  module: URL,
  input: W['input'],
  options: ThreadOptions<W> = {},
): AsyncGenerator<W['item'], W['output']> {
  const thread = openThread<W>(module, options);
  let isFree = false;
  try {
    const output = yield* thread.stream(input, options);
    isFree = options.keepAlive ?? false;
    return output;
  } finally {
    await (isFree ? keepThread(thread, module, options.limits) : thread.end());
  }
}
