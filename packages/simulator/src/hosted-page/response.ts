import { preferredLanguage, readLanguage } from '../language.ts';
import type { HostedPage } from './hosted-page.ts';
import { renderPage } from './render.ts';

/** A hosted page as a response to the request for it, in the language `?lang=` or the browser asks for; never cached. */
export async function pageResponse(page: HostedPage, request: Request, status = 200): Promise<Response> {
  const url = new URL(request.url);
  const language =
    readLanguage(url.searchParams.get('lang') ?? undefined) ??
    preferredLanguage(request.headers.get('accept-language') ?? '');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    vary: 'accept-language',
  };
  return new Response(await renderPage(page, language, url), { status, headers });
}

/** Sends the customer's browser on with a GET. */
export function redirectTo(url: string): Response {
  return new Response(null, { status: 303, headers: { location: url } });
}
