/**
 * For programs that already work with ky.
 *
 * @module
 */
import type { KyInstance } from 'ky';

/**
 * A `fetch` for gateways that sends through your ky, so that its hooks see each request and its answer: for traces,
 * metrics, an alert. They see and change nothing: the signed bytes leave as they are, once, and whatever the instance says
 * nothing is repeated and no answer is thrown. Requests carry signatures and tokens: keep headers and bodies out of logs.
 *
 * @param client - Your instance, from ky 2.
 * @param fetch - What ky sends with. Default: the global `fetch`.
 *
 * @example
 * ```ts
 * const gateway = adapter(settings, { fetch: throughKy(ky.extend({ hooks: { afterResponse: [countAnswer] } })) });
 * ```
 */
export function throughKy(
  client: KyInstance,
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): typeof globalThis.fetch {
  return async (input, init) => {
    const leave = once(() => fetch(input, init));
    return client(input, {
      ...init,
      fetch: leave,
      retry: 0,
      timeout: false,
      totalTimeout: false,
      throwHttpErrors: false,
    });
  };
}

// A hook may ask ky to send again, and raise the limit that forbids it.
function once(send: () => Promise<Response>): () => Promise<Response> {
  let left = false;
  return () => {
    if (left) return Promise.reject(new TypeError('A request leaves once.'));
    left = true;
    return send();
  };
}
