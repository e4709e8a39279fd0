import { randomUUID } from 'node:crypto';
import type { GivingWay } from '#main/context/context.ts';
import { type Lock, takeLock } from '#main/store/lock.ts';
import { removeTemporaryFile } from '#main/store/temporaryFiles.ts';
import type { Outputs } from '#shared/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { App, AppOptions } from './createApp.ts';
import { systemClock } from './clock.ts';
import { Jobs } from './jobs.ts';
import { logError } from './log.ts';
import { anotherSession } from './pipeline/authenticate.ts';
import type { Call } from './pipeline/call.ts';
import { createAppOrRescue } from './rescue.ts';
import { holderHere, type ReadyRestore, readyInPlace, recordRestore } from './restore.ts';
import type { Session } from './session.ts';

type Restored = Outputs['backups']['restoreHere'];

/** The command that ends with the store giving way. */
const restoring = 'backups.restoreHere';

/** What was asked for before is answered so long; what takes longer is seen as running work. In milliseconds. */
const longestWait = 30_000;

/**
 * An app for a host that goes on: its store gives way to a backup of it, while the host keeps its pages and its session.
 * `backups.restoreHere` verifies the backup and unpacks it beside the store. When that is answered, no call is let in any
 * more; those on their way are waited for; the app closes, but keeps the lock, so that nobody comes between; the backup takes
 * the store's place and says so in an entry; it is opened, and everybody signs in anew. Whatever fails, the store that
 * was there is opened again.
 */
export class ReplaceableApp implements App {
  readonly #options: AppOptions;
  readonly #jobs = new Jobs();
  readonly #calls = new Set<Promise<unknown>>();
  #app: App | undefined;
  #offered: GivingWay | undefined;
  #changing: Promise<Restored> | undefined;
  /** Sent again, because its answer was lost on the way, the last restore has the same answer. */
  #last: { commandId: string | undefined; reply: Restored } | undefined;

  private constructor(options: AppOptions) {
    this.#options = options;
  }

  /** @throws what `createAppOrRescue` throws */
  static async open(options: AppOptions): Promise<ReplaceableApp> {
    const replaceable = new ReplaceableApp(options);
    replaceable.#app = await replaceable.#open({});
    return replaceable;
  }

  /** Whether there is a store at this moment: not while one gives way to another. */
  get isOpen(): boolean {
    return this.#app !== undefined;
  }
  get store(): App['store'] {
    return this.#current.store;
  }
  get jobs(): Jobs {
    return this.#jobs;
  }
  get uploads(): App['uploads'] {
    return this.#current.uploads;
  }
  get spool(): App['spool'] {
    return this.#current.spool;
  }
  get drafts(): App['drafts'] {
    return this.#current.drafts;
  }

  open(session?: Parameters<App['open']>[0]): Session {
    return this.#current.open(session);
  }
  check(input: Parameters<App['check']>[0]): ReturnType<App['check']> {
    return this.#current.check(input);
  }
  lookAtSchedules(): Promise<void> {
    return this.#current.lookAtSchedules();
  }
  lookAtDay(): Promise<void> {
    return this.#current.lookAtDay();
  }
  isSetUp(): boolean {
    return this.#current.isSetUp();
  }

