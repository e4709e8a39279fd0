import { type Message, msg } from '#shared/kernel/message.ts';
import { decimalOf } from './decimals.ts';
import { readFormula } from './formula.ts';
import { fold } from '#shared/kernel/fold.ts';
import { limitsOf } from './limits.ts';
import { type PlanTable, tableNamed } from './sampling/attributes.ts';
import { aqls, type Characteristic, type PlanContent, type SamplingRule } from './vocabulary.ts';

/** What is wrong with a plan: at which row, by its place from 0, or null for the plan as a whole; and in which field. */
export type PlanIssue = { row: number | null; field: keyof Characteristic | keyof PlanContent; text: Message };

/**
 * What keeps a plan from being used: each row is judged for itself, then rows that others name. With `tables` a rule names one of
 * these; without them any.
 */
export function planIssues({ characteristics, samplings }: PlanContent, tables?: readonly PlanTable[]): PlanIssue[] {
  const issues: PlanIssue[] = characteristics.flatMap((one, row) =>
    issuesOfRow(one, tables).map(([field, text]) => ({ row, field, text })),
  );
  const rowOf = new Map<string, number>();
  for (const [row, { balloon }] of characteristics.entries()) {
    const first = rowOf.get(fold(balloon));
    if (balloon === '') continue;
    if (first !== undefined)
      issues.push({
        row,
        field: 'balloon',
        text: msg`${balloon} is row ${first + 1} already. Give each row its own number.`,
      });
    else rowOf.set(fold(balloon), row);
  }
  for (const [row, { kind, formula, geometry }] of characteristics.entries()) {
    const missing = namesIn(formula).find((name) => !isNamed(name, characteristics));
    if (missing !== undefined)
      issues.push({ row, field: 'formula', text: msg`The formula names ${missing}, and no row is called so.` });
    else if (kind === 'calculated' && isCircle(row, characteristics))
      issues.push({ row, field: 'formula', text: msg`The formula needs its own row again, over others or itself.` });
    if (geometry !== null && geometry.condition !== 'RFS') {
      const size = characteristics[rowOf.get(fold(geometry.sizeOf)) ?? -1];
      const limits =
        size === undefined || size.limits === null || size.kind !== 'number' ? undefined : limitsOf(size.limits);
      if (limits === undefined || limits.lower === '' || limits.upper === '')
        issues.push({
          row,
          field: 'geometry',
          text: msg`A bonus needs the size of the feature: name the row that measures it between two limits.`,
        });
    }
  }
  for (const rule of Object.values(samplings)) {
    const text =
      rule.kind === 'variables'
        ? msg`A sample by variables is of one figure. Write it at its row, and not for a class.`
        : issueOfSampling(rule, tables);
    if (text !== undefined) issues.push({ row: null, field: 'samplings', text });
  }
  return issues;
}

/** The name that formulas know a row by: letters and digits of its number, "c12_1" for 12.1, or of its name. */
export const formulaNames = ({ balloon, name }: Characteristic): string[] =>
  [balloon === '' ? '' : `c${balloon}`, name].map((text) => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '_'));

const isNamed = (name: string, rows: readonly Characteristic[]): boolean =>
  rows.some((row) => formulaNames(row).includes(fold(name)));

/** The rows that a formula names. */
export function namesIn(formula: string): readonly string[] {
  if (formula === '') return [];
  const read = readFormula(formula);
  return 'issue' in read ? [] : read.names;
}

function isCircle(start: number, rows: readonly Characteristic[]): boolean {
  const seen = new Set<number>();
  const open = [start];
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const name of namesIn(rows[row]?.formula ?? '')) {
      const next = rows.findIndex((one) => formulaNames(one).includes(fold(name)));
      if (next === start) return true;
      if (next < 0 || seen.has(next) || rows[next]?.kind !== 'calculated') continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}

type FieldIssue = [field: keyof Characteristic, text: Message];

function issuesOfRow(row: Characteristic, tables: readonly PlanTable[] | undefined): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const isFigure = row.kind === 'number' || row.kind === 'calculated';
  if (row.balloon === '' && row.name === '') issues.push(['name', msg`Give the row a number or a name.`]);
  if (isFigure) issues.push(...issuesOfLimits(row));
  else if (row.limits !== null)
    issues.push(['limits', msg`Only figures have limits. Leave them out, or make it a number.`]);
  if (row.kind === 'number' && row.unit === '' && row.limits !== null && !isBare(row))
    issues.push(['unit', msg`Say in which unit it is measured; 1 for a figure that has none.`]);
  if (row.kind === 'choice') issues.push(...issuesOfChoices(row));
  if (row.kind === 'calculated' && row.formula === '')
    issues.push(['formula', msg`Write the formula it is calculated by.`]);
  if (row.formula !== '') {
    const read = isFigure || row.kind === 'choice' ? readFormula(row.formula) : undefined;
    if (read === undefined) issues.push(['formula', msg`Only figures and choices take a formula.`]);
    else if ('issue' in read) issues.push(['formula', read.issue]);
  }
  if (row.geometry !== null && row.kind !== 'number')
    issues.push(['geometry', msg`A geometrical tolerance is a number. Choose that kind.`]);
  if (row.rule.kind === 'guarded' && !isAtLeast(row.rule.guard, 0))
    issues.push(['rule', msg`Write how wide the guard band is: a number from 0.`]);
  if (row.difference !== '' && !isAtLeast(row.difference, 0))
    issues.push(['difference', msg`Write by how much two readings may differ: a number from 0.`]);
  if (row.sampling !== null) {
    const text = issueOfSampling(row.sampling, tables) ?? issueOfVariables(row);
    if (text !== undefined) issues.push(['sampling', text]);
  }
  return issues;
}

