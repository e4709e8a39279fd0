import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { countEntries, verifyPart } from './verify.queries.ts';
import { cutChain, wholeChain } from './verifyChain.queries.ts';
import type { FromWorker, ToWorker, VerifyPlan } from './verifyInWorker.ts';
import { countRows } from './verifyPages.queries.ts';
import { attempt } from './verifySteps.queries.ts';

/** Told in one message, so that telling does not cost more than checking. */
const rowsInMessage = 20_000;

// Handed over by verifyInWorker, its only caller, as are the messages.
const { file } = workerData as { file: string };
const db = new Database(file, { readonly: true, timeout: 5000 });
db.pragma('cache_size = -65536');

parentPort?.on('message', (message: ToWorker) => {
  // One read transaction, so that what is committed meanwhile does not look like a difference.
  db.exec('begin');
  try {
    if (message.kind === 'plan') post({ kind: 'plan', plan: plan(message.pieces) });
    else post({ kind: 'found', found: verifyPart(db, message.part, stepBy(), message.anchors) });
  } finally {
    db.exec('rollback');
  }
});

/** How much there is to check, and what may be checked beside the rest. What cannot be counted is checked in one piece. */
function plan(pieces: number): VerifyPlan {
  let made: VerifyPlan = { rows: 0, entries: 0, stretches: [wholeChain] };
  attempt('tables', () => {
    const rows = countRows(db);
    made = { rows, entries: countEntries(db), stretches: rows < worthCutting ? [wholeChain] : cutChain(db, pieces) };
  });
  return made;
}

/** Fewer rows are checked sooner than a second worker has started. */
const worthCutting = 50_000;

function stepBy(): (rows: number) => void {
  let untold = 0;
  return (rows) => {
    untold += rows;
    if (untold < rowsInMessage) return;
    post({ kind: 'rows', rows: untold });
    untold = 0;
  };
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}
