import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '#main/app/screens.ts';
import type { Refusal } from './guard.ts';

/** What a person reads who comes without the session of this start. */
export const refusalPage = {
  stranger: 'Open Lotline by the address it printed when it started.',
  spent:
    'This address was used already or belongs to an earlier start. Each start prints one that works once: start Lotline again and open the new one.',
};

/** Answers a refusal: as a page to a person, as JSON to a program. The connection ends with it, unread. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message, headers }: Refusal,
): void {
  const isPerson = (request.headers.accept ?? '').includes('text/html');
  const body = isPerson ? pageOf(message) : JSON.stringify({ code, message, details: {} });
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Only our own sentences come here: nothing of the request is repeated. */
const pageOf = (message: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lotline</title><link rel="icon" href="data:,"></head><body><h1>Lotline</h1><p>${message}</p></body></html>\n`;
