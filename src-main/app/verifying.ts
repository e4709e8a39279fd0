import { msg } from '#shared/kernel/message.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { appendAnchor, readAnchorFolder, readHead, rememberHead } from '#main/store/anchorFolder.ts';
import { lacksAny } from '#main/features/audit/verifyAnchors.queries.ts';
import { type Verified, verifyWithHead } from '#main/app/verifyInWorker.ts';
import { fitsKey, makeSiteKey, openSiteKey, readSiteKey, type Secrets } from '#main/store/siteKey.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { RunningJob } from '#main/context/context.ts';
import type { Store } from '#main/store/store.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { formatMoment, type Moment, parseMoment } from '#shared/kernel/dates.ts';
import { hex } from '#main/store/chain.ts';
import { firstEntryAt } from '#main/store/entries.ts';
import type { Clock } from './clock.ts';
import { logError } from './log.ts';

export type { Secrets };

/** Where anchors lie outside the store; without a place none are kept there. */
export type AnchorPlaces = {
  /** The head this workstation verified last, one file a store. */
  heads?: string | undefined;
  /** The folder somebody chose for daily anchors, best where those who write the store cannot write. */
  daily?: string | undefined;
  /** The file with this computer's own key for anchors; there may be none. */
  key?: string | undefined;
  /** What the system keeps secrets with: then daily anchors are signed. */
  secrets?: Secrets | undefined;
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

  /**
   * The full check, compared with the anchors known here and those named. Signed ones must be by this computer's key, or
   * by the public key that is named, by which all that are named must be signed then.
   */
  async verify(job: RunningJob, named: readonly Anchor[] = [], publicKey?: string): Promise<Verification> {
    insistOnSignatures(named, publicKey, this.#ownKeys());
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
      ...(daily === undefined ? [] : readAnchorFolder(daily, this.#store.id)).filter((anchor) =>
        fitsKey(anchor, this.#ownKeys()),
      ),
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

  #ownKeys(): string[] {
    const { key } = this.#places;
    const own = key === undefined ? undefined : readSiteKey(key);
    return own === undefined ? [] : [own.publicKey];
  }

  /** Signed where the system keeps the key; a key under a passphrase needs a person. */
  #signed(anchor: Anchor): Anchor {
    const { key, secrets } = this.#places;
    if (key === undefined || secrets === undefined) return anchor;
    if (readSiteKey(key) === undefined) makeSiteKey(key, secrets);
    return readSiteKey(key)?.by === secrets.by ? openSiteKey(key, secrets)(anchor) : anchor;
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
      const anchor = { v: 1, store: storeId, seq, hash: hex(hash), at } as const;
      if (seq > 0) appendAnchor(daily, this.#signed(anchor));
      this.#anchored = at.slice(0, 10);
    } catch (error) {
      // A folder that is not there today must not keep anybody from working; the next day tries again.
      logError(error, 'anchor');
    }
  }
}

function insistOnSignatures(named: readonly Anchor[], publicKey: string | undefined, own: readonly string[]): void {
  const trusted = publicKey === undefined ? own : [publicKey];
  const wrong = named.find(
    (anchor) => !fitsKey(anchor, trusted) || (publicKey !== undefined && anchor.signature === undefined),
  );
  if (wrong === undefined) return;
  const { seq } = wrong;
  throw new LotlineError(
    'FILE_DAMAGED',
    wrong.signature === undefined
      ? msg`The anchor of entry ${seq} is not signed with the key that was named. Name the anchors this key signed.`
      : msg`The signature of the anchor of entry ${seq} does not fit: it was changed, or signed with another key. Name the public key of the computer that signed it (--anchor-key FILE).`,
  );
}
