import { msg } from '#shared/kernel/message.ts';
import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename, dirname } from 'node:path';
import type { HostName, RunningJob } from '#main/context/context.ts';
import { verifyInWorker } from '#main/app/verifyInWorker.ts';
import type { Anchor } from '#main/store/anchor.ts';
import { appendAnchor, forgetHead, readHead, rememberHead, rememberRestored } from '#main/store/anchorFolder.ts';
import { rememberPlace, storesKnownAt } from '#main/store/knownPlaces.ts';
import { isOfStore } from '#main/store/backupTarget.ts';
import {
  freeName,
  temporaryFileOf,
  keptMark,
  removeTemporaryFile,
  sweepTemporaryFiles,
} from '#main/store/temporaryFiles.ts';
import { takeLock } from '#main/store/lock.ts';
import { holdsEntry, settleStoreState, type StoreState, swapIn, unpackBackup } from '#main/store/restore.ts';
import type { Restored } from '#shared/backups/contract.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { systemClock } from './clock.ts';
import { loadEntities } from './loadEntities.ts';
import { logError } from './log.ts';

/** A backup that was unpacked and verified beside the store it is to replace, whose lock is held. */
export type ReadyRestore = {
  /** The unpacked store, to be opened once for the entry that records where it came from. */
  draft: string;
  said: Restored;
  /** Puts it in the store's place; the old store is kept beside it. */
  finish(): void;
  /** Frees the lock and leaves nothing lying about, whether it was finished or not. */
  close(): void;
};

/**
 * Checks a backup by the gate and in full, and unpacks it beside the store. The store itself is not touched.
 * @throws LotlineError STORE_BUSY while another program has the store open, STORE_FOREIGN for a backup of another store or
 * a file that is no store, PATH_REFUSED for the store itself, and what `unpackBackup` throws
 */
export async function readyRestore(options: {
  backup: string;
  file: string;
  host: HostName;
  job: RunningJob;
  /** Where this workstation keeps anchors: a restore goes back behind them on purpose, and leaves its own. */
  places: { heads: string; daily?: string | undefined };
}): Promise<ReadyRestore> {
  const { backup, host, job, places } = options;
  const { heads } = places;
  const file = placeOf(options.file);
  if (existsSync(backup) && isOfStore(realpathSync(backup), file))
    throw new LotlineError('PATH_REFUSED', msg`${backup} is the store itself. Name a backup of it.`);
  const now = systemClock.now();
  const person = userInfo().username;
  const holder = { person, workstation: hostname(), host, pid: process.pid, since: formatMoment(now) };
  const wasMissing = !existsSync(file);
  const lock = takeLock(file, holder);
  const draft = temporaryFileOf(file);
  let verified: Anchor | undefined;
  const close = (): void => {
    removeTemporaryFile(draft);
    if (verified !== undefined) rememberHead(heads, verified);
    lock.release();
    if (wasMissing && !existsSync(file)) rmSync(`${file}-lock`, { force: true });
  };
  try {
    sweepTemporaryFiles(file);
    const storeState = settleStoreState(file);
    const parts = { entities: loadEntities, holder, now, newId: randomUUID, verify: verifyInWorker, watched: job };
    const { store, seq, hash, sha256 } = await unpackBackup(backup, draft, parts);
    if (storeState.state === 'whole' && storeState.store !== store) throw otherStore(backup, file);
    const kept = storeState.state === 'missing' ? '' : freeName(`${file}${keptMark}${stamp(now)}`);
    const isPast = storeState.state === 'whole' && holdsEntry(file, { seq, hash });
    const said = { path: backup, seq, hash, sha256, isPast, kept: basename(kept), ...previous(storeState) };
    const finish = (): void => {
      // Unpacking took its time: somebody may have begun to read meanwhile.
      settleStoreState(file);
      const end = endOf(draft);
      const wasHere = !wasMissing || storesKnownAt(heads, file).includes(store);
      remembering(() => rememberPlace(heads, file, store));
      swapIn(draft, file, kept);
      // Not the end of the restored one, which the store itself lacks where this is a second place for trying the backup.
      verified = { v: 1, store, seq, hash, at: formatMoment(now) };
      remembering(() => leaveAnchors(wasHere ? places : { heads }, end));
    };
    // What was verified here is not in the backup; nothing is to be taken for a loss, whenever the program ends.
    verified = readHead(heads, store);
    forgetHead(heads, store);
    return { draft, said, finish, close };
  } catch (error) {
    close();
    throw error;
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
function leaveAnchors({ heads, daily }: { heads: string; daily?: string | undefined }, end: Anchor): void {
  rememberRestored(heads, end);
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
  return existsSync(file) ? realpathSync(file) : file;
}

const otherStore = (backup: string, file: string): LotlineError =>
  new LotlineError(
    'STORE_FOREIGN',
    msg`${backup} is a backup of another store than the one at ${file}, which is left as it is. Name its own place with --store FILE.`,
  );

function previous(storeState: StoreState): Pick<Restored, 'previous' | 'previousSeq' | 'previousHash'> {
  return storeState.state === 'whole'
    ? { previous: 'whole', previousSeq: storeState.seq, previousHash: storeState.hash }
    : { previous: storeState.state, previousSeq: 0, previousHash: '' };
}

/** The form used in file names: 20260131T080000Z. */
const stamp = (now: Moment): string => formatMoment(now).replace(/[-:]|\.\d+/g, '');
