import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { QueryContext } from '#main/context/context.ts';
import { prepareBackup, placeBackup } from '#main/store/backup.ts';
import { hex } from '#main/store/chain.ts';
import { type Mark, markOf } from '#main/store/copy.ts';
import { hashAt } from '#main/store/entries.ts';
import { makeTemporaryFolder } from '#main/store/temporaryFolders.ts';
import type { Drill } from '#shared/backups/contract.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type ErrorCode, isLotlineError } from '#shared/kernel/errors.ts';
import { unpackFor } from './unpacked.ts';

type Context = QueryContext<'copies' | 'storeFile'>;

/** Codes that say the backup itself is no good; any other says that it could not be tried. */
const isNoGood: readonly ErrorCode[] = ['STORE_DAMAGED', 'STORE_FOREIGN', 'STORE_VERSION'];

/**
 * Restores a backup as if the store were lost, to a temporary place, and throws it away again. That it cannot be
 * restored is an answer; that it cannot be tried (no such file, no room, cancelled) is a refusal.
 * @param path the backup; "" makes a fresh one first
 */
export async function runDrill(context: Context, path: string): Promise<Drill> {
  const folder = makeTemporaryFolder('drill');
  try {
    const backup = path === '' ? await makeFresh(context, join(folder, 'fresh.backup')) : path;
    return { path, ...(await tryOut(context, backup, join(folder, 'restored.lotline'))) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFresh({ copies: { verify, heldFile }, storeFile, now, job }: Context, target: string) {
  placeBackup(
    await prepareBackup({ store: storeFile, held: heldFile(), target, at: formatMoment(now), verify, watched: job }),
  );
  return target;
}

async function tryOut(
  { actor, now, job, reader, copies }: Context,
  backup: string,
  place: string,
): Promise<Omit<Drill, 'path'>> {
  try {
    const { store, missingFiles, ...found } = await unpackFor(
      { actor, now, job, copies },
      { file: backup, name: backup },
      place,
    );
    const problem = compare(reader.db, { store, ...found }) || lacking(missingFiles);
    return { ...found, ok: problem === '', problem };
  } catch (error) {
    if (!isLotlineError(error) || !isNoGood.includes(error.code)) throw error;
    return { ok: false, seq: 0, hash: '', sha256: '', size: 0, entries: 0, problem: error.message.slice(0, 500) };
  }
}

const lacking = (missing: number): string =>
  missing === 0 ? '' : `It holds, but ${missing} of the attached files ${missing === 1 ? 'is' : 'are'} missing in it.`;

/** A backup of this store ends with an entry that this store's trail has too. */
function compare(db: Database, { store, seq, hash }: Mark): string {
  const own = markOf(db);
  if (own.store !== store) return 'It holds, but it is a backup of another store.';
  if (seq > own.seq) return `It holds, but it ends with entry ${seq}, and this store only reaches entry ${own.seq}.`;
  const found = hashAt(db, seq);
  return found !== undefined && hex(found) === hash
    ? ''
    : `It holds, but its entry ${seq} is not the one of this store: the two have parted.`;
}
