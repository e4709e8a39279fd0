import { type Message, msg } from '#shared/kernel/message.ts';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database, { type Database as Handle } from 'better-sqlite3';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { anchorIssue } from './anchor.ts';
import { readHead } from './anchorFolder.ts';
import { missingOf } from './acknowledged.ts';
import { endKnownAt, storesKnownAt } from './knownPlaces.ts';
import { insistOnFilesBeside } from './regularFiles.ts';
import { schemaVersion } from './schemaDigest.ts';
import { schemaDigest, schemaDigests } from './schemaDigest.ts';
import { toStoreError } from './sqliteErrors.ts';
import { realFileOf } from './storeFile.ts';
import { checkTail } from './tail.ts';

/** So many of the last entries are looked at before a store is used. */
export const checkedAtGate = 1000;

/** "LOTL": what marks a SQLite file as a Lotline store. */
export const applicationId = 0x4c4f544c;

/**
 * The start-up gate: is this file there, ours, of our version, with the schema we made and a chain
 * whose tail holds? Throws STORE_MISSING, STORE_FOREIGN, STORE_VERSION or STORE_DAMAGED; `readable` in
 * the details says whether it can still be opened for reading. A store of an earlier version passes with its version:
 * an opening for writing brings it up to ours. `heads` is the folder with the heads this workstation verified: what was
 * there once must still be there, in a store that is known at this path.
 */
export function checkGate(
  file: string,
  { heads }: { heads?: string | undefined } = {},
): { cleanExit: boolean; version: number } {
  checkFile(file);
  const db = openForLooking(file);
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId) {
      throw new LotlineError('STORE_FOREIGN', msg`${file} is a database of another program. Name a Lotline store.`, {
        readable: false,
      });
    }
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > schemaVersion) {
      throw new LotlineError(
        'STORE_VERSION',
        msg`${file} was written by a newer Lotline (schema ${version}, this one knows ${schemaVersion}). Open it with that version.`,
        {
          readable: false,
        },
      );
    }
    if (version < 1) {
      throw new LotlineError(
        'STORE_VERSION',
        msg`${file} has schema ${version}, which this Lotline cannot bring up to ${schemaVersion}.`,
        { readable: false },
      );
    }
    if (schemaDigest(db) !== schemaDigests[version]) {
      throw new LotlineError(
        'STORE_DAMAGED',
        msg`Tables or triggers of ${file} were changed outside Lotline. Restore a backup, or open it for reading only.`,
        { readable: true, what: msg`Tables or triggers of the store were changed outside Lotline.` },
      );
    }
    const bad = checkTail(db, checkedAtGate);
    if (bad !== undefined) {
      throw new LotlineError(
        'STORE_DAMAGED',
        msg`The audit trail of ${file} does not hold: ${bad.message} Restore a backup, or open it for reading only.`,
        { readable: true, what: msg`The audit trail does not hold: ${bad.message}`, seq: bad.seq },
      );
    }
    if (version >= 3 && hasLostPeople(db)) {
      throw new LotlineError(
        'STORE_DAMAGED',
        msg`${file} was set up for people, and there are none any more. Restore a backup, or open it for reading only.`,
        { readable: true, what: msg`The people of this store were removed outside Lotline.` },
      );
    }
    if (heads !== undefined) insistOnKnownStore(db, file, heads);
    const lost = heads === undefined ? undefined : lostHead(db, heads);
    if (lost !== undefined) {
      throw new LotlineError(
        'STORE_DAMAGED',
        msg`${file} is not the store this computer verified: ${lost.message} Put the newer store back; “lotline serve” opens this one for reading only.`,
        { readable: true, what: msg`This is not the store this computer verified: ${lost.message}`, seq: lost.seq },
      );
    }
    if (heads !== undefined) insistOnEnd(db, file, heads);
    return { cleanExit: db.prepare('select clean_exit from head where id = 1').pluck().get() === 1, version };
  } catch (error) {
    throw toDamageError(file, error);
  } finally {
    db.close();
  }
}

/** Whether people were set up and are gone: then no one could sign in, and no one may come in instead of them. */
const hasLostPeople = (db: Handle): boolean =>
  db
    .prepare(
      "select 1 from audit_entry where operation = 'people.setUp' and outcome = 'done' and not exists (select 1 from person) limit 1",
    )
    .pluck()
    .get() !== undefined;

