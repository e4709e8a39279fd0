import { besideModule, WorkerThread } from '#main/worker/runInWorker.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import type { WalkResult } from './traced.queries.ts';
import type { Wanted, Wants, Written } from './wantedTrace.queries.ts';

/** From so many units on, reading what belongs to a trace would hold up every other question for seconds. */
export const wideFrom = 20_000;

/** A walk to read up on. `key` names the question; its lists are kept for the next page while the store stays as it is. */
export type WideQuestion = {
  key: string;
  seq: number;
  roots: readonly number[];
  direction: Direction;
  ordering: OrderingName;
  walk: WalkResult;
};
/** Answers "moved" when the store was written to since the walk. */
export type WideWork = { input: { file: string; question: WideQuestion; wanted: Wanted }; output: unknown };

type Reader = { thread: WorkerThread<WideWork>; idle: NodeJS.Timeout | undefined };

/** The worker of a store ends by itself when it was not asked for this long. */
const idleMs = 60_000;
const readers = new Map<string, Reader>();

/**
 * Writes out a wide trace in a worker with a connection of its own.
 * @returns "moved" when the store was written to since the walk: walk again
 */
export async function writeWide<Kind extends keyof Wants>(
  file: string,
  question: WideQuestion,
  wanted: Wanted<Kind>,
): Promise<Written[Kind] | 'moved'> {
  const known = readers.get(file);
  const reader = known === undefined || known.thread.isOver ? openReader(file) : known;
  clearTimeout(reader.idle);
  try {
    // The worker writes what is wanted by the very function this type is taken from.
    return (await reader.thread.run({ file, question, wanted })) as Written[Kind] | 'moved';
  } finally {
    if (reader.thread.waiting === 0) reader.idle = setTimeout(() => void reader.thread.end(), idleMs).unref();
  }
}

/** Lets go the worker of a store, with all that it has in memory. */
export function forgetWide(file: string): void {
  const reader = readers.get(file);
  readers.delete(file);
  clearTimeout(reader?.idle);
  void reader?.thread.leave();
}

function openReader(file: string): Reader {
  const thread = new WorkerThread<WideWork>(besideModule(import.meta.url, 'wideTraces.worker'));
  const reader: Reader = { thread, idle: undefined };
  readers.set(file, reader);
  return reader;
}
