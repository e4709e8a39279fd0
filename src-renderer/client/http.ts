import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { desktopScheme } from '#shared/kernel/desktop.ts';
import { pageKeyHeader } from '#shared/kernel/pageHeaders.ts';
import { type Api, type CallContext, headersOf } from './api.ts';
import { HostAwayError, UploadRefusedError } from './failure.ts';
import { pageKey } from './pageKey.ts';

/** Tells the host that the call comes from Lotline's own pages, and which log-in they are drawn for. */
const ownHeaders = (): Record<string, string> => ({ [pageKeyHeader]: pageKey(), ...headersOf({}) });

/** The address of the host that served this page, whatever its scheme; its path ends with a slash. */
export const hostAddress = (): URL => new URL('./', window.location.href.split('#')[0]);

/** Every operation of the contract over POST /rpc/… of the host that served this page. */
export function createHttpApi(): Api {
  const link = new RPCLink<CallContext>({
    url: () => new URL('rpc', hostAddress()),
    headers: ({ context }) => ({ ...ownHeaders(), ...headersOf(context) }),
    fetch: (request, init) => reach(() => fetch(request, init)),
  });
  return createORPCClient<Api>(link);
}

export type UploadProgress = { name: string; done: number; total: number };

/**
 * Hands files over to the host and answers the name under which `exchange.preview` and `exchange.import`, or, where it is
 * a backup, `backups.examine` and `backups.restoreHere`, or a file to be attached, `attachments.add`, or a workbook with rows, `exchange.readTable`,
 * find them. Sends them one after another, as they are.
 * Throws a coded refusal, or HostAwayError when the host does not answer.
 */
export async function uploadFiles(
  files: readonly File[],
  options: {
    signal?: AbortSignal;
    onProgress?: (progress: UploadProgress) => void;
    kind?: 'backup' | 'attachment' | 'table';
  },
): Promise<string> {
  const { signal = null, onProgress, kind } = options;
  const opened = await send(kind === undefined ? 'upload' : `upload/${kind}`, { method: 'POST', signal });
  const upload = readUpload(await opened.json());
  for (const [index, file] of files.entries()) {
    onProgress?.({ name: file.name, done: index, total: files.length });
    const path = `upload/${encodeURIComponent(upload)}/${encodeURIComponent(file.name)}`;
    await send(path, { method: 'PUT', body: file, signal });
  }
  return upload;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  return await sendOwn(new URL(path, hostAddress()), init);
}

/** A request of our own pages beside the operations. Throws HostAwayError, or a refusal that `toFailure` reads. */
export async function sendOwn(address: URL, init: RequestInit): Promise<Response> {
  const headers = new Headers({ ...ownHeaders(), ...Object.fromEntries(new Headers(init.headers)) });
  const response = await reach(() => fetch(address, { ...init, headers }));
  if (!response.ok) throw new UploadRefusedError(response.status, await response.text());
  return response;
}

/** The address of a document for a link, which shows no header: to a browser a ticket is given for it, good once. */
export async function linkTo(path: string): Promise<URL> {
  const address = new URL(path, hostAddress());
  if (address.protocol === `${desktopScheme}:`) return address;
  const given: unknown = await (await sendOwn(address, { method: 'POST' })).json();
  if (typeof given !== 'object' || given === null || !('ticket' in given) || typeof given.ticket !== 'string')
    throw new Error('the host gave no ticket');
  address.searchParams.set('ticket', given.ticket);
  return address;
}

function readUpload(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'upload' in body && typeof body.upload === 'string')
    return body.upload;
  throw new Error('the host did not name the upload');
}

/** A fetch that never got an answer says only "TypeError"; this says what it means. */
async function reach(call: () => Promise<Response>): Promise<Response> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof TypeError) throw new HostAwayError(error);
    throw error;
  }
}
