import Database from 'better-sqlite3';
import { checkLinks } from '#main/store/tail.ts';
import { serveWork, type Task } from '#main/worker/serveWork.ts';
import { countEntries, type PartFound, verifyPart } from '#main/features/audit/verify.queries.ts';
import { cutChain, wholeChain } from '#main/features/audit/verifyChain.queries.ts';
import { checkTrace } from './checkTrace.ts';
import { type CopiedIndex, indexOf, loadIndex, traceFileOf } from './traceFile.ts';
import type { VerifyPlan, VerifyWork } from './verifyInWorker.ts';
import { countRows } from '#main/features/audit/verifyPages.queries.ts';
import { attempt } from '#main/features/audit/verifySteps.queries.ts';

/** Told in one message, so that telling does not cost more than checking. */
const rowsInMessage = 20_000;

async function answer(
  { file, stop, ...task }: VerifyWork['input'],
  { progress }: Task<VerifyWork>,
): Promise<VerifyWork['output']> {
  // Held for one task only, so that the thread can wait for the next store, and be ended while it does.
  const db = open(file, task.kind === 'part' && task.part.kind === 'pages' ? 256 : 64);
  try {
    // One read transaction, so that what is committed meanwhile does not look like a difference.
    db.exec('begin');
    if (task.kind === 'plan') return { kind: 'plan', plan: plan(db, task.pieces) };
    if (task.kind === 'links') return { kind: 'links', fault: checkLinks(db, task.upTo) };
    const { part, groups } = task;
    const found =
      part.kind === 'trace'
        ? await traceFound(db, file, part.inMemory)
        : verifyPart(db, part, stepBy(progress, stop), groups);
    return { kind: 'found', found };
  } finally {
    db.close();
  }
}

serveWork<VerifyWork>(answer);

async function traceFound(db: Database.Database, file: string, copied: CopiedIndex | undefined): Promise<PartFound> {
  const snapshot = await loadIndex(db, traceFileOf(file)).catch(() => undefined);
  const inMemory = copied && indexOf(copied);
  return { problems: attempt('trace index', (say) => checkTrace(db, { snapshot, inMemory }, say)) };
}

/**
 * Keeps so many MB of the file in memory. For each row of a table its indexes are looked into, anywhere: where they have
 * no room, checking the pages of a large store is reading them again and again.
 */
function open(file: string, megabytes: number): Database.Database {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  db.pragma(`cache_size = ${-1024 * megabytes}`);
  return db;
}

/** How much there is to check, and what may be checked beside the rest. What cannot be counted is checked in one piece. */
function plan(db: Database.Database, pieces: number): VerifyPlan {
  let made: VerifyPlan = { rows: 0, entries: 0, isLarge: false, stretches: [wholeChain] };
  attempt('tables', () => {
    const rows = countRows(db);
    const isLarge = rows >= worthCutting;
    made = { rows, entries: countEntries(db), isLarge, stretches: isLarge ? cutChain(db, pieces) : [wholeChain] };
  });
  return made;
}

/** Fewer rows are checked sooner than a second worker has started. */
const worthCutting = 50_000;

function stepBy(progress: (told: VerifyWork['progress']) => void, stop: Int32Array): (rows: number) => void {
  let untold = 0;
  return (rows) => {
    // Nobody waits for what is found any more.
    if (Atomics.load(stop, 0) !== 0) throw new Error('the verification was stopped');
    untold += rows;
    if (untold < rowsInMessage) return;
    progress({ rows: untold });
    untold = 0;
  };
}
