import type { Database } from 'better-sqlite3';

/**
 * All reads of a job see one commit, even while another process writes. It is quicker too: a connection that is asked
 * outside a transaction looks at each question whether somebody wrote.
 */
export function inOneState<T>(db: Database, job: () => T): T {
  // As in a view already.
  if (db.inTransaction) return job();
  db.exec('begin');
  try {
    return job();
  } finally {
    db.exec('commit');
  }
}
