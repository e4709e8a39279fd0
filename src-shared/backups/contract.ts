import { z } from 'zod';
import { freeText } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { secretText } from '#shared/kernel/secret.ts';
import { signature } from '#shared/kernel/signature.ts';

/** A whole path; "" for none. */
const path = z.string().max(4096).default('');
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup holds: the store's chain up to this entry, in a file with this digest. */
const held = {
  seq: z.number().int().min(0),
  hash: digest,
  sha256: digest,
};

/** A verified copy of the store. */
export const backup = z.object({
  /** Where it lies; "" when it was handed out instead. */
  path: z.string(),
  /** Under which it is fetched, once, from where it was asked for; "" when it lies at a path. */
  document: z.string(),
  name: z.string(),
  size: z.number().int(),
  ...held,
  at: z.string(),
  /** So many attached files it lacks, since they are missing or changed beside the store. */
  missingFiles: z.number().int().default(0),
});
export type Backup = z.infer<typeof backup>;

/** What a restore drill came to. */
export const drill = z.object({
  ok: z.boolean(),
  /** The backup that was tried; "" for a fresh one, made and thrown away. */
  path: z.string(),
  seq: held.seq,
  /** "" where the backup could not be unpacked. */
  hash: z.union([z.literal(''), digest]),
  sha256: z.union([z.literal(''), digest]),
  size: z.number().int(),
  entries: z.number().int(),
  /** Why it could not be restored, in a sentence; "" when it could. */
  problem: z.string(),
});
export type Drill = z.infer<typeof drill>;

/** Where a restored store came from, and what stood in its place before. */
export const restored = z.object({
  path: z.string().max(4096),
  ...held,
  /** Whether there was a store before, and whether it could be read. */
  previous: z.enum(['missing', 'unreadable', 'whole']),
  /** The last entry of that store; 0 and "" where it could not be read. */
  previousSeq: z.number().int().min(0),
  previousHash: z.union([z.literal(''), digest]),
  /** Whether that store's trail holds the entry the backup ends with: whether the backup is its past. */
  isPast: z.boolean(),
  /** Under which file name it was kept; "" where there was none. */
  kept: z.string().max(4096),
});
export type Restored = z.infer<typeof restored>;

/** Which backup is to be restored: the one an entry made at a path of this computer, or one that was handed over. */
const source = { entry: z.number().int().min(0).default(0), upload: z.string().max(100).default('') };

/** How many there were when a backup was made, and how many there are. */
const beforeAndNow = z.object({ before: z.number().int(), now: z.number().int() });

/** What a restore of a backup would undo here, which is what the store holds beyond it. */
export const comparison = z.object({
  /** The last entry that the backup has, and when that was written; 0 and "" for none. */
  head: z.number().int(),
  headAt: z.string(),
  /** Where the backup lies, or under which name it was handed out or over. */
  file: z.string(),
  /** Whether it lies at that path of this computer. */
  isHere: z.boolean(),
  /** The entries since, but for the one of the backup itself: how many, and whose, the last first. */
  entries: z.number().int(),
  people: z.array(z.object({ name: z.string(), entries: z.number().int(), lastAt: z.string() })),
  /** The entries that the backup has and the store has not, since it is not the store's past; 0 where it is. */
  foreign: z.number().int(),
  lots: beforeAndNow,
  movements: beforeAndNow,
  /** The store that would give way, as the command line has to be told it. */
  store: z.string(),
});
export type Comparison = z.infer<typeof comparison>;

/** A backup, drill or restore as the audit trail has it. */
export const backupEvent = z.object({
  seq: z.number().int(),
  at: z.string(),
  person: z.string(),
  kind: z.enum(['make', 'drill', 'restore']),
  outcome: z.enum(['done', 'refused']),
  /** Whether it was done and held. */
  ok: z.boolean(),
  path: z.string(),
  size: z.number().int(),
  /** The last entry of the backup; 0 when none was made. */
  head: z.number().int(),
  sha256: z.string(),
  /** Why it was refused or did not hold, in a sentence; "" else. */
  problem: z.string(),
  /** Of a restore, who approved it; null where nobody did yet, and for all else. */
  approval: signature.nullable(),
});
export type BackupEvent = z.infer<typeof backupEvent>;

export const backups = {
  /** Copies the store while it is in use, and verifies the copy. Without a path it is handed out as a document. */
  make: command({ permission: 'backup', input: z.object({ path }).strict(), output: backup }),
  /**
   * Restores a backup to a temporary place, verifies it, compares its end with this store's trail and throws it away: the
   * one at a path, the one an entry made, or a fresh one where neither is named.
   */
  drill: command({
    permission: 'backup',
    input: z.object({ path, entry: z.number().int().min(0).default(0) }).strict(),
    output: drill,
  }),
  /** What a restore of the backup that an entry made would undo here, which is what the store holds beyond it. */
  compare: query({
    permission: 'backup',
    reads: ['entry'],
    input: z.object({ entry: z.number().int().min(1) }).strict(),
    output: comparison,
  }),
  /** The same of a backup that was handed over: verified as a whole, at a temporary place. */
  examine: query({
    permission: 'backup',
    reads: [],
    input: z.object({ upload: source.upload, job: z.string().max(100).default('') }).strict(),
    output: comparison,
  }),
  /**
   * Restores a backup in the place of the store that is open, in a host with screens: verifies it and unpacks it beside the
   * store, which gives way to it then. Where people are set up, whoever asks proves who they are, and everybody signs in anew.
   */
  restoreHere: command({
    permission: 'backup',
    reason: true,
    input: z.object({ ...source, password: secretText.optional() }).strict(),
    /** `kept` is the file of the store that gave way, and `entry` that of the restored one that says so. */
    output: z.object({ head: z.number().int(), headAt: z.string(), kept: z.string(), entry: z.number().int() }),
  }),
  /** Says in the trail of a store that it was restored. Part of restoring from the command line; refused everywhere else. */
  restore: command({ permission: 'backup', input: restored.strict(), output: restored }),
  /**
   * Signs that a restore was right, by another person than who restored: a review of that very entry of the trail, in
   * the meaning "approved". Once for each restore.
   */
  approveRestore: command({
    permission: 'review',
    signature: { meanings: ['approved'] },
    input: z.object({ entry: z.number().int().min(1), note: freeText }).strict(),
    /** The number of the review, and the entry that was approved. */
    output: z.object({ number: z.number().int(), entry: z.number().int() }),
  }),
  /** Backups, drills and restores, the last first: for those who read the trail. */
  list: query({ permission: 'audit', reads: ['entry'], input: pageInput.strict(), output: pageOf(backupEvent) }),
};
