import type { Database } from 'better-sqlite3';
import { versionOn } from '#shared/inspections/plans.ts';
import type { PlanContent } from '#shared/inspections/vocabulary.ts';
import { writeTableRows } from '#shared/inspections/writtenTables.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { fold } from '#shared/kernel/fold.ts';
import { contentOf, plansThatHold, tablesThatHold } from './plans.queries.ts';

/** The tables as people write them, with the plans whose version in force, or draft, draws by them. */
export function tablesShown(db: Database, today: PlainDate) {
  const versions = [...Map.groupBy(plansThatHold(db), ({ plan }) => plan)].flatMap(([plan, all]) =>
    [versionOn(all, today), all.find(({ state }) => state === 'draft')].flatMap((one) =>
      one === undefined ? [] : [{ plan, names: tablesNamed(contentOf(one)) }],
    ),
  );
  return tablesThatHold(db).map(({ name, source, edition, rows, version }) => ({
    ...{ table: name, source, edition, version, rows: writeTableRows(rows) },
    plans: [...new Set(versions.flatMap(({ plan, names }) => (names.includes(fold(name)) ? [plan] : [])))],
  }));
}

const tablesNamed = ({ samplings, characteristics }: PlanContent): string[] =>
  [...Object.values(samplings), ...characteristics.map(({ sampling }) => sampling)].flatMap((rule) =>
    rule?.kind === 'table' ? [fold(rule.table)] : [],
  );
