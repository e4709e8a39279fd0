import { accessSync, constants, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { toFileError } from './fileErrors.ts';

/**
 * Refuses a folder into which nothing can be written.
 * @throws LotlineError PATH_REFUSED with the field "folder"
 */
export function insistOnFolder(folder: string): void {
  const refuse = (text: LotlineError['text']): LotlineError =>
    new LotlineError('PATH_REFUSED', text, { field: 'folder' });
  if (!isAbsolute(folder))
    throw refuse(msg`“${folder}” is no whole path. Write it from its beginning, such as ${sample}.`);
  const found = statOf(folder);
  if (found === undefined) throw refuse(msg`There is no folder “${folder}”. Make it, or name another one.`);
  if (!found.isDirectory()) throw refuse(msg`“${folder}” is a file and no folder. Name a folder.`);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw refuse(msg`Nothing can be written into “${folder}”. Have it allowed, or name another folder.`);
  }
}

const sample = process.platform === 'win32' ? 'C:\\Reports' : '/home/quality/reports';

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A name that no file can have, or what may not even be looked at.
    return undefined;
  }
}

/** So many documents of one name are told apart by a number; more at one minute are none that anybody asked for. */
const mostAlike = 100;

/**
 * Gives a whole document its name in a folder, or the name with a number where that is taken: nothing that lies there is
 * ever replaced. Answers the file.
 * @throws LotlineError PATH_REFUSED, STORE_FULL
 */
export function placeInFolder(
  draft: string,
  folder: string,
  { name, ending }: { name: string; ending: string },
): string {
  for (let number = 1; number <= mostAlike; number += 1) {
    const file = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.${ending}`);
    try {
      placeOnce(draft, file);
      return file;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw toFileError(error, file);
    }
  }
  throw new LotlineError(
    'PATH_REFUSED',
    msg`There are ${mostAlike} documents called “${name}” already. Move some away.`,
  );
}

/** @throws EEXIST where something lies there already */
function placeOnce(draft: string, file: string): void {
  try {
    linkSync(draft, file);
    rmSync(draft, { force: true });
  } catch (error) {
    if (!withoutLinks.includes(codeOf(error))) throw error;
    // Some shares and sticks know no links: the name is taken first, then the document takes its place.
    writeFileSync(file, '', { flag: 'wx' });
    renameSync(draft, file);
  }
}

const withoutLinks: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN'];
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
