import { connect } from 'node:net';
import { RPCLink } from '@orpc/client/fetch';
import type { App } from '#main/app/createApp.ts';
import { FormDraftStore } from '#main/app/formDrafts.ts';
import type { Screens } from '#main/app/screens.ts';
import { type HttpHost, type ServedApp, startHttpHost } from '#main/hosts/http/host.ts';
import { Session } from '#main/hosts/http/session.ts';

/** Two files, as a build leaves them: enough to see what is served and how. */
export const fewScreens: Screens = new Map([
  [
    '/index.html',
    { bytes: Buffer.from('<!doctype html><title>Lotline</title>'), type: 'text/html; charset=utf-8', hashed: false },
  ],
  ['/assets/index-1a2b.js', { bytes: Buffer.from('export {};'), type: 'text/javascript; charset=utf-8', hashed: true }],
]);

export const startTestHost = (app: ServedApp, port = 0): Promise<HttpHost> =>
  startHttpHost({ app, screens: fewScreens, port });

/** The keys that pages were given, by the cookies that came with them. */
const keys = new Map<string, string>();

/** The key of our pages that came with a session's cookie. */
export const keyOf = (cookie: string): string => keys.get(cookie) ?? 'no key';

/** Opens the printed address as a browser does first; answers the session's cookie. */
export async function logIn({ address }: HttpHost): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  const [, key] = (response.headers.get('location') ?? '').split('/#key=');
  if (response.status !== 303 || cookie === undefined || key === undefined)
    throw new Error(`the start token was answered with ${response.status}`);
  keys.set(cookie, key);
  return cookie;
}

/** What every call of Lotline's own pages carries. */
export const pageHeaders = (port: number, cookie: string): Record<string, string> => ({
  origin: `http://127.0.0.1:${port}`,
  'x-lotline': keyOf(cookie),
  cookie,
});

/** An app that keeps its drafts in a folder of the test's, and not in the person's. */
export const withDraftsIn = (app: App, folder: string): App => ({
  ...app,
  drafts: new FormDraftStore({ folder, store: app.store.id }),
});

export type CallContext = { commandId?: string };

/** The way to the contract's operations over HTTP, spoken as the pages speak it; asks for any name. */
export const httpLink = ({ port }: HttpHost, cookie: string): RPCLink<CallContext> =>
  new RPCLink({
    url: `http://127.0.0.1:${port}/rpc`,
    headers: ({ context }) => ({
      ...pageHeaders(port, cookie),
      ...(context.commandId === undefined ? {} : { 'x-command-id': context.commandId }),
    }),
  });

export type RawAnswer = { status: number; head: string; body: string };

/** Sends bytes as they are, which no HTTP library would, and reads the answer to its end. `status` 0 is a cut line. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let said = '';
    const done = (): void => {
      clearTimeout(late);
      const at = said.indexOf('\r\n\r\n');
      const head = at < 0 ? said : said.slice(0, at);
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
        head: head.toLowerCase(),
        body: at < 0 ? '' : said.slice(at + 4),
      });
    };
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const late = setTimeout(() => socket.destroy(new Error(`no end of the answer to ${text.slice(0, 200)}`)), 15_000);
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (said += part));
    socket.once('close', (isBroken) => (isBroken && said === '' ? undefined : done()));
    socket.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? done() : reject(error)));
  });
}

export type RawRequest = {
  method: string;
  target: string;
  headers: readonly (readonly [string, string])[];
  body: string;
};

export const writeRequest = ({ method, target, headers, body }: RawRequest): string =>
  `${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;

/** A session without a host, for what cannot be seen from outside. */
export const buildSession = (): Session => new Session(4711);
