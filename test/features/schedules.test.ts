import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';
import { type People, setUpPeople, signIn } from '../support/people.ts';
import { tamper } from '../support/tampering/tamper.ts';

const kept = { report: 'expiry', product: 'MILK', shownColumns: ['unit', 'quantity'], groupedBy: 'product' };
type Scheduling = Partial<Inputs['reports']['saveSchedule']>;

/** A plant with one report that is kept, and a folder. */
async function buildScheduling(): Promise<{ plant: TestApp; folder: string }> {
  const plant = await buildPlantApp();
  plant.clock.set('2026-11-30T12:00:00Z');
  await plant.postAll([['receipt', 'MILK L1', 50, on(2)]]);
  const folder = join(plant.folder, 'reports');
  mkdirSync(folder);
  await plant.ask('people.saveView', { list: 'reports', name: 'Milk', question: kept });
  return { plant, folder };
}

const daily = (folder: string, more: Scheduling = {}): Inputs['reports']['saveSchedule'] => ({
  ...{ name: 'Milk', every: 'day', time: '06:00', formats: ['csv'], folder },
  ...more,
});
const only = async (
  plant: TestApp,
  as?: People['manager'],
): Promise<Outputs['reports']['listSchedules']['schedules'][number]> => {
  const { schedules } = await plant.ask('reports.listSchedules', {}, as === undefined ? {} : { as });
  expect(schedules).toHaveLength(1);
  const [first] = schedules;
  if (first === undefined) throw new Error('none');
  return first;
};
const files = (folder: string): string[] => readdirSync(folder).toSorted();

