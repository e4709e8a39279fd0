import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sayStoreError } from '#main/store/sqliteErrors.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { readTrace, type TraceLists } from './traceLists.queries.ts';
import { nameWalk } from './traced.queries.ts';
import { UnitBook } from './units.queries.ts';
import { headSeq, writeTrace } from './wantedTrace.queries.ts';
import type { WideQuestion, WideReply, WideRequest } from './wideTraces.ts';

// Handed over by wideTraces, its only caller.
const { file } = workerData as { file: string };
const db = new Database(file, { readonly: true, timeout: 5000 });
/** The last two questions' lists: pages and the picture of one trace are asked for one after another, and what another order of time adds. */
let kept: { question: string; lists: TraceLists }[] = [];

parentPort?.on('message', (request: WideRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer({ id, question, wanted }: WideRequest): WideReply {
  try {
    // One read transaction, so that all of it is of one state of the store.
    db.exec('begin');
    return headSeq(db) === question.seq
      ? { id, written: writeTrace(db, listsOf(question), wanted) }
      : { id, moved: true };
  } catch (error) {
    const said = sayStoreError(error);
    if (!isLotlineError(said))
      return { id, failed: said instanceof Error ? (said.stack ?? said.message) : String(said) };
    const { code, message, details } = said;
    return { id, refused: { code, message, details } };
  } finally {
    db.exec('commit');
  }
}

function listsOf({ key, seq, roots, direction, walk }: WideQuestion): TraceLists {
  const question = `${seq} ${key}`;
  const known = kept.find((one) => one.question === question);
  if (known !== undefined) return known.lists;
  // Room for the next before it is read.
  kept = kept.slice(0, 1);
  const book = new UnitBook(db);
  book.load(roots);
  const named = nameWalk(book, { roots: roots.map((root) => book.unit(root)), direction }, walk);
  const lists = readTrace(db, named);
  kept = [{ question, lists }, ...kept];
  return lists;
}
