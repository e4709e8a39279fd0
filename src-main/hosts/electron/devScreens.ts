import { app } from 'electron';
import { securityHeaders } from '#main/app/screens.ts';

/**
 * Under `npm run dev` a server on this computer serves the screens from their current sources, and notifies pages of
 * changes. The window's scheme passes requests on to it, so that pages keep their address and all limits tied to it.
 * Undefined where there is no such server, and always in a packaged program.
 */
export function devScreens(): ((request: Request) => Promise<Response>) | undefined {
  const server = process.env['ELECTRON_RENDERER_URL'];
  if (app.isPackaged || server === undefined) return undefined;
  const policy = devPolicy(server);
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    // Put in part by part: a path that begins with two slashes would name another server.
    const answer = await fetch(Object.assign(new URL(server), { pathname, search }));
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    const headers = { ...securityHeaders, 'content-type': type, 'content-security-policy': policy };
    return new Response(answer.body, { status: answer.status, headers });
  };
}

/** The policy of every page, and what the dev server's own script needs: it is written into pages, as styles are, and hears of changes. */
function devPolicy(server: string): string {
  return (securityHeaders['content-security-policy'] ?? '')
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ${new URL(server).origin.replace(/^http/, 'ws')}`);
}
