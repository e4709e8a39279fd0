import { describe, expect, it } from 'vitest';
import { runDaily } from '#main/app/dailyJob.ts';
import type { Session } from '#main/app/session.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { setUpPeople, signIn } from '../support/people.ts';

/** The store was made on 1 June 2026. Milk lasts 10 days from its receipt and is to be tested again after 5. */
const milk = (plant: TestApp, lot: string, day = '2026-06-01') =>
  plant.post('receipt', `MILK ${lot}`, 8, `${day}T08:00:00Z`);
const isOn = (plant: TestApp, day: string): void => plant.clock.set(`${day}T09:00:00Z`);
const state = (plant: TestApp) => plant.ask('daily.state', {});
const duties = async (plant: TestApp): Promise<string[]> =>
  (await plant.ask('today.list', { today: '2026-06-01' })).groups.flatMap(({ tasks }) => tasks.map(({ kind }) => kind));
const ask = (plant: TestApp) => (operation: string, input: unknown) => plant.send(operation, input);

describe('a clock that is far ahead', () => {
  it('makes the daily job ask before it does anything, whatever was written since', async () => {
    await using plant = await buildPlantApp();
    isOn(plant, '2026-06-01');
    await milk(plant, 'L1');
    isOn(plant, '2031-06-01');
    await plant.app.lookAtDay();
    // Somebody works on: the last entry is of that day now.
    await milk(plant, 'L2');
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 8', 'MILK L2 @ STORE A = 8']);
    expect(await state(plant)).toEqual({ mode: 'asks', day: '2031-06-01', lastDay: '2026-06-01' });
    expect(await duties(plant)).toContain('daily');
    expect(await codeOf(plant.ask('daily.moveLot', { product: 'MILK', lot: 'L1' }))).toBe('FUTURE_DATE');
    await expect(runDaily(ask(plant), undefined)).rejects.toThrow('lotline daily --as-of');

    await plant.ask('daily.confirmDay', { day: '2031-06-01' });
    expect(await duties(plant)).not.toContain('daily');
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE R = 8', 'MILK L2 @ STORE R = 8']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('is a date when somebody names it, and no day to come can be confirmed', async () => {
    await using plant = await buildPlantApp();
    isOn(plant, '2026-06-01');
    await milk(plant, 'L1');
    isOn(plant, '2026-07-01');
    expect(await codeOf(plant.ask('daily.confirmDay', { day: '2026-07-02' }))).toBe('VALIDATION');
    expect(await runDaily(ask(plant), '2026-07-02')).toMatchObject({ isAhead: true });
    expect((await state(plant)).mode).toBe('asks');
    await runDaily(ask(plant), '2026-07-01');
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE R = 8']);
    expect((await state(plant)).mode).toBe('on');
  });

  it('asks nothing while the days follow one another, and no more once the clock is put right', async () => {
    await using plant = await buildPlantApp();
    isOn(plant, '2026-06-01');
    await milk(plant, 'L1');
    isOn(plant, '2026-06-08');
    expect((await state(plant)).mode).toBe('on');
    isOn(plant, '2026-06-09');
    expect((await state(plant)).mode).toBe('asks');
    isOn(plant, '2031-06-01');
    await milk(plant, 'L2');
    isOn(plant, '2026-06-07');
    expect(await state(plant)).toEqual({ mode: 'on', day: '2026-06-07', lastDay: '2026-06-01' });
    await plant.app.lookAtDay();
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE Q = 8', 'MILK L2 @ STORE Q = 8']);
  });

  it('asks after as many days as the site says, and never after 0', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const save = (dailyGapDays: number, as: Session) =>
      plant.ask('people.saveSettings', { ...standardSettings, dailyGapDays, reason: 'as the site decided' }, { as });
    await save(40, administrator);
    isOn(plant, '2026-07-11');
    const later = await signIn(plant, 'administrator');
    const mode = async () => (await plant.ask('daily.state', {}, { as: later })).mode;
    expect(await mode()).toBe('on');
    await save(7, later);
    expect(await mode()).toBe('asks');
    await save(0, later);
    expect(await mode()).toBe('on');
  });
});

describe('the setting that switches the daily job off', () => {
  it('leaves every status to another system, and says so to whoever asks for it', async () => {
    await using plant = await buildPlantApp();
    isOn(plant, '2026-06-01');
    await milk(plant, 'L1', '2026-05-26');
    const { administrator, qualityManager } = await setUpPeople(plant);
    const save = (dailyJob: boolean) =>
      plant.ask(
        'people.saveSettings',
        { ...standardSettings, dailyJob, reason: 'the ERP does' },
        { as: administrator },
      );
    expect(await save(false)).toEqual({ changed: 1 });
    await plant.app.lookAtDay();
    const move = plant.ask('daily.moveLot', { product: 'MILK', lot: 'L1' }, { as: qualityManager });
    await expect(move).rejects.toThrow('switched off');
    expect((await plant.ask('daily.state', {}, { as: qualityManager })).mode).toBe('off');
    expect(plant.rows('select status from balance')).toEqual([{ status: 'A' }]);
    await save(true);
    await plant.app.lookAtDay();
    expect(plant.rows('select status from balance')).toEqual([{ status: 'Q' }]);
  });
});
