import type { Database } from 'better-sqlite3';
import type { QueryContext } from '#main/context/context.ts';
import { letterBits, lotsInStock, readLotStock, releasedWaiting } from '#main/features/lots/lotStock.queries.ts';
import { readLots } from '#main/features/lots/lotList.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { addDays, formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import { soonDays } from '#shared/lots/views.ts';
import type { WaitingGoods } from '#shared/today/contract.ts';
import { weekDays } from '#shared/today/due.ts';
import type { GoodsKind, TaskGroup } from '#shared/today/vocabulary.ts';

type Asking = Pick<QueryContext, 'reader' | 'read' | 'actor'>;
type Counts = Record<'expired' | 'quarantine' | 'expiring' | 'rejected', number>;
/** Lots that wait for one reason by one group of days, in their order. */
type Segment = { kind: GoodsKind; group: TaskGroup; ids: readonly number[] };

/** Who does something about goods: decides on them, or takes them from where they lie. All else anybody may who sees them. */
const handlers: Partial<Record<GoodsKind, readonly Permission[]>> = {
  quarantine: ['status'],
  rejected: ['status', 'move'],
  putAway: ['move'],
};

/** So far ahead the lot that expires next is looked for. */
const yearDays = 366;

/**
 * The lots that lie here and wait, each once, in the group of what is most urgent about it: how many, and the first of
 * each group. Ids are kept apart as sets in memory; rows are read of those alone that are answered.
 */
export async function lotsThatWait(
  { reader: { db }, read, actor }: Asking,
  today: PlainDate,
  limit: number,
): Promise<{
  groups: Map<TaskGroup, { total: number; tasks: WaitingGoods[] }>;
  counts: Counts;
  next: ListedLot | null;
}> {
  await readLotStock(db);
  const dueIn = await datesHere(db, read);
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
  const [week, soon] = [addDays(today, weekDays), addDays(today, soonDays)];
  const spans: readonly (readonly [TaskGroup, PlainDate, PlainDate])[] = [
    ['overdue', '', yesterday],
    ['today', today, today],
    ['week', tomorrow, week],
    ['month', addDays(week, 1), soon],
  ];
  const expiries: Segment[] = [];
  const retests: Segment[] = [];
  for (const [group, from, to] of spans) {
    expiries.push({ kind: group === 'overdue' ? 'expired' : 'expiring', group, ids: await dueIn('expires', from, to) });
    retests.push({ kind: 'retestDue', group, ids: await dueIn('retest', from, to) });
  }
  const lying = (kind: GoodsKind, letter: string): Segment => ({
    kind,
    group: 'today',
    // What was recorded first waits longest.
    ids: lotsInStock(db, (bits) => (bits & (letterBits[letter] ?? 0)) !== 0),
  });
  const [rejected, quarantine] = [lying('rejected', 'R'), lying('quarantine', 'Q')];
  const [expired, ...expiring] = expiries;
  const released = lotsInStock(db, (bits) => (bits & releasedWaiting) !== 0);
  const late = new Set(released.length === 0 ? [] : expired?.ids);
  const putAway: Segment = {
    kind: 'putAway',
    group: 'today',
    // What has expired is put nowhere where it could be taken from.
    ids: released.filter((id) => !late.has(id)),
  };
  const counts = {
    expired: expired?.ids.length ?? 0,
    quarantine: quarantine.ids.length,
    expiring: expiring.reduce((sum, { ids }) => sum + ids.length, 0),
    rejected: rejected.ids.length,
  };
  const [lateRetests, ...retestsAhead] = retests;
  const segments = [expired, lateRetests, rejected, quarantine, putAway, ...retestsAhead, ...expiring].flatMap((one) =>
    one !== undefined && isFor(one.kind, actor.permissions) ? [one] : [],
  );
  const nextIds = expiring.flatMap(({ ids }) => ids.slice(0, 1));
  const [next] = nextIds.length > 0 ? nextIds : await dueIn('expires', addDays(soon, 1), addDays(today, yearDays));
  return {
    groups: await inGroups({ db, read }, segments, limit),
    counts,
    next: next === undefined ? null : (readLots(db, [next])[0] ?? null),
  };
}

const isFor = (kind: GoodsKind, permissions: readonly Permission[]): boolean =>
  handlers[kind]?.some((permission) => permissions.includes(permission)) ?? true;

