import type { Control } from '../control/control.ts';
import type { TimelineEvent } from '../timeline.ts';

/** Streams every event as it happens, as server-sent events; after a break from where the listener left off. */
export function liveResponse(control: Control, lastSeen: number): Response {
  let stop = () => {};
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: TimelineEvent) => controller.enqueue(encoder.encode(written(event)));
      // A comment opens the stream, so that the browser knows at once that it is there.
      controller.enqueue(encoder.encode(': live\n\n'));
      if (!Number.isNaN(lastSeen)) for (const event of control.events(lastSeen)) send(event);
      stop = control.watch(send);
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

function written(event: TimelineEvent): string {
  return `id: ${event.id}\nevent: happened\ndata: ${JSON.stringify(event)}\n\n`;
}
