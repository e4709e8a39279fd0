import { inEnglish, type Message } from './message.ts';

/**
 * The closed list of reasons Lotline refuses, fails or lists something. Every code in use is provoked by a test, and
 * its sentence for people is in texts/.
 */
export const errorCodes = [
  'VALIDATION',
  'UNKNOWN_COMMAND',
  'NOT_FOUND',
  'DUPLICATE',
  'CONFLICT',
  'IDEMPOTENCY_MISMATCH',
  'INSUFFICIENT_QTY',
  'SERIAL_IN_USE',
  'STATUS_FORBIDS',
  'LOT_REQUIRED',
  'EXPIRED_LOT',
  'FUTURE_DATE',
  'ILLEGAL_TRANSITION',
  'REASON_REQUIRED',
  'FORBIDDEN',
  'SEPARATION_OF_DUTIES',
  'NOT_LOGGED_IN',
  'SESSION_EXPIRED',
  'LOCKED_OUT',
  'REAUTH_FAILED',
  'PASSWORD_POLICY',
  'TRAINING_EXPIRED',
  'RECORD_CHANGED',
  'FILE_TYPE',
  'FILE_TOO_LARGE',
  'FILE_DAMAGED',
  'FILE_SUSPICIOUS',
  'IMPORT_REJECTED',
  'CORRECTED',
  'DOCUMENT_TOO_LONG',
  'PATH_REFUSED',
  'CANCELLED',
  'STORE_MISSING',
  'STORE_BUSY',
  'STORE_FULL',
  'STORE_READ_ONLY',
  'STORE_DAMAGED',
  'STORE_VERSION',
  'STORE_FOREIGN',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain values only, so that they cross every host. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a refusal may carry besides its sentence. */
export type ErrorDetails = { readonly [key: string]: Json };

/**
 * A refusal or failure with a code. `text` is for people: what happened, and what to do. Screens show it in their
 * language; `message` is the same in English, for the command line, logs and the audit trail.
 */
export class LotlineError extends Error {
  readonly code: ErrorCode;
  readonly text: Message;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, text: Message, details: ErrorDetails = {}) {
    super(inEnglish(text));
    this.name = 'LotlineError';
    this.code = code;
    this.text = text;
    this.details = details;
  }
}

/** What a rule answers: yes, or a coded no. Rules never throw. */
export type Verdict = { ok: true } | { ok: false; code: ErrorCode; message: Message; details?: ErrorDetails };

export const allowed: Verdict = { ok: true };

export const refused = (code: ErrorCode, message: Message, details?: ErrorDetails): Verdict =>
  details === undefined ? { ok: false, code, message } : { ok: false, code, message, details };

/** Turns a rule's no into the error a command throws. */
export function insist(verdict: Verdict): void {
  if (!verdict.ok) throw new LotlineError(verdict.code, verdict.message, verdict.details);
}

export const isLotlineError = (value: unknown): value is LotlineError => value instanceof LotlineError;

const storeCodes: readonly ErrorCode[] = ['STORE_MISSING', 'STORE_DAMAGED', 'STORE_VERSION', 'STORE_FOREIGN'];

/** Codes that speak of the store as a whole: the command line ends with status 3 on them. */
export const isStoreCode = (code: ErrorCode): boolean => storeCodes.includes(code);
