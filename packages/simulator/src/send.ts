/** Sends a request to the merchant. */
export type Send = (request: Request) => Promise<Response>;

const answerWithinMs = 10_000;

/** Wraps a way to reach the merchant so that no answer within ten seconds rejects. */
export function sendWithTimeout(send: Send = (request) => globalThis.fetch(request)): Send {
  return async (request) => {
    const controller = new AbortController();
    const expired = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(new DOMException('No answer in time', 'TimeoutError')));
    });
    const timer = setTimeout(() => controller.abort(), answerWithinMs).unref();
    try {
      const sent = new Request(request, { redirect: 'manual', signal: controller.signal });
      return await Promise.race([send(sent), expired]);
    } finally {
      clearTimeout(timer);
    }
  };
}
