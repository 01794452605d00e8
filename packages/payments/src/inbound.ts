import type { InboundMessage, InboundRoute, Notification, Received, Reply, Verdict } from '@bayar/core';
import type { Acquirers } from './acquirers.ts';
import { RETURN_PATH } from './endpoints.ts';
import { alert, type Office } from './office.ts';
import { readBody, type ReadBody } from './read-body.ts';
import { takeNotification } from './take-notification.ts';
import { takeReturn } from './take-return.ts';

/** Answers everything acquirers and browsers call. Routes of acquirers that are no longer active stay served. */
export function inboundHandler(office: Office): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const arrival = arrivalAt(office.acquirers, url.pathname.replace(/\/$/, ''));
    if (arrival === undefined) return notFound();
    if ('token' in arrival) return takeReturn(office, await office.ledger.readByReturnToken(arrival.token));
    return receive(office, request, url, arrival.name, arrival.route);
  };
}

type Arrival = { readonly name: string; readonly route: InboundRoute } | { readonly token: string };

// Matched by its whole end: a proxy or a router may have taken the public path's beginning away, and that beginning may
// hold any word, the name of an acquirer included. Some routers end every path with a slash.
function arrivalAt(acquirers: Acquirers, pathname: string): Arrival | undefined {
  for (const [name, { inbound }] of Object.entries(acquirers)) {
    const route = inbound.find(({ path }) => pathname.endsWith(`/${name}/${path}`));
    if (route !== undefined) return { name, route };
  }
  const [name = '', path, token = ''] = pathname.split('/').slice(-3);
  return path === RETURN_PATH && token !== '' && Object.hasOwn(acquirers, name) ? { token } : undefined;
}

async function receive(
  office: Office,
  request: Request,
  url: URL,
  name: string,
  route: InboundRoute,
): Promise<Response> {
  const body = await readBody(request);
  const message: InboundMessage = {
    method: request.method,
    path: `${new URL(office.publicUrl).pathname.replace(/\/$/, '')}/${name}/${route.path}`,
    query: url.search.slice(1),
    headers: request.headers,
    body: body.kind === 'bytes' ? body.bytes : new Uint8Array(),
  };
  return conclude(office, name, explained(await route.receive(message), body));
}

// A body that cannot be read is refused in the acquirer's own shape, as any message that does not verify; but the reason is ours.
function explained(received: Received, body: ReadBody): Received {
  if (body.kind === 'bytes' || received.kind !== 'refused') return received;
  return { ...received, refusal: body.refusal, hint: body.hint };
}

async function conclude(office: Office, name: string, received: Received): Promise<Response> {
  switch (received.kind) {
    case 'answered':
      return respond(received.reply);
    case 'refused':
      await alert(office, {
        type: 'notification.refused',
        acquirer: name,
        hint: `${received.refusal}: ${received.hint}`,
      });
      return respond(received.reply);
    case 'return':
      return takeReturn(office, await office.ledger.read(received.reference));
    case 'notification':
      return respond(received.acknowledge(await verdictOn(office, name, received.notification)));
  }
}

// A ledger that cannot keep what a message says must not acknowledge it: the acquirer delivers again.
async function verdictOn(office: Office, name: string, notification: Notification): Promise<Verdict> {
  try {
    return await office.serial(notification.reference, () => takeNotification(office, name, notification));
  } catch (error) {
    office.reportLedger(error, notification.reference);
    return 'retry-later';
  }
}

function respond({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
