import type { Database } from 'better-sqlite3';
import type { QueryContext } from '#main/context/context.ts';
import { listIds } from '#main/features/lots/listing.queries.ts';
import { lotSource, prepareFor } from '#main/features/lots/lots.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { type DateSpan, writeDateSpan } from '#shared/kernel/list.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { type LotListQuestion, lotListQuestion } from '#shared/lots/contract.ts';
import { type LotView, questionOf } from '#shared/lots/views.ts';
import type { GoodsKind } from '#shared/today/vocabulary.ts';

type WaitingLot = { id: number; kind: GoodsKind; also: GoodsKind[]; due: PlainDate };

/** Who does something about goods: decides on them, or takes them from where they lie. All else anybody may who sees them. */
const handlers: Partial<Record<GoodsKind, readonly Permission[]>> = {
  quarantine: ['status'],
  rejected: ['status', 'move'],
};

/**
 * The lots that lie here and wait, the most urgent first and each once; and how many each view of the list of lots has.
 * They are the lists' own answers, which are kept until something is written.
 */
export async function lotsThatWait(
  { reader: { db }, read, actor }: Pick<QueryContext, 'reader' | 'read' | 'actor'>,
  today: PlainDate,
): Promise<{ waiting: WaitingLot[]; counts: Record<'expired' | 'quarantine' | 'expiring' | 'rejected', number> }> {
  const ids = (view: LotView): readonly number[] => listIds(db, lotSource, askedIn(view, today));
  await prepareFor(db, askedIn('quarantine', today));
  const [expired, retest, expiring] = [ids('expired'), ids('retest'), ids('expiring')];
  // Lists have the newest on top; what waits longest comes first here.
  const [rejected, quarantine] = [ids('rejected').toReversed(), ids('quarantine').toReversed()];
  const dates = await datesOf(read, [...expired, ...retest, ...expiring]);
  const found = new Map<number, WaitingLot>();
  const add = (kind: GoodsKind, lots: readonly number[], dueOf: (id: number) => PlainDate): void => {
    const may = handlers[kind];
    if (may !== undefined && !may.some((permission) => actor.permissions.includes(permission))) return;
    for (const id of lots) {
      const known = found.get(id);
      if (known === undefined) found.set(id, { id, kind, also: [], due: dueOf(id) });
      else known.also.push(kind);
    }
  };
  const isLate = (id: number): boolean => retestOf(id) < today;
  const expiryOf = (id: number): PlainDate => dates.get(id)?.expiresOn ?? '';
  const retestOf = (id: number): PlainDate => dates.get(id)?.retestOn ?? '';
  const noDay = (): PlainDate => '';
  add('expired', expired, expiryOf);
  add('retestDue', retest.filter(isLate), retestOf);
  add('rejected', rejected, noDay);
  add('quarantine', quarantine, noDay);
  add(
    'retestDue',
    retest.filter((id) => !isLate(id)),
    retestOf,
  );
  add('expiring', expiring, expiryOf);
  const counts = {
    expired: expired.length,
    quarantine: quarantine.length,
    expiring: expiring.length,
    rejected: rejected.length,
  };
  return { waiting: [...found.values()], counts };
}

/** The question a view asks the list, with the blanks of all its other filters. */
const askedIn = (view: LotView, today: PlainDate): LotListQuestion => lotListQuestion.parse(questionOf(view, today));

/** The lot in stock that expires next, from today on: its id, or none. */
export const nextToExpire = (db: Database, today: PlainDate): readonly number[] =>
  inStockBy(db, { from: today, to: '' }).slice(0, 1);

/** When each lot in stock expires that does within a span, in their order. */
export async function expiringFrom({ db, read }: { db: Database; read: Read }, span: DateSpan): Promise<PlainDate[]> {
  const question = inStockQuestion(span);
  await prepareFor(db, question);
  const ids = listIds(db, lotSource, question);
  const found = await datesOf(read, ids);
  return ids.map((id) => found.get(id)?.expiresOn ?? '');
}

const inStockBy = (db: Database, span: DateSpan): readonly number[] => listIds(db, lotSource, inStockQuestion(span));

const inStockQuestion = (span: DateSpan): LotListQuestion =>
  lotListQuestion.parse({ onHand: ['yes'], expiresOn: writeDateSpan(span), sort: 'expiresOn' });

/** When lots expire and are due for a retest; "" where they are not. */
export async function datesOf(read: Read, ids: readonly number[]) {
  const rows = await read.all(dates, { ids });
  return new Map(
    rows.map(({ id, expires_on: expiresOn, retest_on: retestOn }) => [
      id,
      { expiresOn: expiresOn ?? '', retestOn: retestOn ?? '' },
    ]),
  );
}

const dates = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom(idsOf(ids).as('asked'))
    .innerJoin('lot', 'lot.id', 'asked.id')
    .select(['lot.id', 'lot.expires_on', 'lot.retest_on']),
);

/** When lots last came to lie in the status they are in: their last movement that changed it. As ISO text, by id. */
export async function lotsSince(read: Read, ids: readonly number[]): Promise<Map<number, string>> {
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
