import type { Capabilities, Capability, CreateOptions, Gateway, Needing, Payment } from '@bayar/core';

/** Gateways by the name the merchant gives each. */
export type Acquirers = Readonly<Record<string, Gateway>>;

/** The names a set of gateways is configured under. */
export type NameOf<A extends Acquirers> = keyof A & string;

/** The optional parts of a request that a gateway insists on. */
export type NeedsOf<G> = G extends Gateway<string, infer Needs, never> ? Needs : never;

/** The input only that gateway has. */
export type ExtraOf<G> = G extends { readonly createPayment: (request: never, options?: infer Options) => unknown }
  ? NonNullable<Options> extends CreateOptions<infer Extra>
    ? Extra
    : never
  : never;

/** The names of those that have a capability. */
export type NamesWith<A extends Acquirers, C extends Capability> = {
  [Name in NameOf<A>]: A[Name] extends Capabilities[C] ? Name : never;
}[NameOf<A>];

/** A payment at any of them: comparing `acquirer` narrows it. */
export type PaymentOf<A extends Acquirers> = { [Name in NameOf<A>]: Payment<Name> }[NameOf<A>];

/** A request every one of them can take, with each one's own input in its own slice. */
export type PaymentRequest<A extends Acquirers> = Needing<NeedsOf<A[NameOf<A>]>> & {
  /** Input that only one acquirer has, by its configured name: only the chosen acquirer sees its slice. */
  readonly extra?: { readonly [Name in NameOf<A>]?: ExtraOf<A[Name]> };
};
