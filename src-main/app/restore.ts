import { msg } from '#shared/kernel/message.ts';
import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname } from 'node:path';
import type { GivingWay, HostName, RunningJob, UnpackedBackup } from '#main/context/context.ts';
import { verifyInWorker } from '#main/app/verifyInWorker.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { appendAnchor, forgetHead, readHead, rememberHead, rememberRestored } from '#main/store/anchorFolder.ts';
import { endKnownAt, forgetEnd, rememberPlace, storesKnownAt } from '#main/store/knownPlaces.ts';
import type { Acknowledged } from '#main/store/acknowledged.ts';
import { isOfStore } from '#main/store/backupTarget.ts';
import {
  freeName,
  temporaryFileOf,
  keptMark,
  removeTemporaryFile,
  sweepTemporaryFiles,
} from '#main/store/temporaryFiles.ts';
import { type LockHolder, takeLock } from '#main/store/lock.ts';
import { holdsEntry, settleStoreState, type StoreState, swapBack, swapIn, unpackBackup } from '#main/store/restore.ts';
import { realFileOf } from '#main/store/storeFile.ts';
import { openStore } from '#main/store/store.ts';
import type { Restored } from '#shared/backups/contract.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { systemClock } from './clock.ts';
import { loadEntities } from './loadEntities.ts';
import { logError } from './log.ts';
import { digestOfInput } from './pipeline/parse.ts';
import { sealEntry } from './pipeline/sealEntry.ts';
import { appVersion } from './version.ts';

/** A backup that was unpacked and verified beside the store it is to replace, whose lock is held. */
export type ReadyRestore = {
  /** The unpacked store, to be opened once for the entry that records where it came from. */
  draft: string;
  said: Restored;
  /** Puts it in the store's place; the old store is kept beside it. */
  swap(): void;
  /** Puts the old store back, where the restored one could not be opened. */
  undo(): void;
  /** Leaves the anchors of the restored store. */
  leaveAnchors(): void;
  /** Leaves nothing lying about, whether it was swapped or not; frees the lock where it was taken here. */
  close(): void;
};

/** Where this workstation keeps anchors: a restore goes back behind them on purpose, and leaves its own. */
type Places = { heads?: string | undefined; daily?: string | undefined };

/**
 * Checks a backup by the gate and in full, and unpacks it beside the store, of which it takes the lock first. The store
 * itself is not touched.
 * @throws LotlineError STORE_BUSY while another program has the store open, STORE_FOREIGN for a backup of another store or
 * a file that is no store, PATH_REFUSED for the store itself, and what `unpackBackup` throws
 */
export async function readyRestore(options: {
  backup: string;
  file: string;
  host: HostName;
  job: RunningJob;
  places: Places;
  /** Another store than the one this computer knew at the place is put there on purpose. */
  accept?: boolean;
}): Promise<ReadyRestore> {
  const { backup, host, job, places } = options;
  const file = placeOf(options.file);
  insistOnAnotherFile(backup, file);
  const now = systemClock.now();
  const holder = holderHere(host, now);
  const wasMissing = !existsSync(file);
  const lock = takeLock(file, holder);
  const draft = temporaryFileOf(file);
  const free = (): void => {
    removeTemporaryFile(draft);
    lock.release();
    if (wasMissing && !existsSync(file)) rmSync(`${file}-lock`, { force: true });
  };
  try {
    sweepTemporaryFiles(file);
    const storeState = settleStoreState(file);
    const parts = { entities: loadEntities, holder, now, newId: randomUUID, verify: verifyInWorker, watched: job };
    const unpacked = { draft, path: backup, ...(await unpackBackup(backup, draft, parts)) };
    return readied({ file, unpacked, places, storeState, wasMissing, accept: options.accept, now, free });
  } catch (error) {
    free();
    throw error;
  }
}

/**
 * The same for a backup that was unpacked and verified while the store was still in use, by the program that closed it
 * since and holds its lock.
 * @throws LotlineError STORE_BUSY while another program reads the store, STORE_FOREIGN
 */
export function readyInPlace(
  file: string,
  unpacked: UnpackedBackup,
  { places, now }: { places: Places; now: Moment },
): ReadyRestore {
  const free = (): void => removeTemporaryFile(unpacked.draft);
  return readied({ file, unpacked, places, storeState: settleStoreState(file), wasMissing: false, now, free });
}

type Readied = {
  file: string;
  unpacked: UnpackedBackup;
  places: Places;
  storeState: StoreState;
  wasMissing: boolean;
  accept?: boolean | undefined;
  now: Moment;
  free: () => void;
};

