import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sayStoreError } from '#main/store/sqliteErrors.ts';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { verifyStore } from './verify.queries.ts';

// Handed over by verifyInWorker, its only caller.
const { file } = workerData as { file: string };

const db = new Database(file, { readonly: true, timeout: 5000 });
try {
  // One read transaction, so that what is committed meanwhile does not look like a difference.
  db.exec('begin');
  const verification = verifyStore(db, (phase, done, total) => parentPort?.postMessage({ phase, done, total }));
  parentPort?.postMessage({ verification });
} catch (error) {
  // A page that cannot be read ends the walk; that is the finding then.
  const said = sayStoreError(error);
  if (!isLotlineError(said) || said.code !== 'STORE_DAMAGED') throw error;
  const problem = { code: 'PAGES_DAMAGED', seq: 0, where: 'file', message: `${said.message} (${String(error)})` };
  parentPort?.postMessage({ verification: { ok: false, entries: 0, problems: [problem] } });
} finally {
  db.close();
}
