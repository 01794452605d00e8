// Keeps an open order page current. Only parts that changed are replaced, so focus and half-typed input stay. A form
// that was wrong goes on saying so until what is offered changes.
const page = document.querySelector('[data-live]');
if (page) {
  const heard = new Map();
  new EventSource(page.dataset.live).addEventListener('message', ({ data }) => {
    const fresh = new DOMParser().parseFromString(data, 'text/html');
    for (const part of page.querySelectorAll('[data-part]')) {
      const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (!now) continue;
      const before = heard.get(part) ?? (part.querySelector('[aria-invalid]') ? now.innerHTML : part.innerHTML);
      heard.set(part, now.innerHTML);
      if (now.innerHTML !== before) part.innerHTML = now.innerHTML;
    }
  });
}
