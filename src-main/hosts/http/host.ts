import { msg } from '#shared/kernel/message.ts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { App } from '#main/app/createApp.ts';
import { draftDoor, fileDoor, rpcDoor, refusalResponse, uploadDoor } from '#main/app/door.ts';
import { answerAsset, type Screens, securityHeaders } from '#main/app/screens.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { pageKeyHeader, pageKeyMark } from '#shared/kernel/pageHeaders.ts';
import { Connections } from './connections.ts';
import { isForPages, judge, type Refusal, ticketOf } from './guard.ts';
import { refusalPage, sendRefusal } from './refusals.ts';
import { Session } from './session.ts';

export type HttpHost = {
  port: number;
  /** The address to open, with its one-time token. */
  address: string;
  close(): Promise<void>;
};

/** What a host needs of an app. */
export type ServedApp = Pick<App, 'open' | 'call' | 'insistOn' | 'uploads' | 'spool' | 'drafts'>;

const limits = {
  maxHeaderSize: 8 * 1024,
  // Lines come from this computer: whoever has something to ask has asked by then.
  headersTimeout: 2000,
  // A large export takes its time to come; calls are cut by their size.
  requestTimeout: 10 * 60_000,
  connectionsCheckingInterval: 500,
  keepAliveTimeout: 5000,
  insecureHTTPParser: false,
  requireHostHeader: true,
};

/**
 * Serves an app to the browser of this computer, on 127.0.0.1 only. Port 0 takes a free one.
 * @throws LotlineError CONFLICT when the port is taken
 */
export async function startHttpHost({
  app,
  screens,
  port = 0,
}: {
  app: ServedApp;
  screens: Screens;
  port?: number;
}): Promise<HttpHost> {
  const listener = getRequestListener(routes(app, screens).fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => refusalResponse(undefined, 'a request'),
  });
  let session: Session | undefined;
  let bound = 0;
  const connections = new Connections();
  const server = createServer(limits, (request, response) => {
    if (session === undefined) return void response.destroy();
    const refusal = judge(request, bound) ?? admit(session, request, response);
    if (refusal === 'answered') return;
    if (refusal !== undefined) return sendRefusal(request, response, refusal);
    connections.admit(request.socket, response);
    void listener(request, response);
  });
  // No client is told to go on sending before the guard has judged.
  server.on('checkContinue', (request, response) =>
    sendRefusal(request, response, { status: 417, code: 'VALIDATION', message: 'Send the request at once.' }),
  );
  server.on('connection', (socket) => connections.take(socket));
  server.maxRequestsPerSocket = 1000;
  bound = await listen(server, port);
  session = new Session(bound);
  return {
    port: bound,
    address: `http://127.0.0.1:${bound}/?token=${session.token}`,
    close: () => close(server),
  };
}

/** Lets a session in; exchanges the start token; turns everybody else away, programs that were sent the cookie too. */
function admit(session: Session, request: IncomingMessage, response: ServerResponse): Refusal | 'answered' | undefined {
  const known = session.holds(request.headers.cookie);
  const token = tokenOf(request);
  if (token !== undefined) {
    const given = known ? undefined : session.exchange(token);
    if (!known && given === undefined) return { status: 403, code: 'FORBIDDEN', message: refusalPage.spent };
    // What stands behind the # is sent to no program: the page takes the key from there, and out of the address.
    const shown = given === undefined ? { location: '/' } : { location: `/${pageKeyMark}${given.key}` };
    const cookie = given === undefined ? {} : { 'set-cookie': given.cookie };
    response.writeHead(303, { ...securityHeaders, ...shown, ...cookie }).end();
    return 'answered';
  }
  if (!known || (isForPages(request) && !comesFromPage(session, request)))
    return { status: 401, code: 'NOT_LOGGED_IN', message: refusalPage.stranger };
  return handTicket(session, request, response) ? 'answered' : undefined;
}

/** Whether a request shows the key of our pages, or the ticket that one of them was given for it. */
function comesFromPage(session: Session, request: IncomingMessage): boolean {
  const ticket = ticketOf(request);
  return ticket === undefined
    ? session.opens(request.headers[pageKeyHeader])
    : session.takes(ticket, pathOf(request), performance.now());
}

/** Answers a page that is about to link to a document, which the browser then saves without keeping it in memory. */
function handTicket(session: Session, request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request);
  if (request.method !== 'POST' || !path.startsWith('/file/')) return false;
  const headers = { ...securityHeaders, 'content-type': 'application/json' };
  response.writeHead(200, headers).end(JSON.stringify({ ticket: session.ticketFor(path, performance.now()) }));
  return true;
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

function tokenOf({ method, url = '' }: IncomingMessage): string | undefined {
  const [path, query] = url.split('?', 2);
  return method === 'GET' && path === '/' ? (new URLSearchParams(query).get('token') ?? undefined) : undefined;
}

function routes(app: ServedApp, screens: Screens): Hono {
  const session = app.open({ readsPaths: false });
  const [call, upload, file, draft] = [rpcDoor(app), uploadDoor(app), fileDoor(app), draftDoor(app)];
  const hono = new Hono();
  hono.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  hono.post('/rpc/*', (context) => call(context.req.raw, session));
  hono.on(['POST', 'PUT'], ['/upload', '/upload/*'], (context) => upload(context.req.raw, session));
  hono.get('/file/*', (context) => file(context.req.raw, session));
  hono.on(['GET', 'PUT', 'DELETE'], '/draft/*', (context) => draft(context.req.raw, session));
  hono.get(
    '*',
    ({ req }) =>
      answerAsset(screens, new URL(req.url).pathname) ??
      refusalResponse(new LotlineError('NOT_FOUND', msg`There is no such page.`), 'a page'),
  );
  hono.notFound(() => refusalResponse(new LotlineError('NOT_FOUND', msg`There is no such page.`), 'a page'));
  hono.onError((error) => refusalResponse(error, 'a request'));
  return hono;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        isTaken
          ? new LotlineError(
              'CONFLICT',
              msg`Port ${port} is taken or not to be had. Name another with --port, or none.`,
            )
          : error,
      );
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Lets answers on their way go out for a second, then cuts. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 1000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
