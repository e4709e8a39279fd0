import { threadId } from 'node:worker_threads';
import { msg } from '#shared/kernel/message.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { serveWork } from '#main/worker/serveWork.ts';
import type { Probe } from './probe.ts';

/** Does one of the things a worker may do, as runInWorker.test.ts asks. */
serveWork<Probe>(async ({ wish, count = 0 }, { send, progress, pieces, handOver }) => {
  switch (wish) {
    case 'add up': {
      let sum = 0;
      for await (const piece of pieces()) for (const number of piece) sum += number;
      return { sum };
    }
    case 'count': {
      for (let item = 1; item <= count; item += 1) {
        await send({ item });
        progress({ sent: item });
      }
      return { sum: count };
    }
    case 'thread':
      await send({ item: threadId });
      return { sum: threadId };
    case 'bytes': {
      const bytes = new Uint8Array(count).fill(7);
      handOver(bytes.buffer);
      return { sum: 0, bytes };
    }
    case 'refuse':
      throw new LotlineError('STORE_FULL', msg`There is no room. Free some.`, { left: count });
    case 'range':
      throw new RangeError('too long by far');
    case 'file':
      throw Object.assign(new Error('no such file'), { code: 'ENOENT', path: '/nowhere' });
    case 'text':
      throw 'a bare text';
    case 'uncopied':
      // A function cannot be sent, whatever its type is said to be.
      return { sum: (() => 0) as unknown as number };
    case 'crash':
      setImmediate(() => {
        throw new TypeError('beside every task');
      });
      return await new Promise(() => undefined);
    case 'leave':
      return process.exit(0);
    case 'spin':
      progress({ sent: 0 });
      while (true);
    case 'memory': {
      const kept: number[][] = [];
      while (true) kept.push(Array.from({ length: 10_000 }, (_, place) => place));
    }
  }
});
