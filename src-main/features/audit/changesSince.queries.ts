import type { QueryContext } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import type { Outputs } from '#shared/contract.ts';
import { readBody } from './entryList.queries.ts';

/** After so many entries a page asks for everything again: to tell them apart would take longer. */
const mostEntries = 500;
const mostNamed = 10;

/** What the journals say was written since an entry, whichever command or reaction wrote it. */
export async function changesSince(
  seq: number,
  { read, operations }: Pick<QueryContext<'operations'>, 'read' | 'operations'>,
): Promise<Outputs['audit']['changesSince']> {
  const last = (await read.one(lastSeq))?.seq ?? 0;
  if (last === seq) return { last, stale: [], outdated: [], written: [] };
  // A store that was restored may end before what the page knows of.
  const isNear = seq < last && last - seq <= mostEntries;
  const bodies = isNear ? (await read.all(entriesFrom, { seq })).map(({ body }) => readBody(body)) : [];
  const after = bodies.filter((body) => body.seq > seq);
  const start = bodies.find((body) => body.seq === seq)?.journals ?? { movement: { last: 0 }, version: { last: 0 } };
  const versions = isNear ? await read.all(recordsAfter, { id: start.version.last }) : [];
  const isMoved = after.some(({ journals }) => journals.movement.last > start.movement.last);
  const isTried = after.some(({ outcome, operation }) => outcome === 'refused' || operation === 'people.logIn');
  const written = new Set([
    'entry',
    ...versions.map(({ record }) => record),
    ...(isMoved ? ['movement'] : []),
    ...(isTried ? ['attempt'] : []),
  ]);
  const asked = operations.flatMap((one) =>
    one.kind === 'query' && (one.reads === undefined || one.reads.some((kind) => !isNear || written.has(kind)))
      ? [one]
      : [],
  );
  return {
    last,
    stale: asked.filter(({ stays }) => stays !== true).map(({ name }) => name),
    outdated: asked.filter(({ stays }) => stays === true).map(({ name }) => name),
    written: after
      .filter(({ journals: { movement, version } }) => movement.count + version.count > 0)
      .map(({ at, person, operation, command }) => ({ at, person: person.name, operation, command }))
      .toReversed()
      .slice(0, mostNamed),
  };
}

const lastSeq = query((tables) => tables.selectFrom('head').select('seq').where('id', '=', 1));

const entriesFrom = query((tables, { seq }: { seq: number }) =>
  tables.selectFrom('audit_entry').select('body').where('seq', '>=', seq).orderBy('seq'),
);

const recordsAfter = query((tables, { id }: { id: number }) =>
  tables.selectFrom('record_version').select('record').distinct().where('id', '>', id),
);
