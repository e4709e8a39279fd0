import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** Opening must not wait for whoever is at the other end of a pipe. Windows has no such flag. */
const atOnce = constants.O_NONBLOCK ?? 0;

/**
 * The text of a file; of a pipe or a device there would be no end.
 * @throws LotlineError PATH_REFUSED for what is no file, else the system's error
 */
export function readRegularFile(file: string): string {
  const descriptor = openRegularFile(file, constants.O_RDONLY);
  try {
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a file and nothing else, to be closed by whoever asked. @throws as readRegularFile */
export function openRegularFile(file: string, flags: number, mode?: number): number {
  const descriptor = openSync(file, flags | atOnce, mode);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw noFile(file);
}

/**
 * SQLite opens what lies beside a database without a look: it would wait for a pipe, or write where a link leads.
 * @throws LotlineError PATH_REFUSED
 */
export function insistOnFilesBeside(file: string): void {
  const other = otherBeside(file);
  if (other !== undefined) throw noFile(other);
}

/** Whether nothing but files lies beside a database under the names that SQLite opens. */
export const hasFilesBeside = (file: string): boolean => otherBeside(file) === undefined;

const otherBeside = (file: string): string | undefined =>
  ['-wal', '-shm', '-journal']
    .map((ending) => file + ending)
    .find((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === false);

const noFile = (file: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    msg`${file} is a link, a pipe or a device, or a folder, so it was not opened. A file belongs there: remove what is there, or name another.`,
  );
