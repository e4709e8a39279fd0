import { decimalOf } from '../decimals.ts';
import type { MissingSample, PlanContent, PlanSample } from '../vocabulary.ts';
import { writeSampling } from '../writtenSampling.ts';
import type { PlanTable } from './attributes.ts';
import { groupsOf } from './sample.ts';
import { constantOf } from './variables.ts';

/** Quality limits above ten are nonconformities per hundred units (MIL-STD-105E, 4.5). */
const mostPerCent = '10';

/** What a plan draws from a lot under normal inspection, class by class, then by rule; rows that draw alike together. */
export function samplesOf(
  content: PlanContent,
  lot: { size: number; tables: readonly PlanTable[] },
): { samples: PlanSample[] } | { missing: MissingSample } {
  const severities = { critical: 'normal', major: 'normal', minor: 'normal' } as const;
  const found = groupsOf(content, { ...lot, severities });
  const nameOf = (row: number): string => {
    const { balloon = '', name = '' } = content.characteristics[row] ?? {};
    return balloon === '' ? name : balloon;
  };
  if ('issue' in found) {
    const { issue, of, row } = found;
    const rule = of === '' ? content.characteristics[row]?.sampling : content.samplings[of];
    const written = rule === null || rule === undefined ? '' : writeSampling(rule);
    return { missing: { issue, of, row: of === '' ? nameOf(row) : '', written } };
  }
  const samples: PlanSample[] = [];
  for (const { of, rows, sample: drawn } of found.groups) {
    const { rule, letter, sample, accept, reject, isWhole } = drawn;
    const written = writeSampling(rule);
    const countsDefects = rule.kind === 'attributes' && (decimalOf(rule.aql)?.gt(mostPerCent) ?? false);
    const same = samples.find((one) => of === '' && one.of === '' && one.written === written);
    if (same !== undefined) same.rows.push(...rows.map(nameOf));
    else
      samples.push({
        ...{ of, rows: rows.map(nameOf), written, letter, sample, accept, reject, isWhole, countsDefects },
        byVariables: rule.kind === 'variables' ? { k: constantOf(rule), isKnown: rule.sigma !== '' } : null,
      });
  }
  return { samples };
}