/** Another identity than this workstation knew at the path hides all that was remembered of the store there. */
function insistOnKnownStore(db: Handle, file: string, heads: string): void {
  const known = storesKnownAt(heads, realFileOf(file));
  if (known.length === 0 || known.includes(idOf(db))) return;
  throw new LotlineError(
    'STORE_DAMAGED',
    msg`${file} is another store than the one this computer knew at this place. Put the right one back. If this one was put there on purpose, say so first: lotline verify --accept --store ${JSON.stringify(file)}`,
    {
      readable: true,
      what: msg`This is another store than the one this computer knew at this place. If it was put there on purpose, say so: lotline verify --accept --store ${JSON.stringify(file)}.`,
    },
  );
}

/** What this workstation acknowledged of the store at this path must be there: an older copy lacks it. */
function insistOnEnd(db: Handle, file: string, heads: string): void {
  const end = endKnownAt(heads, realFileOf(file), idOf(db));
  const missing = end === undefined ? undefined : missingOf(db, end);
  if (end === undefined || missing === undefined) return;
  throw new LotlineError(
    'STORE_DAMAGED',
    msg`${file} is not as this computer left it: ${missing} Put the newer store back; “lotline serve” opens this one for reading only. If this one was put there on purpose, say so first: lotline verify --accept --store ${JSON.stringify(file)}`,
    { readable: true, what: msg`The store is not as this computer left it: ${missing}`, seq: end.seq },
  );
}

const idOf = (db: Handle): string =>
  db.prepare<[], string>('select store_id from head where id = 1').pluck().get() ?? '';

/** Whether the store lacks the head this workstation verified last. One read of a small file, one of the store. */
function lostHead(db: Handle, heads: string): { seq: number; message: Message } | undefined {
  const storeId = idOf(db);
  const head = readHead(heads, storeId);
  const message = head === undefined ? undefined : anchorIssue(db, storeId, head);
  return head === undefined || message === undefined ? undefined : { seq: head.seq, message };
}

/** What a file says which store it is; undefined where it cannot be read. */
export function storeIdAt(file: string): string | undefined {
  try {
    checkFile(file);
    const db = openForLooking(file);
    try {
      return idOf(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

function checkFile(file: string): void {
  const stat = statSync(realFileOf(file), { throwIfNoEntry: false });
  if (stat === undefined)
    throw new LotlineError(
      'STORE_MISSING',
      msg`There is no store at ${file}. Import a plant into it, or name another.`,
    );
  if (!stat.isFile()) throw new LotlineError('STORE_FOREIGN', msg`${file} is not a file.`, { readable: false });
  insistOnFilesBeside(realFileOf(file));
  if (stat.size === 0) {
    throw new LotlineError(
      'STORE_DAMAGED',
      msg`${file} is empty. An empty file is a store that was lost, not a new one: restore a backup or remove it.`,
      {
        readable: false,
      },
    );
  }
  const head = Buffer.alloc(16);
  const descriptor = openFile(file);
  try {
    readSync(descriptor, head, 0, 16, 0);
  } finally {
    closeSync(descriptor);
  }
  if (head.toString('latin1') !== 'SQLite format 3\u0000') {
    throw new LotlineError('STORE_FOREIGN', msg`${file} is not a Lotline store.`, { readable: false });
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw new LotlineError('STORE_MISSING', msg`${file} cannot be read. Check the rights of the file and its folder.`, {
      cause: String(error),
    });
  }
}

function openForLooking(file: string): Handle {
  try {
    return new Database(file, { readonly: true, timeout: 5000 });
  } catch (error) {
    throw toDamageError(file, error);
  }
}

function toDamageError(file: string, error: unknown): unknown {
  const known = toStoreError(error);
  // Held by another program, or in a place where SQLite cannot put its helper files: nothing is wrong with the store.
  if (
    isLotlineError(error) ||
    (isLotlineError(known) && ['STORE_BUSY', 'STORE_READ_ONLY', 'STORE_FULL'].includes(known.code))
  )
    return known;
  return new LotlineError('STORE_DAMAGED', msg`${file} cannot be read as a store. Restore a backup.`, {
    readable: false,
    cause: String(error),
  });
}
