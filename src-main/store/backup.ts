import { msg } from '#shared/kernel/message.ts';
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database, { type Database as Handle } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { anchorOf, writeAnchor } from './anchor.ts';
import { type Around, checkBackupTarget } from './backupTarget.ts';
import { carryContents, isFileProblem, sizeOfContents } from './keptFiles.ts';
import { copyStore, digestOfFile, type Mark, markOf, sizeOf, type Source, type Watched } from './copy.ts';
import { temporaryFileOf, removeTemporaryFile, sweepTemporaryFiles, syncFolder } from './temporaryFiles.ts';
import { toStoreError } from './sqliteErrors.ts';

/** What recomputes everything a store claims. */
export type Verify = (
  file: string,
  watched: Watched,
) => Promise<{ ok: boolean; entries: number; problems: readonly { code: string; seq: number; message: string }[] }>;

/** A verified copy, still beside its place under a name that cannot be taken for a backup. */
export type UnplacedBackup = Mark & {
  /** Where it goes. */
  file: string;
  draft: string;
  sha256: string;
  size: number;
  /** When it was asked for, as ISO text. */
  at: string;
  /** So many attached files it lacks, since the store itself lacks them. */
  missingFiles: number;
};

/**
 * Copies a store while it is in use and verifies the copy as a whole, beside its target.
 * @throws LotlineError PATH_REFUSED and STORE_FULL before anything is written; STORE_DAMAGED when the copy does not
 * hold, CANCELLED, STORE_FULL: nothing is left then
 */
export async function prepareBackup(options: {
  store: string;
  /** The open handle of a store whose path leads to it no more. */
  held?: Handle | undefined;
  target: string;
  at: string;
  verify: Verify;
  watched: Watched;
  around?: Around;
}): Promise<UnplacedBackup> {
  const { store, target, at, verify, watched, around } = options;
  const from = options.held ?? store;
  const { mark: end, size } = sizeUp(from);
  const file = checkBackupTarget(target, {
    store,
    mark: end,
    size: size + sizeOfContents(from),
    ...(around === undefined ? {} : { around }),
  });
  const draft = temporaryFileOf(file);
  sweepTemporaryFiles(file);
  removeTemporaryFile(draft);
  try {
    const mark = await copyStore(from, draft, watched);
    const missingFiles = carryContents(store, draft);
    await insistItHolds(draft, mark, verify, watched);
    return { ...mark, ...(await digestOfFile(draft, watched)), file, draft, at, missingFiles };
  } catch (error) {
    removeTemporaryFile(draft);
    throw toStoreError(error);
  }
}

/** Moves a verified copy to its place, with an anchor beside it that states what it holds. */
export function placeBackup({ file, draft, ...mark }: UnplacedBackup): void {
  const { store, seq, hash, at, sha256 } = mark;
  try {
    // An anchor must never be beside another backup than its own: rather none, should the program be killed here.
    rmSync(anchorOf(file), { force: true });
    renameSync(draft, file);
    writeAnchor(anchorOf(file), { v: 1, store, seq, hash, at, sha256 });
    syncFolder(dirname(file));
  } catch (error) {
    throw cannotPlace(file, error);
  }
}

export const discardBackup = ({ draft }: UnplacedBackup): void => removeTemporaryFile(draft);

function cannotPlace(file: string, error: unknown): unknown {
  const known = toStoreError(error);
  if (known instanceof LotlineError) return known;
  return new LotlineError(
    'PATH_REFUSED',
    msg`${file} cannot be written. Check the name, and that no other program has the file open.`,
    { cause: String(error) },
  );
}

/** The end of a store's chain, and how many bytes a copy of it will take. */
export function sizeUp(store: Source): { mark: Mark; size: number } {
  if (typeof store !== 'string') return { mark: markOf(store), size: sizeOf(store) };
  const db = new Database(store, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    return sizeUp(db);
  } catch (error) {
    throw toStoreError(error);
  } finally {
    db.close();
  }
}

/** Verifies a copy as a whole, and that it ends where its original did. @throws LotlineError STORE_DAMAGED */
export async function insistItHolds(file: string, mark: Mark, verify: Verify, watched: Watched): Promise<number> {
  const { ok, entries, problems } = await verify(file, watched);
  // A file that was lost outside is said; it keeps nobody from saving the rest.
  const first = problems.find(({ code }) => !isFileProblem(code));
  if (!ok && (first !== undefined || problems.length === 0))
    throw new LotlineError(
      'STORE_DAMAGED',
      msg`The copy does not hold, so it was not kept: ${first?.message ?? ''} Verify the store itself, and restore an earlier backup where it does not hold either.`,
      { seq: first?.seq ?? 0 },
    );
  const { mark: copied } = sizeUp(file);
  if (copied.store !== mark.store || copied.seq !== mark.seq || copied.hash !== mark.hash)
    throw new LotlineError(
      'STORE_DAMAGED',
      msg`The copy ends with entry ${copied.seq} instead of ${mark.seq}, so it was not kept.`,
      { seq: copied.seq },
    );
  return entries;
}
