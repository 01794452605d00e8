import { brokenConnection } from './broken-connection.ts';

const cut = new WeakSet<Response>();

/** The response, of whose body so many bytes arrive before the connection breaks. Its length still says the whole. */
export function cutBody(response: Response, bytes: Uint8Array, keep: number): Response {
  let left = bytes.subarray(0, keep);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (left.length === 0) controller.error(brokenConnection('closed', 'terminated'));
        else controller.enqueue(left);
        left = left.subarray(left.length);
      },
    },
    // Nothing is read ahead: an error would take what waits to be read with it.
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.set('content-length', String(bytes.length));
  const interrupted = new Response(body, { status: response.status, headers });
  cut.add(interrupted);
  return interrupted;
}

/** Whether the response's body was cut on purpose. */
export function isCut(response: Response): boolean {
  return cut.has(response);
}

/** The response, whose body comes in pieces of so many bytes, each after a wait. It fails as the wait does. */
export function drippingBody(response: Response, bytes: Uint8Array, size: number, wait: () => Promise<void>): Response {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      await wait();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
