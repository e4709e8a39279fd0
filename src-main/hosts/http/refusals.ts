import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '#main/app/screens.ts';
import type { Refusal } from './guard.ts';

/** What a person reads who comes without the session of this start. */
export const refusalPage = {
  stranger: 'Open Lotline by the address it printed when it started.',
  spent:
    'This address was used already or belongs to an earlier start. Each start prints one that works once, for one browser: go on in the browser that opened it first. To open another, end Lotline where it was started, start it again and open the address it prints then.',
};

/**
 * Answers a refusal: as a page to a person, as JSON to a program. Opening a printed address counts as a person,
 * whatever the browser accepts. The connection ends with it, unread.
 */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message, headers }: Refusal,
): void {
  const { method, url = '', headers: asked } = request;
  const isPerson = (asked.accept ?? '').includes('text/html') || (method === 'GET' && url.startsWith('/?token='));
  const body = isPerson ? pageOf(message) : JSON.stringify({ code, message, details: {} });
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Only our own sentences come here: nothing of the request is repeated. */
const pageOf = (message: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lotline</title><link rel="icon" href="data:,"></head><body><h1>Lotline cannot be opened here</h1>${message
    .split(/(?<=\.) /)
    .map((sentence) => `<p>${sentence}</p>`)
    .join('')}</body></html>\n`;
