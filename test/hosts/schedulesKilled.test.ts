import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { buildPlantApp, TestClock } from '../support/app.ts';
import { lineOf, startProgram, untilEnd } from '../support/cli.ts';
import { on } from '../support/plantTables.ts';

const day = 24 * 3_600_000;

it('what a killed program left of a scheduled report is gone after the next run, and nothing else is', async () => {
  await using plant = await buildPlantApp({ clock: new TestClock(new Date(Date.now() - 2 * day).toISOString()) });
  await plant.postAll([['receipt', 'MILK L1', 50, on(2)]]);
  const folder = join(plant.folder, 'reports');
  mkdirSync(folder);
  await plant.ask('people.saveView', { list: 'reports', name: 'Milk', question: { report: 'expiry' } });
  const schedule = { name: 'Milk', every: 'day', time: '06:00', formats: ['csv', 'pdf'], folder } as const;
  await plant.ask('reports.saveSchedule', { ...schedule, formats: [...schedule.formats] });
  await plant.app.close();
  // What is another computer's, or a person's, and is not old, stays.
  const kept = ['.lotline-00000000-1-abc.part', '.lotline-mine.txt', 'notes.part'];
  for (const name of kept) writeFileSync(join(folder, name), '');
  const old = '.lotline-00000000-1-old.part';
  writeFileSync(join(folder, old), '');
  utimesSync(join(folder, old), Date.now() / 1000 - 90_000, Date.now() / 1000 - 90_000);

  const serve = () =>
    startProgram(['cli', 'serve', '--until-stdin-ends', '--store', plant.file], { XDG_DATA_HOME: plant.folder });
  const left = (): string[] =>
    readdirSync(folder).filter((name) => name.endsWith('.part') && !kept.includes(name) && name !== old);
  const killed = serve();
  const ended = untilEnd(killed);
  // The first document is drawn, the second not yet.
  while (left().length === 0) await wait(5);
  killed.kill('SIGKILL');
  await ended;
  expect(left()).not.toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('Milk'))).toEqual([]);

  const again = serve();
  const whole = untilEnd(again);
  await lineOf(again, /^http:/);
  while (readdirSync(folder).filter((name) => name.startsWith('Milk')).length < 2) await wait(50);
  again.stdin?.end();
  await whole;
  expect(left()).toEqual([]);
  expect(kept.filter((name) => existsSync(join(folder, name)))).toEqual(kept);
  expect(existsSync(join(folder, old))).toBe(false);
}, 120_000);
