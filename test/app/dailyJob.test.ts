import { describe, expect, it } from 'vitest';
import { createApp } from '#main/app/createApp.ts';
import { runDaily } from '#main/app/dailyJob.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';

/** A day of June 2026: the store was made on its first. */
const june = (day: number, time = '08:00'): string => `2026-06-${String(day).padStart(2, '0')}T${time}:00Z`;

const milk = (plant: TestApp, lot: string, day: number) => plant.post('receipt', `MILK ${lot}`, 8, june(day));
const entriesOf = async (plant: TestApp) =>
  (await plant.ask('audit.list', { operation: 'daily.moveLot' })).rows.toReversed();

async function buildPlant(day: number): Promise<TestApp> {
  const plant = await buildPlantApp();
  plant.clock.set(june(day, '06:00'));
  // That is long after the store was made.
  await plant.ask('daily.confirmDay', { day: june(day).slice(0, 10) });
  return plant;
}

describe('the daily job', () => {
  it('makes up for the days that were missed, and is gone on with where it was cut off', async () => {
    await using plant = await buildPlant(30);
    for (const lot of ['L1', 'L2', 'L3']) await milk(plant, lot, 1);
    let asked = 0;
    const ask = async (operation: string, input: unknown, id = plant.newId()): Promise<unknown> => {
      asked += 1;
      // Killed at the second lot.
      if (asked === 4) throw new Error('killed');
      return await plant.send(operation, input, { id });
    };
    await expect(runDaily(ask, undefined)).rejects.toThrow('killed');
    expect((await plant.stock()).map((one) => one.slice(-5))).toEqual(['R = 8', 'A = 8', 'A = 8']);
    await plant.reopen();
    await plant.app.lookAtDay();
    expect((await plant.stock()).every((one) => one.includes(' R = '))).toBe(true);
    expect((await entriesOf(plant)).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  });

  it('runs by itself where the program goes on running, and not for a command that is over at once', async () => {
    await using plant = await buildPlant(20);
    await milk(plant, 'L1', 1);
    await plant.app.close();
    const open = (host: 'cli' | 'http') => createApp({ file: plant.file, mode: 'write', host, clock: plant.clock });
    const cli = await open('cli');
    await cli.close();
    const served = await open('http');
    await served.lookAtDay();
    await served.close();
    await plant.reopen();
    expect((await entriesOf(plant)).map(({ person }) => person)).toEqual(['Daily job']);
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE R = 8']);
  });
});
