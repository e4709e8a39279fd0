import { describe, expect, it } from 'vitest';
import { Jobs } from '#main/app/jobs.ts';
import type { Session } from '#main/app/session.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { password, setUpPeople, signIn } from '../support/people.ts';

type RunningJob = Parameters<Parameters<Jobs['run']>[2]>[0];

/** A job that goes on until it is let go, or told to stop. */
function buildWork() {
  let finish: (value: string) => void = () => undefined;
  let job: RunningJob | undefined;
  const work = (running: RunningJob): Promise<string> => {
    job = running;
    return new Promise((resolve, reject) => {
      finish = resolve;
      running.signal.addEventListener('abort', () => reject(new Error('stopped in the middle')));
    });
  };
  return {
    work,
    finish: () => finish('done'),
    step: (phase: string, done: number, total: number) => job?.progress(phase, done, total),
  };
}

describe('running work', () => {
  it('is listed with its figures once it has any, and no longer when it is done', async () => {
    const jobs = new Jobs();
    const { work, finish, step } = buildWork();
    const heard: string[] = [];
    const hush = jobs.listen(({ phase, done, total }) => heard.push(`${phase} ${done}/${total}`));
    const running = jobs.run('job-1', 'audit.verify', work);
    expect(jobs.list()).toEqual([]);
    step('entries', 5, 10);
    expect(jobs.list()).toEqual([
      { id: 'job-1', operation: 'audit.verify', phase: 'entries', done: 5, total: 10, cancellable: true },
    ]);
    hush();
    step('entries', 6, 10);
    finish();
    expect(await running).toBe('done');
    expect([jobs.list(), heard, jobs.cancel('job-1')]).toEqual([[], ['entries 5/10'], false]);
  });

  it('that is told to stop answers that it was cancelled, whatever it ran into', async () => {
    const jobs = new Jobs();
    const { work } = buildWork();
    const running = jobs.run('job-1', 'audit.verify', work);
    expect(jobs.cancel('job-1')).toBe(true);
    expect(await refusalOf(running)).toMatchObject({
      code: 'CANCELLED',
      message: expect.stringMatching(/Nothing was changed/),
    });
  });

  it('is one under its id; without an id nobody can ask for it', async () => {
    const jobs = new Jobs();
    const [first, nameless] = [buildWork(), buildWork()];
    const running = jobs.run('job-1', 'audit.verify', first.work);
    expect(await codeOf(jobs.run('job-1', 'audit.verify', first.work))).toBe('CONFLICT');
    const silent = jobs.run('', 'audit.verify', nameless.work);
    nameless.step('entries', 1, 2);
    expect([jobs.list(), jobs.cancel('')]).toEqual([[], false]);
    first.finish();
    nameless.finish();
    await Promise.all([running, silent]);
    await expect(jobs.run('job-1', 'audit.verify', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  });
});

describe('a verification', () => {
  it('can be stopped by its id, and another started', async () => {
    await using plant = await buildPlantApp();
    const stopped = refusalOf(plant.ask('audit.verify', { job: 'check-1' }));
    expect(await plant.ask('jobs.cancel', { id: 'check-1' })).toEqual({ asked: true, operation: 'audit.verify' });
    expect((await stopped).code).toBe('CANCELLED');
    // That it was stopped is an entry.
    expect(await plant.ask('audit.verify', { job: 'check-1' })).toMatchObject({ ok: true, entries: 2 });
    expect(await plant.ask('jobs.list', {})).toEqual({ jobs: [] });
  });
});

describe('work that somebody else started', () => {
  const lastEntry = async (plant: TestApp, as: Session) =>
    (await plant.ask('audit.list', { limit: 1 }, { as })).rows[0];

  it('is stopped by whoever may do the same, and by no one else in the session they left', async () => {
    await using plant = await buildPlantApp();
    const { viewer: session } = await setUpPeople(plant);
    const reviewer = await signIn(plant, 'qualityManager');
    await plant.ask('people.logOut', {}, { as: session });
    const enter = (user: string) => plant.ask('people.logIn', { user, password }, { as: session });
    await enter('qualityManager');
    const check = plant.ask('audit.verify', { job: 'their-check' }, { as: session }).catch((error: unknown) => error);
    await plant.ask('people.logOut', {}, { as: session });
    await enter('viewer');
    const cancel = (as: Session) => plant.ask('jobs.cancel', { id: 'their-check' }, { as });
    expect(await codeOf(cancel(session))).toBe('FORBIDDEN');
    expect(await cancel(reviewer)).toEqual({ asked: true, operation: 'audit.verify' });
    expect(await check).toMatchObject({ code: 'CANCELLED' });
    expect(await lastEntry(plant, reviewer)).toMatchObject({ operation: 'jobs.cancel', outcome: 'done' });
    expect(plant.verify().ok).toBe(true);
  });
});
