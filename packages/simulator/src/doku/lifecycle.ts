import type { Context } from '../context.ts';
import { isOpen } from './payment-record.ts';
import type { PaymentRecord, RefundRecord } from './payment-record.ts';
import type { TransactionStatus } from './transaction-status.ts';

/** What the customer does on the hosted page. */
export type CustomerDecision = 'pay' | 'fail' | 'cancel';

/** A payment's moves from one status to the next, each told to the merchant. */
export interface Lifecycle {
  /** Puts the expiry on the clock; the answer takes it off. */
  readonly begin: (record: PaymentRecord) => () => void;
  /** The customer has the page before them. */
  readonly opened: (record: PaymentRecord) => void;
  /** Changes nothing when the payment was already decided or has expired. */
  readonly decide: (record: PaymentRecord, decision: CustomerDecision) => void;
  /** The customer's money comes although the payment is closed: at once, or a minute after it expires. */
  readonly payLate: (record: PaymentRecord) => void;
  /** Expires the payment, whatever the time. */
  readonly expire: (record: PaymentRecord) => void;
  /** Expires the payment if its time has come. */
  readonly expireIfDue: (record: PaymentRecord) => void;
  /** Ends a refund. */
  readonly refundEnded: (record: PaymentRecord, refund: RefundRecord, status: '00' | '06') => void;
}

const lateByMs = 60_000;
const statusAfter: Readonly<Record<CustomerDecision, TransactionStatus>> = { pay: '00', fail: '06', cancel: '05' };

/** A lifecycle on the context's clock. */
export function createLifecycle(context: Context, notify: (record: PaymentRecord) => void): Lifecycle {
  function move(record: PaymentRecord, status: TransactionStatus, type: string): void {
    record.status = status;
    context.record({ reference: record.request.reference, type, detail: { status, charges: record.charges } });
    notify(record);
  }

  function expire(record: PaymentRecord): void {
    if (isOpen(record)) move(record, '05', 'payment-expired');
  }

  function expireIfDue(record: PaymentRecord): void {
    if (context.clock.now() >= record.expiresAt) expire(record);
  }

  function payLate(record: PaymentRecord): void {
    if (record.paidAt !== undefined) return;
    charge(context, record);
    move(record, '00', 'customer-paid-late');
  }

  return {
    expire,
    expireIfDue,
    payLate(record) {
      expireIfDue(record);
      const { clock } = context;
      if (isOpen(record)) clock.after(record.expiresAt - clock.now() + lateByMs, () => payLate(record));
      else payLate(record);
    },
    begin: (record) => context.clock.after(record.expiresAt - context.clock.now(), () => expireIfDue(record)),
    opened(record) {
      if (record.status !== '01') return;
      record.status = '02';
      context.record({ reference: record.request.reference, type: 'page-opened', detail: { status: '02' } });
    },
    decide(record, decision) {
      expireIfDue(record);
      if (!isOpen(record)) return;
      if (decision === 'pay') charge(context, record);
      move(record, statusAfter[decision], `customer-${decision}`);
    },
    refundEnded(record, refund, status) {
      refund.status = status;
      const { reference } = record.request;
      if (status === '00') move(record, '04', 'refund-succeeded');
      else context.record({ reference, type: 'refund-failed', detail: { refund: refund.reference } });
    },
  };
}

/** Takes the customer's money. */
function charge({ clock, random }: Context, record: PaymentRecord): void {
  record.charges += 1;
  record.paidAt = clock.now();
  record.approvalCode = random.digits(12);
}
