import { isAsClosed, rememberClosed } from '#main/store/closedStamp.ts';
import { checkedAtGate } from '#main/store/gate.ts';
import type { Store } from '#main/store/store.ts';
import { keepThread, takeThread } from '#main/worker/runInWorker.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { logError } from './log.ts';
import { verifyWorker, type VerifyWork } from './verifyInWorker.ts';

/**
 * Walks the chain below the entries that the gate looked at, beside the main thread. A record that decides who somebody is
 * rests on the entry that wrote it; so until the whole chain was walked once since somebody may have written to the file,
 * no password is tried, and where it does not hold none is, and nothing is written.
 */
export class ChainWalk {
  readonly #store: Store;
  readonly #heads: string | undefined;
  readonly #hadLog: boolean;
  readonly #control = new AbortController();
  readonly #walked: Promise<LotlineError | undefined>;
  /** Whether the chain is known to hold. */
  #holds = false;

  /**
   * `heads` is the folder in which this computer keeps what it knows of stores; `hadLog` whether a log lay beside the file
   * before it was opened.
   */
  constructor(store: Store, { heads, hadLog }: { heads: string | undefined; hadLog: boolean }) {
    this.#store = store;
    this.#heads = heads;
    this.#hadLog = hadLog;
    this.#walked = this.#walk();
  }

  /** @throws LotlineError STORE_DAMAGED where the chain does not hold */
  async insist(): Promise<void> {
    const fault = await this.#walked;
    if (fault !== undefined) throw fault;
  }

  /** Ends the walk, lets the store be closed, and remembers how its file was left. */
  async close(closeStore: () => Promise<void>): Promise<void> {
    this.#control.abort();
    await this.#walked;
    const holds = this.#holds && this.#store.readOnly === '';
    await closeStore();
    if (!holds || this.#heads === undefined) return;
    try {
      rememberClosed(this.#heads, this.#store);
    } catch (error) {
      // It costs the next opening a walk.
      logError(error, 'chain');
    }
  }

  async #walk(): Promise<LotlineError | undefined> {
    const upTo = this.#store.head().seq - checkedAtGate;
    if (upTo <= 0 || this.#isAsClosed()) {
      this.#holds = true;
      return undefined;
    }
    const worker = takeThread<VerifyWork>(verifyWorker);
    let isDone = false;
    try {
      const file = this.#store.pathInPlace();
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const answer = await worker.run({ kind: 'links', upTo, file, stop }, { signal: this.#control.signal });
      isDone = true;
      const fault = answer.kind === 'links' ? answer.fault?.message : undefined;
      if (fault !== undefined)
        return this.#refuse(
          msg`The audit trail does not hold: ${fault} Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.`,
        );
      this.#holds = true;
      return undefined;
    } catch (error) {
      if (this.#control.signal.aborted) return undefined;
      logError(error, 'chain');
      return this.#refuse(
        msg`The audit trail could not be read to its end. Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.`,
      );
    } finally {
      await (isDone ? keepThread(worker, verifyWorker) : worker.leave());
    }
  }

  #isAsClosed(): boolean {
    return this.#heads !== undefined && !this.#hadLog && isAsClosed(this.#heads, this.#store);
  }

  #refuse(fault: Message): LotlineError {
    this.#store.freeze(fault);
    return new LotlineError('STORE_DAMAGED', fault);
  }
}
