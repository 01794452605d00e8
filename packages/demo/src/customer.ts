/** What became of pressing a button on a hosted page. */
export interface Pressed {
  /** Where the page sends the browser. */
  readonly location: string;
}

/** A customer's browser, as far as a hosted page needs one: opens the page, presses a button of its form. */
export async function press(pageUrl: string, action: 'pay' | 'cancel', signal: AbortSignal): Promise<Pressed> {
  const page = await fetch(pageUrl, { signal, redirect: 'follow' });
  const html = await page.text();
  const form = /<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/.exec(html);
  if (form === null) throw new Error(`The page has nothing to press: HTTP ${String(page.status)}`);
  const fields = new URLSearchParams({ action });
  for (const [, name = '', value = ''] of (form[2] ?? '').matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)">/g,
  )) {
    fields.set(unescape(name), unescape(value));
  }
  const target = new URL(unescape(form[1] ?? ''), page.url);
  const answer = await fetch(target, { method: 'POST', body: fields, signal, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The page did not send the browser on: HTTP ${String(answer.status)}`);
  return { location: new URL(location, target).href };
}

/** Follows a browser's way back to the shop, and says where it ended. */
export async function comeBack(location: string, signal: AbortSignal): Promise<string> {
  return (await fetch(location, { signal, redirect: 'follow' })).url;
}

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
