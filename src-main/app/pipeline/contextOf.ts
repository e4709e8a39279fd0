import type { QueryContext } from '#main/context/context.ts';
import { operations } from '../operations.ts';
import type { Called } from './call.ts';
import type { BusParts } from './parts.ts';
import type { Changes } from './sessionChanges.ts';

type Given = Pick<QueryContext, 'job' | 'read' | 'reader'> & { called: Called; changes: Changes };

/** What a handler is given. */
export function contextOf(parts: BusParts, { called, job, changes, read, reader }: Given): QueryContext {
  const { clock, store, trace, uploads, outbox, verify, appVersion, jobs, setUp, passwords } = parts;
  const { asking, session } = called;
  const now = clock.now();
  return {
    asking,
    now,
    offsetMinutes: clock.offsetMinutes(now),
    read,
    reader,
    job,
    trace: () => trace(reader.db),
    uploads,
    outbox,
    verify,
    rehearse: (rehearsal) => store.rehearse(rehearsal, job),
    jobs,
    session: changes,
    setUp,
    signsWithUser: !session.hasSigned,
    passwords,
    operations: everyOperation,
    storeFile: store.file,
    readOnly: store.readOnly,
    appVersion,
  };
}

/** Every operation as a feature may speak of it. */
const everyOperation = [...operations.values()].map(({ name, meta }) => ({
  name,
  kind: meta.kind,
  permission: meta.permission,
}));
