import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import type { Asking } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { App } from './createApp.ts';
import { asRpcError, httpStatus, rpcRouter } from './rpc.ts';

/** Answers one request of a session that was let in already. */
export type Door = (request: Request, asking: Asking) => Promise<Response>;

/** Operations under /rpc, one call a request. */
export function rpcDoor(app: Pick<App, 'call'>): Door {
  const handler = new RPCHandler(rpcRouter(app), {
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
  });
  return async (request, asking) => {
    const { response } = await handler.handle(request, { prefix: '/rpc', context: { asking } });
    if (response !== undefined) return response;
    const name = new URL(request.url).pathname.slice('/rpc/'.length).replaceAll('/', '.').slice(0, 100);
    const unknown = new LotlineError('UNKNOWN_COMMAND', `There is no operation ${name}.`);
    return Response.json({ json: asRpcError(unknown, name).toJSON() }, { status: httpStatus.UNKNOWN_COMMAND });
  };
}

const unreadable = () =>
  new LotlineError('VALIDATION', 'The request cannot be read: it is not JSON in the form of a call.');

/** Takes files for an import: `POST /upload` opens an upload, `PUT /upload/{id}/{name}` streams one file into it. */
export function uploadDoor({ uploads }: Pick<App, 'uploads'>): Door {
  return async (request) => {
    try {
      const [id, name, ...rest] = new URL(request.url).pathname.split('/').slice(2).map(decodePart);
      if (request.method === 'POST' && id === undefined) return Response.json({ upload: await uploads.create() });
      if (request.method !== 'PUT' || id === undefined || name === undefined || rest.length > 0) {
        throw new LotlineError('NOT_FOUND', 'Files are handed over by POST /upload, then PUT /upload/{id}/{name}.');
      }
      // The two declarations of a web stream, Node's and the browser's, differ in name only.
      const body = request.body as WebStream<Uint8Array> | null;
      await uploads.write(id, name, body === null ? Readable.from([]) : Readable.fromWeb(body));
      return new Response(null, { status: 204 });
    } catch (error) {
      return sayRefusal(error, 'an upload');
    }
  };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new LotlineError('VALIDATION', 'The address of the upload cannot be read.');
  }
}

/** A refusal outside /rpc: `{ code, message, details }`. */
export function sayRefusal(error: unknown, what: string): Response {
  const { code, message, data, status } = asRpcError(error, what);
  return Response.json({ code, message, details: data.details }, { status });
}
