import type { Clock, Random } from '@bayar/core/kit';
import type { Acquirers, NameOf } from './acquirers.ts';
import type { Events, EventType } from './events.ts';
import type { Ledger } from './ledger.ts';

/** How payments are put together. */
export interface PaymentsOptions<A extends Acquirers> {
  /** The acquirers by the name each goes by here: in stored payments, in URLs, in `active`. Letters, digits and hyphens. */
  readonly acquirers: A;
  /** Where new payments go: a name, or a function asked once per payment. The answer is stored with the payment, so switching leaves older ones where they are. */
  readonly active: NoInfer<NameOf<A>> | (() => string | Promise<string>);
  /** Where a payment goes when the active acquirer provably accepted nothing, in order. */
  readonly failover?: readonly NoInfer<NameOf<A>>[];
  /** Names that are no longer configured although payments are open under them. */
  readonly retired?: readonly string[];
  /** The public URL under which `handler` is mounted: inbound routes and signed paths derive from it. */
  readonly publicUrl: string;
  /** Where payments are kept. `memoryLedger()` forgets. */
  readonly ledger: Ledger;
  /** Told when a handler of an event failed. The event stays and is handed over again; by default the failure goes unreported. */
  readonly onHandlerError?: (error: unknown, event: Events[EventType]) => void;
  /**
   * Told when the ledger failed after an acquirer had answered or called. The outcome is then `unknown` with the doubt
   * `not-recorded`, or the acquirer is asked to deliver again; by default the failure goes unreported.
   */
  readonly onLedgerError?: (error: unknown, reference: string) => void;
  readonly clock?: Clock;
  readonly random?: Random;
}
