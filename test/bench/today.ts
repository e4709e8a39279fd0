import type { App } from '#main/app/createApp.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { quarter, type Report, show } from './measure.ts';

/** What waits today: the first answer reads in which statuses lots lie, later ones have it. */
export async function timeToday(report: Report, app: App, lots: number, rounds: number): Promise<void> {
  const actor = app.open();
  const ask = async (today: string): Promise<number> => {
    const start = performance.now();
    await app.call(actor, { operation: 'today.list', input: { today } });
    return performance.now() - start;
  };
  const first = await ask('2026-08-01');
  const later: number[] = [];
  for (let round = 0; round < rounds; round += 1) later.push(await ask(addDays('2026-08-01', round)));
  const measured = `${show(first)} for ${lots} lots, later ${show(quarter(later))}`;
  report.check(
    { goal: '11', what: 'what waits today, the first answer', measured, wanted: '≤ 300 ms for 100,000' },
    first <= 300,
  );
}
