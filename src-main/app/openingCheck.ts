import { wholeChain } from '#main/features/audit/verifyChain.queries.ts';
import { firstProblem, type VerifyPart, verifyPart } from '#main/features/audit/verify.queries.ts';
import { isAsClosed, rememberClosed } from '#main/store/closedStamp.ts';
import { checkedAtGate } from '#main/store/gate.ts';
import { rowState } from '#main/store/rowState.ts';
import type { Store } from '#main/store/store.ts';
import { keepThread, takeThread } from '#main/worker/runInWorker.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { Problem } from '#shared/audit/contract.ts';
import { logError } from './log.ts';
import { untilLetGo, verifyWorker, type VerifyWork, checkFileInWorker } from './verifyInWorker.ts';

/** What came of it: nothing where it came to no end, because the store was closed. */
type Outcome = Promise<LotlineError | 'holds' | undefined>;

/**
 * Checks once what decisions rest on, since somebody may have written to the file while it was closed. First the links of
 * the chain below the entries that the gate looked at: a record that decides who somebody is rests on the entry that wrote
 * it, so no password is tried before. Then all that verification checks of the file itself: rules are asked of entries, of
 * older versions and movements, of units, and along indexes (who was set up, who had a name, what a lot's status was), so
 * no command is done before. What was changed for a while decides nothing then: it is found, or it was put back while the
 * store was open, which the file's times show. Where it does not hold, nothing is written. A store as this computer closed
 * it was not written to.
 *
 * Questions do not wait, also of those who did not sign in: whoever can change the file can read all of it without this
 * program, and nothing comes of an answer but by a command.
 */
export class OpeningCheck {
  readonly #store: Store;
  readonly #heads: string | undefined;
  readonly #control = new AbortController();
  readonly #isAsClosed: boolean;
  readonly #isSmall: boolean;
  readonly #timer: NodeJS.Timeout | undefined;
  #links: Outcome | undefined;
  #file: Outcome | undefined;

  /** `heads` is the folder in which this computer keeps what it knows of stores. */
  constructor(store: Store, { heads }: { heads: string | undefined }) {
    this.#store = store;
    this.#heads = heads;
    this.#isAsClosed = heads !== undefined && !store.hadLog && isAsClosed(heads, store);
    this.#isSmall = isSmall(store);
    if (store.readOnly !== '' || this.#isSmall) return;
    void this.#checkLinksOnce();
    this.#timer = setTimeout(() => void this.#checkAll(), readsAfterMs).unref();
  }

  /** @throws LotlineError STORE_DAMAGED where the links of the chain do not hold */
  async insistOnLinks(): Promise<void> {
    throwFault(await this.#checkLinksOnce());
  }

  /** Of a store that takes no writing nothing is checked. @throws LotlineError STORE_DAMAGED where it does not hold */
  async insist(): Promise<void> {
    if (this.#store.readOnly === '') throwFault(await this.#checkAll());
  }

  /** Ends the check: what waits for it is refused. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#control.abort();
  }

  /** Ends the check, lets the store be closed, and remembers how its file was left. */
  async close(closeStore: () => Promise<void>): Promise<void> {
    this.stop();
    await this.#links;
    const holds = this.#isAsClosed || (await this.#file) === 'holds';
    await untilLetGo(this.#store.file);
    const isHeld = holds && this.#store.readOnly === '';
    await closeStore();
    if (!isHeld || this.#heads === undefined) return;
    try {
      rememberClosed(this.#heads, this.#store.id, this.#store.leftAs());
    } catch (error) {
      // It costs the next opening a check.
      logError(error, 'chain');
    }
  }

  #checkLinksOnce(): Outcome {
    this.#links ??= this.#checkLinks();
    return this.#links;
  }

  #checkAll(): Outcome {
    this.#file ??= this.#checkFile();
    return this.#file;
  }

  async #checkFile(): Outcome {
    if (this.#isAsClosed) return 'holds';
    const links = await this.#checkLinksOnce();
    if (links !== 'holds') return links;
    return await this.#orFault(async () => {
      const problem = this.#isSmall
        ? this.#checkHere()
        : await checkFileInWorker(this.#store.pathInPlace(), this.#control.signal);
      return problem && notHeld(problem.message);
    });
  }

  #checkHere(): Problem | undefined {
    const { db } = this.#store.reader();
    const parts: VerifyPart[] = [{ kind: 'pages' }, { kind: 'chain', stretch: wholeChain }, { kind: 'content' }];
    return firstProblem(parts.map((part) => verifyPart(db, part, () => undefined, [])));
  }

  async #checkLinks(): Outcome {
    const upTo = this.#store.head().seq - checkedAtGate;
    if (upTo <= 0 || this.#isAsClosed) return 'holds';
    return await this.#orFault(async () => {
      const worker = takeThread<VerifyWork>(verifyWorker);
      let isDone = false;
      try {
        const file = this.#store.pathInPlace();
        const stop = new Int32Array(new SharedArrayBuffer(4));
        const answer = await worker.run({ kind: 'links', upTo, file, stop }, { signal: this.#control.signal });
        isDone = true;
        const fault = answer.kind === 'links' ? answer.fault?.message : undefined;
        return fault && inTrail(fault);
      } finally {
        await (isDone ? keepThread(worker, verifyWorker) : worker.leave());
      }
    });
  }

  /** What a check found; the store is frozen where that is a fault, or it came to no end. */
  async #orFault(check: () => Promise<Message | undefined>): Outcome {
    try {
      const fault = await check();
      return fault === undefined ? 'holds' : this.#refuse(fault);
    } catch (error) {
      if (this.#control.signal.aborted) return undefined;
      logError(error, 'chain');
      return this.#refuse(unread);
    }
  }

  #refuse(fault: Message): LotlineError {
    this.#store.freeze(fault);
    return new LotlineError('STORE_DAMAGED', fault);
  }
}

/** Whoever came to look has the disk for themselves so long; a command has the check begin at once. In milliseconds. */
const readsAfterMs = 2000;

/** So many rows are checked in this thread, in less time than another takes to start. */
const smallRows = 5000;

function isSmall(store: Store): boolean {
  try {
    const { lastRow, lastVersion } = rowState(store.reader().db, 'movement');
    return store.head().seq + lastRow + lastVersion <= smallRows;
  } catch {
    // What cannot be read is told by the check.
    return false;
  }
}

const notHeld = (problem: string): Message =>
  msg`The store does not hold: ${problem} It is open for reading only; restore a backup, or ask whoever looks after it.`;

const inTrail = (fault: Message): Message =>
  msg`The audit trail does not hold: ${fault} Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.`;

const unread = msg`The audit trail could not be read to its end. Nobody signs in or signs; verify the store, and restore a backup on the command line, which asks the people of the backup: lotline restore BACKUP.`;

function throwFault(outcome: Awaited<Outcome>): void {
  if (outcome === undefined) throw new LotlineError('STORE_BUSY', msg`The store is being closed.`);
  if (outcome !== 'holds') throw outcome;
}
