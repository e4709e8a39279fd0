import { msg } from '#shared/kernel/message.ts';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { RPCHandler } from '@orpc/server/fetch';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { commandIdHeader, sessionHeader } from '#shared/kernel/pageHeaders.ts';
import { type UploadKind, uploadKinds } from '#main/features/exchange/uploads.ts';
import type { App } from './createApp.ts';
import { largestDraft, tooLarge } from './formDrafts.ts';
import { asRpcError, type RpcContext, rpcOptions, rpcRouter } from './rpc.ts';
import type { Session } from './session.ts';

/** Answers one request of a session that was let in already. */
export type Door = (request: Request, session: Session) => Promise<Response>;

const largestCall = 5 * 1024 ** 2;
const callTooLarge = (): LotlineError =>
  new LotlineError('FILE_TOO_LARGE', msg`A call holds at most 5 MB. Hand files over as an import.`);

/** Operations under /rpc, one call a request. */
export function rpcDoor(app: Pick<App, 'call'>): Door {
  const handler = new RPCHandler<RpcContext>(rpcRouter(app), rpcOptions());
  return async (request, session) => {
    try {
      const body = await readText(request, largestCall, callTooLarge);
      const call = new Request(request.url, { method: request.method, headers: headersOfCall(request), body });
      const { response } = await handler.handle(call, { prefix: '/rpc', context: { session } });
      if (response !== undefined) return response;
    } catch (error) {
      return refusalResponse(error, 'a call');
    }
    // Every path below the prefix is answered; another one does not come here.
    return refusalResponse(new LotlineError('NOT_FOUND', msg`There is no such page.`), 'a request');
  };
}

/** What a call says beside its body. Other headers would have the body read as a file, or as a stream of events. */
function headersOfCall({ headers }: Request): Record<string, string> {
  const said = [commandIdHeader, sessionHeader].map((name) => [name, headers.get(name)]);
  return { 'content-type': 'application/json', ...Object.fromEntries(said.filter(([, value]) => value !== null)) };
}

const believedIn = ({ headers }: Request): string | undefined => headers.get(sessionHeader) ?? undefined;

const mayUpload: Readonly<Record<UploadKind, Permission>> = {
  import: 'import',
  backup: 'backup',
  attachment: 'attach',
  table: 'plan',
};

/**
 * Takes files for an import: `POST /upload` opens an upload, `PUT /upload/{id}/{name}` streams one file into it. `POST
 * /upload/backup` opens one for a backup to be restored, `POST /upload/attachment` one for a file to be attached, `POST /upload/table`
 * one for a workbook with rows for a grid.
 */
export function uploadDoor(app: Pick<App, 'uploads' | 'insistOn'>): Door {
  return async (request, session) => {
    try {
      const [id, name, ...rest] = new URL(request.url).pathname.split('/').slice(2).map(decodePart);
      const opened = id === undefined ? 'import' : uploadKinds.find((one) => one === id && name === undefined);
      const opens = request.method === 'POST' && opened !== undefined;
      const kind = opens ? opened : app.uploads.kindOf(id ?? '');
      await app.insistOn(session, mayUpload[kind], 'files.upload', believedIn(request));
      // Asked for only now: the store may have given way to another meanwhile.
      const { uploads } = app;
      if (opens) return Response.json({ upload: await uploads.create(kind) });
      if (request.method !== 'PUT' || id === undefined || name === undefined || rest.length > 0) {
        throw new LotlineError('NOT_FOUND', msg`Files are handed over by POST /upload, then PUT /upload/{id}/{name}.`);
      }
      // The two declarations of a web stream, Node's and the browser's, differ in name only.
      const body = request.body as WebStream<Uint8Array> | null;
      await uploads.write(id, name, body === null ? Readable.from([]) : Readable.fromWeb(body));
      return new Response(null, { status: 204 });
    } catch (error) {
      return refusalResponse(error, 'an upload');
    }
  };
}

/** Serves an issued document: `GET /file/{document}`. */
export function fileDoor(app: Pick<App, 'spool' | 'insistOn'>): Door {
  return async (request, session) => {
    try {
      const actor = await app.insistOn(session, 'look', 'files.fetch', believedIn(request));
      const [document, ...rest] = new URL(request.url).pathname.split('/').slice(2).map(decodePart);
      if (document === undefined || rest.length > 0) throw new LotlineError('NOT_FOUND', msg`There is no such page.`);
      const { path, name, size } = app.spool.fetch(document, actor.session);
      // The two declarations of a web stream, Node's and the browser's, differ in name only.
      const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
      return new Response(body, {
        headers: {
          'content-type': typeOf(name),
          'content-length': String(size),
          'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(name)}`,
        },
      });
    } catch (error) {
      return refusalResponse(error, 'a document');
    }
  };
}

/**
 * Keeps what is typed and not submitted yet: `GET`, `PUT` and `DELETE /draft/{form}`. A draft belongs to the person
 * who asks.
 */
export function draftDoor(app: Pick<App, 'drafts' | 'insistOn'>): Door {
  return async (request, session) => {
    try {
      const actor = await app.insistOn(session, 'look', 'files.draft', believedIn(request));
      const { drafts } = app;
      const [key, ...rest] = new URL(request.url).pathname.split('/').slice(2).map(decodePart);
      if (key === undefined || rest.length > 0) throw new LotlineError('NOT_FOUND', msg`There is no such page.`);
      const form = { person: actor.person.id, key };
      if (request.method === 'GET') return Response.json({ value: (await drafts.read(form)) ?? null });
      if (request.method === 'PUT') await drafts.write(form, await readText(request, largestDraft, tooLarge));
      else if (request.method === 'DELETE') await drafts.remove(form);
      else throw new LotlineError('NOT_FOUND', msg`A draft is read by GET, kept by PUT and removed by DELETE.`);
      return new Response(null, { status: 204 });
    } catch (error) {
      return refusalResponse(error, 'a draft');
    }
  };
}

/**
 * The whole body of a request as text, and no more of it than may be, whether it says its length or comes in chunks.
 * @throws what `refused` makes; LotlineError VALIDATION for what is no UTF-8
 */
async function readText(request: Request, most: number, refused: () => LotlineError): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refused();
  const parts: Uint8Array[] = [];
  let size = 0;
  // The declaration for browsers does not know that a stream can be walked.
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw refused();
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new LotlineError('VALIDATION', msg`The text of the request is not UTF-8.`);
  }
}

const types: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const typeOf = (name: string): string => types[extname(name)] ?? 'application/octet-stream';

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new LotlineError('VALIDATION', msg`The address cannot be read.`);
  }
}

/** A refusal outside /rpc: `{ code, message, details }`. */
export function refusalResponse(error: unknown, what: string): Response {
  const { code, message, data, status } = asRpcError(isCut(error) ? cut() : error, what);
  return Response.json({ code, message, ...data }, { status });
}

/** A sender that went away in the middle is no failure of ours. */
const isCut = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
const cut = () => new LotlineError('CANCELLED', msg`The line was cut before everything had come.`);
