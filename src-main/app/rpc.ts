import { msg, inEnglish, type Message } from '#shared/kernel/message.ts';
import { randomUUID } from 'node:crypto';
import { ORPCError, os, type Router } from '@orpc/server';
import { RequestHeadersPlugin, type RequestHeadersPluginContext } from '@orpc/server/plugins';
import type { StandardHandlerOptions } from '@orpc/server/standard';
import { type ErrorCode, type ErrorDetails, errorCodes, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { commandIdHeader, sessionHeader } from '#shared/kernel/pageHeaders.ts';
import type { App } from './createApp.ts';
import { logError } from './log.ts';
import { operations } from './operations.ts';
import type { Session } from './session.ts';

/** What a transport knows about a call: whose session it is, and the headers it came with. */
export type RpcContext = RequestHeadersPluginContext & { session: Session };

/** The HTTP status of each code, for clients that see nothing else. */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  VALIDATION: 400,
  UNKNOWN_COMMAND: 404,
  NOT_FOUND: 404,
  DUPLICATE: 409,
  CONFLICT: 409,
  IDEMPOTENCY_MISMATCH: 409,
  INSUFFICIENT_QTY: 422,
  SERIAL_IN_USE: 422,
  STATUS_FORBIDS: 422,
  LOT_REQUIRED: 422,
  EXPIRED_LOT: 422,
  FUTURE_DATE: 422,
  ILLEGAL_TRANSITION: 422,
  REASON_REQUIRED: 422,
  FORBIDDEN: 403,
  SEPARATION_OF_DUTIES: 403,
  NOT_LOGGED_IN: 401,
  SESSION_EXPIRED: 401,
  LOCKED_OUT: 429,
  REAUTH_FAILED: 401,
  PASSWORD_POLICY: 422,
  TRAINING_EXPIRED: 403,
  RECORD_CHANGED: 409,
  FILE_TYPE: 415,
  FILE_TOO_LARGE: 413,
  FILE_DAMAGED: 422,
  FILE_SUSPICIOUS: 422,
  IMPORT_REJECTED: 422,
  CORRECTED: 422,
  DOCUMENT_TOO_LONG: 422,
  PATH_REFUSED: 403,
  CANCELLED: 409,
  STORE_MISSING: 503,
  STORE_BUSY: 423,
  STORE_FULL: 507,
  STORE_READ_ONLY: 423,
  STORE_DAMAGED: 500,
  STORE_VERSION: 500,
  STORE_FOREIGN: 500,
  INTERNAL: 500,
};

// Each code of the closed list with its status, so that a client knows the error for one of the contract's own.
const declaredErrors = Object.fromEntries(errorCodes.map((code) => [code, { status: httpStatus[code] }]));

/**
 * Every operation of the contract for a transport. Nothing is validated here: the bus does, for all hosts
 * alike. The path of a procedure is its operation's name.
 */
export function rpcRouter(app: Pick<App, 'call'>): Router<Record<never, never>, RpcContext> {
  const procedure = os
    .$context<RpcContext>()
    .errors(declaredErrors)
    .handler(async ({ input, context, path }) => {
      const operation = path.join('.');
      try {
        return await app.call(context.session, {
          operation,
          input,
          commandId: context.reqHeaders?.get(commandIdHeader) ?? undefined,
          believed: context.reqHeaders?.get(sessionHeader) ?? undefined,
        });
      } catch (error) {
        throw asRpcError(error, operation);
      }
    });
  const router: Record<string, Record<string, typeof procedure>> = {};
  for (const { namespace, verb } of operations.values()) (router[namespace] ??= {})[verb] = procedure;
  return router;
}

/** What every transport's handler does alike: hears the headers, and answers in codes what cannot be read or is not there. */
export const rpcOptions = (): StandardHandlerOptions<RpcContext> => ({
  plugins: [new RequestHeadersPlugin()],
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        // The router throws nothing but coded errors; what else comes here could not even be read.
        throw error instanceof ORPCError ? error : asRpcError(unreadable(), 'a request');
      }
    },
  ],
  rootInterceptors: [
    async ({ next, request }) => {
      const result = await next();
      if (result.matched) return result;
      const name = request.url.pathname.split('/').slice(-2).join('.').slice(0, 100);
      const error = asRpcError(new LotlineError('UNKNOWN_COMMAND', msg`There is no operation ${name}.`), name);
      return { matched: true, response: { status: error.status, headers: {}, body: { json: error.toJSON() } } };
    },
  ],
});

const unreadable = () =>
  new LotlineError('VALIDATION', msg`The request cannot be read: it is not JSON in the form of a call.`);

/** A coded refusal as it crosses a transport. A failure inside gets an id by which it is found in the log, and no details. */
export function asRpcError(
  error: unknown,
  operation: string,
): ORPCError<ErrorCode, { details: ErrorDetails; text: Message }> {
  if (isLotlineError(error) && error.code !== 'INTERNAL') {
    const { code, message, details, text } = error;
    return new ORPCError(code, { status: httpStatus[code], message, data: { details, text } });
  }
  const correlation = randomUUID();
  logError(error, `${operation} (correlation ${correlation})`);
  const text = isLotlineError(error)
    ? error.text
    : msg`Something went wrong inside Lotline. Try again; if it stays, the log says more.`;
  return new ORPCError('INTERNAL', {
    status: httpStatus.INTERNAL,
    message: inEnglish(text),
    data: { details: { correlation }, text },
  });
}
