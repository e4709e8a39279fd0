import { type Message, msg } from '#shared/kernel/message.ts';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { parseJson } from '#shared/kernel/json.ts';
import { hex } from './chain.ts';
import { readRegularFile } from './regularFiles.ts';
import { temporaryFileOf, syncFile } from './temporaryFiles.ts';
import { hashAt } from './entries.ts';

const anchor = z
  .object({
    v: z.literal(1),
    store: z.string().regex(/^[\w-]{1,100}$/),
    seq: z.number().int().min(0),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    at: z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/),
    /** Of the backup it lies beside. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** By the site's own key (siteKey.ts): its public part, and the signature of the rest, both base64. */
    signature: z
      .object({ key: z.string().max(200), value: z.string().max(200) })
      .strict()
      .optional(),
  })
  .strict();

/**
 * Where the chain of a store was at a time, kept where those who change the store cannot change it too. A chain alone
 * cannot show that it was rewritten whole, cut short, or replaced by an older copy; an anchor can. The shape is
 * stored, one line of JSON each: add, never change.
 */
export type Anchor = z.infer<typeof anchor>;

/** Where the anchor of a backup lies: what it held when it was made. */
export const anchorOf = (backup: string): string => `${backup}.anchor`;

/** @throws LotlineError NOT_FOUND, FILE_DAMAGED, PATH_REFUSED for a pipe or a device */
export function readAnchor(file: string): Anchor {
  const [first, ...rest] = readAnchors(file);
  if (first === undefined || rest.length > 0) throw noAnchor(file);
  return first;
}

/** The anchors of a file, at least one: one a line, as a day's file has them. @throws as readAnchor */
export function readAnchors(file: string): Anchor[] {
  let text: string;
  try {
    text = readRegularFile(file);
  } catch (error) {
    if (isLotlineError(error)) throw error;
    throw new LotlineError('NOT_FOUND', msg`There is no anchor at ${file}.`);
  }
  const lines = readLines(text);
  const anchors = lines.filter((line) => line !== undefined);
  if (anchors.length === 0 || anchors.length < lines.length) throw noAnchor(file);
  return anchors;
}

const noAnchor = (file: string) => new LotlineError('FILE_DAMAGED', msg`${file} cannot be read as an anchor.`);

/** What is in a text, line by line; undefined for a line that is no anchor. Blank lines are passed over. */
export const readLines = (text: string): (Anchor | undefined)[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLine);

function readLine(line: string): Anchor | undefined {
  try {
    return anchor.safeParse(parseJson(line)).data;
  } catch {
    return undefined;
  }
}

/** Writes an anchor whole or not at all. */
export const writeAnchor = (file: string, anchor: Anchor): void => writeWhole(file, JSON.stringify(anchor));

/** Writes one line as a file, whole or not at all. */
export function writeWhole(file: string, line: string): void {
  const draft = temporaryFileOf(file);
  try {
    rmSync(draft, { force: true });
    // Never through a link that somebody put under this name.
    writeFileSync(draft, `${line}\n`, { mode: 0o600, flag: 'wx' });
    syncFile(draft);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Why a store does not hold an anchor; undefined when it does. One indexed read. */
export function anchorIssue(db: Database, storeId: string, { store, seq, hash, at }: Anchor): Message | undefined {
  const day = at.slice(0, 10);
  if (store !== storeId) return msg`the anchor of ${day} is of another store.`;
  // What is there may be anything, where the file is damaged.
  const found: unknown = hashAt(db, seq);
  if (!(found instanceof Uint8Array))
    return msg`entry ${seq}, which the anchor of ${day} states, is not there: the end of the trail was removed, or an older copy was put in its place.`;
  if (hex(found) === hash) return undefined;
  return msg`entry ${seq} is another one than the anchor of ${day} states: the trail was rewritten, or goes on from an older copy.`;
}
