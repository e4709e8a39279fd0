import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Fault, Finding } from '#shared/exchange/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { openSource } from './read/openSource.ts';

/** A file of an export, under the name it had. */
export type UploadedFile = { name: string; path: string };

/** What is wrong with the whole of an export, and what lies beside it unread. */
export type Beside = { faults: readonly Fault[]; findings: readonly Finding[] };

/**
 * The files of an export among what a person chose: files themselves, and those of folders, which are read by the same
 * rules as wherever a folder is named.
 * @throws LotlineError NOT_FOUND, PATH_REFUSED, FILE_TYPE
 */
export async function filesAtPaths(paths: readonly string[]): Promise<Beside & { files: UploadedFile[] }> {
  const found = await Promise.all(paths.map(filesAt));
  const [files, faults] = [found.flatMap((one) => one.files), found.flatMap((one) => one.faults)];
  if (files.length === 0) {
    const why = faults.map(({ file, message }) => `${file}: ${message}`).join(' ');
    throw new LotlineError('FILE_TYPE', msg`There is no export in ${paths.join(', ')}. ${why}`);
  }
  return { files, faults, findings: found.flatMap(({ findings }) => findings) };
}

async function filesAt(path: string): Promise<Beside & { files: UploadedFile[] }> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new LotlineError('NOT_FOUND', msg`${path} is not there, or cannot be read.`);
  // Reading a pipe or a device may never end.
  if (!found.isDirectory() && !found.isFile())
    throw new LotlineError('PATH_REFUSED', msg`${path} is neither a folder nor a file.`);
  if (found.isFile()) return { files: [{ name: basename(path), path }], faults: [], findings: [] };
  const { listing, faults, findings = [] } = await openSource({ kind: 'path', path });
  // Of a folder openSource takes CSV files alone, and refuses a workbook.
  const files = listing.kind === 'csv' ? listing.files.map((file) => ({ name: file.name, path: file.path })) : [];
  return { files, faults: faults.flatMap(({ kept }) => kept), findings };
}
