import { Hono } from 'hono';
import type { SimulatedPayment } from './payments.ts';

/** Calls a sandbox in process exactly as `fetch` would call the real one. Routing is by path; any host is accepted. */
export type SandboxFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** The customer in front of the hosted page. Each action takes the same path as the page's button. */
export interface Customer {
  pay(reference: string): Promise<{ returnTo: string }>;
  cancel(reference: string): Promise<{ returnTo: string }>;
  fail(reference: string): Promise<{ returnTo: string }>;
  /** Pays a minute after the payment expires, or at once where it is already closed: the money comes all the same. */
  payLate(reference: string): Promise<{ returnTo: string }>;
}

/** One acquirer's sandbox. */
export interface Half<Credentials> {
  /** The API and the hosted pages. */
  readonly fetch: SandboxFetch;
  /** Throwaway keys and ids a merchant configures, in the acquirer's own terms. */
  readonly credentials: Credentials;
  readonly customer: Customer;
  /** The acquirer's operations, by the names faults are planned with. */
  readonly operations: readonly string[];
  readonly payments: () => readonly SimulatedPayment[];
  readonly payment: (reference: string) => SimulatedPayment | undefined;
}

/** A router that lets errors through, so that a simulated connection reset reaches the caller instead of becoming a 500. */
export function createRouter(): Hono {
  const router = new Hono({ strict: true });
  router.onError((error) => {
    throw error;
  });
  return router;
}

/** Turns a router into something callable like `fetch`, abort signal included. */
export function sandboxFetch(router: Hono): SandboxFetch {
  return async (input, init) => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    return router.fetch(request);
  };
}
