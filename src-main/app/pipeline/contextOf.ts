import type { Context, QueryContext, Services } from '#main/context/context.ts';
import type { Feature } from '#main/context/feature.ts';
import { Policies } from '#main/ledgerStore/policy.ts';
import type { Called } from './call.ts';
import { featureOf, policiesOf } from './featureOf.ts';
import type { BusParts } from './parts.ts';
import { readToSign } from './readToSign.ts';
import type { Changes } from './sessionChanges.ts';

/** What one call brings along. */
type Brought = Pick<QueryContext, 'job'> & { called: Called; changes: Changes };
type Given = Brought & Pick<QueryContext, 'read' | 'reader'>;

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
  return { ...context, ...servicesFor(parts, featureOf(features, called.operation), given) };
}

/** What a feature needs of all there is. */
export function servicesFor(parts: BusParts, { needs }: Feature, brought: Brought): Partial<Services> {
  const services = servicesOf(parts, brought);
  return Object.fromEntries(needs.map((need) => [need, services[need]]));
}

function servicesOf(parts: BusParts, { called, job, changes }: Brought): Services {
  const { features, services, store } = parts;
  const { actor, session } = called;
  return {
    ...services,
    policies: new Policies(policiesOf(features), { byPerson: actor.authState === 'person' }),
    session: changes,
    signsWithUser: !session.hasSigned,
    rehearse: (rehearsal) => store.rehearse(rehearsal, job),
    readOnly: store.readOnly,
    suspect: store.suspect,
    readToSign: (asked, context) => readToSign(parts, asked, context),
  };
}
