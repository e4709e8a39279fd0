import { randomUUID } from 'node:crypto';
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { documentFormats } from '#shared/reports/vocabulary.ts';
import { chooseLanguage } from '#shared/texts/index.ts';
import { type Given, UsageError } from './command.ts';
import type { Opened } from './open.ts';

/** Documents are entries of the audit trail, so making one opens the store for writing. */
export const wantsDocument = (given: Given): boolean =>
  documentFormats.some((format) => given.text(format) !== undefined);

/**
 * Writes the answer to a question into the files that were named, each whole or not at all.
 * @param operation `reports.drawTrace` or `reports.drawRecall`
 */
export async function writeDocuments(
  given: Given,
  opened: Opened,
  operation: string,
  question: unknown,
): Promise<void> {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const format of documentFormats) {
    const target = given.text(format);
    if (target === undefined) continue;
    if (target === '') throw new UsageError(`--${format}: name the file to write.`);
    const input = { question, format, language: chooseLanguage([locale]), locale, zone: timeZone };
    const drawn = await opened.ask<DrawnDocument>(operation, input);
    await opened.ask<DrawnDocument>('reports.issue', { document: drawn.document }, randomUUID());
    const file = resolve(target);
    await copyWhole(opened.documentFile(drawn.document), file, format);
    given.terminal.say(`${file} is written, from the records up to audit entry ${drawn.seq}.`);
  }
}

async function copyWhole(from: string, file: string, format: string): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await copyFile(from, draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(
      `--${format}: ${file} cannot be written (${String(error.code)}). Check that its folder exists and no other program has the file open.`,
    );
  }
}
