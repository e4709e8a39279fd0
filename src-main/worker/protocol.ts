import { type Message } from '#shared/kernel/message.ts';
import { type ErrorCode, type ErrorDetails, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';

/**
 * What a worker is for, as types: what it is asked with and what it answers, and where it has them, what it tells on the
 * way (`progress`), rows it sends at the pace at which they are taken (`item`), and parts of the question that follow it (`piece`).
 */
export type Work = { input: unknown; output: unknown; progress?: unknown; item?: unknown; piece?: unknown };

/** To a worker, always about one task. `ahead` is how many items it may send before the first is taken. */
export type ToWorker<W extends Work> =
  | { id: number; input: W['input']; ahead: number }
  | { id: number; piece: W['piece'] }
  | { id: number; last: true }
  | { id: number; taken: true }
  /** No more tasks: the thread puts away what it holds and ends by itself. */
  | { id: number; leave: true };

/** From a worker. A task ends with its output or with what it threw. */
export type FromWorker<W extends Work> =
  | { id: number; progress: W['progress'] }
  | { id: number; item: W['item'] }
  | { id: number; output: W['output'] }
  | { id: number; thrown: SentError };

/** An error on its way between threads, which copy neither classes nor codes. */
export type SentError =
  | { coded: { code: ErrorCode; text: Message; details: ErrorDetails } }
  | { other: unknown; more: { [name: string]: unknown } };

export function packError(error: unknown): SentError {
  if (isLotlineError(error)) {
    const { code, text, details } = error;
    return { coded: { code, text, details } };
  }
  if (!(error instanceof Error)) return { other: String(error), more: {} };
  // Codes and paths of files; anything larger might not be copied.
  const more = Object.entries(error).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return { other: error, more: Object.fromEntries(more) };
}

export function unpackError(sent: SentError): unknown {
  if ('coded' in sent) return new LotlineError(sent.coded.code, sent.coded.text, sent.coded.details);
  return sent.other instanceof Error ? Object.assign(sent.other, sent.more) : new Error(String(sent.other));
}
