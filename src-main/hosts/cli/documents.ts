import { msg, type Message } from '#shared/kernel/message.ts';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { printableInLine } from '#shared/kernel/printable.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { type DocumentFormat, reportFormats } from '#shared/reports/vocabulary.ts';
import { chooseLanguage } from '#shared/texts/index.ts';
import type { Given } from './command.ts';
import type { Opened } from './open.ts';

export type DocumentTarget = { format: DocumentFormat; file: string };

/**
 * The files to write, checked before anything is read, drawn or recorded.
 * @throws LotlineError VALIDATION for a target that cannot or must not be written: the store above all
 */
export function documentTargets(given: Given): DocumentTarget[] {
  const targets = reportFormats.flatMap((format) => {
    const named = given.text(format);
    return named === undefined ? [] : [{ format, file: writable(format, named, given.file) }];
  });
  if (new Set(targets.map(({ file }) => file)).size < targets.length)
    throw new LotlineError('VALIDATION', msg`--pdf and --xlsx name the same file. Name one for each.`);
  return targets;
}

/** Writes the answer to a question into files, each whole or not at all. */
export async function writeDocuments(
  given: Given,
  opened: Opened,
  wanted: {
    targets: readonly DocumentTarget[];
    report: 'trace' | 'recall';
    question: unknown;
  },
): Promise<void> {
  for (const { format, file } of wanted.targets) {
    const input = { report: wanted.report, parameters: { question: wanted.question }, format, ...writing() };
    const drawn = await opened.ask<DrawnDocument>('reports.draw', input);
    await opened.ask<DrawnDocument>('reports.issue', { document: drawn.document }, randomUUID());
    await copyWhole(opened.documentFile(drawn.document), file, format);
    given.terminal.say(`${printableInLine(file)} is written, from the records up to audit entry ${drawn.seq}.`);
  }
}

/** Language, numbers and times as this computer has them; some systems name what no program can use. */
function writing(): { language: string; locale: string; zone: string } {
  const said = new Intl.DateTimeFormat().resolvedOptions();
  const { language, region } = new Intl.Locale(said.locale);
  const locale = region === undefined ? language : `${language}-${region}`;
  const isZone = Intl.supportedValuesOf('timeZone').includes(said.timeZone);
  return { language: chooseLanguage([locale]), locale, zone: isZone ? said.timeZone : 'UTC' };
}

function writable(format: DocumentFormat, named: string, store: string): string {
  const refuse = (why: Message): LotlineError => new LotlineError('VALIDATION', msg`--${format}: ${why}`);
  if (named === '') throw refuse(msg`name the file to write.`);
  const path = resolve(named);
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw refuse(msg`there is no folder ${folder}.`);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw refuse(msg`nothing can be written into ${folder}.`);
  }
  const there = entryAt(path, refuse);
  const file = there === undefined ? join(realpathSync(folder), path.slice(folder.length)) : realpathOf(path, refuse);
  if (there !== undefined && !statSync(file).isFile()) throw refuse(msg`${path} is no file that can be replaced.`);
  if (isOfStore(file, store)) throw refuse(msg`${path} belongs to the store. Name another file.`);
  if (there !== undefined && !isDocument(file))
    throw refuse(msg`${path} is there and is no document. Name another file, or remove that one.`);
  return file;
}

function entryAt(path: string, refuse: (why: Message) => LotlineError): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    throw refuse(msg`${path} is no name that a file can have here.`);
  }
}

/** A PDF, a workbook, or nothing yet. Whatever else stands there, a store or a backup, is never replaced by a document. */
function isDocument(file: string): boolean {
  const start = Buffer.alloc(longestStart);
  const descriptor = openSync(file, 'r');
  try {
    const text = start.toString('latin1', 0, readSync(descriptor, start, 0, longestStart, 0));
    return text === '' || documentStarts.some((one) => text.startsWith(one));
  } finally {
    closeSync(descriptor);
  }
}
const documentStarts = ['%PDF-', 'PK\u0003\u0004'];
const longestStart = 5;

function realpathOf(path: string, refuse: (why: Message) => LotlineError): string {
  try {
    return realpathSync(path);
  } catch {
    throw refuse(msg`${path} leads nowhere.`);
  }
}

/** The store, and what lies beside it under its name: journals, lock, snapshot, drafts. */
function isOfStore(file: string, store: string): boolean {
  const own = existsSync(store) ? realpathSync(store) : store;
  if (file === own || file.startsWith(`${own}-`) || file.startsWith(`${own}.`)) return true;
  if (!existsSync(file) || !existsSync(own)) return false;
  const [one, other] = [statSync(file), statSync(own)];
  return one.dev === other.dev && one.ino === other.ino;
}

async function copyWhole(from: string, file: string, format: DocumentFormat): Promise<void> {
  // A name of its own: the file's may be as long as names may be.
  const draft = join(dirname(file), `.lotline-${randomUUID()}.part`);
  try {
    await copyFile(from, draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const message = msg`--${format}: ${file} cannot be written (${String(error.code)}). Check the name, and that no other program has the file open.`;
    throw new LotlineError('VALIDATION', message);
  }
}
