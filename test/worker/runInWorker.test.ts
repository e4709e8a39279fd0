import { msg } from '#shared/kernel/message.ts';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besideModule, runInWorker, streamFromWorker, WorkerThread } from '#main/worker/runInWorker.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Probe } from './probe.ts';

const module = besideModule(import.meta.url, 'probe.worker');
const run = (input: Probe['input'], options: Parameters<typeof runInWorker<Probe>>[2] = {}) =>
  runInWorker<Probe>(module, input, options);

/** Threads of this process hold a port each. */
const threads = (): number => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
let threadsBefore = 0;
beforeEach(() => {
  threadsBefore = threads();
});
afterEach(() => {
  if (threads() > threadsBefore) throw new Error('a thread was left behind');
});

describe('what a worker is asked and answers', () => {
  it('takes the parts of a large question in their order, with breaths between them', async () => {
    let breaths = 0;
    const breathing = setInterval(() => (breaths += 1));
    const pieces = Array.from({ length: 200 }, (_, start) => [start, start + 1]);
    expect(await run({ wish: 'add up' }, { pieces })).toEqual({ sum: 40_000 });
    clearInterval(breathing);
    expect(breaths).toBeGreaterThan(0);
  });

  it('ends a question without parts where nothing follows', async () => {
    expect(await run({ wish: 'add up' }, { pieces: [] })).toEqual({ sum: 0 });
  });

  it('hands memory over', async () => {
    expect((await run({ wish: 'bytes', count: 3 })).bytes).toEqual(new Uint8Array([7, 7, 7]));
  });

  it('comes from a thread that was kept, if nothing went wrong there', async () => {
    const kept = (wish: 'thread' | 'range') => run({ wish }, { keepAlive: true });
    const first = await kept('thread');
    expect(await kept('thread')).toEqual(first);
    expect(await run({ wish: 'thread' })).not.toEqual(first);
    await expect(kept('range')).rejects.toThrow(RangeError);
    expect(await kept('thread')).not.toEqual(first);
  });

  it('serves several tasks, one after another and at once, and dies with the last owner only', async () => {
    const thread = new WorkerThread<Probe>(module);
    expect(await thread.run({ wish: 'count', count: 2 })).toEqual({ sum: 2 });
    await expect(thread.run({ wish: 'range' })).rejects.toThrow(RangeError);
    const both = Promise.all([
      thread.run({ wish: 'add up' }, { pieces: [[1], [2]] }),
      thread.run({ wish: 'add up' }, { pieces: [[10], [20]] }),
    ]);
    expect(thread.waiting).toBe(2);
    expect(await both).toEqual([{ sum: 3 }, { sum: 30 }]);
    expect([thread.waiting, thread.isOver]).toEqual([0, false]);
    await thread.end();
    expect(thread.isOver).toBe(true);
    await expect(thread.run({ wish: 'count', count: 1 })).rejects.toThrow('has ended');
  });
});

describe('a program with nothing else to do', () => {
  it('waits for an answer, and ends although the thread it came from is there still', () => {
    const program = fileURLToPath(new URL('./lingering.ts', import.meta.url));
    const { stdout, status } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 });
    expect([stdout.trim(), status]).toEqual(['answered 6', 0]);
  });
});

