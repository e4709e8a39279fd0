import { z } from 'zod';
import { saveRecord } from '#main/store/saveRecord.ts';
import { vouchedValues } from '#main/store/vouchedRecords.ts';
import type { Work } from '#main/store/work.ts';
import { type InspectionDecisionValues, inspectionSeriesRecord } from '#shared/inspections/records.ts';
import { planOf } from '#shared/inspections/sampling/attributes.ts';
import { afterLot, atBeginning, type Switching } from '#shared/inspections/sampling/switching.ts';
import { aqls, type DefectClass, defectClasses, severities, type Severity } from '#shared/inspections/vocabulary.ts';
import { type FrozenContent } from '#shared/inspections/inspectionVocabulary.ts';
import type { StoredInspection } from './stored.queries.ts';

/** The goods of one product and supplier that one plan is for. */
export type SeriesNamed = { plan: string; product: string; supplier: string };
/** Where they stand: how severely they are inspected by class, and how many were not drawn since the last that was. */
export type Series = { skipped: number; switching: Record<DefectClass, Switching>; mayReduce: number | null };

const switching = z.object({
  severity: z.enum(severities),
  isStopped: z.boolean(),
  last: z.array(z.boolean()),
  notAccepted: z.number(),
  score: z.number(),
  inRow: z.number(),
});
const byClass = z.object({ critical: switching, major: switching, minor: switching });

const begun: Series = {
  skipped: 0,
  switching: { critical: atBeginning, major: atBeginning, minor: atBeginning },
  mayReduce: null,
};

export function seriesOf({ db }: Pick<Work, 'db'>, { plan, product, supplier }: SeriesNamed): Series {
  const found = vouchedValues(db, inspectionSeriesRecord, plan).find(
    (one) => one.product === product && one.supplier === supplier,
  );
  return found === undefined ? begun : { ...found, switching: byClass.parse(JSON.parse(found.switching)) };
}

/** How severely each class is inspected by now. */
export function severitiesOf(work: Pick<Work, 'db'>, named: SeriesNamed): Record<DefectClass, Severity> {
  const { critical, major, minor } = seriesOf(work, named).switching;
  return { critical: critical.severity, major: major.severity, minor: minor.severity };
}

export function saveSeries(
  work: Work,
  named: SeriesNamed,
  { skipped, switching: all, mayReduce }: Series,
  reason: string,
): void {
  const severity = defectClasses
    .map((one) => `${one} ${all[one].isStopped ? 'stopped' : all[one].severity}`)
    .join(', ');
  saveRecord(work, inspectionSeriesRecord, {
    ...named,
    skipped,
    switching: JSON.stringify(all),
    severity,
    reason,
    mayReduce,
  });
}

/**
 * Takes the result of a lot into its series: what was decided in the end, and only of the first inspection of it. A class
 * whose sample failed counts as not accepted unless all of the lot was accepted after all.
 */
export function noteResult(
  work: Work,
  { values, frozen, progress }: Pick<StoredInspection, 'values' | 'frozen' | 'progress'>,
  decisions: readonly Pick<InspectionDecisionValues, 'rejected'>[],
): void {
  const named = { plan: values.plan, product: values.product, supplier: values.supplier };
  const series = seriesOf(work, named);
  const isAllAccepted = decisions.every(({ rejected }) => rejected === 0);
  const isAnyFailed = progress.groups.some(({ outcome }) => outcome === 'rejected');
  const after = { ...series.switching };
  for (const [index, { of, sample }] of frozen.groups.entries()) {
    const { rule } = sample;
    if (of === '' || rule.kind !== 'attributes' || sample.severity === '') continue;
    const judged = progress.groups[index];
    const isAccepted = isAllAccepted || (isAnyFailed && judged?.outcome !== 'rejected');
    after[of] = afterLot(
      after[of],
      {
        isAccepted,
        isBetween: judged?.outcome === 'acceptedToNormal',
        accept: sample.accept,
        passesTighter: passesTighter(sample, judged?.nonconforming ?? 0),
      },
      rule.scheme,
    );
  }
  const skipped = isAllAccepted ? series.skipped : 0;
  if (JSON.stringify(after) === JSON.stringify(series.switching) && skipped === series.skipped) return;
  saveSeries(work, named, { ...series, skipped, switching: after }, values.inspection);
}

/** Whether as many nonconforming would be accepted one quality limit tighter. */
function passesTighter({ rule, letter, severity }: FrozenSample, nonconforming: number): boolean {
  if (rule.kind !== 'attributes' || letter === '' || severity === '') return false;
  const aql = aqls[aqls.indexOf(rule.aql) - 1];
  return aql !== undefined && nonconforming <= planOf(letter, aql, severity).accept;
}
type FrozenSample = FrozenContent['groups'][number]['sample'];