const isBare = ({ limits }: Characteristic): boolean => limits?.kind === 'basic' || limits?.kind === 'reference';
const isAtLeast = (text: string, least: number): boolean => decimalOf(text)?.gte(String(least)) ?? false;

function issuesOfLimits({ limits, formula, kind, geometry }: Characteristic): FieldIssue[] {
  if (limits === null)
    return kind === 'number' && formula === ''
      ? [['limits', msg`Say between which limits it conforms, or that it is for information.`]]
      : [];
  const written = Object.entries(limits).filter(([name, text]) => name !== 'kind' && text !== '');
  const wrong = written.find(([, text]) => decimalOf(text) === undefined);
  if (wrong !== undefined)
    return [['limits', msg`${wrong[1]} is no number. Write limits with a dot and at most 30 digits, such as 0.035.`]];
  if (limits.kind === 'tolerance') {
    if (limits.nominal === '') return [['limits', msg`Write the nominal that the tolerance is of.`]];
    if (limits.plus === '' && limits.minus === '')
      return [['limits', msg`Write how far it may depart from the nominal, up, down or both.`]];
    if ([limits.plus, limits.minus].some((size) => size !== '' && !isAtLeast(size, 0)))
      return [['limits', msg`A tolerance has no sign: write how far it may go, from 0.`]];
    return [];
  }
  if (limits.kind !== 'minMax') return [];
  if (limits.lower === '' && limits.upper === '')
    return [['limits', msg`Write the lower or the upper limit, or both.`]];
  const { lower, upper, target } = limits;
  const [least, most, aim] = [lower, upper, target].map((text) => (text === '' ? undefined : decimalOf(text)));
  if (least !== undefined && most !== undefined && least.gt(most))
    return [['limits', msg`The lower limit ${lower} is above the upper limit ${upper}. Change one of them.`]];
  if (aim !== undefined && ((least?.gt(aim) ?? false) || (most?.lt(aim) ?? false)))
    return [['limits', msg`The target ${target} is outside of the limits. Change one of them.`]];
  if (geometry !== null && upper === '')
    return [['limits', msg`A geometrical tolerance is an upper limit. Write it there.`]];
  return [];
}

function issuesOfChoices({ choices }: Characteristic): FieldIssue[] {
  if (choices.length < 2) return [['choices', msg`Write at least two answers to choose from.`]];
  if (choices.some(({ answer }) => answer === ''))
    return [['choices', msg`An answer is blank. Write it, or leave it out.`]];
  const folded = choices.map(({ answer }) => fold(answer));
  const twice = choices.find(({ answer }, index) => folded.indexOf(fold(answer)) !== index);
  if (twice !== undefined) return [['choices', msg`${twice.answer} stands there twice. Leave one out.`]];
  if (!choices.some(({ isRight }) => isRight)) return [['choices', msg`Mark at least one answer as right.`]];
  return [];
}

/** Only figures with a limit are judged by their mean and deviation. */
function issueOfVariables({ kind, limits, sampling }: Characteristic): Message | undefined {
  if (sampling?.kind !== 'variables') return undefined;
  if (kind !== 'number') return msg`Only numbers are drawn by variables. Make it a number, or draw it otherwise.`;
  const isLimited = limits !== null && (limits.kind === 'tolerance' || limits.kind === 'minMax');
  return isLimited ? undefined : msg`A sample by variables needs a limit. Write one, or draw it otherwise.`;
}

function issueOfSampling(rule: SamplingRule, tables: readonly PlanTable[] | undefined): Message | undefined {
  switch (rule.kind) {
    case 'fixed':
      if (rule.pieces < 1) return msg`Write how many pieces are drawn: at least 1.`;
      return rule.accept >= rule.pieces ? msg`Fewer must be accepted than are drawn, or no sample rejects.` : undefined;
    case 'percent': {
      const share = decimalOf(rule.percent);
      return share === undefined || share.lte('0') || share.gt('100')
        ? msg`Write which share is drawn: above 0 and at most 100 per cent.`
        : undefined;
    }
    case 'attributes':
      return aqls.includes(rule.aql) ? undefined : msg`${rule.aql} is none of the quality limits: ${aqls.join(', ')}.`;
    case 'table':
      if (rule.table === '') return msg`Name the table that says how many are drawn.`;
      return tables === undefined || tableNamed(tables, rule.table) !== undefined
        ? undefined
        : msg`There is no plan table ${rule.table}. Write it first, or name another.`;
    case 'variables':
      if (rule.sample < 3) return msg`By variables at least three pieces are drawn.`;
      if (rule.k === '' && (decimalOf(rule.most)?.gte('100') ?? true))
        return msg`Write which share may be estimated beyond the limits: below 100 per cent.`;
      return rule.sigma !== '' && (decimalOf(rule.sigma)?.lte('0') ?? true)
        ? msg`Write the known deviation: a number above 0.`
        : undefined;
    case 'all':
    case 'root':
      return undefined;
  }
}
