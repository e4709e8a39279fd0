import { knownDecimal } from '../decimals.ts';
import {
  type Characteristic,
  defectClasses,
  type DefectClass,
  type Designator,
  type NoSample,
  type PlanContent,
  type SamplingRule,
  type Severity,
} from '../vocabulary.ts';
import { planFor, planIn, planOf, type PlanTable, type SinglePlan, tableNamed } from './attributes.ts';

/** What is drawn from a lot, and by which rule; `letter` and `severity` are "" where the rule knows none. */
export type Sample = SinglePlan & { isWhole: boolean; rule: SamplingRule; letter: string; severity: Severity | '' };

/** `size` is null for goods that are no pieces: what is drawn of them is so many samples. */
export type LotToSample = { size: number | null; severity: Severity; tables: readonly PlanTable[] };

/**
 * So many pieces are drawn, accepted with so many nonconforming, and rejected from so many on. A sample of the lot or more
 * is all of it. @throws RangeError for a rule that planIssues refuses
 */
export function sampleOf(rule: SamplingRule, { size, severity, tables }: LotToSample): Sample | { issue: NoSample } {
  const drawn = (pieces: number, accept: number): Sample => {
    const isWhole = size !== null && pieces >= size;
    return {
      ...{ sample: isWhole ? size : pieces, accept, reject: accept + 1, isWhole },
      ...{ rule, letter: '', severity: '' },
    };
  };
  if (rule.kind === 'fixed') return drawn(rule.pieces, rule.accept);
  // Accepted by their mean and deviation (judgeByVariables), and not by a count.
  if (rule.kind === 'variables') return drawn(rule.sample, 0);
  if (size === null) return rule.kind === 'all' ? drawn(1, 0) : { issue: 'noPieces' };
  switch (rule.kind) {
    case 'all':
      return drawn(size, 0);
    case 'percent': {
      const share = knownDecimal(rule.percent).times(String(size)).div('100');
      // A part of a piece is one.
      const pieces = Number(share.round(0, 3).toFixed());
      return drawn(Math.max(1, pieces, rule.least), rule.accept);
    }
    case 'root':
      return drawn(Math.ceil(Math.sqrt(size)) + 1, rule.accept);
    case 'attributes': {
      if (size < 2) return drawn(1, 0);
      const found = planFor({ size, level: rule.level, aql: rule.aql, severity });
      return { ...found, rule, severity };
    }
    case 'table': {
      const table = tableNamed(tables, rule.table);
      const found = table === undefined ? undefined : planIn(table, size);
      if (found === undefined) return { issue: table === undefined ? 'noTable' : 'outsideTable' };
      return { ...found, rule, letter: '', severity: '' };
    }
  }
}

/** Key characteristics, and those a customer named, count as major. */
export const classOf = (designator: Designator): DefectClass =>
  designator === 'key' || designator === 'customer' ? 'major' : designator;

/**
 * Rows that are drawn and judged together: those of a class, whose nonconforming pieces count together, or one row that has
 * a rule of its own. `rows` are places in the plan.
 */
export type SampledGroup = { of: DefectClass | ''; rows: readonly number[]; sample: Sample };

/** The groups of a plan for one lot; an issue names the row or class whose rule gives none. */
export function groupsOf(
  content: PlanContent,
  lot: Omit<LotToSample, 'severity'> & { severities: Readonly<Record<DefectClass, Severity>> },
): { groups: SampledGroup[] } | { issue: NoSample; of: DefectClass | ''; row: number } {
  const groups: SampledGroup[] = [];
  const add = (of: DefectClass | '', rows: readonly number[], rule: SamplingRule, severity: Severity) => {
    const sample = sampleOf(rule, { ...lot, severity });
    if ('issue' in sample) return { issue: sample.issue, of, row: rows[0] ?? 0 };
    groups.push({ of, rows, sample });
    return undefined;
  };
  for (const of of defectClasses) {
    const rows = sharing(content.characteristics, of);
    if (rows.length === 0) continue;
    const failed = add(of, rows, content.samplings[of], lot.severities[of]);
    if (failed !== undefined) return failed;
  }
  for (const [row, { sampling, designator }] of content.characteristics.entries()) {
    if (sampling === null) continue;
    const failed = add('', [row], sampling, lot.severities[classOf(designator)]);
    if (failed !== undefined) return failed;
  }
  return { groups: content.drawsLargest ? withLargestLetter(groups, lot.size) : groups };
}

const sharing = (rows: readonly Characteristic[], of: DefectClass): number[] =>
  rows.flatMap(({ sampling, designator }, row) => (sampling === null && classOf(designator) === of ? [row] : []));

/**
 * Where the classes lead to different samples, the letter with the largest of them may be used for all (MIL-STD-105E, 4.9.4): what
 * each accepts is then what its own limit allows of that sample.
 */
function withLargestLetter(groups: readonly SampledGroup[], size: number | null): SampledGroup[] {
  const ofClasses = groups.filter(({ of, sample }) => of !== '' && sample.letter !== '');
  const largest = ofClasses.toSorted((a, b) => b.sample.sample - a.sample.sample)[0]?.sample.letter;
  if (largest === undefined) return [...groups];
  return groups.map((group) => {
    const { rule, severity, letter } = group.sample;
    if (group.of === '' || rule.kind !== 'attributes' || severity === '' || letter === largest) return group;
    const found = planOf(largest, rule.aql, severity);
    // An arrow may lead to a smaller sample than its own letter's.
    if (found.sample <= group.sample.sample) return group;
    const isWhole = size !== null && found.sample >= size;
    return { ...group, sample: { ...group.sample, ...found, sample: isWhole ? size : found.sample, isWhole } };
  });
}
