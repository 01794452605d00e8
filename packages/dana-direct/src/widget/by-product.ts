import type { Cancels, CreateOptions, Gateway, Outcome, Payment, PaymentRef, Refunds } from '@bayar/core';
import type { Desk } from '@bayar/core/kit';
import type { DanaDirectExtra } from '../outlet.ts';
import type { Settings } from '../settings.ts';
import { widgetCalls } from './widget-calls.ts';
import { isWidgetPayment, located, type DanaWidgetExtra } from './widget-extra.ts';

type Calls<Extra> = Pick<Gateway<string, never, Extra>, 'createPayment' | 'getPayment'> & Refunds & Cancels;

/**
 * The calls of the Payment Gateway and of the Widget as one. A new payment names its product; from then on its locator
 * does.
 */
export function withWidget(
  settings: Settings,
  desk: Desk,
  gateway: Calls<DanaDirectExtra>,
): Calls<DanaDirectExtra | DanaWidgetExtra> {
  const widget: Calls<DanaWidgetExtra> = widgetCalls(desk, settings);
  const productOf = (ref: PaymentRef): Refunds & Cancels => (isWidgetPayment(ref) ? widget : gateway);
  return {
    createPayment: async (request, options = {}) =>
      isForWidget(options)
        ? locatedInDoubt(await widget.createPayment(request, options))
        : gateway.createPayment(request, options),
    getPayment: async (ref, options) => {
      if (isWidgetPayment(ref)) return widget.getPayment(ref, options);
      const reading = await gateway.getPayment(ref, options);
      // A creation that broke off before its answer was read may have been for either product.
      const answered = ref.acquirerReference !== undefined;
      return reading.kind === 'absent' && !answered ? widget.getPayment(ref, options) : reading;
    },
    cancelPayment: (ref, reason, options) => productOf(ref).cancelPayment(ref, reason, options),
    refundPayment: (ref, request, options) => productOf(ref).refundPayment(ref, request, options),
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
