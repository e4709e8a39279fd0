import type { Database } from 'better-sqlite3';
import { type Anchor, anchorIssue } from '#main/store/anchor.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { z } from 'zod';
import type { Say } from './verifySteps.queries.ts';

type Held = Verification['anchors'];
export const noAnchors: Held = { held: 0, newest: '', givenUp: 0 };

/**
 * Holds a chain against anchors. Of those it does not contain, the first is reported: the trail is not what it was from
 * there on, or before. What was given up when a backup was restored is counted apart: an entry says so for ever.
 */
export function checkAnchors(db: Database, say: Say, anchors: readonly Anchor[]): Held {
  const storeId = storeOf(db);
  const { held, givenUp, missing } = sortOut(db, storeId, anchors);
  const [first] = missing;
  const issue = first && anchorIssue(db, storeId, first);
  if (first !== undefined && issue !== undefined) {
    const before = held.findLast(({ seq }) => seq < first.seq);
    const message = msg`The trail is not what an anchor says: ${issue}`;
    say({
      code: 'ANCHOR_MISSING',
      seq: first.seq,
      where: `anchor of entry ${first.seq}`,
      message: before === undefined ? message : msg`${message} The last one that holds is of entry ${before.seq}.`,
    });
  }
  const against = [...held, ...missing];
  const newest =
    against
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? '';
  return { held: against.length, newest, givenUp: givenUp.length };
}

/** Whether a chain lacks any of these anchors. */
export const lacksAny = (db: Database, anchors: readonly Anchor[]): boolean =>
  sortOut(db, storeOf(db), anchors).missing.length > 0;

const storeOf = (db: Database): string =>
  db.prepare<[], string>('select store_id from head where id = 1').pluck().get() ?? '';

type Sorted = Record<'held' | 'givenUp' | 'missing', Anchor[]>;

function sortOut(db: Database, storeId: string, anchors: readonly Anchor[]): Sorted {
  const sorted: Sorted = { held: [], givenUp: [], missing: [] };
  let restores: Restore[] | undefined;
  for (const anchor of anchors.toSorted((a, b) => a.seq - b.seq)) {
    if (anchorIssue(db, storeId, anchor) === undefined) {
      sorted.held.push(anchor);
      continue;
    }
    restores ??= restoresIn(db);
    const isGivenUp = anchor.store === storeId && restores.some((restore) => gaveUp(restore, anchor));
    sorted[isGivenUp ? 'givenUp' : 'missing'].push(anchor);
  }
  return sorted;
}

/** A restore as its entry keeps it: where the backup ended, and what the store that gave way was. */
const restored = z.object({
  reply: z.object({ seq: z.number(), previous: z.string(), previousSeq: z.number(), isPast: z.boolean() }),
});
type Restore = z.infer<typeof restored>['reply'] & { at: number };

/** Whether an anchor was made before a restore, of what that went back behind. */
function gaveUp({ at, seq, previous, previousSeq, isPast }: Restore, anchor: Anchor): boolean {
  if ((parseMoment(anchor.at) ?? Number.POSITIVE_INFINITY) > at) return false;
  if (previous !== 'whole') return anchor.seq > seq;
  // The backup was of another branch: where the two parted, nobody knows any more.
  return anchor.seq <= previousSeq && (!isPast || anchor.seq > seq);
}

/** Whether the entries are what they were, the chain shows; here they are only read. */
function restoresIn(db: Database): Restore[] {
  const rows = db.prepare<[], { at: number; body: string }>(
    "select at, body from audit_entry where operation = 'backups.restore' and outcome = 'done' order by seq",
  );
  return rows.all().flatMap(({ at, body }) => {
    try {
      const { success, data } = restored.safeParse(JSON.parse(body));
      return success ? [{ at, ...data.reply }] : [];
    } catch {
      return [];
    }
  });
}
