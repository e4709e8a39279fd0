import { answerAsset, type Screens, securityHeaders } from '#main/app/screens.ts';
import { desktopOrigin } from '#shared/kernel/desktop.ts';
import { isOurs } from './confine.ts';

type Answer = (request: Request) => Promise<Response>;

/** Where the answers come from: the screens, the way in for files, the way out for issued documents, and drafts. */
export type Pages = { screens: Answer; upload: Answer; file: Answer; draft: Answer };

/** The screens as they were built. */
export const builtScreens =
  (screens: Screens): Answer =>
  async ({ url }) =>
    answerAsset(screens, new URL(url).pathname) ?? nothing(404);

/** Answers the window's requests to our scheme: screens, files of our own page, and nothing else. Calls have a port of their own. */
export async function answerPage(request: Request, { screens, upload, file, draft }: Pages): Promise<Response> {
  const { pathname } = new URL(request.url);
  const origin = request.headers.get('origin');
  if (!isOurs(request.url) || (origin !== null && origin !== desktopOrigin)) return nothing(403);
  if (request.method === 'GET' && pathname.startsWith('/file/')) return secured(await file(request));
  const isDraft = pathname.startsWith('/draft/');
  if (request.method === 'GET' && !isDraft) return await screens(request);
  if (request.headers.get('x-lotline') !== '1') return nothing(403);
  if (isDraft) return secured(await draft(request));
  if (pathname === '/upload' || pathname.startsWith('/upload/')) return secured(await upload(request));
  return nothing(404);
}

const nothing = (status: number): Response => new Response(null, { status, headers: { ...securityHeaders } });

function secured(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
