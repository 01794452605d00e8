import type { Cancels, Gateway, Refunds } from '@bayar/core';
import { cancelsPayments, createsPayments, readsPayments, refundsPayments, type Desk } from '@bayar/core/kit';
import type { Settings } from '../settings.ts';
import { widgetCancel, widgetQuery, widgetRefund } from './operations/widget-order.ts';
import { widgetPayment } from './operations/widget-payment.ts';
import type { DanaWidgetExtra } from './widget-extra.ts';

/** Payments through the Widget. */
export function widgetCalls(
  desk: Desk,
  settings: Settings,
): Pick<Gateway<string, never, DanaWidgetExtra>, 'createPayment' | 'getPayment'> & Refunds & Cancels {
  return {
    createPayment: createsPayments(desk, widgetPayment(settings)),
    getPayment: readsPayments(desk, widgetQuery(settings)),
    cancelPayment: cancelsPayments(desk, widgetCancel(settings)),
    refundPayment: refundsPayments(desk, widgetRefund(settings)),
  };
}
