import type { CreatePayment } from '@bayar/core';

/** A request with each acquirer's own input in its own slice. */
export type Requested = CreatePayment & { readonly extra?: Readonly<Record<string, unknown>> };
