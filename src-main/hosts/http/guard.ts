import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#shared/kernel/errors.ts';

/** Why a request is turned away at the door. */
export type Refusal = { status: number; code: ErrorCode; message: string; headers?: Readonly<Record<string, string>> };

const methods = ['GET', 'HEAD', 'POST', 'PUT'];
const changing = ['POST', 'PUT'];
/** Headers that decide here; sent twice, nobody could say which one counts. */
const decisive = ['host', 'origin', 'sec-fetch-site', 'x-lotline', 'x-command-id', 'content-type', 'content-length'];

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

/** Addresses that another reader could take for another path are not ours; only names of uploaded files are encoded. */
const isPlain = (path: string): boolean =>
  !/(^|\/)(\.|%2e){1,2}(\/|$)|\\|\/\//i.test(path) && (isBelow(path, '/upload') || !path.includes('%'));

/** What calls and uploads need beside: a header that no form and no foreign page can send. */
function judgeCall({ method = '', headers }: IncomingMessage, path: string): Refusal | undefined {
  const isCall = isBelow(path, '/rpc');
  if (!isCall && !isBelow(path, '/upload'))
    return changing.includes(method) ? refuse(405, 'FORBIDDEN', 'Pages are only read.') : undefined;
  if (!changing.includes(method) || (isCall && method !== 'POST'))
    return refuse(405, 'FORBIDDEN', 'Calls are made by POST.');
  if (headers['x-lotline'] !== '1') return refuse(403, 'FORBIDDEN', 'This call does not come from a page of Lotline.');
  if (isCall && !/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return refuse(415, 'FILE_TYPE', 'Calls are made in JSON.');
  }
  return undefined;
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const refuse = (status: number, code: ErrorCode, message: string): Refusal => ({ status, code, message });

function repeated(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return decisive.some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}
