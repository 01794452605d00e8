import type { Context } from '../context.ts';
import { createRouter, sandboxFetch } from '../half.ts';
import type { Half } from '../half.ts';

/** What a merchant configures to reach the DANA sandbox. */
export interface DanaCredentials {
  readonly clientId: string;
}

/** Choices where the DANA reference leaves one. */
export interface DanaSettings {
  readonly clientId?: string;
}

/** The DANA sandbox. */
export type DanaSandbox = Half<DanaCredentials>;

/** Wires the DANA half together. */
export function createDana(_context: Context, settings: DanaSettings = {}): DanaSandbox {
  const away = () => Promise.reject(new Error('not yet'));
  return {
    fetch: sandboxFetch(createRouter()),
    credentials: { clientId: settings.clientId ?? '' },
    customer: { pay: away, cancel: away, fail: away },
    payments: () => [],
    payment: () => undefined,
  };
}
