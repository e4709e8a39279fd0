import { describe, expect, it } from 'vitest';
import { planIssues } from '#shared/inspections/planIssues.ts';
import { type PlanUse, saysWhy, standingOf, usesFor, versionOn } from '#shared/inspections/plans.ts';
import type { Characteristic } from '#shared/inspections/vocabulary.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { planOfRows } from '../support/planRows.ts';

const issuesOf = (...rows: readonly Partial<Characteristic>[]) =>
  planIssues(planOfRows(rows)).map(({ row, field }) => [row, field]);
const minMax = (lower: string, upper: string, target = '') => ({ kind: 'minMax', lower, upper, target }) as const;
const choices = (...answers: readonly [string, boolean][]) => answers.map(([answer, isRight]) => ({ answer, isRight }));

describe('a plan', () => {
  it('of plain rows has nothing wrong with it', () => {
    expect(
      issuesOf(
        {},
        { limits: { kind: 'tolerance', nominal: '1.005', plus: '0.001', minus: '' } },
        { limits: { kind: 'basic', nominal: '4' }, unit: '' },
        { kind: 'attribute' },
        { kind: 'choice', choices: choices(['Yes', true], ['No', false]) },
        { kind: 'calculated', formula: 'c1 - c2', limits: minMax('', '3') },
      ),
    ).toEqual([]);
  });

  // OCA, quality_control_oca: what a plan may not say.
  it('S73: with a lower limit above the upper one, a choice without a right answer or a figure without a unit is refused', () => {
    expect(issuesOf({ limits: minMax('1', '0') })).toEqual([[0, 'limits']]);
    expect(issuesOf({ kind: 'choice', choices: choices(['Yes', false], ['No', false]) })).toEqual([[0, 'choices']]);
    expect(issuesOf({ unit: '' })).toEqual([[0, 'unit']]);
  });

  it.each<[Partial<Characteristic>, string]>([
    [{ balloon: '', name: '' }, 'name'],
    [{ limits: null }, 'limits'],
    [{ limits: minMax('', '') }, 'limits'],
    [{ limits: minMax('1,5', '2') }, 'limits'],
    [{ limits: minMax('1e3', '') }, 'limits'],
    [{ limits: minMax('1', '2', '3') }, 'limits'],
    [{ limits: { kind: 'tolerance', nominal: '', plus: '1', minus: '1' } }, 'limits'],
    [{ limits: { kind: 'tolerance', nominal: '1', plus: '', minus: '' } }, 'limits'],
    [{ limits: { kind: 'tolerance', nominal: '1', plus: '-1', minus: '' } }, 'limits'],
    [{ kind: 'attribute', limits: minMax('1', '2') }, 'limits'],
    [{ kind: 'choice', choices: choices(['Yes', true]) }, 'choices'],
    [{ kind: 'choice', choices: choices(['Yes', true], ['yes', false]) }, 'choices'],
    [{ kind: 'choice', choices: choices(['Yes', true], ['', false]) }, 'choices'],
    [{ kind: 'calculated' }, 'formula'],
    [{ kind: 'calculated', formula: 'c1 +' }, 'formula'],
    [{ kind: 'calculated', formula: 'nobody + 1' }, 'formula'],
    [{ kind: 'calculated', formula: 'c1 + 1' }, 'formula'],
    [{ kind: 'text', formula: 'r > 1' }, 'formula'],
    [{ formula: 'process.exit()' }, 'formula'],
    [{ rule: { kind: 'guarded', guard: '-1' } }, 'rule'],
    [{ rule: { kind: 'guarded', guard: '' } }, 'rule'],
    [{ difference: 'a bit' }, 'difference'],
    [{ sampling: { kind: 'fixed', pieces: 0, accept: 0 } }, 'sampling'],
    [{ sampling: { kind: 'fixed', pieces: 5, accept: 5 } }, 'sampling'],
    [{ sampling: { kind: 'percent', percent: '101', least: 0, accept: 0 } }, 'sampling'],
    [{ sampling: { kind: 'attributes', level: 'II', aql: '1', scheme: 'none' } }, 'sampling'],
    [{ sampling: { kind: 'table', table: '' } }, 'sampling'],
    [{ geometry: { kind: 'position', datums: 'A', condition: 'MMC', sizeOf: '9', side: 'internal' } }, 'geometry'],
  ])('with a row %j is refused at %s', (row, field) => {
    expect(issuesOf(row)).toEqual([[0, field]]);
  });

  it('gives each row a number of its own, and no formula goes round', () => {
    expect(issuesOf({}, { balloon: '1' })).toEqual([[1, 'balloon']]);
    expect(issuesOf({}, { kind: 'calculated', formula: 'c3 + 1' }, { kind: 'calculated', formula: 'c2 + 1' })).toEqual([
      [1, 'formula'],
      [2, 'formula'],
    ]);
  });

  it('says what is wrong in words that name it', () => {
    const [issue] = planIssues(planOfRows([{ limits: minMax('0.04', '0.03500') }]));
    expect(issue === undefined ? '' : inEnglish(issue.text)).toBe(
      'The lower limit 0.04 is above the upper limit 0.03500. Change one of them.',
    );
  });
});

