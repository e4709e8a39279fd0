import { describe, expect, it } from 'vitest';
import { buildDemoApp, buildPlantApp } from '../support/app.ts';

/** A day of June 2026: the store was made on its first. */
const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T08:00:00Z`;

describe('the list of what falls due', () => {
  it('has each lot that lies here and is not rejected once, by the day, with the work it means', async () => {
    await using plant = await buildPlantApp();
    plant.clock.set(june(4));
    await plant.postAll([
      ['receipt', 'MILK L2', 4, june(2)],
      ['receipt', 'MILK L1', 5, june(1)],
      ['receipt', 'MILK L1', 3, june(1), { status: 'Q', to: 'QUAR' }],
      ['receipt', 'MILK L3', 4, june(1), { status: 'Q', to: 'QUAR' }],
      ['receipt', 'MILK L4', 4, june(1), { status: 'R', to: 'QUAR' }],
      ['receipt', 'OIL O1', 5, june(1)],
    ]);
    const { total, rows } = await plant.ask('daily.list', {});
    expect(total).toBe(3);
    const said = rows.map(({ lot, due, what, work, released, quarantine }) =>
      [lot?.lot, due, what, work, released?.amount ?? '', quarantine?.amount ?? ''].join(' '),
    );
    expect(said).toEqual([
      'L1 2026-06-06 retest retest 5 3',
      'L2 2026-06-07 retest retest 4 ',
      'L3 2026-06-11 expiry decide  4',
    ]);
    expect((await plant.ask('daily.list', { work: ['decide'] })).total).toBe(1);
    expect((await plant.ask('daily.list', { due: '..2026-06-06' })).total).toBe(1);
  });

  it('is counted on the days of a month as it is listed', async () => {
    await using plant = await buildDemoApp('food');
    const listed = (question: object) => plant.ask('daily.list', { ...question, limit: 500 });
    const { rows } = await listed({});
    const { approvals } = await plant.ask('suppliers.listEnding', {});
    const months = new Set(rows.flatMap(({ due, bestBefore }) => [due, bestBefore].map((day) => day.slice(0, 7))));
    let counted = 0;
    for (const month of [...months].filter((one) => one !== '').slice(0, 6)) {
      const { days } = await plant.ask('daily.calendar', { month });
      expect(days.every(({ date }) => date.startsWith(month))).toBe(true);
      for (const { date, counts } of days)
        for (const [kind, count] of Object.entries(counts)) {
          const span = `${date}..${date}`;
          const own =
            kind === 'approval'
              ? { total: approvals.filter(({ validUntil }) => validUntil === date).length }
              : await listed(kind === 'bestBefore' ? { bestBefore: span } : { due: span, what: [kind] });
          expect([date, kind, own.total]).toEqual([date, kind, count]);
          counted += 1;
        }
    }
    expect(counted).toBeGreaterThan(5);
    expect((await plant.ask('daily.calendar', { month: '1999-01' })).days).toEqual([]);
  });
});

describe('the report of retests that are due', () => {
  it('has what is to be tested again, also what was sent to quarantine for it, and nothing that was tested', async () => {
    await using plant = await buildPlantApp();
    plant.clock.set(june(6));
    await plant.postAll([
      ['receipt', 'MILK L1', 5, june(1)],
      ['receipt', 'MILK L2', 4, june(2)],
      ['receipt', 'OIL O1', 5, june(1)],
    ]);
    await plant.app.lookAtDay();
    const preview = async (parameters: object) =>
      (await plant.ask('reports.preview', { report: 'retestDue', parameters: { ...parameters }, rows: 50 })).report;
    const lotsIn = ({ sections }: Awaited<ReturnType<typeof preview>>) =>
      sections.map(({ rows, columns }) => rows.map((row) => row[columns.findIndex(({ key }) => key === 'lot')]));
    const asked = { asOf: '2026-06-07', until: '2026-06-30' };
    // L1 lies in quarantine since its retest fell due.
    expect(await plant.stock()).toContain('MILK L1 @ STORE Q = 5');
    expect(lotsIn(await preview(asked))).toEqual([['L1'], ['L2']]);
    expect(lotsIn(await preview({ ...asked, until: '2026-06-06' }))).toEqual([['L1'], []]);
    expect(lotsIn(await preview({ ...asked, product: 'OIL' }))).toEqual([[], []]);
  });
});