  async insistOn(...asked: Parameters<App['insistOn']>): ReturnType<App['insistOn']> {
    if (this.#changing !== undefined) throw givingWay();
    return await this.#current.insistOn(...asked);
  }

  async call(session: Session, call: Call): Promise<unknown> {
    const { operation, commandId } = call;
    // Who is there is asked by pages by themselves: they hear it when it is known again.
    if (operation === 'people.whoAmI') await this.#changing?.catch(() => undefined);
    if (operation === restoring && commandId !== undefined && this.#last?.commandId === commandId)
      return this.#last.reply;
    if (this.#changing !== undefined) throw givingWay();
    if (operation !== restoring) return await this.#answer(session, call);
    const { turn } = session;
    try {
      // Parsed by the contract on its way out.
      const reply = (await this.#answer(session, call)) as Restored;
      const to = this.#offered;
      if (to === undefined) {
        // Sent twice at once, it is answered twice and done once.
        return await this.#sameChange();
      }
      this.#offered = undefined;
      const changing = this.#change(to, { session, turn, believed: call.believed, reply });
      this.#changing = changing;
      const restored = await changing.finally(() => {
        this.#changing = undefined;
      });
      this.#last = { commandId, reply: restored };
      return restored;
    } finally {
      this.#dropOffer();
    }
  }

  async close(): Promise<void> {
    await this.#changing?.catch(() => undefined);
    await this.#app?.close();
  }

  async closeKeepingLock(): Promise<Lock | undefined> {
    return await this.#current.closeKeepingLock();
  }

  /** @throws LotlineError STORE_BUSY where neither store could be opened again */
  get #current(): App {
    if (this.#app !== undefined) return this.#app;
    throw new LotlineError(
      'STORE_BUSY',
      msg`The store could not be opened again. It is whole: close Lotline and start it again.`,
    );
  }

  /** @throws LotlineError STORE_BUSY */
  #sameChange(): Promise<Restored> {
    if (this.#changing === undefined) throw givingWay();
    return this.#changing;
  }

  async #answer(session: Session, call: Call): Promise<unknown> {
    const answer = this.#current.call(session, call);
    this.#calls.add(answer);
    try {
      return await answer;
    } finally {
      this.#calls.delete(answer);
    }
  }

  #open({ mode = this.#options.mode, lock }: { mode?: AppOptions['mode']; lock?: Lock | undefined }): Promise<App> {
    const givesWay = {
      insistOnIdle: () => {
        // The command that asks is running itself.
        if (this.#jobs.count > 1) throw busy();
      },
      giveWay: (to: GivingWay) => {
        this.#offered = to;
      },
    };
    return createAppOrRescue({ ...this.#options, mode, lock, jobs: this.#jobs, givesWay });
  }

  #dropOffer(): void {
    if (this.#offered !== undefined) removeTemporaryFile(this.#offered.backup.draft);
    this.#offered = undefined;
  }

  async #change(
    to: GivingWay,
    {
      session,
      turn,
      believed,
      reply,
    }: { session: Session; turn: number; believed: string | undefined; reply: Restored },
  ): Promise<Restored> {
    const before = this.#current;
    const { file } = before.store;
    try {
      await this.#untilAlone();
      // While it was unpacked, whoever asked may have left, or lost the right.
      if (session.turn !== turn) throw anotherSession();
      await before.insistOn(session, 'backup', restoring, believed);
      before.store.pathInPlace();
    } catch (error) {
      removeTemporaryFile(to.backup.draft);
      throw error;
    }
    this.#app = undefined;
    const lock = await this.#closed(before);
    const { ready, entry, failure } = await this.#swap(file, to, lock);
    if (ready === undefined) {
      await this.#reopen(lock.held);
      throw failure;
    }
    try {
      this.#app = await this.#open({ mode: 'write', lock: lock.held });
    } catch (error) {
      lock.held?.release();
      ready.undo();
      ready.close();
      await this.#reopen(undefined);
      throw error;
    }
    ready.leaveAnchors();
    ready.close();
    session.leave(randomUUID());
    return { ...reply, kept: ready.said.kept, entry };
  }

  /** Nobody is let in any more; who is on the way out is waited for. @throws LotlineError CONFLICT */
  async #untilAlone(): Promise<void> {
    if (!this.#jobs.isIdle) throw busy();
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(busy()), longestWait);
    });
    try {
      await Promise.race([Promise.allSettled(this.#calls), tooLate]);
    } finally {
      clearTimeout(late);
    }
    if (!this.#jobs.isIdle) throw busy();
  }

  /** A store that was open for reading alone holds no lock. */
  async #closed(app: App): Promise<{ held: Lock | undefined }> {
    try {
      return { held: await app.closeKeepingLock() };
    } catch (error) {
      // What it could not do last does not matter to a store that gives way.
      logError(error, restoring);
      return { held: undefined };
    }
  }

  async #swap(
    file: string,
    { backup, actor, reason }: GivingWay,
    lock: { held: Lock | undefined },
  ): Promise<{ ready?: ReadyRestore; entry: number; failure?: unknown }> {
    const now = (this.#options.clock ?? systemClock).now();
    let ready: ReadyRestore | undefined;
    try {
      lock.held ??= takeLock(file, holderHere(actor.host, now));
      ready = readyInPlace(file, backup, { places: this.#options.anchors ?? {}, now });
      const entry = await recordRestore(ready, { actor, reason, now });
      ready.swap();
      return { ready, entry };
    } catch (failure) {
      if (ready === undefined) removeTemporaryFile(backup.draft);
      else ready.close();
      return { entry: 0, failure };
    }
  }

  /** The store that was there, which is whole; where even that fails, calls say what to do. */
  async #reopen(lock: Lock | undefined): Promise<void> {
    try {
      this.#app = await this.#open({ mode: 'write', lock });
    } catch (error) {
      logError(error, restoring);
    }
  }
}

const busy = (): LotlineError =>
  new LotlineError('CONFLICT', msg`Work is running in the open store. Wait for its end, then restore the backup.`);

const givingWay = (): LotlineError =>
  new LotlineError(
    'STORE_BUSY',
    msg`A backup is being put in the place of this store. Wait a moment, then sign in again.`,
  );