describe('versions of a plan', () => {
  const version = (number: number, state: 'draft' | 'approved' | 'withdrawn', validFrom: string, validUntil = '') => ({
    ...{ plan: 'PL-1', version: number, state, validFrom, validUntil },
  });
  const all = [
    version(1, 'approved', '2026-01-01'),
    version(2, 'approved', '2026-06-01', '2026-08-31'),
    version(3, 'withdrawn', '2026-07-01'),
    version(4, 'draft', '2026-07-01'),
    version(5, 'approved', '2027-01-01'),
  ];

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-05-31', 1],
    ['2026-06-01', 2],
    ['2026-08-31', 2],
    // The first one has no end: it is in force again once the second has ended.
    ['2026-09-01', 1],
    ['2027-01-01', 5],
  ])('on %s it is %s that is in force', (day, number) => {
    expect(versionOn(all, day)?.version).toBe(number);
  });

  it('each stand somewhere', () => {
    expect(all.map((one) => standingOf(one, all, '2026-07-15'))).toEqual([
      ...['superseded', 'inForce', 'withdrawn', 'draft', 'coming'],
    ]);
    expect(standingOf(version(2, 'approved', '2026-06-01', '2026-08-31'), all, '2026-09-01')).toBe('ended');
  });
});

describe('which plan', () => {
  const use = (plan: string, of: Partial<PlanUse>): PlanUse => ({
    ...{ plan, product: '', category: '', supplier: '', operation: '' },
    ...of,
  });
  const uses = [
    use('site', {}),
    use('category', { category: 'Purée' }),
    use('category of supplier', { category: 'Purée', supplier: 'S-1' }),
    use('product', { product: 'APR' }),
    use('product of supplier', { product: 'APR', supplier: 'S-1' }),
    use('product at operation', { product: 'APR', operation: '20' }),
  ];
  const object = { product: 'APR', category: 'Purée', supplier: '', operation: '' };

  it.each([
    [{}, 'product'],
    [{ supplier: 'S-1' }, 'product of supplier'],
    [{ supplier: 'S-2' }, 'product'],
    [{ operation: '20' }, 'product at operation'],
    // A supplier counts more than an operation.
    [{ supplier: 'S-1', operation: '20' }, 'product of supplier'],
    [{ product: 'STR' }, 'category'],
    [{ product: 'STR', supplier: 'S-1' }, 'category of supplier'],
    [{ product: 'BOX', category: 'Packaging' }, 'site'],
  ])('for %j it is that of the %s', (of, plan) => {
    expect(usesFor({ ...object, ...of }, uses)[0]?.plan).toBe(plan);
    expect(usesFor({ ...object, ...of }, uses.toReversed())[0]?.plan).toBe(plan);
  });

  it('is none where none is for it, and of equals always the same', () => {
    expect(usesFor(object, [use('other', { product: 'STR' })])).toEqual([]);
    const equals = [use('B', { product: 'APR' }), use('A', { product: 'APR' })];
    expect(usesFor(object, equals).map(({ plan }) => plan)).toEqual(['A', 'B']);
  });

  it('says why', () => {
    const said = (of: Partial<PlanUse>) => inEnglish(saysWhy(use('', of)));
    expect(said({})).toBe('Plan for all goods');
    expect(said({ category: 'Purée', supplier: 'S-1' })).toBe('Plan for category Purée of S-1');
    expect(said({ product: 'APR', operation: '20' })).toBe('Plan for product APR at 20');
  });
});
