import { openInspection } from '#main/features/inspections/opening.actions.ts';
import { plansThatHold } from '#main/features/inspections/plans.queries.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { oneUnit } from '#shared/kernel/quantity.ts';
import type { TestApp } from './app.ts';
import { planWritten } from './planRows.ts';

/** Writes plan PL-1 and opens IN-1 by it, for plants in which nobody can sign; of goods that nothing else is about. */
export async function writeInspection(plant: TestApp): Promise<void> {
  await plant.ask('inspections.writePlan', planWritten());
  const now = plant.clock.moment;
  await plant.app.store.work(async (work) => {
    const [plan] = plansThatHold(work.db, 'PL-1');
    if (plan === undefined) throw new Error('no plan PL-1');
    await openInspection(
      work,
      {
        ...{ point: '', product: 'MILK', lot: 'IN-HAND', sublot: '', serial: '', supplier: '', document: '', line: '' },
        ...{ location: 'STORE', statusFrom: 'Q', quantity: 2 * oneUnit, reason: '', unitOfMeasure: 'kg', serials: [] },
      },
      { plan, why: msg`Chosen by hand`, by: { person: 'anna', now } },
    );
    work.seal({
      ...{ at: formatMoment(now), atMoment: now, person: { id: 'anna', name: 'Anna' }, role: '', session: '' },
      ...{ host: 'test', workstation: 'W1', app: '', command: `one inspection ${now}`, outcome: 'done' },
      ...{ operation: 'test.writeInspection', input: '', summary: '' },
    });
  });
}
