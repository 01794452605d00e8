import type { TransactionStatus } from './transaction-status.ts';

/** How a notification looks or misbehaves. Nothing set: what DOKU documents, signed correctly. */
export interface NotificationOptions {
  /**
   * `jokul` is the older family of DOKU's products, one step and signed otherwise: a merchant who registered its URL for
   * both may meet it. Of the options below it knows `status`, `amount`, `extraFields`, `signature`, `copies`, `delayMs`.
   */
  readonly format?: 'snap' | 'jokul';
  /** Sent instead of the payment's own status. */
  readonly status?: TransactionStatus;
  /** Sen, sent instead of the payment's own amount. */
  readonly amount?: number;
  /** DOKU's own libraries read the channel from either member. */
  readonly channelField?: 'channelId' | 'channel';
  /** Leave out `custIdMerchant`, which a payment without account binding may not have. */
  readonly withoutCustomerId?: boolean;
  /** More members of the body, as DOKU warns may appear. */
  readonly extraFields?: Readonly<Record<string, unknown>>;
  /** Milliseconds in `X-TIMESTAMP`. */
  readonly fractionalTimestamp?: boolean;
  readonly signature?: 'valid' | 'other-key' | 'other-path' | 'hex' | 'case-swapped' | 'absent';
  /**
   * The merchant's token it carries: a `fresh` one for every attempt, the last one while it is valid (`cached`),
   * the first one ever given however old (`first`), or one the merchant never gave (`forged`).
   */
  readonly merchantToken?: 'fresh' | 'cached' | 'first' | 'forged';
  /** How many times it is delivered; once unless told. */
  readonly copies?: number;
  /** Wait before the first attempt, by which notifications overtake each other. */
  readonly delayMs?: number;
}
