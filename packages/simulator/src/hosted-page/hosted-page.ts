import type { Language } from '../language.ts';

/** What somebody wrote, the same in every language; or our own words in both. */
export type Words = string | Readonly<Record<Language, string>>;

/** What the customer, or whoever tests, can do on a hosted page. */
export interface PageAction {
  /** Sent as the form field `action`, and present as `data-action`. */
  readonly action: string;
  readonly label: Words;
  /** `tester`: nothing a customer finds on the acquirer's own page. */
  readonly kind: 'primary' | 'plain' | 'tester';
}

/** What the customer takes elsewhere to pay: to a bank, to a till, or before a camera. */
export interface PageCode {
  readonly label: Words;
  readonly text: string;
  readonly look: 'digits' | 'qr';
}

/** A hosted page, before it becomes HTML. Its buttons post to the page's own address. */
export interface HostedPage {
  readonly brand: Brand;
  readonly title: Words;
  /** Sen. */
  readonly amount?: number;
  /** Label and value pairs, in order: merchant, reference. */
  readonly facts: readonly (readonly [label: Words, value: Words])[];
  readonly code?: PageCode;
  readonly notice?: { readonly tone: 'good' | 'bad' | 'plain'; readonly text: Words };
  /** Without actions the page only informs. */
  readonly actions: readonly PageAction[];
  /** A link back to this very page: where the customer left it. */
  readonly again?: Words;
}

/** The acquirer's display name and colours. */
export interface Brand {
  readonly name: string;
  readonly background: string;
  readonly text: string;
}
