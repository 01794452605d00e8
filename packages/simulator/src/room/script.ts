/** The control room's only script. Without it every page and button works; with it pages follow what happens. */
export const script = `'use strict';
const status = document.getElementById('latest');
const { disconnected } = document.body.dataset;

/** Replaces the live regions with what the server now says, keeping open details, focus and scroll where they are. */
async function refresh() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = document.activeElement?.id;
  const open = new Set([...document.querySelectorAll('details[open]')].map((each) => each.id));
  for (const region of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(region.id);
    if (!next) continue;
    for (const each of next.querySelectorAll('details')) each.open = open.has(each.id);
    if (region.innerHTML !== next.innerHTML) region.replaceWith(document.adoptNode(next));
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  say(fresh.getElementById('latest')?.textContent ?? '');
}

function say(text) {
  status.classList.remove('lost');
  if (status.textContent !== text) status.textContent = text;
}

let pending;
function soon() {
  clearTimeout(pending);
  pending = setTimeout(refresh, 60);
}

const live = new EventSource('/api/live');
live.addEventListener('happened', soon);
live.addEventListener('open', soon);
live.addEventListener('error', () => {
  status.textContent = disconnected;
  status.classList.add('lost');
});

/** Forms are sent without leaving the page, so that the keyboard stays where it is. */
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  const button = event.submitter;
  button?.setAttribute('aria-busy', 'true');
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    await refresh();
    if (!response.ok) {
      status.textContent = (await response.json()).error.message;
      status.classList.add('lost');
    }
  } finally {
    button?.removeAttribute('aria-busy');
  }
});
`;
