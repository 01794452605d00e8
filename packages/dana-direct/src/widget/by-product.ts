import type {
  CallOptions,
  Cancels,
  CreateOptions,
  Gateway,
  Outcome,
  Payment,
  PaymentRef,
  Reading,
  Refund,
} from '@bayar/core';
import {
  assertOwn,
  cancelsPayments,
  createsPayments,
  readsPayments,
  refundsPayments,
  startDeadline,
  type Desk,
} from '@bayar/core/kit';
import type { DanaDirectExtra } from '../extra.ts';
import type { DanaRefund } from '../payment-gateway/refund-options.ts';
import type { Settings } from '../settings.ts';
import { widgetCancel, widgetQuery, widgetRefund } from './operations/widget-order.ts';
import { widgetPayment } from './operations/widget-payment.ts';
import { isWidgetPayment, located, type DanaWidgetExtra } from './widget-extra.ts';

/** What a payment may say to DANA alone: of the one product or of the other. */
export type DanaExtra = DanaDirectExtra | DanaWidgetExtra;

/** What can be done with payments at DANA. */
export interface DanaCalls<Extra> extends Pick<Gateway<string, never, Extra>, 'createPayment' | 'getPayment'>, Cancels {
  /** Gives money back: wholly, in part, several times where the agreement allows it. */
  readonly refundPayment: (ref: PaymentRef, request: DanaRefund, options?: CallOptions) => Promise<Outcome<Refund>>;
}

/**
 * The calls of the Payment Gateway and of the Widget as one. A new payment names its product; from then on its locator
 * does.
 */
export function withWidget(settings: Settings, desk: Desk, gateway: DanaCalls<DanaDirectExtra>): DanaCalls<DanaExtra> {
  const widget = widgetCalls(settings, desk);
  const productOf = (ref: PaymentRef): DanaCalls<never> => {
    // The locator is looked at before the call itself looks at anything.
    assertOwn(desk, ref);
    return isWidgetPayment(ref) ? widget : gateway;
  };

  /** A creation that broke off before its answer was read may have been for either product: both have one deadline. */
  async function getFromEither(ref: PaymentRef, options: CallOptions = {}): Promise<Reading<Payment>> {
    const deadline = startDeadline(desk.runtime.clock, options);
    const within = { ...options, signal: deadline.signal };
    try {
      const reading = await gateway.getPayment(ref, within);
      return reading.kind === 'absent' ? await widget.getPayment(ref, within) : reading;
    } finally {
      deadline.end();
    }
  }

  return {
    createPayment: async (request, options = {}) =>
      isForWidget(options)
        ? locatedInDoubt(await widget.createPayment(request, options))
        : gateway.createPayment(request, options),
    getPayment: async (ref, options) => {
      const product = productOf(ref);
      if (product === widget || ref.acquirerReference !== undefined) return product.getPayment(ref, options);
      return getFromEither(ref, options);
    },
    cancelPayment: async (ref, reason, options) => productOf(ref).cancelPayment(ref, reason, options),
    refundPayment: async (ref, request, options) => productOf(ref).refundPayment(ref, request, options),
  };
}

function widgetCalls(settings: Settings, desk: Desk): DanaCalls<DanaWidgetExtra> {
  return {
    createPayment: createsPayments(desk, widgetPayment(settings)),
    getPayment: readsPayments(desk, widgetQuery(settings)),
    cancelPayment: cancelsPayments(desk, widgetCancel(settings)),
    refundPayment: refundsPayments(desk, widgetRefund(settings)),
  };
}

function isForWidget(options: CreateOptions<unknown>): options is CreateOptions<DanaWidgetExtra> {
  const { extra } = options;
  return typeof extra === 'object' && extra !== null && 'product' in extra && extra.product === 'widget';
}

function locatedInDoubt(outcome: Outcome<Payment>): Outcome<Payment> {
  if (outcome.kind !== 'unknown') return outcome;
  return { kind: 'unknown', inquiry: { ...outcome.inquiry, payment: located(outcome.inquiry.payment) } };
}
