import type { Context, Need, QueryContext, Services } from '#main/context/context.ts';
import type { Called } from './call.ts';
import { featureOf } from './featureOf.ts';
import type { BusParts } from './parts.ts';
import { readToSign } from './readToSign.ts';
import type { Changes } from './sessionChanges.ts';

type Given = Pick<QueryContext, 'job' | 'read' | 'reader'> & { called: Called; changes: Changes };

/** What a handler is given: the context, and what its feature needs beside. */
export function contextOf(parts: BusParts, given: Given): QueryContext {
  const { clock, features, trace } = parts;
  const { called, job, read, reader } = given;
  const now = clock.now();
  const context: Context = {
    actor: called.actor,
    now,
    offsetMinutes: clock.offsetMinutes(now),
    read,
    reader,
    job,
    trace: () => trace(reader.db),
  };
  return { ...context, ...needed(featureOf(features, called.operation).needs, servicesOf(parts, given)) };
}

function servicesOf({ services, store, features }: BusParts, { called: { session }, job, changes }: Given): Services {
  return {
    ...services,
    session: changes,
    signsWithUser: !session.hasSigned,
    rehearse: (rehearsal) => store.rehearse(rehearsal, job),
    readOnly: store.readOnly,
    readToSign: (asked, context) => readToSign(features, asked, context),
  };
}

const needed = (needs: readonly Need[], services: Services): Partial<Services> =>
  Object.fromEntries(needs.map((need) => [need, services[need]]));
