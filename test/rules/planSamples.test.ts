import { describe, expect, it } from 'vitest';
import { curveCharts, qualitiesOf } from '#shared/inspections/sampling/curveChart.ts';
import { samplesOf } from '#shared/inspections/sampling/planSamples.ts';
import type { PlanSample } from '#shared/inspections/vocabulary.ts';
import { readSampling } from '#shared/inspections/writtenSampling.ts';
import { planOfRows } from '../support/planRows.ts';

const ruleOf = (written: string) => {
  const rule = readSampling(written);
  if (rule === null || 'issue' in rule) throw new Error(`no rule: ${written}`);
  return rule;
};
const plan = planOfRows(
  [
    { designator: 'critical' },
    { designator: 'major' },
    { sampling: ruleOf('5 Ac 1') },
    { sampling: ruleOf('5 Ac 1') },
    { designator: 'minor' },
  ],
  {
    samplings: { critical: ruleOf('100 %'), major: ruleOf('II 1.0'), minor: ruleOf('II 15') },
    drawsLargest: false,
  },
);
function drawn(size: number): PlanSample[] {
  const found = samplesOf(plan, { size, tables: [] });
  if ('missing' in found) throw new Error('no sample');
  return found.samples;
}
const words = {
  ...{ description: 'Curve', accepted: 'Accepted', nonconforming: 'Nonconforming', defects: 'Defects', number: String },
  nameOf: ({ of, rows }: PlanSample) => of || rows.join(' '),
};

describe('what a plan draws from a lot', () => {
  it('is told by class, then by rule with the rows that have it', () => {
    expect(
      drawn(2000).map(({ of, rows, letter, sample, accept }) => [of, rows.join(' '), letter, sample, accept]),
    ).toEqual([
      ['critical', '1', '', 2000, 0],
      // MIL-STD-105E II-A: a lot of 2,000 at level II is K, 125.
      ['major', '2', 'K', 125, 3],
      // At 15 the arrow of K leads up to J.
      ['minor', '5', 'J', 80, 21],
      ['', '3 4', '', 5, 1],
    ]);
  });

  it('names the rule that gives none, and where it is', () => {
    const ofTable = planOfRows([{ sampling: { kind: 'table', table: 'C=0' } }]);
    expect(samplesOf(ofTable, { size: 50, tables: [] })).toEqual({
      missing: { issue: 'noTable', of: '', row: '1', written: 'table C=0' },
    });
  });
});

describe('the curve of what is drawn', () => {
  it('has the qualities that are accepted 95, 50 and 10 times of a hundred', () => {
    const [, major] = drawn(2000);
    // 125 and 3 under the binomial distribution.
    expect(major && qualitiesOf(major).map((percent) => percent.toFixed(3))).toEqual(['1.100', '2.930', '5.266']);
  });

  it('falls from all to next to nothing, and no whole lot has one', () => {
    const charts = curveCharts(drawn(2000), words);
    const names = charts.flatMap(({ series }) => series.map(({ name }) => name));
    expect(names.toSorted()).toEqual(['3 4', 'major', 'minor']);
    for (const { series, across } of charts) {
      // Many enough to be a curve, few enough to be told apart.
      expect(across.at.length).toBeGreaterThan(14);
      expect(across.at.length).toBeLessThan(60);
      for (const { values } of series) {
        const figures = values.map(Number);
        expect(figures[0]).toBe(100);
        expect(Math.min(...figures.slice(-1))).toBeLessThan(2);
        expect(figures.every((one, at) => at === 0 || one <= (figures[at - 1] ?? 0))).toBe(true);
      }
    }
    // 21 CFR and others draw p across; the curve of 125 and 3 accepts 96.3 % at 1 %.
    const major = charts.find(({ series }) => series.some(({ name }) => name === 'major'));
    const place = major?.across.at.indexOf('1') ?? -1;
    expect(major?.series.find(({ name }) => name === 'major')?.values[place]).toBe('96.3');
  });

  it('is drawn once where several rules have it', () => {
    const two = samplesOf(
      planOfRows([{ designator: 'major' }, { designator: 'minor' }], {
        samplings: { critical: ruleOf('5'), major: ruleOf('5'), minor: ruleOf('5') },
      }),
      { size: 100, tables: [] },
    );
    const charts = curveCharts('samples' in two ? two.samples : [], words);
    expect(charts.map(({ up, series }) => [up.title, series.map(({ name }) => name)])).toEqual([
      ['Accepted: major, minor', ['major, minor']],
    ]);
  });

  it('of nonconformities is drawn per hundred units, apart from that of units', () => {
    const charts = curveCharts(drawn(2000), words);
    const ofDefects = charts.filter(({ across }) => across.title === 'Defects');
    expect(ofDefects.map(({ series }) => series.map(({ name }) => name))).toEqual([['minor']]);
  });
});
