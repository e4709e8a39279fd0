import { msg } from '#shared/kernel/message.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { appendAnchor, readAnchorFolder, readHead, rememberHead } from '#main/store/anchorFolder.ts';
import { lacksAny } from '#main/features/audit/verifyAnchors.queries.ts';
import { type Verified, verifyWithHead } from '#main/app/verifyInWorker.ts';
import type { RunningJob } from '#main/context/context.ts';
import type { Store } from '#main/store/store.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { formatMoment, type Moment, parseMoment } from '#shared/kernel/dates.ts';
import { hex } from '#main/store/chain.ts';
import { firstEntryAt } from '#main/store/entries.ts';
import type { Clock } from './clock.ts';
import { logError } from './log.ts';

/** Where anchors lie outside the store; without a place none are kept there. */
export type AnchorPlaces = {
  /** The head this workstation verified last, one file a store. */
  heads?: string | undefined;
  /** The folder somebody chose for daily anchors, best where those who write the store cannot write. */
  daily?: string | undefined;
};

const week = 7 * 24 * 3600 * 1_000_000;
const lookEveryMs = 3_600_000;

/**
 * Verifies a store with all that this workstation knows of it, remembers what was verified, and leaves an anchor a day
 * and one at the end. A store that does not hold is only read from then on.
 */
export class Verifying {
  readonly #store: Store;
  readonly #places: AnchorPlaces;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  #anchored = '';
  /** Whether a full check found the store damaged. */
  #found = false;

  constructor({ store, places, clock }: { store: Store; places: AnchorPlaces; clock: Clock }) {
    this.#store = store;
    this.#places = places;
    this.#clock = clock;
    this.#anchorToday();
    this.#timer = setInterval(() => this.#anchorToday(), lookEveryMs).unref();
  }

  /** The full check, compared with the anchors known here and the given ones. */
  async verify(job: RunningJob, named: readonly Anchor[] = []): Promise<Verification> {
    const known = this.#known();
    const verified = await verifyWithHead(this.#store.pathInPlace(), job, [...named, ...known]);
    this.#remember(verified);
    const [bad] = verified.verification.problems.filter((problem) => this.#isDamage(problem, known));
    this.#found = bad !== undefined;
    if (bad !== undefined && this.#store.readOnly === '')
      this.#store.freeze(
        msg`The store does not hold: ${bad.message} It is open for reading only; restore a backup, or ask whoever looks after it.`,
      );
    return verified.verification;
  }

  /** Whether it was a full check that found the store damaged. */
  get foundDamage(): boolean {
    return this.#found;
  }

  /** Whether the last full check known here is a week old, or there never was one of a store that old. */
  isDue(): boolean {
    const { heads } = this.#places;
    if (heads === undefined) return false;
    const last = readHead(heads, this.#store.id)?.at;
    const since = last === undefined ? firstEntryAt(this.#store.reader().db) : parseMoment(last);
    return since !== undefined && this.#clock.now() - since > week;
  }

  /** Leaves the day's last anchor. */
  close(): void {
    clearInterval(this.#timer);
    this.#anchor(this.#clock.now());
  }

  #known(): Anchor[] {
    const { heads, daily } = this.#places;
    const head = heads === undefined ? undefined : readHead(heads, this.#store.id);
    return [
      ...(head === undefined ? [] : [head]),
      ...(daily === undefined ? [] : readAnchorFolder(daily, this.#store.id)),
    ];
  }

  /** An anchor that somebody named may be the wrong one; the store is not to blame for it. */
  #isDamage({ code }: Problem, known: readonly Anchor[]): boolean {
    return code !== 'ANCHOR_MISSING' || lacksAny(this.#store.reader().db, known);
  }

  #remember({ verification, head }: Verified): void {
    const { heads } = this.#places;
    if (heads === undefined || !verification.ok || head === undefined || head.seq === 0) return;
    const { storeId, seq, hash } = head;
    try {
      rememberHead(heads, { v: 1, store: storeId, seq, hash, at: formatMoment(this.#clock.now()) });
    } catch (error) {
      // What was verified is true, whether it can be remembered or not.
      logError(error, 'audit.verify');
    }
  }

  #anchorToday(): void {
    const now = this.#clock.now();
    if (formatMoment(now).slice(0, 10) !== this.#anchored) this.#anchor(now);
  }

  #anchor(now: Moment): void {
    const { daily } = this.#places;
    if (daily === undefined || this.#store.readOnly !== '') return;
    try {
      const { storeId, seq, hash } = this.#store.head();
      const at = formatMoment(now);
      if (seq > 0) appendAnchor(daily, { v: 1, store: storeId, seq, hash: hex(hash), at });
      this.#anchored = at.slice(0, 10);
    } catch (error) {
      // A folder that is not there today must not keep anybody from working; the next day tries again.
      logError(error, 'anchor');
    }
  }
}
