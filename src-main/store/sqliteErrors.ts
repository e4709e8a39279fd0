import { msg } from '#shared/kernel/message.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';

/** A disk that is full, a person's share of it that is used up, and a file that may not grow further. */
const noRoom: readonly string[] = ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG'];

/** What an error of the driver or of the file system means to a person. Raw driver errors never leave the store. */
export function toStoreError(error: unknown): unknown {
  if (isLotlineError(error)) return error;
  const code = driverCode(error);
  if (code === undefined) return pathError(error) ?? error;
  if (code.startsWith('SQLITE_FULL') || noRoom.includes(code)) {
    return new LotlineError(
      'STORE_FULL',
      msg`There is no space left for the store. Nothing was changed. Free some space and try again.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new LotlineError(
      'STORE_READ_ONLY',
      msg`The store file or its folder may not be written. Nothing was changed. Check the rights of both.`,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new LotlineError(
      'STORE_BUSY',
      msg`The store is busy in another program. Nothing was changed. Try again in a moment.`,
    );
  }
  if (code.startsWith('SQLITE_NOTADB'))
    return new LotlineError('STORE_FOREIGN', msg`This file is not a Lotline store.`);
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return new LotlineError(
      'STORE_DAMAGED',
      msg`The store file is damaged. Restore a backup; do not go on writing to it.`,
    );
  }
  return error;
}

/** What the system says of a path that people gave: its name is too long, its links lead in a circle, it may not be read … */
const refusedPath: readonly string[] = ['ENAMETOOLONG', 'ELOOP', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'];

function pathError(error: unknown): LotlineError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const { code, path } = error;
  if (typeof code !== 'string' || typeof path !== 'string' || !refusedPath.includes(code)) return undefined;
  return new LotlineError(
    'PATH_REFUSED',
    msg`${path} cannot be read or written (${code}). Check how it is spelt and how long it is, and whether its folder may be read and written.`,
    { reason: code },
  );
}

/** The driver's code, which an ORM exception carries too or hides in its cause. */
function driverCode(error: unknown): string | undefined {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    if (code.startsWith('SQLITE_') || noRoom.includes(code)) return code;
  }
  return undefined;
}
