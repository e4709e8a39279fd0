import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { verifyStore } from './verify.queries.ts';

// Handed over by verifyInWorker, its only caller.
const { file } = workerData as { file: string };

const db = new Database(file, { readonly: true, timeout: 5000 });
try {
  // One read transaction, so that what is committed meanwhile does not look like a difference.
  db.exec('begin');
  const verification = verifyStore(db, (phase, done, total) => parentPort?.postMessage({ phase, done, total }));
  parentPort?.postMessage({ verification });
} finally {
  db.close();
}
