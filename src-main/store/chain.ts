import { hash } from 'node:crypto';
import type { Json } from '#shared/kernel/errors.ts';

/**
 * The audit chain. Every entry is hashed over the very bytes that are stored and names the hash before it; every
 * movement and every version of a record carries a digest that continues the one before, and an entry states where
 * both journals were when it was sealed. Shapes are stored: add, never change.
 */
export const chainFormat = 1;
export const noHash: Uint8Array = new Uint8Array(32);

/** Where the two journals are: their last row and its running digest, in hex. */
export type JournalMarks = {
  movement: { count: number; last: number; digest: string };
  version: { count: number; last: number; digest: string };
};

export type EntryBody = {
  v: number;
  store: string;
  seq: number;
  previous: string;
  at: string;
  person: { id: string; name: string };
  role: string;
  session: string;
  host: string;
  workstation: string;
  app: string;
  command: string;
  operation: string;
  outcome: 'done' | 'refused';
  /** SHA-256 of the canonical input, by which a repeated command is recognised. */
  input: string;
  summary: string;
  code?: string;
  /** Why it was done, where the contract requires a reason; older entries say it in their signatures alone. */
  reason?: string;
  /** Of a refusal for want of a proof: no password was tried. */
  untried?: boolean;
  /** How many requests of nobody signed in were refused since the entry before of such, and only counted. */
  countedBefore?: number;
  reply?: Json;
  /** Of a refused command, the first faults it was refused for, where there is a list of them. */
  faults?: Json;
  /** How many there were in all. */
  faultCount?: number;
  /** The time of the computer's clock when it was behind the trail. */
  clockBehind?: string;
  journals: JournalMarks;
};

/** JSON with sorted keys: the same value has the same bytes. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Any object: its own names and their values.
  const of = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(of)
      .sort()
      .map((name) => [name, sorted(of[name])]),
  );
}

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

const digestBytes = 32;
let scratch = Buffer.alloc(4096);

/** The running digest after one more row: SHA-256 over the one before and the row's text, in one piece, which is quicker. */
export function runOn(digest: Uint8Array, text: string): Buffer {
  // No character of a text takes more than three bytes of UTF-8.
  const most = digestBytes + text.length * 3;
  if (scratch.length < most) scratch = Buffer.alloc(most * 2);
  scratch.set(digest);
  const end = digestBytes + scratch.write(text, digestBytes);
  return hash('sha256', scratch.subarray(0, end), 'buffer');
}

/** As `runOn`, from hex to hex: what only compares digests is quicker so. */
export function runOnHex(digest: string, text: string): string {
  const most = digestBytes + text.length * 3;
  if (scratch.length < most) scratch = Buffer.alloc(most * 2);
  scratch.write(digest, 0, digestBytes, 'hex');
  const end = digestBytes + scratch.write(text, digestBytes);
  return hash('sha256', scratch.subarray(0, end), 'hex');
}

/** A version of a record as the journal has it. */
export type StoredVersion = {
  id: number;
  entrySeq: number;
  record: string;
  key: string;
  version: number;
  content: string;
};

/** What a version's digest is taken over. */
export const versionText = (row: StoredVersion): string =>
  [row.id, row.entrySeq, row.record, row.key, row.version, row.content].join('\u001f');

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
