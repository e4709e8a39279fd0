import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import { carriedReadings, unchangedRows } from '#shared/inspections/carrying.ts';
import { freeze, type GoodsToInspect } from '#shared/inspections/opening.ts';
import { piecesIn } from '#shared/inspections/pieces.ts';
import { versionOn } from '#shared/inspections/plans.ts';
import type { InspectionShown, PlanStand } from '#shared/inspections/inspectionVocabulary.ts';
import type { InspectionValues } from '#shared/inspections/records.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { contentOf, plansThatHold, type StoredPlan, tablesThatHold } from './plans.queries.ts';
import { severitiesOf } from './series.actions.ts';
import type { StoredInspection } from './stored.queries.ts';

/** The version of its plan that is in force, where an open inspection is done by another. */
export function versionInstead(
  db: Database,
  { plan, planVersion, inspectionState }: Pick<InspectionValues, 'plan' | 'planVersion' | 'inspectionState'>,
  today: PlainDate,
): StoredPlan | undefined {
  if (inspectionState !== 'open') return undefined;
  const now = versionOn(plansThatHold(db, plan), today);
  return now?.version === planVersion ? undefined : now;
}

/** What an inspection would be held to by another version of its plan: its pieces stay those that were drawn. */
export function frozenAnew(db: Database, { values, frozen, unitOfMeasure }: StoredInspection, plan: StoredPlan) {
  const goods: GoodsToInspect = {
    pieces: piecesIn(values.quantity, unitOfMeasure),
    serials: frozen.serials,
    severities: severitiesOf({ db }, values),
    formerlyDrawn: frozen.drawn,
    tables: tablesThatHold(db),
  };
  return freeze(contentOf(plan), frozen.seed, goods);
}

/** What becomes of an open inspection by a former version; null for any other. */
export function formerOf(db: Database, stored: StoredInspection, today: PlainDate): InspectionShown['former'] {
  const { values, entries, frozen } = stored;
  const instead = versionInstead(db, values, today);
  if (instead === undefined) return null;
  const anew = frozenAnew(db, stored, instead);
  const rows = anew.plan.characteristics;
  const same = new Set(unchangedRows(frozen.plan.characteristics, rows).values());
  return {
    now: instead.version,
    keptReason: values.keepsPast === instead.version ? (values.keepsReason ?? '') : '',
    readings: countOf(entries),
    carried: countOf(carriedReadings(entries, frozen, anew)),
    rowsAnew: rows.flatMap(({ kind, balloon, name }, place) =>
      same.has(place) || kind === 'calculated' ? [] : [balloon === '' ? name : balloon],
    ),
  };
}

/** By which version of its plan a listed inspection is done; `inForce` is the one of today. */
export const standOf = (planVersion: number, keepsPast: number | null, inForce: number | undefined): PlanStand =>
  inForce === undefined || inForce === planVersion ? 'inForce' : keepsPast === inForce ? 'kept' : 'superseded';

/** How many readings stand: a later one takes the place of an earlier one. */
const countOf = (entries: StoredInspection['entries']): number =>
  new Set(
    entries.flatMap(({ isSecond, readings }) =>
      readings.map(({ row, piece, place }) => `${row} ${piece} ${place} ${isSecond}`),
    ),
  ).size;

/** The open inspections by other versions of a plan than one, the oldest first. */
export const openOnOthers = query((tables, { plan, version }: { plan: string; version: number }) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'reinspection'])
    .where('inspection_state', '=', 'open')
    .where('plan', '=', plan)
    .where('plan_version', '<>', version)
    .orderBy('id'),
);
