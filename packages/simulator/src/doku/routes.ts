import type { Hono } from 'hono';
import { readBody } from '../body.ts';
import { underFaults } from '../faults/under-faults.ts';
import { recordAnswer } from './answer-record.ts';
import { checkStatus } from './check-status.ts';
import { createPayment } from './create-payment.ts';
import type { PaymentDesk } from './create-payment.ts';
import { serveEndpoint } from './endpoint.ts';
import type { Endpoint, EndpointDesk } from './endpoint.ts';
import { issueToken } from './issue-token.ts';
import type { TokenDesk, TokenRequest } from './issue-token.ts';
import { refundPayment } from './refund-payment.ts';
import { faultedCall, jsonResponse, replyBody } from './reply.ts';
import type { DokuOperation } from './reply.ts';
import { notSupported } from './response-case.ts';
import { formatWib } from './timestamp.ts';

/** The API's paths. Older ones are not served. */
export const paths: Readonly<Record<DokuOperation, string>> = {
  token: '/authorization/v1/access-token/b2b',
  payment: '/direct-debit/core/v1/debit/payment-host-to-host',
  refund: '/direct-debit/core/v1/debit/refund',
  status: '/orders/v1.0/debit/status',
};

/** The transactional calls. */
export function routeEndpoints(router: Hono, desk: EndpointDesk & PaymentDesk): void {
  const endpoints: readonly Endpoint[] = [
    { operation: 'payment', aboutDevice: true, run: (call) => createPayment(desk, call) },
    { operation: 'refund', aboutDevice: true, run: (call) => refundPayment(desk, call) },
    { operation: 'status', aboutDevice: false, run: (call) => checkStatus(desk, call) },
  ];
  for (const endpoint of endpoints) {
    router.post(paths[endpoint.operation], (call) => serveEndpoint(desk, endpoint, call.req.raw));
  }
}

/** The token endpoint, whose answer names the client and the time in its headers. */
export function routeToken(router: Hono, desk: TokenDesk & EndpointDesk): void {
  router.post(paths.token, (call) =>
    underFaults(desk.context, faultedCall('token', desk.settings.serviceCodes), call.req.raw, async () => {
      const request = call.req.raw;
      const bytes = await readBody(request);
      const token: TokenRequest = { headers: request.headers, bytes };
      const reply = issueToken(desk, token);
      const body = replyBody(reply, 'token', desk.settings.serviceCodes);
      const status = reply.outcome.http;
      recordAnswer(desk.context, 'token', request, { bytes, signature: token.signature, status, body });
      return jsonResponse(status, body, {
        'x-client-key': desk.clientId,
        'x-timestamp': formatWib(desk.now()),
      });
    }),
  );
}

/** Other verbs on known paths, and everything unknown. */
export function routeTheRest(router: Hono, desk: TokenDesk): void {
  for (const operation of ['token', 'payment', 'refund', 'status'] as const) {
    router.all(paths[operation], () =>
      jsonResponse(405, replyBody({ outcome: notSupported }, operation, desk.settings.serviceCodes), { allow: 'POST' }),
    );
  }
  router.notFound((call) =>
    jsonResponse(404, JSON.stringify({ status: 404, error: 'Not Found', path: call.req.path })),
  );
}
