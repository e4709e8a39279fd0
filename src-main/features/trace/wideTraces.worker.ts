import Database from 'better-sqlite3';
import { toStoreError } from '#main/store/sqliteErrors.ts';
import { serveWork } from '#main/worker/serveWork.ts';
import { readTrace, type TraceLists } from './traceLists.queries.ts';
import { nameWalk } from './traced.queries.ts';
import { UnitBook } from './units.queries.ts';
import { headSeq, writeTrace } from './wantedTrace.queries.ts';
import type { WideQuestion, WideWork } from './wideTraces.ts';

let opened: Database.Database | undefined;
/**
 * The lists of the last two questions: pages, picture and other orders of one trace are requested one after another.
 */
let kept: { question: string; lists: TraceLists }[] = [];

serveWork<WideWork>(({ file, question, wanted }) => {
  opened ??= new Database(file, { readonly: true, timeout: 5000 });
  const db = opened;
  try {
    // One read transaction, so that all of it is of one state of the store.
    db.exec('begin');
    return headSeq(db) === question.seq ? writeTrace(db, listsOf(db, question), wanted) : 'moved';
  } catch (error) {
    throw toStoreError(error);
  } finally {
    db.exec('commit');
  }
});

function listsOf(db: Database.Database, { key, seq, roots, direction, ordering, walk }: WideQuestion): TraceLists {
  const question = `${seq} ${key}`;
  const known = kept.find((one) => one.question === question);
  if (known !== undefined) return known.lists;
  // Room for the next before it is read.
  kept = kept.slice(0, 1);
  const book = new UnitBook(db, ordering);
  book.load(roots);
  const named = nameWalk(book, { roots: roots.map((root) => book.unit(root)), direction }, walk);
  const lists = readTrace(db, named);
  kept = [{ question, lists }, ...kept];
  return lists;
}
