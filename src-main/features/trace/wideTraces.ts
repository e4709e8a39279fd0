import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorCode, ErrorDetails } from '#shared/kernel/errors.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
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
  walk: WalkResult;
};
export type WideRequest = { id: number; question: WideQuestion; wanted: Wanted };
export type WideReply =
  | { id: number; written: unknown }
  /** The store was written to since the walk. */
  | { id: number; moved: true }
  | { id: number; refused: { code: ErrorCode; message: string; details: ErrorDetails } }
  | { id: number; failed: string };

type Waiting = { resolve: (written: unknown) => void; reject: (error: unknown) => void };
type Reader = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined };

/** The worker of a store ends by itself when it was not asked for this long. */
const idleMs = 60_000;
const readers = new Map<string, Reader>();
let requests = 0;

/**
 * Writes out a wide trace in a worker with a connection of its own.
 * @returns "moved" when the store was written to since the walk: walk again
 */
export async function writeWide<Kind extends keyof Wants>(
  file: string,
  question: WideQuestion,
  wanted: Wanted<Kind>,
): Promise<Written[Kind] | 'moved'> {
  const reader = readers.get(file) ?? openReader(file);
  clearTimeout(reader.idle);
  requests += 1;
  const request: WideRequest = { id: requests, question, wanted };
  try {
    const written = await new Promise<unknown>((resolve, reject) => {
      reader.waiting.set(request.id, { resolve, reject });
      reader.worker.postMessage(request);
    });
    // The worker writes what is wanted by the very function this type is taken from.
    return written as Written[Kind] | 'moved';
  } finally {
    reader.waiting.delete(request.id);
    if (reader.waiting.size === 0) reader.idle = setTimeout(() => void reader.worker.terminate(), idleMs).unref();
  }
}

function openReader(file: string): Reader {
  const worker = new Worker(new URL(`./wideTraces.worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { file },
  });
  // A program that has nothing else to do ends without waiting for it.
  worker.unref();
  const reader: Reader = { worker, waiting: new Map(), idle: undefined };
  readers.set(file, reader);
  worker.on('message', (reply: WideReply) => settle(reader, reply));
  worker.once('error', (error) => {
    for (const { reject } of reader.waiting.values()) reject(error);
  });
  worker.once('exit', () => {
    if (readers.get(file) === reader) readers.delete(file);
    for (const { reject } of reader.waiting.values()) reject(new Error('the trace was not read to its end'));
  });
  return reader;
}

function settle({ waiting }: Reader, reply: WideReply): void {
  const asked = waiting.get(reply.id);
  if (asked === undefined) return;
  if ('written' in reply) asked.resolve(reply.written);
  else if ('moved' in reply) asked.resolve('moved');
  else if ('refused' in reply)
    asked.reject(new LotlineError(reply.refused.code, reply.refused.message, reply.refused.details));
  else asked.reject(new Error(reply.failed));
}
