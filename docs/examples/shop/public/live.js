// Keeps an open order page current. Only parts that changed are replaced, so focus and half-typed input stay.
const page = document.querySelector('[data-live]');
if (page) {
  new EventSource(page.dataset.live).addEventListener('message', ({ data }) => {
    const fresh = new DOMParser().parseFromString(data, 'text/html');
    for (const part of page.querySelectorAll('[data-part]')) {
      const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (now && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
    }
  });
}
