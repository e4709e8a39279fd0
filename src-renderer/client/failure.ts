import { isMessage, type MessageValue } from '#shared/kernel/message.ts';
import { ORPCError } from '@orpc/client';
import { type ErrorCode, errorCodes } from '#shared/kernel/errors.ts';

/**
 * Why there is no answer. `refused`: a rule said no, and the code and sentence say which. `failed`: the host
 * broke down over it. `away`: no host answered, so nobody knows whether a command was done.
 */
export type Failure = {
  kind: 'refused' | 'failed' | 'away';
  code: ErrorCode;
  message: MessageValue;
  details: Readonly<Record<string, unknown>>;
};

/** No host answered the call. */
export class HostAwayError extends Error {
  constructor(cause: unknown) {
    super('the host does not answer', { cause });
    this.name = 'HostAwayError';
  }
}

/** A file the host would not take. `body` is its answer: `{ code, message }`, or anything when it is no host of ours. */
export class UploadRefusedError extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`upload refused with ${status}`);
    this.name = 'UploadRefusedError';
    this.status = status;
    this.body = body;
  }
}

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code);

const brokenDown: readonly ErrorCode[] = ['INTERNAL', 'STORE_DAMAGED', 'STORE_FULL'];

/** Codes of HTTP itself, for an answer that came from the host's door and not from an operation. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'NOT_LOGGED_IN',
  403: 'FORBIDDEN',
  404: 'UNKNOWN_COMMAND',
  413: 'FILE_TOO_LARGE',
  415: 'FILE_TYPE',
};

/** Reads anything a call may throw. */
export function toFailure(error: unknown): Failure {
  if (error instanceof HostAwayError) return { kind: 'away', code: 'INTERNAL', message: '', details: {} };
  const { code, status, message, details } = readError(error);
  const known = isErrorCode(code) ? code : (codeOfStatus[status] ?? 'INTERNAL');
  return { kind: brokenDown.includes(known) ? 'failed' : 'refused', code: known, message, details };
}

type ErrorParts = { code: unknown; status: number; message: MessageValue; details: Readonly<Record<string, unknown>> };

function readError(error: unknown): ErrorParts {
  if (error instanceof ORPCError) {
    const data = isRecord(error.data) ? error.data : {};
    const details = isRecord(data['details']) ? data['details'] : {};
    const said = textOf(data, error.message);
    return { code: error.code, status: error.status, message: isErrorCode(error.code) ? said : '', details };
  }
  if (error instanceof UploadRefusedError) {
    const body = readJson(error.body);
    const [code, said] = isRecord(body) ? [body['code'], body['message']] : [undefined, ''];
    const english = typeof said === 'string' ? said : '';
    return { code, status: error.status, message: textOf(body, english), details: {} };
  }
  if (error instanceof DOMException && error.name === 'AbortError')
    return { code: 'CANCELLED', status: 0, message: '', details: {} };
  return { code: undefined, status: 0, message: error instanceof Error ? error.message : '', details: {} };
}

/** The message of an answer, to be read in any language; in English where it has that alone. */
const textOf = (answer: unknown, english: string): MessageValue => {
  const text = isRecord(answer) ? answer['text'] : undefined;
  return isMessage(text) ? text : english;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