async function inGroups({ db, read }: { db: Database; read: Read }, segments: readonly Segment[], limit: number) {
  // Of many lots, bytes are quicker than a set.
  const taken = new Uint8Array(segments.reduce((most, { ids }) => ids.reduce((a, b) => Math.max(a, b), most), 0) + 1);
  const shown = new Map<number, Segment>();
  const totals = new Map<TaskGroup, number>();
  for (const segment of segments) {
    let own = 0;
    for (const id of segment.ids) {
      if (taken[id] === 1) continue;
      taken[id] = 1;
      if (own < limit) shown.set(id, segment);
      own += 1;
    }
    totals.set(segment.group, (totals.get(segment.group) ?? 0) + own);
  }
  const ids = [...shown.keys()];
  const since = await lotsSince(read, ids);
  const alsoOf = otherKinds(segments, shown);
  const tasks = readLots(db, ids).flatMap((lot, index): (WaitingGoods & { group: TaskGroup })[] => {
    const id = ids[index] ?? 0;
    const segment = shown.get(id);
    if (segment === undefined) return [];
    const { kind, group } = segment;
    const also = alsoOf(id, kind);
    return [{ group, kind, also, due: dueOf(kind, lot), since: since.get(id) ?? '', lot }];
  });
  return new Map(
    [...totals].map(([group, total]) => {
      const own = tasks.filter((task) => task.group === group).map(({ group: _group, ...task }) => task);
      // What waits today has no day, and stands in the order of its reasons.
      const inOrder = group === 'today' ? own : own.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
      return [group, { total, tasks: inOrder.slice(0, limit) }] as const;
    }),
  );
}

/** What lots that are shown wait for beside. */
function otherKinds(segments: readonly Segment[], shown: ReadonlyMap<number, Segment>) {
  const kinds = new Map<number, GoodsKind[]>();
  for (const { kind, ids } of segments)
    for (const id of ids) if (shown.has(id)) kinds.set(id, [...(kinds.get(id) ?? []), kind]);
  return (id: number, own: GoodsKind): GoodsKind[] => (kinds.get(id) ?? []).filter((kind) => kind !== own);
}

function dueOf(kind: GoodsKind, { expiresOn, retestOn }: ListedLot): PlainDate {
  if (kind === 'rejected' || kind === 'quarantine' || kind === 'putAway') return '';
  return kind === 'retestDue' ? retestOn : expiresOn;
}

/** The lots in stock whose date lies within a span, in the order of the date. */
async function datesHere(db: Database, read: Read) {
  const here = new Uint8Array((lotsInStock(db, () => true).at(-1) ?? 0) + 1);
  for (const id of lotsInStock(db, (bits) => bits !== 0)) here[id] = 1;
  return async (what: keyof typeof within, from: PlainDate, to: PlainDate): Promise<number[]> =>
    (await read.all(within[what], { from, to })).map(({ id }) => id).filter((id) => here[id] === 1);
}

type Span = { from: PlainDate; to: PlainDate };

// Along the indexes of the dates alone.
const within = {
  expires: query((tables, { from, to }: Span) =>
    tables
      .selectFrom('lot')
      .select('id')
      .where('expires_on', '>=', from)
      .where('expires_on', '<=', to)
      .orderBy('expires_on')
      .orderBy('id'),
  ),
  retest: query((tables, { from, to }: Span) =>
    tables
      .selectFrom('lot')
      .select('id')
      .where('retest_on', '>=', from)
      .where('retest_on', '<=', to)
      .orderBy('retest_on')
      .orderBy('id'),
  ),
};

/** How many lots in stock expire on each day of some. */
export async function expiringOn(db: Database, read: Read, days: readonly PlainDate[]): Promise<number[]> {
  await readLotStock(db);
  const dueIn = await datesHere(db, read);
  const counts: number[] = [];
  for (const day of days) counts.push((await dueIn('expires', day, day)).length);
  return counts;
}

/** When lots last came to lie in the status they are in: their last movement that changed it. As ISO text, by id. */
async function lotsSince(read: Read, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await read.all(changed, { ids });
  return new Map(rows.map(({ id, at }) => [id, formatMoment(at)]));
}

const changed = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom(idsOf(ids).as('asked'))
    .innerJoin('lot', 'lot.id', 'asked.id')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.product_id', '=', 'lot.product_id')
        .onRef('unit.lot', '=', 'lot.lot')
        .onRef('unit.sublot', '=', 'lot.sublot'),
    )
    .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
    .whereRef('movement.status_from', '<>', 'movement.status_to')
    .where('movement.to_place_id', 'is not', null)
    .select(({ fn }) => ['lot.id', fn.max('movement.at').as('at')])
    .groupBy('lot.id'),
);
