/** What the customer can do on a hosted page. */
export interface PageAction {
  /** Sent as the form field `action`, and present as `data-action`. */
  readonly action: string;
  readonly label: string;
  readonly kind: 'primary' | 'plain';
}

/** A hosted page, before it becomes HTML. */
export interface HostedPage {
  /** The acquirer's display name and colours. */
  readonly brand: { readonly name: string; readonly background: string; readonly text: string };
  readonly title: string;
  /** Label and value pairs, in order: amount, merchant, reference. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notice?: string;
  /** Where the buttons post to; without actions the page only informs. */
  readonly postTo: string;
  readonly actions: readonly PageAction[];
  /** Form fields sent along with every button. */
  readonly hidden?: Readonly<Record<string, string>>;
}

const style = `
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #f3f4f6; color: #111827 }
  header { padding: 1rem; font-weight: 700; font-size: 1.25rem }
  header small { font-weight: 400; opacity: .8 }
  main { max-width: 26rem; margin: 1rem auto; padding: 1.25rem; background: #fff; border-radius: .75rem; box-shadow: 0 1px 3px #0002 }
  h1 { font-size: 1.125rem; margin: 0 0 1rem }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem }
  dt { color: #6b7280 } dd { margin: 0; text-align: right; overflow-wrap: anywhere }
  button { display: block; width: 100%; padding: .75rem; margin-top: .5rem; border: 1px solid #d1d5db; border-radius: .5rem; background: #fff; font: inherit }
  p { margin: 0 0 1rem }`;

/** Renders a hosted page as one HTML document. Everything variable is escaped. */
export function renderPage(page: HostedPage): string {
  const colours = `background:${page.brand.background};color:${page.brand.text}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · ${escapeHtml(page.brand.name)}</title>
<style>${style}</style>
</head>
<body>
<header style="${escapeHtml(colours)}">${escapeHtml(page.brand.name)} <small>simulator</small></header>
<main>
<h1>${escapeHtml(page.title)}</h1>
<dl>${page.facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${page.notice === undefined ? '' : `<p role="status">${escapeHtml(page.notice)}</p>`}
${renderForm(page, colours)}
</main>
</body>
</html>`;
}

/** A hosted page as a response, never cached. */
export function pageResponse(page: HostedPage, status = 200): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(renderPage(page), { status, headers });
}

/** Sends the customer's browser on with a GET. */
export function redirectTo(url: string): Response {
  return new Response(null, { status: 303, headers: { location: url } });
}

/** Sen as an Indonesian reader expects them: `Rp 15.000,00`. */
export function formatRupiah(sen: number): string {
  const whole = String(Math.trunc(sen / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `Rp ${whole},${String(sen % 100).padStart(2, '0')}`;
}

function renderForm(page: HostedPage, colours: string): string {
  if (page.actions.length === 0) return '';
  const hidden = Object.entries(page.hidden ?? {}).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const buttons = page.actions.map(({ action, label, kind }) => {
    const look = kind === 'primary' ? ` style="${escapeHtml(colours)}"` : '';
    const name = escapeHtml(action);
    return `<button name="action" value="${name}" data-action="${name}"${look}>${escapeHtml(label)}</button>`;
  });
  return `<form method="post" action="${escapeHtml(page.postTo)}">${hidden.join('')}${buttons.join('')}</form>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
