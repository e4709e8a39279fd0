import { answerAsset, type Screens, securityHeaders } from '#main/app/screens.ts';
import { isOurs, pageOrigin } from './window.ts';

type Answer = (request: Request) => Promise<Response>;
export type Pages = { screens: Screens; call: Answer; upload: Answer };

/** Answers the window's requests to our scheme: the built screens, calls and uploads of our own page, and nothing else. */
export async function answerPage(request: Request, { screens, call, upload }: Pages): Promise<Response> {
  const { pathname } = new URL(request.url);
  const origin = request.headers.get('origin');
  if (!isOurs(request.url) || (origin !== null && origin !== pageOrigin)) return nothing(403);
  if (request.method === 'GET') return answerAsset(screens, pathname) ?? nothing(404);
  if (request.headers.get('x-lotline') !== '1') return nothing(403);
  if (request.method === 'POST' && pathname.startsWith('/rpc/')) return secured(await call(request));
  if (pathname === '/upload' || pathname.startsWith('/upload/')) return secured(await upload(request));
  return nothing(404);
}

const nothing = (status: number): Response => new Response(null, { status, headers: { ...securityHeaders } });

function secured(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
