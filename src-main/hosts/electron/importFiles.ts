import { msg } from '#shared/kernel/message.ts';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { App } from '#main/app/createApp.ts';
import { exportFileNamed } from '#shared/exchange/columns.ts';
import { LotlineError } from '#shared/kernel/errors.ts';

/**
 * Takes the files of an export that a person chose for the import, and answers the name of the upload. Only what
 * was chosen is read: the page that imports it never learns of a path.
 * @param paths a folder, a workbook, or CSV files
 * @throws LotlineError NOT_FOUND, FILE_TYPE, DUPLICATE, FILE_TOO_LARGE, STORE_FULL
 */
export async function takeFiles(uploads: App['uploads'], paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  if (files.length === 0) throw new LotlineError('FILE_TYPE', msg`There is no export in ${paths.join(', ')}.`);
  const upload = await uploads.create();
  try {
    for (const file of files) await uploads.write(upload, basename(file), createReadStream(file));
  } catch (error) {
    await uploads.drop(upload);
    throw error;
  }
  return upload;
}

/** A file itself; of a folder the files of an export directly in it, or else its workbook. */
async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new LotlineError('NOT_FOUND', msg`${path} is not there, or cannot be read.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const tables = names.filter(({ name }) => /\.csv$/i.test(name) && exportFileNamed(name.slice(0, -4)) !== undefined);
  const workbooks = names.filter(({ name }) => /\.xlsx$/i.test(name) && !/^[.~]/.test(name));
  return (tables.length > 0 ? tables : workbooks).map(({ name }) => join(path, name));
}
