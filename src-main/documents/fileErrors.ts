import { msg } from '#shared/kernel/message.ts';
import { LotlineError } from '#shared/kernel/errors.ts';

const full = ['ENOSPC', 'EDQUOT'];
const refused = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EBUSY',
  'ENAMETOOLONG',
  'ENOTEMPTY',
  'EEXIST',
  'EINVAL',
  'ELOOP',
];

/** What it means to a person that a document could not be written. Other errors stay as they are. */
export function toFileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (full.includes(error.code)) {
    return new LotlineError(
      'STORE_FULL',
      msg`There is no space left for the document. Nothing was written. Free some space and try again.`,
      { file },
    );
  }
  if (refused.includes(error.code)) {
    return new LotlineError(
      'PATH_REFUSED',
      msg`The document cannot be written there. Check that the folder exists and may be written, and that no other program has the file open.`,
      { file, reason: error.code },
    );
  }
  return error;
}
