import type { Database } from 'better-sqlite3';
import { namedContents, problemOf } from '#main/store/keptFiles.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Say, Step } from './verifySteps.queries.ts';

/** The content of each attached file must be there, and be what its record says. */
export function checkFiles(db: Database, say: Say, step: Step): void {
  for (const { number, label, sha256 } of namedContents(db)) {
    const code = problemOf(db, sha256);
    step(1);
    if (code === undefined) continue;
    const message =
      code === 'FILE_MISSING'
        ? msg`The attached file ${number} (${label}) is missing beside the store. Put it back from a backup.`
        : msg`The attached file ${number} (${label}) was changed outside Lotline. Put it back from a backup.`;
    say({ code, seq: 0, where: `attached_file ${number}`, message });
  }
}