function readied({ file, unpacked, places, storeState, wasMissing, accept = false, now, free }: Readied): ReadyRestore {
  const { heads } = places;
  const { draft, path, store, seq, hash, sha256 } = unpacked;
  if (storeState.state === 'whole' && storeState.store !== store) throw otherStore(path, file);
  const known = heads === undefined ? [] : storesKnownAt(heads, file);
  // Where the store itself cannot say which one it is, what this computer knew there does.
  if (storeState.state !== 'whole' && !accept && known.length > 0 && !known.includes(store))
    throw unknownStore(path, file);
  const kept = storeState.state === 'missing' ? '' : freeName(`${file}${keptMark}${stamp(now)}`);
  const isPast = storeState.state === 'whole' && holdsEntry(file, { seq, hash });
  const said = { path, seq, hash, sha256, isPast, kept: basename(kept), ...previous(storeState) };
  // What was verified here is not in the backup; nothing is to be taken for a loss, whenever the program ends.
  const before = heads === undefined ? undefined : readHead(heads, store);
  if (heads !== undefined) forgetHead(heads, store);
  let [verified, leftAt]: [Anchor | undefined, Places] = [before, places];
  const remember = (): void => {
    if (heads === undefined) return;
    if (verified === undefined) forgetHead(heads, store);
    else rememberHead(heads, verified);
  };
  const endBefore = heads === undefined ? undefined : endKnownAt(heads, file, store);
  const rememberEnd = (known: Acknowledged | undefined): void => {
    if (heads !== undefined) remembering(() => rememberPlace(heads, file, store, known));
  };
  let end: Anchor | undefined;
  return {
    draft,
    said,
    swap() {
      // Unpacking took its time: somebody may have begun to read meanwhile.
      settleStoreState(file);
      end = endOf(draft);
      if (heads !== undefined) {
        forgetEnd(heads, file, store);
        remembering(() => rememberPlace(heads, file, store));
      }
      swapIn(draft, file, kept);
      // Not the end of the restored one, which the store itself lacks where this is a second place for trying the backup.
      verified = { v: 1, store, seq, hash, at: formatMoment(now) };
      leftAt = !wasMissing || known.includes(store) ? places : { heads };
      remembering(remember);
      rememberEnd({ seq: end.seq, hash: Buffer.from(end.hash, 'hex') });
    },
    undo() {
      if (kept !== '') swapBack(file, kept);
      [verified, end] = [before, undefined];
      remembering(remember);
      rememberEnd(endBefore);
    },
    leaveAnchors() {
      const restoredEnd = end;
      if (restoredEnd !== undefined) remembering(() => leaveAnchors(leftAt, restoredEnd));
    },
    close() {
      if (verified !== undefined) remembering(remember);
      free();
    },
  };
}

/** @throws LotlineError PATH_REFUSED where a backup is the store itself */
export function insistOnAnotherFile(backup: string, file: string): void {
  if (existsSync(backup) && isOfStore(realpathSync(backup), file))
    throw new LotlineError('PATH_REFUSED', msg`${backup} is the store itself. Name a backup of it.`);
}

/** This program, as others read it in a lock. */
export const holderHere = (host: HostName, now: Moment): LockHolder => ({
  person: userInfo().username,
  workstation: hostname(),
  host,
  pid: process.pid,
  since: formatMoment(now),
});

/**
 * Has the unpacked store say where it came from, who put it there and why; answers the number of that entry. Whoever it
 * was proved that to the store that gives way, and need not be among the people of the restored one.
 */
export async function recordRestore(
  { draft, said }: Pick<ReadyRestore, 'draft' | 'said'>,
  { actor, reason, now }: Pick<GivingWay, 'actor' | 'reason'> & { now: Moment },
): Promise<number> {
  const holder = holderHere(actor.host, now);
  const open = { file: draft, entities: loadEntities, holder, now, newId: randomUUID };
  const store = await openStore({ ...open, mode: 'write', isCopy: true });
  try {
    return await store.work((work) => {
      sealEntry(
        work,
        { actor, operation: { name: 'backups.restore' }, now, app: appVersion },
        { id: randomUUID(), digest: digestOfInput(said), outcome: 'done', reply: said, reason },
      );
      return work.journal.entrySeq;
    });
  } finally {
    await store.close();
  }
}

/** Where the restored store ends: with the entry that says so. */
function endOf(draft: string): Anchor {
  const found = settleStoreState(draft);
  if (found.state !== 'whole') throw new Error('what was unpacked cannot be read any more');
  const { store, seq, hash } = found;
  return { v: 1, store, seq, hash, at: formatMoment(systemClock.now()) };
}

/** Without one, nobody could tell a restore from an entry that somebody wrote into the file. */
function leaveAnchors({ heads, daily }: Places, end: Anchor): void {
  if (heads !== undefined) rememberRestored(heads, end);
  if (daily !== undefined) appendAnchor(daily, end);
}

/** The store is restored all the same; a later verification says what to do. */
function remembering(job: () => void): void {
  try {
    job();
  } catch (error) {
    logError(error, 'anchor');
  }
}

/** The store's place, links resolved, so that what is renamed is the store and not a link to it. */
function placeOf(file: string): string {
  const folder = statSync(dirname(file), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true)
    throw new LotlineError('PATH_REFUSED', msg`There is no folder ${dirname(file)} to restore a store into.`);
  return realFileOf(file);
}

const otherStore = (backup: string, file: string): LotlineError =>
  new LotlineError(
    'STORE_FOREIGN',
    msg`${backup} is a backup of another store than the one at ${file}, which is left as it is. Name its own place with --store FILE.`,
  );

const unknownStore = (backup: string, file: string): LotlineError =>
  new LotlineError(
    'STORE_FOREIGN',
    msg`${backup} is a backup of another store than the one this computer knew at ${file}, which cannot say so itself any more. Restore a backup of that store, or name another place with --store FILE. If this one is to go there, say so: lotline restore BACKUP --accept`,
  );

function previous(storeState: StoreState): Pick<Restored, 'previous' | 'previousSeq' | 'previousHash'> {
  return storeState.state === 'whole'
    ? { previous: 'whole', previousSeq: storeState.seq, previousHash: storeState.hash }
    : { previous: storeState.state, previousSeq: 0, previousHash: '' };
}

/** The form used in file names: 20260131T080000Z. */
const stamp = (now: Moment): string => formatMoment(now).replace(/[-:]|\.\d+/g, '');