describe('a scheduled report', () => {
  it('is written when it is due, entered in the register with its digest, and still true', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    expect(await plant.ask('reports.saveSchedule', daily(folder, { formats: ['csv', 'xlsx'] }))).toEqual({
      saved: 'new',
    });
    await plant.app.lookAtSchedules();
    expect(files(folder)).toEqual([]);
    plant.clock.set('2026-12-01T06:00:10Z');
    await plant.app.lookAtSchedules();
    await plant.app.lookAtSchedules();
    const names = ['csv', 'xlsx'].map((ending) => `Milk 2026-12-01 06.00.${ending}`);
    expect(files(folder)).toEqual(names);
    const { rows } = await plant.ask('reports.listIssued', {});
    expect(rows.map(({ report, title, format }) => [report, title, format])).toEqual(
      ['csv', 'xlsx'].map((format) => ['expiry', 'Expiry calendar: Milk', format]),
    );
    for (const { number, format, sha256 } of rows) {
      const name = files(folder).find((file) => file.endsWith(format)) ?? '';
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ).toBe(sha256);
      expect(await plant.ask('reports.compare', { number })).toMatchObject({ same: true });
    }
    expect(await only(plant)).toMatchObject({ problem: '', refusal: '', report: 'expiry', isOwn: true });
    expect((await only(plant)).lastFiles).toHaveLength(2);
    // It was done as the person who set it up, in the trail like everything else.
    const { rows: entries } = await plant.ask('audit.list', { operation: 'reports.runSchedule' });
    expect(entries.map(({ person, outcome }) => [person, outcome])).toEqual([[plant.me.owner.name, 'done']]);
    const text = readFileSync(join(folder, files(folder)[0] ?? ''), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(plant.verify().ok).toBe(true);
  });

  it('makes up for what was missed once, and goes on after a new start', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    await plant.ask('reports.saveSchedule', daily(folder));
    plant.clock.set('2026-12-11T09:00:00Z');
    await plant.reopen();
    await plant.app.lookAtSchedules();
    await plant.reopen();
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(1);
    plant.clock.set('2026-12-11T03:00:00Z');
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(1);
    plant.clock.set('2026-12-12T09:00:00Z');
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(2);
  });

  it('is written by hand as well, which leaves its times as they are and replaces nothing', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    await plant.ask('reports.saveSchedule', daily(folder));
    const run = () => plant.ask('reports.runSchedule', { name: 'Milk', byHand: true });
    const first = await run();
    expect(first.problem).toBe('');
    writeFileSync(first.files[0] ?? '', 'mine');
    const second = await run();
    expect(second.files[0]).toMatch(/ \(2\)\.csv$/);
    expect(readFileSync(first.files[0] ?? '', 'utf8')).toBe('mine');
    expect(await plant.ask('reports.runSchedule', { name: 'Milk' })).toEqual({ files: [], problem: '' });
    plant.clock.set('2026-12-01T06:00:10Z');
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(3);
  });

  it('says what is wrong with its folder, leaves nothing half-written, and is on Today until it is written', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    const refused = async (where: string) => await codeOf(plant.ask('reports.saveSchedule', daily(where)));
    expect(await refused('reports')).toBe('PATH_REFUSED');
    expect(await refused(join(folder, 'none'))).toBe('PATH_REFUSED');
    for (const sign of ['\n', '\u001b', '\0']) expect(await refused(`${folder}${sign}x`)).toBe('VALIDATION');
    expect(await refused(plant.file)).toBe('PATH_REFUSED');
    expect(await refused(' ')).toBe('VALIDATION');
    const place = join(folder, 'sub');
    mkdirSync(place);
    await plant.ask('reports.saveSchedule', daily(place));
    renameSync(place, join(folder, 'away'));
    plant.clock.set('2026-12-01T06:00:10Z');
    await plant.app.lookAtSchedules();
    expect(await only(plant)).toMatchObject({ problem: expect.stringContaining('There is no folder'), lastFiles: [] });
    const waits = async () =>
      (await plant.ask('today.list', { today: '2026-12-01' })).groups
        .flatMap(({ tasks }) => tasks)
        .filter(({ kind }) => kind === 'schedule');
    expect(await waits()).toMatchObject([{ user: plant.me.owner.id, report: 'Milk' }]);
    // Where no file can be made: what the system says becomes a sentence.
    await plant.ask('reports.saveSchedule', daily('/proc'));
    expect((await plant.ask('reports.runSchedule', { name: 'Milk', byHand: true })).problem).toContain(
      'cannot be written there',
    );
    await plant.ask('reports.saveSchedule', daily(folder));
    expect(await waits()).toEqual([]);
    await plant.ask('reports.runSchedule', { name: 'Milk', byHand: true });
    expect(files(folder)).toEqual(['Milk 2026-12-01 06.00.csv', 'away']);
    expect(plant.verify().ok).toBe(true);
  });

  it('goes along when its report gets another name, and ends with it', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    await plant.ask('reports.saveSchedule', daily(folder));
    await plant.ask('people.saveView', { list: 'reports', name: 'Oil', question: { report: 'expiry' } });
    expect(await codeOf(plant.ask('reports.renameSaved', { name: 'Milk', to: 'Oil' }))).toBe('DUPLICATE');
    expect(await plant.ask('reports.renameSaved', { name: 'Milk', to: 'Milk of the week' })).toEqual({ renamed: true });
    expect(await only(plant)).toMatchObject({ name: 'Milk of the week', report: 'expiry' });
    const { views } = await plant.ask('people.listViews', { list: 'reports' });
    expect(views).toContainEqual({ name: 'Milk of the week', question: kept });
    // It is no view that could be taken away as such, and leave a schedule of nothing.
    const removal = { list: 'reports', name: 'Milk of the week' } as const;
    expect(await refusalOf(plant.ask('people.removeView', removal))).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('reports.removeSaved'),
    });
    expect((await plant.ask('reports.runSchedule', { name: 'Milk of the week', byHand: true })).problem).toBe('');
    await plant.ask('reports.removeSaved', { name: 'Milk of the week' });
    expect((await plant.ask('reports.listSchedules', {})).schedules).toEqual([]);
    expect(await codeOf(plant.ask('reports.runSchedule', { name: 'Milk of the week' }))).toBe('NOT_FOUND');
  });

  it('asks for a report that is kept, in formats it has', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    expect(await codeOf(plant.ask('reports.saveSchedule', daily(folder, { name: 'None' })))).toBe('NOT_FOUND');
    await plant.ask('people.saveView', { list: 'reports', name: 'Rights', question: { report: 'rights' } });
    expect(await codeOf(plant.ask('reports.saveSchedule', daily(folder, { name: 'Rights' })))).toBe('VALIDATION');
    expect(await codeOf(plant.send('reports.saveSchedule', daily(folder, { time: '24:00' })))).toBe('VALIDATION');
    expect(await codeOf(plant.send('reports.saveSchedule', daily(folder, { formats: [] })))).toBe('VALIDATION');
  });

  it('is vouched for: one that was changed outside writes nothing', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    await plant.ask('reports.saveSchedule', daily(folder));
    tamper(plant.file, (db) => db.exec("update report_schedule set folder = '/tmp'"));
    plant.clock.set('2026-12-01T06:00:10Z');
    await plant.app.lookAtSchedules();
    expect(plant.rows("select 1 from audit_entry where operation = 'reports.runSchedule'")).toEqual([]);
    expect(plant.verify().problems).toMatchObject([{ code: 'RECORD_CHANGED' }]);
  });

  it('has a file name that a disk takes, however long its own is', async () => {
    const { plant, folder } = await buildScheduling();
    await using _ = plant;
    for (const [name, first] of [
      ['字'.repeat(120), '字'],
      ['𠀀'.repeat(60), '𠀀'],
    ] as const) {
      await plant.ask('people.saveView', { list: 'reports', name, question: kept });
      await plant.ask('reports.saveSchedule', daily(folder, { name }));
      expect(await plant.ask('reports.runSchedule', { name, byHand: true })).toMatchObject({ problem: '' });
      const [written = ''] = files(folder).filter((file) => file.startsWith(first));
      expect(Buffer.byteLength(written)).toBeLessThan(255);
      expect(written.isWellFormed()).toBe(true);
    }
  });

  it('is of a report that is vouched for too, and no new name or end of it vouches for what was changed outside', async () => {
    const asks: ((plant: TestApp) => Promise<unknown>)[] = [
      (plant) => plant.ask('reports.runSchedule', { name: 'Milk', byHand: true }),
      (plant) => plant.ask('reports.renameSaved', { name: 'Milk', to: 'Mine' }),
      (plant) => plant.ask('reports.removeSaved', { name: 'Milk' }),
      (plant) => plant.ask('people.saveView', { list: 'reports', name: 'Milk', question: { report: 'quarantine' } }),
    ];
    for (const ask of asks) {
      const { plant, folder } = await buildScheduling();
      await using _ = plant;
      await plant.ask('reports.saveSchedule', daily(folder));
      await plant.app.close();
      tamper(plant.file, (db) => db.exec(`update saved_view set question = '{"report":"signatures"}'`));
      await plant.reopen();
      expect(await codeOf(ask(plant))).toBe('STORE_DAMAGED');
      expect(files(folder)).toEqual([]);
      expect(plant.verify().problems).toMatchObject([{ code: 'RECORD_CHANGED' }]);
    }
  });
});

