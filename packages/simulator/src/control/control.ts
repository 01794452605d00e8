import type { Acquirer } from '../acquirer.ts';
import type { DanaCredentials } from '../dana/settings.ts';
import type { DokuCredentials } from '../doku/credentials.ts';
import type { DokuEndpoints } from '../doku/notifier.ts';
import type { FaspayRegistration } from '../faspay/registration.ts';
import type { FaspayCredentials } from '../faspay/settings.ts';
import type { BefallenFault } from '../faults/plan.ts';
import type { PlannedFault } from '../faults/rule.ts';
import type { SimulatedPayment } from '../payments.ts';
import type { TimelineEvent, TimelineListener } from '../timeline.ts';

/** Names one payment. Faspay's transaction id serves as well as its bill number, which can have several transactions. */
export interface PaymentName {
  readonly acquirer: Acquirer;
  readonly reference: string;
}

/** Where a payment stands, in words that hold for every acquirer. */
export type Phase = 'open' | 'paid' | 'refunded' | 'closed';

/** A payment for an operator. */
export interface PaymentView extends SimulatedPayment {
  /** The status in words: DOKU and Faspay have numbers. */
  readonly statusText: string;
  readonly phase: Phase;
  /** When the next attempt to notify is due, in milliseconds since the epoch. */
  readonly nextAttemptAt?: number;
}

/** A payment with its story. */
export interface PaymentStory extends PaymentView {
  /** Oldest first. */
  readonly events: readonly TimelineEvent[];
}

/** What the customer can be made to do. */
export type CustomerAct = 'pay' | 'fail' | 'cancel' | 'pay-late';

/**
 * How a notification is sent by hand, once, now. `reorder` sends the payment's status and then an earlier or contrary
 * one, as when two notifications overtake each other; `wrong-amount` is signed correctly where the signature covers it.
 */
export type NotificationWay = 'resend' | 'duplicate' | 'reorder' | 'wrong-signature' | 'wrong-amount';

/** The simulator's time. */
export interface ClockView {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How far it is ahead of the machine, in milliseconds; absent where it stands still until it is advanced. */
  readonly lead?: number;
  /** When the next attempt to notify is due. */
  readonly nextAttemptAt?: number;
}

/** What a merchant configures, per acquirer. Throwaway: worth nothing anywhere else. */
export interface Accounts {
  readonly dana: DanaCredentials;
  readonly doku: DokuCredentials;
  readonly faspay: FaspayCredentials;
}

/** The merchant's URLs as registered. DANA takes its own with every order. */
export interface Endpoints {
  readonly doku?: DokuEndpoints;
  readonly faspay?: FaspayRegistration;
}

/** Where the sandboxes are reached. */
export type BaseUrls = Readonly<Record<Acquirer, string>>;

/** Everything an operator can see and do. The control room and its HTTP API call these functions and nothing else. */
export interface Control {
  /** Newest first. */
  readonly payments: () => readonly PaymentView[];
  readonly payment: (name: PaymentName) => PaymentStory | undefined;
  /** Requests that were refused, newest first. */
  readonly refused: () => readonly TimelineEvent[];
  /** Every event with a higher id than `after`, oldest first. */
  readonly events: (after?: number) => readonly TimelineEvent[];
  /** The returned function ends it. */
  readonly watch: (listener: TimelineListener) => () => void;
  /** Answers where the customer's browser goes next. Throws `CannotDo` where the payment is unknown or cannot do it. */
  readonly act: (name: PaymentName, act: CustomerAct) => Promise<{ readonly returnTo: string }>;
  /** Resolves when the merchant has answered. Throws `CannotDo` where the payment is unknown. */
  readonly notify: (name: PaymentName, way: NotificationWay) => Promise<void>;
  readonly clock: () => ClockView;
  /** By milliseconds, or to the next attempt to notify. Runs what falls due: expiries, repetitions, refunds. */
  readonly advance: (by: number | 'next-attempt') => Promise<ClockView>;
  /** Back to the machine's time, where the clock was advanced ahead of it. */
  readonly rejoin: () => ClockView;
  /** The rules, used up or not. */
  readonly faults: () => readonly PlannedFault[];
  /** Every fault that came, oldest first. */
  readonly befallen: () => readonly BefallenFault[];
  /** Throws `CannotDo` where the rule makes no sense. */
  readonly addFault: (planned: PlannedFault) => void;
  readonly clearFaults: () => void;
  /** The names faults are planned with. */
  readonly operations: () => Readonly<Record<Acquirer, readonly string[]>>;
  readonly accounts: () => Accounts;
  readonly endpoints: () => Endpoints;
  readonly register: (endpoints: Endpoints) => Endpoints;
  readonly baseUrls: () => BaseUrls;
}
