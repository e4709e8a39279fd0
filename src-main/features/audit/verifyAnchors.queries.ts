import type { Database } from 'better-sqlite3';
import { type Anchor, anchorIssue } from '#main/store/anchor.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { z } from 'zod';
import type { Say } from './verifySteps.queries.ts';

type Held = Verification['anchors'];
export const noAnchors: Held = { held: 0, newest: '', givenUp: 0 };

/** Anchors a chain is held against, and those whose word counts for a restore in it: anybody can write such an entry. */
export type AnchorGroup = { anchors: readonly Anchor[]; covers: readonly Anchor[] };

/**
 * Holds a chain against anchors. Of those it does not contain, the first is reported: the trail is not what it was from
 * there on, or before. What was given up when a backup was restored is counted apart, where an anchor speaks for the restore.
 */
export function checkAnchors(db: Database, say: Say, groups: readonly AnchorGroup[]): Held {
  const storeId = storeOf(db);
  const { held, givenUp, missing } = sortOut(db, storeId, groups);
  const [first] = missing;
  const issue = first && anchorIssue(db, storeId, first);
  if (first !== undefined && issue !== undefined) {
    const before = held.findLast(({ seq }) => seq < first.seq);
    const told = msg`The trail is not what an anchor says: ${issue}`;
    const message = before === undefined ? told : msg`${told} The last one that holds is of entry ${before.seq}.`;
    const restore = first.store === storeId ? restoresIn(db).find((one) => gaveUp(one, first)) : undefined;
    say({
      code: 'ANCHOR_MISSING',
      seq: first.seq,
      where: `anchor of entry ${first.seq}`,
      message:
        restore === undefined
          ? message
          : msg`${message} Entry ${restore.entry} says that a backup was restored, but nothing kept outside the store speaks for that. If it was restored on purpose, say so on this computer: lotline verify --accept. Or name an anchor that was signed since.`,
    });
  }
  const against = distinct([...held, ...missing]);
  const newest =
    against
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? '';
  return { held: against.length, newest, givenUp: distinct([...against, ...givenUp]).length - against.length };
}

/** An anchor that lies in two files, or is known here and named besides, is one. */
const distinct = (anchors: readonly Anchor[]): Anchor[] => [
  ...new Map(anchors.map((anchor) => [JSON.stringify(anchor), anchor])).values(),
];

/** Those a chain does not contain, though nothing that counts says that they were given up. */
export const missingOf = (db: Database, groups: readonly AnchorGroup[]): Anchor[] =>
  sortOut(db, storeOf(db), groups).missing;

const storeOf = (db: Database): string =>
  db.prepare<[], string>('select store_id from head where id = 1').pluck().get() ?? '';

type Sorted = Record<'held' | 'givenUp' | 'missing', Anchor[]>;

function sortOut(db: Database, storeId: string, groups: readonly AnchorGroup[]): Sorted {
  const sorted: Sorted = { held: [], givenUp: [], missing: [] };
  const isHeld = (anchor: Anchor): boolean => anchorIssue(db, storeId, anchor) === undefined;
  for (const { anchors, covers } of groups) {
    let restores: Restore[] | undefined;
    for (const anchor of anchors) {
      if (isHeld(anchor)) {
        sorted.held.push(anchor);
        continue;
      }
      restores ??= coveredRestores(db, covers.filter(isHeld));
      const isGivenUp = anchor.store === storeId && restores.some((restore) => gaveUp(restore, anchor, covers));
      sorted[isGivenUp ? 'givenUp' : 'missing'].push(anchor);
    }
  }
  for (const anchors of Object.values(sorted)) anchors.sort((a, b) => a.seq - b.seq);
  return sorted;
}

/** Those of which an anchor says, by itself or by the chain that leads to it, that they are in this very trail. */
function coveredRestores(db: Database, covers: readonly Anchor[]): Restore[] {
  const until = Math.max(0, ...covers.map(({ seq }) => seq));
  return restoresIn(db).filter(({ entry }) => entry <= until);
}

/** A restore as its entry keeps it: where the backup ended, and what the store that gave way was. */
const restored = z.object({
  reply: z.object({ seq: z.number(), previous: z.string(), previousSeq: z.number(), isPast: z.boolean() }),
});
type Restore = z.infer<typeof restored>['reply'] & { at: number; entry: number };

/**
 * Whether an anchor was made before a restore, of what that went back behind. What an earlier restore gave up is given up
 * still: an anchor that was left between the two, of fewer entries, speaks for that.
 */
function gaveUp(
  { at, seq, previous, previousSeq, isPast }: Restore,
  anchor: Anchor,
  covers: readonly Anchor[] = [],
): boolean {
  if (momentOf(anchor) > at) return false;
  if (previous !== 'whole') return anchor.seq > seq;
  const wasShort = covers.some(
    (cover) => cover.seq <= previousSeq && momentOf(cover) >= momentOf(anchor) && momentOf(cover) <= at,
  );
  // The backup was of another branch: where the two parted, nobody knows any more.
  return (anchor.seq <= previousSeq || wasShort) && (!isPast || anchor.seq > seq);
}

const momentOf = ({ at }: Anchor): number => parseMoment(at) ?? Number.POSITIVE_INFINITY;

/** Whether the entries are what they were, the chain shows; here they are only read. */
function restoresIn(db: Database): Restore[] {
  const rows = db.prepare<[], { entry: number; at: number; body: string }>(
    "select seq as entry, at, body from audit_entry where operation = 'backups.restore' and outcome = 'done' order by seq",
  );
  return rows.all().flatMap(({ entry, at, body }) => {
    try {
      const { success, data } = restored.safeParse(JSON.parse(body));
      return success ? [{ entry, at, ...data.reply }] : [];
    } catch {
      return [];
    }
  });
}
