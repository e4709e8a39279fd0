import type { Database } from 'better-sqlite3';
import type { Anchor } from '#main/store/anchor.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { type AnchorGroup, checkAnchors, noAnchors } from './verifyAnchors.queries.ts';
import { checkBalances } from './verifyBalances.queries.ts';
import { checkChain, type Stretch, type VerifiedHead, wholeChain } from './verifyChain.queries.ts';
import { checkFiles } from './verifyFiles.queries.ts';
import { checkPages, checkSchema } from './verifyPages.queries.ts';
import { checkHead, checkNodes, checkRecords, checkSignatures } from './verifyRecords.queries.ts';
import { attempt, mostProblems, type Step } from './verifySteps.queries.ts';

/** What can be checked beside the rest, in a transaction of its own. */
export type VerifyPart =
  | { kind: 'chain'; stretch: Stretch }
  | { kind: 'content' }
  | { kind: 'pages' }
  | { kind: 'files' };

export type PartFound = {
  problems: Problem[];
  head?: VerifiedHead | undefined;
  anchors?: Verification['anchors'];
};

/**
 * Recomputes everything a store claims: the schema, every entry of the chain over its stored bytes, every
 * movement's and every version's running digest, each master record against its last version, each
 * balance from the movements, and the pages of the file; and holds the chain against anchors kept elsewhere.
 * Names what is wrong, first entry first. Reads only.
 */
export function verifyStore(db: Database, step: Step, anchors: readonly Anchor[] = []): Verification {
  const parts: VerifyPart[] = [
    { kind: 'chain', stretch: wholeChain },
    { kind: 'content' },
    { kind: 'pages' },
    { kind: 'files' },
  ];
  const groups = [{ anchors, covers: anchors }];
  const found = parts.map((part) => verifyPart(db, part, step, groups));
  return putTogether(found, countEntries(db));
}

/** Checks one part. What is read of a damaged file may be anything: nothing but a store that is busy makes this throw. */
export function verifyPart(db: Database, part: VerifyPart, step: Step, groups: readonly AnchorGroup[]): PartFound {
  if (part.kind === 'pages') return { problems: attempt('pages', (say) => checkPages(db, say, step)) };
  if (part.kind === 'files') return { problems: attempt('attached files', (say) => checkFiles(db, say, step)) };
  if (part.kind === 'chain') {
    let head: VerifiedHead | undefined;
    const problems = attempt('audit trail', (say) => {
      head = checkChain(db, say, step, part.stretch);
    });
    return { problems, head };
  }
  let held = noAnchors;
  const problems = [
    ...attempt('schema', (say) => checkSchema(db, say)),
    ...attempt('anchored entries', (say) => {
      held = checkAnchors(db, say, groups);
    }),
    ...attempt('records', (say) => checkRecords(db, say)),
    ...attempt('signatures', (say) => checkSignatures(db, say)),
    ...attempt('balances', (say) => checkBalances(db, say)),
    ...attempt('units and runs', (say) => checkNodes(db, say)),
    ...attempt('head', (say) => checkHead(db, say)),
  ];
  return { problems, anchors: held };
}

/** One answer of all parts: the first entries first, and what belongs to none after them. */
export function putTogether(found: readonly PartFound[], entries: number): Verification {
  const problems = sorted(found).slice(0, mostProblems);
  const [anchors = noAnchors] = found.flatMap((part) => part.anchors ?? []);
  return { ok: problems.length === 0, entries, problems, anchors };
}

const sorted = (found: readonly PartFound[]): Problem[] =>
  found
    .flatMap((part) => part.problems)
    .toSorted((a, b) => (a.seq || Number.MAX_SAFE_INTEGER) - (b.seq || Number.MAX_SAFE_INTEGER));

/** What a damaged store is refused for. */
export const firstProblem = (found: readonly PartFound[]): Problem | undefined => sorted(found)[0];

export function countEntries(db: Database): number {
  try {
    return db.prepare<[], number>('select count(*) from audit_entry').pluck().get() ?? 0;
  } catch {
    // A table that cannot be read was told of already.
    return 0;
  }
}
