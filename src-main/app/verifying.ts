import { inEnglish, msg } from '#shared/kernel/message.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { isFileProblem } from '#main/store/keptFiles.ts';
import { appendAnchor, readHead, rememberHead } from '#main/store/anchorFolder.ts';
import { rememberPlace } from '#main/store/knownPlaces.ts';
import { missingOf } from '#main/features/audit/verifyAnchors.queries.ts';
import type { VerifiedHead } from '#main/features/audit/verifyChain.queries.ts';
import { type Verified, verifyWithHead } from '#main/app/verifyInWorker.ts';
import { type AnchorPlaces, groupsOf, type KnownAnchors, knownAnchors } from './knownAnchors.ts';
import { fitsKey, makeSiteKey, openSiteKey, readSiteKey, type Secrets } from '#main/store/siteKey.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { RunningJob } from '#main/context/context.ts';
import type { Damage, Store } from '#main/store/store.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { formatMoment, type Moment, parseMoment } from '#shared/kernel/dates.ts';
import { hex } from '#main/store/chain.ts';
import { firstEntryAt } from '#main/store/entries.ts';
import type { Clock } from './clock.ts';
import type { TraceIndexService } from './traceIndexService.ts';
import { logError } from './log.ts';

export type { AnchorPlaces, Secrets };

const week = 7 * 24 * 3600 * 1_000_000;
const lookEveryMs = 3_600_000;

type Parts = { store: Store; trace: TraceIndexService; places: AnchorPlaces; clock: Clock };

/**
 * Verifies a store with all that this workstation knows of it, remembers what was verified, and leaves an anchor a day
 * and one at the end. A store that does not hold is only read from then on.
 */
export class Verifying {
  readonly #store: Store;
  readonly #trace: TraceIndexService;
  readonly #places: AnchorPlaces;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  #anchored = '';
  /** Whether a full check found the store damaged. */
  #found = false;
  /** What was acknowledged here stays remembered, whatever a check finds now. */
  #isFrozen = false;

  constructor({ store, trace, places, clock }: Parts) {
    this.#store = store;
    this.#trace = trace;
    this.#places = places;
    this.#clock = clock;
    this.#anchorToday();
    this.#timer = setInterval(() => this.#anchorToday(), lookEveryMs).unref();
  }

  /**
   * The full check, compared with the anchors known here and those named. Signed ones must be by this computer's key, or
   * by the public key that is named, by which all that are named must be signed then. `accept` takes the store for right as
   * it stands: restores that nothing outside speaks for, and another trail than unsigned anchors tell of.
   */
  async verify(
    job: RunningJob,
    named: readonly Anchor[] = [],
    { publicKey, accept = false }: { publicKey?: string | undefined; accept?: boolean | undefined } = {},
  ): Promise<Verification> {
    const own = this.#ownKeys();
    insistOnSignatures(named, publicKey, own);
    const accepted = accept ? this.#end(this.#clock.now()) : undefined;
    const known = this.#known(accepted);
    const hasKey = publicKey !== undefined || own.length > 0;
    const covers = [...known.covers, ...named.filter(({ signature }) => !hasKey || signature !== undefined)];
    const { sure, unsure } = groupsOf(known, covers);
    const groups = [{ anchors: named, covers }, sure, unsure];
    const { head, verification } = await verifyWithHead(this.#store.pathInPlace(), job, groups, this.#trace.copied());
    const found = withDamage(verification, this.#store.damage);
    this.#remember({ head, verification: found }, accepted);
    const { problems, anchors } = found;
    const isSure = missingOf(this.#store.reader().db, [sure]).length > 0;
    // An anchor that somebody named, or that nobody signed, may be the wrong one; the store is not to blame for it, nor for a file beside it.
    const bad = problems.find(({ code }) => !isFileProblem(code) && (code !== 'ANCHOR_MISSING' || isSure));
    this.#found = bad !== undefined;
    if (bad !== undefined) this.#store.doubt();
    if (bad !== undefined && this.#store.readOnly === '')
      this.#store.freeze(
        msg`The store does not hold: ${bad.message} It is open for reading only; restore a backup, or ask whoever looks after it.`,
      );
    return known.told.length === 0 ? found : { ...found, anchors: { ...anchors, told: [...known.told] } };
  }

  /** Remembers the last entry that was acknowledged here: a store that lacks it is told when it is opened next. */
  rememberAcknowledged(): void {
    const { seq, hash } = this.#store.acknowledged();
    this.#isFrozen = true;
    this.#rememberHead({ storeId: this.#store.id, seq, hash: hex(hash) });
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

  #known(accepted?: Anchor): KnownAnchors {
    return knownAnchors({ store: this.#store, places: this.#places, accepted });
  }

  #remember({ verification, head }: Verified, accepted: Anchor | undefined): void {
    if (!verification.ok || head === undefined || (this.#isFrozen && accepted === undefined)) return;
    this.#rememberHead(head, accepted);
  }

  #rememberHead({ storeId, seq, hash }: VerifiedHead, accepted?: Anchor): void {
    const { heads } = this.#places;
    if (heads === undefined || seq === 0) return;
    try {
      rememberHead(heads, { v: 1, store: storeId, seq, hash, at: formatMoment(this.#clock.now()) });
      rememberPlace(heads, this.#store.file, storeId);
      if (accepted !== undefined) rememberHead(heads, accepted, 'accepted');
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

  #end(now: Moment): Anchor {
    const { storeId, seq, hash } = this.#store.head();
    return { v: 1, store: storeId, seq, hash: hex(hash), at: formatMoment(now) };
  }

  #anchorToday(): void {
    const now = this.#clock.now();
    if (formatMoment(now).slice(0, 10) !== this.#anchored) this.#anchor(now);
  }

  #anchor(now: Moment): void {
    const { daily } = this.#places;
    if (daily === undefined || this.#store.readOnly !== '') return;
    try {
      const anchor = this.#end(now);
      const { at, seq } = anchor;
      const known = this.#known();
      // One that is left of another trail than was anchored before would speak for it from then on.
      const { sure, unsure } = groupsOf(known, known.covers);
      const isMissing = missingOf(this.#store.reader().db, [sure, unsure]).length > 0;
      if (isMissing) logError(new Error('no anchor is left: the trail is not what an earlier one says'), 'anchor');
      else if (seq > 0) appendAnchor(daily, this.#signed(anchor));
      this.#anchored = at.slice(0, 10);
    } catch (error) {
      // A folder that is not there today must not keep anybody from working; the next day tries again.
      logError(error, 'anchor');
    }
  }
}

/** What the gate refused a store for may be nothing that is in the store. */
function withDamage(verification: Verification, damage: Damage | undefined): Verification {
  if (damage === undefined || !verification.ok) return verification;
  const { code, what, seq } = damage;
  return { ...verification, ok: false, problems: [{ code, seq, where: 'store', message: inEnglish(what) }] };
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
