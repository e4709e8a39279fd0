import { describe, expect, it } from 'vitest';
import { Jobs } from '#main/app/jobs.ts';
import { buildPlantApp, codeOf, refusalOf } from '../support/app.ts';

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
    expect(await plant.ask('jobs.cancel', { id: 'check-1' })).toEqual({ asked: true });
    expect((await stopped).code).toBe('CANCELLED');
    expect(await plant.ask('audit.verify', { job: 'check-1' })).toMatchObject({ ok: true, entries: 1 });
    expect(await plant.ask('jobs.list', {})).toEqual({ jobs: [] });
  });
});