describe('who schedules', () => {
  it('is who it is done as: refused where they may not any more, which the schedule and Today say', async () => {
    await using plant = await buildPlantApp();
    plant.clock.set('2026-11-30T12:00:00Z');
    const people = await setUpPeople(plant);
    const folder = join(plant.folder, 'reports');
    mkdirSync(folder);
    const own = { as: people.manager };
    await plant.ask('people.saveView', { list: 'reports', name: 'Signed', question: { report: 'signatures' } }, own);
    await plant.ask('reports.saveSchedule', daily(folder, { name: 'Signed' }), own);
    // Others see it where they read the trail, and nobody else.
    expect(await only(plant, people.complianceOfficer)).toMatchObject({
      isOwn: false,
      person: 'manager',
      personName: 'Marek Dvořák',
    });
    expect((await plant.ask('reports.listSchedules', {}, { as: people.viewer })).schedules).toEqual([]);

    // Written at six in Vienna, which is five.
    await plant.ask(
      'people.saveSettings',
      { ...standardSettings, timeZone: 'Europe/Vienna', reason: 'the plant is there' },
      { as: people.administrator },
    );
    plant.clock.set('2026-12-01T05:00:10Z');
    await plant.app.lookAtSchedules();
    expect(files(folder)).toEqual(['Signed 2026-12-01 06.00.csv']);

    const change = async (more: object) => {
      // What a session is not used for locks it.
      const by = { as: await signIn(plant, 'administrator') };
      const { people: all } = await plant.ask('people.list', {}, by);
      const version = all.find(({ user }) => user === 'manager')?.version ?? 0;
      const input = { user: 'manager', version, reason: 'moved to another plant', ...more };
      await plant.ask('people.change', input, by);
    };
    await change({ roles: ['viewer'] });
    plant.clock.set('2026-12-02T06:00:10Z');
    await plant.app.lookAtSchedules();
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(1);
    const again = () => signIn(plant, 'complianceOfficer');
    const refusals = async () => {
      const asked = { operation: 'reports.runSchedule', outcome: 'refused' as const };
      return (await plant.ask('audit.list', asked, { as: await again() })).rows.map(({ code }) => code);
    };
    expect(await refusals()).toEqual(['FORBIDDEN']);
    expect(await only(plant, await again())).toMatchObject({ refusal: 'right' });
    const { groups } = await plant.ask('today.list', { today: '2026-12-01' }, { as: await again() });
    expect(groups.flatMap(({ tasks }) => tasks)).toContainEqual(
      expect.objectContaining({ kind: 'schedule', report: 'Signed' }),
    );

    await change({ disabled: true });
    plant.clock.set('2026-12-03T06:00:10Z');
    await plant.app.lookAtSchedules();
    expect(files(folder)).toHaveLength(1);
    expect(await only(plant, await again())).toMatchObject({ refusal: 'disabled' });
    // An administrator ends what somebody who left had scheduled; others do not.
    const end = { name: 'Signed', person: 'manager' };
    expect(await codeOf(plant.ask('reports.removeSchedule', end, { as: await again() }))).toBe('FORBIDDEN');
    const administrator = await signIn(plant, 'administrator');
    expect(await plant.ask('reports.removeSchedule', end, { as: administrator })).toEqual({ removed: true });
  });
});
