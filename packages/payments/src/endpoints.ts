import type { Gateway } from '@bayar/core';
import type { Acquirers } from './acquirers.ts';
import type { Endpoint } from './payments.ts';

/** Path of the routes through which browsers come back, below the acquirer's name. */
export const RETURN_PATH = 'return';

/** The public URL of something below an acquirer's name. */
export function endpointUrl(publicUrl: string, name: string, path: string): string {
  return `${publicUrl}/${name}/${path}`;
}

/** Where the acquirer is told to send its notifications, for those that take it per request. */
export function notificationUrl(publicUrl: string, name: string, gateway: Gateway): string | undefined {
  const route = gateway.inbound.find(({ kind, announced }) => kind === 'notification' && announced === 'per-request');
  return route && endpointUrl(publicUrl, name, route.path);
}

/** Everything that is called at the merchant, acquirer by acquirer. */
export function endpointsOf(publicUrl: string, acquirers: Acquirers): readonly Endpoint[] {
  return Object.entries(acquirers).flatMap(([name, gateway]) =>
    gateway.inbound.map(({ kind, path, announced }) => ({
      acquirer: name,
      kind,
      url: endpointUrl(publicUrl, name, path),
      announced,
    })),
  );
}
