import Database from 'better-sqlite3';
import { serveWork } from '#main/worker/serveWork.ts';
import { countEntries, verifyPart } from './verify.queries.ts';
import { cutChain, wholeChain } from './verifyChain.queries.ts';
import type { VerifyPlan, VerifyWork } from './verifyInWorker.ts';
import { countRows } from './verifyPages.queries.ts';
import { attempt } from './verifySteps.queries.ts';

/** Told in one message, so that telling does not cost more than checking. */
const rowsInMessage = 20_000;

let opened: Database.Database | undefined;

serveWork<VerifyWork>(({ file, ...task }, { progress }) => {
  opened ??= open(file);
  const db = opened;
  // One read transaction, so that what is committed meanwhile does not look like a difference.
  db.exec('begin');
  try {
    return task.kind === 'plan'
      ? { kind: 'plan', plan: plan(db, task.pieces) }
      : { kind: 'found', found: verifyPart(db, task.part, stepBy(progress), task.anchors) };
  } finally {
    db.exec('rollback');
  }
});

function open(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  db.pragma('cache_size = -65536');
  return db;
}

/** How much there is to check, and what may be checked beside the rest. What cannot be counted is checked in one piece. */
function plan(db: Database.Database, pieces: number): VerifyPlan {
  let made: VerifyPlan = { rows: 0, entries: 0, stretches: [wholeChain] };
  attempt('tables', () => {
    const rows = countRows(db);
    made = { rows, entries: countEntries(db), stretches: rows < worthCutting ? [wholeChain] : cutChain(db, pieces) };
  });
  return made;
}

/** Fewer rows are checked sooner than a second worker has started. */
const worthCutting = 50_000;

function stepBy(progress: (told: VerifyWork['progress']) => void): (rows: number) => void {
  let untold = 0;
  return (rows) => {
    untold += rows;
    if (untold < rowsInMessage) return;
    progress({ rows: untold });
    untold = 0;
  };
}
