import { chmodSync, existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { noHash } from './chain.ts';
import { applicationId } from './gate.ts';
import { type Lock, type LockHolder, takeLock } from './lock.ts';
import type { EntitiesLoader } from './orm.ts';
import { schemaVersion } from './schemaDigest.ts';
import { toStoreError } from './sqliteErrors.ts';
import { removeTemporaryFile, temporaryFileOf } from './temporaryFiles.ts';

/** Makes the file beside its place and renames it, so that a half-made store is never found there. Its lock is held. */
export async function makeStore(
  file: string,
  options: { entities: EntitiesLoader; newId: () => string; now: number },
): Promise<string> {
  const draft = temporaryFileOf(file);
  const storeId = options.newId();
  removeTemporaryFile(draft);
  try {
    const { connectOrm } = await import('./orm.ts');
    const { orm, db } = await connectOrm(draft, await options.entities(), 'write');
    await orm.migrator.up();
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
    db.prepare(
      "insert into head (id, store_id, created_at, demo, seq, hash, movement_digest, version_digest, writes, clean_exit) values (1, ?, ?, '', 0, ?, ?, ?, 0, 1)",
    ).run(storeId, options.now, noHash, noHash, noHash);
    await orm.close();
    // Passwords' digests are in it.
    chmodSync(draft, 0o600);
    renameSync(draft, file);
    return storeId;
  } catch (error) {
    removeTemporaryFile(draft);
    if (error instanceof Error && 'code' in error && (error.code === 'SQLITE_CANTOPEN' || error.code === 'ENOENT')) {
      throw cannotMake(file, String(error));
    }
    throw toStoreError(error);
  }
}

const cannotMake = (file: string, cause: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    msg`A store cannot be made at ${file}. Check that the folder exists and may be written.`,
    { cause },
  );

/** Takes the lock of a store that is still to be made. */
export function lockMissing(file: string, holder: LockHolder): Lock {
  // The driver's own error for a missing folder has no code.
  if (!existsSync(dirname(file))) throw cannotMake(file, 'the folder does not exist');
  try {
    return takeLock(file, holder);
  } catch (error) {
    if (error instanceof LotlineError && error.code === 'STORE_READ_ONLY') throw cannotMake(file, error.message);
    throw error;
  }
}
