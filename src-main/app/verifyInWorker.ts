import { type Message, msg } from '#shared/kernel/message.ts';
import { availableParallelism } from 'node:os';
import type { RunningJob } from '#main/context/context.ts';
import { besideModule, keepThread, takeThread, type WorkerThread } from '#main/worker/runInWorker.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import type { AnchorGroup } from '#main/features/audit/verifyAnchors.queries.ts';
import { firstProblem, type PartFound, putTogether, type VerifyPart } from '#main/features/audit/verify.queries.ts';
import type { CopiedIndex } from './traceFile.ts';
import type { Stretch, VerifiedHead } from '#main/features/audit/verifyChain.queries.ts';

/** A large store is worth more than one worker, also where its chain is of few entries, such as one import's. */
export type VerifyPlan = { rows: number; entries: number; isLarge: boolean; stretches: Stretch[] };
/** Of the file, or of what is asked of it: the trace index. */
type Part = VerifyPart | { kind: 'trace'; inMemory: CopiedIndex | undefined };
type VerifyTask =
  | { kind: 'plan'; pieces: number }
  | { kind: 'part'; part: Part; groups: readonly AnchorGroup[] }
  | { kind: 'links'; upTo: number };
/** Verifying in workers, part by part. `rows` tells how many more were checked. */
export type VerifyWork = {
  /** `stop` is shared: once it is not 0 nothing more is checked. */
  input: { file: string; stop: Int32Array } & VerifyTask;
  progress: { rows: number };
  output:
    | { kind: 'plan'; plan: VerifyPlan }
    | { kind: 'found'; found: PartFound }
    | { kind: 'links'; fault: { seq: number; message: Message } | undefined };
};

/** What answers a VerifyWork; its thread waits a while for the next. */
export const verifyWorker = besideModule(import.meta.url, 'verify.worker');

/** What was found, and the end of the chain that was found good: what may be remembered as verified. */
export type Verified = { verification: Verification; head: VerifiedHead | undefined };

/** More threads than this wait for the disk. */
const mostWorkers = 4;
/** So many stretches of the chain for each thread, so that none is left alone with the last one for long. */
const stretchesEach = 4;

/** Verifies a store in workers, so that the host goes on answering. Cancelling ends them. */
export async function verifyInWorker(
  file: string,
  job: RunningJob,
  groups: readonly AnchorGroup[] = [],
): Promise<Verification> {
  return (await verifyWithHead(file, job, groups)).verification;
}

/** As `verifyInWorker`, with the index that is answered from; answers the verified end of the chain too. */
export async function verifyWithHead(
  file: string,
  job: RunningJob,
  groups: readonly AnchorGroup[],
  inMemory?: CopiedIndex,
): Promise<Verified> {
  return await withCrew(file, job.signal, async (crew) => {
    const plan = await crew.plan();
    let done = 0;
    crew.onRows = (rows) => {
      done += rows;
      job.progress('check', Math.min(done, plan.rows), plan.rows);
    };
    job.progress('check', 0, plan.rows);
    const parts: Part[] = [{ kind: 'trace', inMemory }, ...fileParts(plan), { kind: 'files' }];
    const found = await crew.all(plan, parts, groups);
    const [head] = found.flatMap((part) => part.head ?? []);
    return { verification: putTogether(found, plan.entries), head };
  });
}

/** Checks the file itself, as a verification does, without what stands beside it. Answers the first problem. */
export async function checkFileInWorker(file: string, signal: AbortSignal): Promise<Problem | undefined> {
  return await withCrew(file, signal, async (crew) => {
    const plan = await crew.plan();
    return firstProblem(await crew.all(plan, fileParts(plan), []));
  });
}

/** The longest first. */
const fileParts = ({ stretches }: VerifyPlan): VerifyPart[] => [
  { kind: 'pages' },
  { kind: 'content' },
  ...stretches.map((stretch) => ({ kind: 'chain', stretch }) as const),
];

async function withCrew<T>(file: string, signal: AbortSignal, job: (crew: Crew) => Promise<T>): Promise<T> {
  const crew = new Crew(file, signal);
  let isDone = false;
  try {
    const done = await job(crew);
    isDone = true;
    return done;
  } finally {
    await crew.dismiss(isDone);
  }
}

/** Threads of verifications that were cancelled, which have their store's file open until they come to a stop. */
const leaving = new Set<{ file: string; ended: Promise<unknown> }>();

/** Resolves when no verification that was cancelled has a store's file open any more. */
export async function untilLetGo(file: string): Promise<void> {
  await Promise.all([...leaving].filter((one) => one.file === file).map(({ ended }) => ended));
}

/** Workers that take one part after another. The first is there for the plan, the others come with the work. */
class Crew {
  onRows: (rows: number) => void = () => undefined;
  readonly #file: string;
  readonly #signal: AbortSignal;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #workers: WorkerThread<VerifyWork>[] = [];
  readonly #most = Math.min(availableParallelism(), mostWorkers);

  constructor(file: string, signal: AbortSignal) {
    this.#file = file;
    this.#signal = signal;
  }

  async plan(): Promise<VerifyPlan> {
    const answer = await this.#ask(this.#worker(0), { kind: 'plan', pieces: this.#most * stretchesEach });
    if (answer.kind !== 'plan') throw new Error('the verification was not planned');
    return answer.plan;
  }

  /** What was found of each part, in the order of the parts. */
  async all(plan: VerifyPlan, parts: readonly Part[], groups: readonly AnchorGroup[]): Promise<PartFound[]> {
    const workers = plan.isLarge ? this.#most : 1;
    const found: PartFound[] = [];
    const waiting = [...parts.entries()];
    const takeAll = async (worker: WorkerThread<VerifyWork>): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, part] = next;
        const answer = await this.#ask(worker, { kind: 'part', part, groups });
        if (answer.kind === 'found') found[index] = answer.found;
      }
    };
    await Promise.all(Array.from({ length: workers }, (_, index) => takeAll(this.#worker(index))));
    return found;
  }

  /** A page being read holds a worker up for a while; the person who cancelled does not wait for it. */
  async dismiss(isDone: boolean): Promise<void> {
    Atomics.store(this.#stop, 0, 1);
    const letGo = (worker: WorkerThread<VerifyWork>) => (isDone ? keepThread(worker, verifyWorker) : worker.leave());
    const ended = Promise.all(this.#workers.map(letGo));
    if (!this.#signal.aborted) return void (await ended);
    const left = { file: this.#file, ended };
    leaving.add(left);
    void ended.finally(() => leaving.delete(left));
  }

  #worker(index: number): WorkerThread<VerifyWork> {
    this.#workers[index] ??= takeThread<VerifyWork>(verifyWorker);
    return this.#workers[index];
  }

  #ask(worker: WorkerThread<VerifyWork>, task: VerifyTask): Promise<VerifyWork['output']> {
    return worker.run(
      { file: this.#file, stop: this.#stop, ...task },
      {
        signal: this.#signal,
        cancelled: msg`The verification was cancelled.`,
        progress: ({ rows }) => this.onRows(rows),
      },
    );
  }
}
