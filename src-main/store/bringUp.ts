import { msg } from '#shared/kernel/message.ts';
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { anchorOf } from './anchor.ts';
import { type UnplacedBackup, placeBackup, sizeUp } from './backup.ts';
import { backupAt, checkRoom } from './backupTarget.ts';
import type { EntitiesLoader } from './orm.ts';
import { copyStore, digestOfFile, digestOfRows, markOf, type Mark, type Watched } from './copy.ts';
import { temporaryFileOf, removeTemporaryFile } from './temporaryFiles.ts';
import { checkGate } from './gate.ts';
import { schemaDigest, schemaDigests } from './schemaDigest.ts';
import { schemaVersion } from './schemaDigest.ts';

/**
 * Brings a store of an earlier version up to ours: a verified backup beside it first, then every migration and the
 * checks of what it left, in one transaction. Killed at any moment, the store is of the one version or the other, whole.
 * @throws LotlineError STORE_FULL without room for the backup, STORE_DAMAGED when the store does not survive the checks
 */
export async function bringUp(
  file: string,
  { entities, version, now, isCopy }: { entities: EntitiesLoader; version: number; now: number; isCopy: boolean },
): Promise<void> {
  if (!isCopy) await backUp(file, version, formatMoment(now));
  const { connectOrm } = await import('./orm.ts');
  const { orm, db } = await connectOrm(file, await entities(), 'write');
  try {
    const before = countRows(db);
    const mark = markOf(db);
    const { migrator } = orm;
    // Prepares the migrator now: it queries the one connection, which it could not once the transaction has it.
    await migrator.getPending();
    await orm.driver.getConnection().transactional(async (transaction) => {
      await migrator.up({ transaction });
      checkWhole(db, before, mark);
    });
  } finally {
    await orm.close();
  }
}

/** Bringing up has no progress to show and cannot be cancelled. */
const unwatched: Watched = { signal: new AbortController().signal, progress: () => undefined };

async function backUp(file: string, version: number, at: string): Promise<void> {
  const { mark, size } = sizeUp(file);
  const place = findPlace(file, version, mark);
  if (place === undefined) return;
  checkRoom(dirname(file), size);
  const draft = temporaryFileOf(file);
  removeTemporaryFile(draft);
  try {
    const copied = await copyStore(file, draft, unwatched);
    insistOnTrueCopy(file, draft);
    const made: UnplacedBackup = {
      ...copied,
      ...(await digestOfFile(draft, unwatched)),
      file: place,
      draft,
      at,
      missingFiles: 0,
    };
    placeBackup(made);
  } finally {
    removeTemporaryFile(draft);
  }
}

/** Where the backup goes; undefined when an earlier start that did not come further left one of this very state. */
function findPlace(file: string, version: number, mark: Mark): string | undefined {
  for (let number = 1; ; number += 1) {
    const place = `${file}.schema-${version}${number === 1 ? '' : `-${number}`}.backup`;
    if (!existsSync(place)) return place;
    const there = backupAt(place);
    if (there === undefined || there.store !== mark.store || there.hash !== mark.hash) continue;
    if (isTrueCopy(file, place)) return undefined;
    // Ours by its name and its head, but not what it should be: of no use to anybody.
    rmSync(anchorOf(place), { force: true });
    rmSync(place);
    return place;
  }
}

/**
 * The checks of a store know the tables of its own version, and this program only those of its own: so a copy is
 * compared with its original, row for row, and read by the gate, which knows every version.
 */
function isTrueCopy(file: string, copy: string): boolean {
  try {
    checkGate(copy);
    return digestOfRows(file) === digestOfRows(copy);
  } catch {
    return false;
  }
}

function insistOnTrueCopy(file: string, copy: string): void {
  if (isTrueCopy(file, copy)) return;
  throw new LotlineError(
    'STORE_DAMAGED',
    msg`The backup of ${file} that is made before it is brought up to a new version does not hold. Nothing was changed. Check the disk, or restore an earlier backup.`,
    { readable: false },
  );
}

/** Rows of each table, but for the list of migrations. */
function countRows(db: Database): Map<string, unknown> {
  const tables = db
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
    .filter((name) => name !== 'mikro_orm_migrations');
  return new Map(tables.map((name) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get()]));
}

/** Within the transaction: what throws here undoes all of it. */
function checkWhole(db: Database, before: ReadonlyMap<string, unknown>, mark: Mark): void {
  const after = countRows(db);
  const lost = [...before].filter(([table, rows]) => after.get(table) !== rows).map(([table]) => table);
  const loose = db.pragma('foreign_key_check');
  const now = markOf(db);
  const faults = [
    ...lost.map((table) => `rows of ${table}`),
    ...(Array.isArray(loose) && loose.length > 0 ? ['references'] : []),
    ...(now.seq === mark.seq && now.hash === mark.hash ? [] : ['the audit trail']),
    ...(schemaDigest(db) === schemaDigests[schemaVersion] ? [] : ['tables']),
  ];
  if (faults.length === 0) return;
  throw new LotlineError(
    'STORE_DAMAGED',
    msg`The store could not be brought up to schema ${schemaVersion}: ${faults.join(', ')} would not have been as they should. Nothing was changed.`,
    { readable: false },
  );
}