describe('rows that stream', () => {
  it('come all, in order, with the answer behind them, and progress beside them', async () => {
    const sent: number[] = [];
    const stream = streamFromWorker<Probe>(
      module,
      { wish: 'count', count: 50 },
      {
        progress: (told) => sent.push(told.sent),
      },
    );
    const items: number[] = [];
    let next = await stream.next();
    for (; next.done !== true; next = await stream.next()) items.push(next.value.item);
    expect(items).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
    expect(sent).toEqual(items);
    expect(next.value).toEqual({ sum: 50 });
  });

  it('wait in the worker while nobody takes them', async () => {
    let ahead = 0;
    let taken = 0;
    for await (const { item } of streamFromWorker<Probe>(
      module,
      { wish: 'count', count: 12 },
      {
        progress: ({ sent }) => (ahead = Math.max(ahead, sent - taken)),
      },
    )) {
      await sleep(5);
      taken = item;
    }
    expect(taken).toBe(12);
    expect(ahead).toBeGreaterThan(1);
    expect(ahead).toBeLessThanOrEqual(4);
  });

  it('end with the thread when nobody takes more', async () => {
    for await (const { item } of streamFromWorker<Probe>(module, { wish: 'count', count: 1_000_000 })) {
      if (item === 5) break;
    }
    expect(threads()).toBeLessThanOrEqual(threadsBefore);
  });

  it('come from a thread that was kept, if those before came to their end', async () => {
    const kept = (maxOldGenerationSizeMb = 64) =>
      streamFromWorker<Probe>(module, { wish: 'thread' }, { keepAlive: true, limits: { maxOldGenerationSizeMb } });
    const threadOf = async (stream: ReturnType<typeof kept>): Promise<number> => {
      await stream.next();
      const { value } = await stream.next();
      return 'sum' in value ? value.sum : value.item;
    };
    const first = await threadOf(kept());
    expect(await threadOf(kept())).toBe(first);
    expect(await threadOf(kept(65))).not.toBe(first);
    const [one, other] = await Promise.all([threadOf(kept()), threadOf(kept())]);
    expect(one).not.toBe(other);
    for await (const { item } of kept()) {
      expect([one, other]).toContain(item);
      break;
    }
    expect([one, other]).not.toContain(await threadOf(kept()));
  });

  it('stop at once when they are cancelled, those already there too', async () => {
    const stop = new AbortController();
    const items: number[] = [];
    const reading = (async () => {
      for await (const { item } of streamFromWorker<Probe>(
        module,
        { wish: 'count', count: 1_000 },
        { signal: stop.signal },
      )) {
        items.push(item);
        if (item === 3) stop.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(items).toEqual([1, 2, 3]);
  });
});

describe('what goes wrong in a worker', () => {
  it('comes back as what it was: a refusal with its code and details', async () => {
    const refusal = await run({ wish: 'refuse', count: 4 }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LotlineError);
    expect(refusal).toMatchObject({
      code: 'STORE_FULL',
      message: 'There is no room. Free some.',
      details: { left: 4 },
    });
  });

  it('comes back as what it was: kinds of error, codes of the system, bare texts', async () => {
    await expect(run({ wish: 'range' })).rejects.toThrow(new RangeError('too long by far'));
    const lost = await run({ wish: 'file' }).catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(Error);
    expect(lost).toMatchObject({ message: 'no such file', code: 'ENOENT', path: '/nowhere' });
    expect((lost as Error).stack).toContain('probe.worker'); // An Error, as shown above.
    await expect(run({ wish: 'text' })).rejects.toThrow('a bare text');
  });

  it('rejects an answer that cannot be sent', async () => {
    await expect(run({ wish: 'uncopied' })).rejects.toThrow(/could not be cloned/);
  });

  it('rejects every task when the thread dies beside them, and when it leaves without a word', async () => {
    const thread = new WorkerThread<Probe>(module);
    const waiting = thread.run({ wish: 'add up' }, { pieces: endless() });
    const crash = thread.run({ wish: 'crash' });
    await expect(crash).rejects.toThrow('beside every task');
    await expect(waiting).rejects.toThrow('beside every task');
    expect(thread.isOver).toBe(true);
    await expect(run({ wish: 'leave' })).rejects.toThrow('ended without an answer');
  });

  it('is ended at its memory limit', async () => {
    const limits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 };
    await expect(run({ wish: 'memory' }, { limits })).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
  });

  it('says when there is no such worker', async () => {
    const nowhere = besideModule(import.meta.url, 'nowhere.worker');
    await expect(runInWorker(nowhere, {})).rejects.toThrow(/nowhere\.worker/);
  });
});

describe('cancelling', () => {
  it('ends a thread that never looks up, with the words of whoever asked', async () => {
    const stop = new AbortController();
    const spinning = run(
      { wish: 'spin' },
      { signal: stop.signal, cancelled: msg`The spinning was cancelled.`, progress: () => stop.abort() },
    );
    await expect(spinning).rejects.toMatchObject({ code: 'CANCELLED', message: 'The spinning was cancelled.' });
  });

  it('before the start begins nothing', async () => {
    const signal = AbortSignal.abort();
    const told: unknown[] = [];
    const progress = (step: unknown) => told.push(step);
    await expect(run({ wish: 'count', count: 3 }, { signal, progress })).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(
      streamFromWorker<Probe>(module, { wish: 'count', count: 3 }, { signal, progress }).next(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(told).toEqual([]);
  });
});

describe('a thread that is to leave', () => {
  it('is gone once its tasks are done', async () => {
    const thread = new WorkerThread<Probe>(module);
    const last = thread.run({ wish: 'add up' }, { pieces: [[1, 2], [3]] });
    await Promise.all([thread.leave(), last]);
    expect([await last, thread.isOver]).toEqual([{ sum: 6 }, true]);
    await thread.leave();
    await expect(thread.run({ wish: 'thread' })).rejects.toThrow('the worker has ended');
  });
});

function* endless(): Generator<readonly number[]> {
  while (true) yield [1];
}
