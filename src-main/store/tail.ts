import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { type EntryBody, hex, noHash } from './chain.ts';

/** Hashes are in hex, which is read sooner than bytes; null where a damaged row has something else in their place. */
export type StoredEntry = {
  seq: number;
  body: string;
  previous_hash: string | null;
  hash: string | null;
  at: number;
  person: string;
  command_id: string;
  operation: string;
  outcome: string;
};

/** Bytes in hex, as SQL. */
export const hexOf = (column: string): string => `case when typeof(${column}) = 'blob' then lower(hex(${column})) end`;

export const selectEntries = `select seq, body, ${hexOf('previous_hash')} as previous_hash, ${hexOf('hash')} as hash,
  at, person, command_id, operation, outcome from audit_entry`;

/** Checks the last entries of the chain against each other and against the head. Answers the first fault. */
export function checkTail(db: Database, most: number): { seq: number; message: Message } | undefined {
  const head = db
    .prepare<[], { seq: number; hash: Buffer; storeId: string }>(
      'select seq, hash, store_id as storeId from head where id = 1',
    )
    .get();
  if (head === undefined) return { seq: 0, message: msg`the head is missing.` };
  const rows = db.prepare<[number], StoredEntry>(`${selectEntries} order by seq desc limit ?`).all(most).reverse();
  const first = rows[0];
  let previous = first === undefined || first.seq === 1 ? hex(noHash) : first.previous_hash;
  let expected = first?.seq ?? 1;
  for (const row of rows) {
    // What is asked for by its columns, such as wrong passwords in a row, is what its body says.
    const fault = entryIssue(row, { seq: expected, previous }) ?? columnIssue(row, readBody(row.body), head.storeId);
    if (fault !== undefined) return { seq: row.seq, message: fault };
    previous = row.hash;
    expected += 1;
  }
  if (head.seq !== expected - 1 || hex(head.hash) !== previous)
    return { seq: head.seq, message: msg`the head names entry ${head.seq}, the last entry is ${expected - 1}.` };
  return undefined;
}

const linksAtOnce = 1000;

/** Checks the entries of the chain from the first up to one of them against each other. Answers the first fault. */
export function checkLinks(db: Database, upTo: number): { seq: number; message: Message } | undefined {
  const rows = db.prepare<[number, number, number], StoredEntry>(
    `${selectEntries} where seq > ? and seq <= ? order by seq limit ?`,
  );
  const storeId = db.prepare<[], string>('select store_id from head where id = 1').pluck().get() ?? '';
  let last = 0;
  let previous: string | null = hex(noHash);
  while (last < upTo) {
    const read = rows.all(last, upTo, linksAtOnce);
    for (const row of read) {
      const body = readBody(row.body);
      const message =
        entryIssue(row, { seq: last + 1, previous, link: body?.previous }) ?? columnIssue(row, body, storeId);
      if (message !== undefined) return { seq: last + 1, message };
      previous = row.hash;
      last = row.seq;
    }
    if (read.length === 0) return { seq: last + 1, message: msg`entry ${last + 1} is missing.` };
  }
  const next = db
    .prepare<[number], Buffer>('select previous_hash from audit_entry where seq = ?')
    .pluck()
    .get(upTo + 1);
  return next === undefined || hex(next) === previous
    ? undefined
    : { seq: upTo + 1, message: msg`entry ${upTo + 1} does not follow the one before it.` };
}

/**
 * Where an entry must be: its number, the hash of the one before in hex, and the hash its body names as that, where
 * it was read.
 */
type Due = { seq: number; previous: string | null; link?: string | undefined };

/** What is wrong with one entry, given its place in the chain. */
export function entryIssue(row: StoredEntry, { seq, previous, link }: Due): Message | undefined {
  if (row.seq !== seq) return msg`entry ${seq} is missing.`;
  // A damaged row may hold anything in place of its hashes.
  if (typeof row.body !== 'string' || row.hash === null || row.previous_hash === null)
    return msg`entry ${row.seq} was changed.`;
  if (row.previous_hash !== previous) return msg`entry ${row.seq} does not follow the one before it.`;
  if (hash('sha256', row.body, 'hex') !== row.hash) return msg`entry ${row.seq} was changed.`;
  // The link is in the sealed body too; the column beside it could be made to fit an entry that was edited.
  if ((link ?? sealedLink(row.body)) !== previous)
    return msg`entry ${row.seq} was sealed after another entry than the one before it.`;
  return undefined;
}

/** A quote inside a text is escaped in JSON, so the first such key is the body's own. */
const sealedLink = (body: string): string | undefined => /"previous":"([0-9a-f]{64})"/.exec(body)?.[1];

/** What an entry says; undefined when its text was damaged so that it says nothing a walk can go by. */
export function readBody(text: unknown): EntryBody | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return isBody(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the parts are there that a walk reads. Whether they are true, the hash shows. */
function isBody(value: unknown): value is EntryBody {
  if (!isRecord(value)) return false;
  const { person, journals } = value;
  return isRecord(person) && isRecord(journals) && isMark(journals['movement']) && isMark(journals['version']);
}

const isMark = (value: unknown): boolean =>
  isRecord(value) &&
  Number.isSafeInteger(value['count']) &&
  Number.isSafeInteger(value['last']) &&
  typeof value['digest'] === 'string' &&
  value['digest'].length === 64;

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/** The columns beside a body repeat what it says, so that they can be searched; they must agree. */
export function columnIssue(row: StoredEntry, body: EntryBody | undefined, storeId: string): Message | undefined {
  if (body === undefined) return msg`entry ${row.seq} cannot be read.`;
  if (
    body.seq !== row.seq ||
    body.person.id !== row.person ||
    body.command !== row.command_id ||
    body.operation !== row.operation ||
    body.outcome !== row.outcome
  ) {
    return msg`entry ${row.seq} is listed under other words than it says.`;
  }
  if (!Number.isSafeInteger(row.at) || body.at !== formatMoment(row.at))
    return msg`entry ${row.seq} is listed under another time than it says.`;
  return body.store === storeId ? undefined : msg`entry ${row.seq} belongs to another store.`;
}
