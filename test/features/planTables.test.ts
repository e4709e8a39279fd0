import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { tableWritten } from '../support/planActs.ts';
import { planWritten } from '../support/planRows.ts';
import { signAs } from '../support/signAs.ts';

const save = (plant: HeldPlant, said: object = {}) =>
  signAs(
    plant,
    'inspections.savePlanTable',
    { ...tableWritten, reason: 'as the customer asks', ...said },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
const write = (plant: HeldPlant, said: Parameters<typeof planWritten>[0]) =>
  plant.ask('inspections.writePlan', planWritten({ validFrom: '2026-06-01', ...said }), { as: plant.quality });
const byTable = { critical: '100 %', major: 'table c=0', minor: '5' };

describe('a plan table', () => {
  it('is drawn by where a rule names it, in any letter case, and says which plans draw by it', async () => {
    await using plant = await buildHeldPlant();
    expect(
      await save(plant, {
        rows: [
          { lots: '1–25', sample: 13, accept: 0 },
          { lots: '26–280', sample: 20, accept: 0 },
        ],
      }),
    ).toEqual({ saved: 'new' });
    await write(plant, { samplings: byTable });
    const { tables } = await plant.ask('inspections.planTables', {});
    expect(tables).toMatchObject([{ table: 'C=0', edition: '4', plans: ['PL-1'], version: 1 }]);
    const samples = (lotSize: number) =>
      plant.ask('inspections.planSamples', { plan: 'PL-1', planVersion: 1, lotSize });
    expect((await samples(25)).samples[0]).toMatchObject({ of: 'major', written: 'table c=0', sample: 13, accept: 0 });
    expect(await samples(500)).toMatchObject({ samples: [], missing: { issue: 'outsideTable', of: 'major' } });
    expect(plant.verify().ok).toBe(true);
  });

  it('that is not there is named by no rule: the plan is refused at its row, or at the samples of its classes', async () => {
    await using plant = await buildHeldPlant();
    const [row] = planWritten().rows;
    const ofRow = await refusalOf(write(plant, { rows: [{ ...row, sampling: 'table C=0' }] }));
    expect([ofRow.code, ofRow.details['faults']]).toMatchObject(['VALIDATION', [{ row: 0, field: 'sampling' }]]);
    const ofClass = await refusalOf(write(plant, { samplings: byTable }));
    expect([ofClass.code, ofClass.details['field'], ofClass.message]).toEqual([
      ...['VALIDATION', 'samplings', 'There is no plan table c=0. Write it first, or name another.'],
    ]);
  });

  it.each([
    [{ version: 0, edition: '5' }, 'DUPLICATE'],
    [{ version: 2, edition: '5' }, 'RECORD_CHANGED'],
    [{ version: 1 }, 'CONFLICT'],
    [{ version: 1, rows: [{ lots: 'some', sample: 5, accept: 0 }] }, 'VALIDATION'],
  ])('once saved is not saved with %j', async (said, code) => {
    await using plant = await buildHeldPlant();
    await save(plant);
    expect((await refusalOf(save(plant, said))).code).toBe(code);
    expect(await save(plant, { version: 1, edition: '5' })).toEqual({ saved: 'changed' });
  });
});
