import { z } from 'zod';
import { query, type RowIn } from '#main/store/query.ts';
import type { SimpleSource } from '#main/store/simpleList.ts';
import type { Read } from '#main/store/views.ts';
import { versionOn } from '#shared/inspections/plans.ts';
import { piecesIn } from '#shared/inspections/pieces.ts';
import { type Progress, progressOf, readingsOf } from '#shared/inspections/progress.ts';
import {
  frozenContent,
  inspectionList,
  type InspectionState,
  inspectionStates,
  keptReading,
} from '#shared/inspections/inspectionVocabulary.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { standOf } from './former.queries.ts';
import { plansThatHold } from './plans.queries.ts';
import { pendingOf } from './stored.queries.ts';

/** How people name an inspection: with how often it was done again. */
export const codeOf = ({ inspection, reinspection }: { inspection: string; reinspection: number }): string =>
  reinspection === 0 ? inspection : `${inspection}/${reinspection}`;

const stateIn = (text: string): InspectionState => inspectionStates.find((one) => one === text) ?? 'open';

const momentOr = (moment: number | null): string => (moment === null ? '' : formatMoment(moment));

/** The list of inspections, the last opened first; what their readings come to is worked out for the rows of a page alone. */
export const inspectionSource: SimpleSource<typeof inspectionList> = {
  list: inspectionList,
  isOrdered: true,
  rows: async (read, { reader: { db }, now, offsetMinutes }) => {
    const today = dateOf(now, offsetMinutes);
    const known = new Map<string, number | undefined>();
    const inForce = (plan: string): number | undefined => {
      if (!known.has(plan)) known.set(plan, versionOn(plansThatHold(db, plan), today)?.version);
      return known.get(plan);
    };
    const decided = Map.groupBy(await read.all(allDecisions), codeOf);
    return (await read.all(listed)).map((row) => {
      const state = stateIn(row.state);
      const unit = row.unitOfMeasure ?? '';
      const left = pendingOf({ ...row, inspectionState: state }, decided.get(codeOf(row)) ?? []);
      const { product, lot, sublot, serial, point, plan, planVersion, supplier, document } = row;
      return {
        ...{ inspection: codeOf(row), state, product, lot, point, plan, planVersion, supplier, document },
        unit: { product, lot, sublot, serial },
        quantity: { amount: formatQuantity(row.quantity), unit },
        pending: { amount: formatQuantity(left), unit },
        ...{ done: '', proposal: '' },
        ...{ slot: row.slot ?? '', dueFrom: momentOr(row.dueFrom), dueUntil: momentOr(row.dueUntil) },
        planStand: state === 'open' ? standOf(planVersion, row.keepsPast, inForce(plan)) : '',
        openedAt: formatMoment(row.openedAt),
        decidedAt: momentOr(row.endedAt),
      };
    });
  },
  async more(read, rows) {
    const open = rows.filter(({ state }) => state === 'open').map(({ inspection }) => inspection.split('/')[0] ?? '');
    const found = open.length === 0 ? new Map<string, Progress>() : await progressIn(read, open);
    return rows.map((row) => {
      const progress = row.state === 'open' ? found.get(row.inspection) : undefined;
      return progress === undefined
        ? row
        : { ...row, done: `${progress.done}/${progress.wanted}`, proposal: progress.proposal };
    });
  },
};

/** How far some inspections are. */
export async function progressIn(
  read: Pick<Read, 'all'>,
  inspections: readonly string[],
): Promise<Map<string, Progress>> {
  const entries = Map.groupBy(await read.all(readingsOfSome, { inspections }), codeOf);
  return new Map(
    (await read.all(contentOfSome, { inspections })).map((one): [string, Progress] => {
      const frozen = frozenContent.parse(JSON.parse(one.content));
      const readings = readingsOf(
        (entries.get(codeOf(one)) ?? []).map(({ isSecond, readings }) => ({
          isSecond: isSecond === 1,
          readings: z.array(keptReading).parse(JSON.parse(readings)),
        })),
      );
      const { quantity, unitOfMeasure } = one;
      const pieces = piecesIn(quantity, unitOfMeasure ?? '');
      return [codeOf(one), progressOf(frozen, readings, { quantity, pieces })];
    }),
  );
}

const listed = query((tables) =>
  tables
    .selectFrom('inspection as i')
    .leftJoin('product as p', 'p.code', 'i.product')
    .select([
      'i.inspection',
      'i.reinspection',
      'i.inspection_state as state',
      'i.point',
      'i.product',
      'i.lot',
      'i.sublot',
      'i.serial',
      'i.supplier',
      'i.document',
      'i.quantity',
      'i.gone',
      'i.plan',
      'i.plan_version as planVersion',
      'i.keeps_past as keepsPast',
      'i.opened_at as openedAt',
      'i.ended_at as endedAt',
      'i.slot',
      'i.due_from as dueFrom',
      'i.due_until as dueUntil',
      'p.unit as unitOfMeasure',
    ])
    .orderBy('i.id', 'desc'),
);
export type ListedInspection = RowIn<typeof listed>;

/** The first inspections of goods that are decided, the last first. */
export const decidedInspections = query((tables) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'reinspection', 'product', 'supplier', 'ended_at as endedAt'])
    .where('inspection_state', '=', 'decided')
    .where('reinspection', '=', 0)
    .orderBy('id', 'desc'),
);

/** Those that something is left to do of: open, or decided and not moved. */
export const openInspectionsNamed = query((tables) =>
  tables
    .selectFrom('inspection as i')
    .select(['i.inspection', 'i.reinspection'])
    .where((is) =>
      is.or([
        is('i.inspection_state', '=', 'open'),
        is.exists(
          is
            .selectFrom('inspection_decision as d')
            .select('d.id')
            .whereRef('d.inspection', '=', 'i.inspection')
            .whereRef('d.reinspection', '=', 'i.reinspection')
            .where('d.document', '=', ''),
        ),
      ]),
    )
    .orderBy('i.id'),
);

const allDecisions = query((tables) =>
  tables.selectFrom('inspection_decision').select(['inspection', 'reinspection', 'accepted', 'rejected']),
);

const contentOfSome = query((tables, { inspections }: { inspections: readonly string[] }, { textsOf }) =>
  tables
    .selectFrom('inspection as i')
    .leftJoin('product as p', 'p.code', 'i.product')
    .select(['i.inspection', 'i.reinspection', 'i.content', 'i.quantity', 'p.unit as unitOfMeasure'])
    .where('i.inspection', 'in', textsOf(inspections)),
);

const readingsOfSome = query((tables, { inspections }: { inspections: readonly string[] }, { textsOf }) =>
  tables
    .selectFrom('inspection_reading')
    .select(['inspection', 'reinspection', 'readings', 'is_second as isSecond'])
    .where('inspection', 'in', textsOf(inspections))
    .orderBy('id'),
);
