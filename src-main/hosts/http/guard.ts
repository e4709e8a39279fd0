import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { commandIdHeader, pageKeyHeader, sessionHeader } from '#shared/kernel/pageHeaders.ts';

/** Why a request is turned away at the door. */
export type Refusal = { status: number; code: ErrorCode; message: string; headers?: Readonly<Record<string, string>> };

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
const changing = ['POST', 'PUT', 'DELETE'];
/** The paths and methods of each part of the host, beside pages and their files. */
const doors: readonly { path: string; methods: readonly string[] }[] = [
  { path: '/rpc', methods: ['POST'] },
  { path: '/upload', methods: ['POST', 'PUT'] },
  { path: '/draft', methods: ['GET', 'PUT', 'DELETE'] },
  { path: '/file', methods: ['GET', 'POST'] },
];
/** Headers that decide here; of two it would be unclear which one counts. */
const decisive = [
  'host',
  'origin',
  'sec-fetch-site',
  pageKeyHeader,
  sessionHeader,
  commandIdHeader,
  'content-type',
  'content-length',
  'content-encoding',
];

/**
 * Judges a request by its line and headers alone, before anything is routed or read: only a page of this very
 * host may talk to it. Foreign names (DNS rebinding), foreign origins and forms of other pages (CSRF), other
 * ports of this computer, proxies and upgrades are turned away.
 */
export function judge(request: IncomingMessage, port: number): Refusal | undefined {
  const { method = '', url = '', headers } = request;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (repeated(request.rawHeaders)) return refuse(400, 'VALIDATION', 'A header was sent twice.');
  if (headers.host === undefined || !hosts.includes(headers.host))
    return refuse(421, 'FORBIDDEN', 'Lotline is not to be reached under this name.');
  if (!url.startsWith('/') || url.startsWith('//')) return refuse(400, 'VALIDATION', 'This is no proxy.');
  if (method === 'OPTIONS') return refuse(403, 'FORBIDDEN', 'Pages of other addresses may not talk to Lotline.');
  if (!methods.includes(method))
    return { ...refuse(405, 'FORBIDDEN', 'This method is not served.'), headers: { allow: methods.join(', ') } };
  if (headers.upgrade !== undefined) return refuse(400, 'FORBIDDEN', 'Connections are not upgraded here.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return refuse(403, 'FORBIDDEN', 'Pages of other addresses may not talk to Lotline.');
  const origin = headers.origin;
  if (origin === undefined ? changing.includes(method) : origin !== `http://${headers.host}`) {
    return refuse(403, 'FORBIDDEN', 'Pages of other addresses may not talk to Lotline.');
  }
  const path = url.split('?')[0] ?? '';
  return isPlain(path) ? judgeCall(request, path) : refuse(404, 'NOT_FOUND', 'There is no such page.');
}

/** Addresses that another reader could take for another path are not ours; only names of uploaded files and of forms are encoded. */
const isPlain = (path: string): boolean =>
  !/(^|\/)(\.|%2e){1,2}(\/|$)|\\|\/\//i.test(path) &&
  (['/upload', '/draft'].some((folder) => isBelow(path, folder)) || !path.includes('%'));

const doorOf = (path: string) => doors.find(({ path: folder }) => isBelow(path, folder));

/** Whether a request is for more than pages and their parts: only a page that has the key makes it. */
export const isForPages = ({ url = '' }: IncomingMessage): boolean => doorOf(url.split('?')[0] ?? '') !== undefined;

/** What the link to a document shows in place of the key; undefined for all other requests. */
export function ticketOf({ method, url = '' }: IncomingMessage): string | undefined {
  const [path = '', query] = url.split('?', 2);
  return method === 'GET' && isBelow(path, '/file')
    ? (new URLSearchParams(query).get('ticket') ?? undefined)
    : undefined;
}

/** What calls, uploads, drafts and documents need beside: a header that no form, no link and no foreign page can send. */
function judgeCall(request: IncomingMessage, path: string): Refusal | undefined {
  const { method = '', headers } = request;
  const door = doorOf(path);
  if (door === undefined)
    return changing.includes(method) ? refuse(405, 'FORBIDDEN', 'Pages are only read.') : undefined;
  if (!door.methods.includes(method))
    return refuse(405, 'FORBIDDEN', `This is asked for by ${door.methods.join(' or ')}.`);
  if (headers[pageKeyHeader] === undefined && ticketOf(request) === undefined)
    return refuse(403, 'FORBIDDEN', 'This call does not come from a page of Lotline.');
  if (isPacked(headers)) return refuse(415, 'FILE_TYPE', 'Send the content as it is, not compressed.');
  const isJson = door.path === '/rpc' || (door.path === '/draft' && method === 'PUT');
  if (isJson && !/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return refuse(415, 'FILE_TYPE', 'Calls and drafts are made in JSON.');
  }
  return undefined;
}

/** Whether a body is not sent as it is: packed by an encoding, or by one on the way beside the chunks. */
const isPacked = (headers: IncomingHttpHeaders): boolean =>
  !/^(identity)?$/i.test(headers['content-encoding'] ?? '') ||
  !/^(chunked)?$/i.test(headers['transfer-encoding'] ?? '');

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const refuse = (status: number, code: ErrorCode, message: string): Refusal => ({ status, code, message });

function repeated(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return decisive.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}
