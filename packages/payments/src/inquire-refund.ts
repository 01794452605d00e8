import type { CallOptions, CreateRefund, Gateway, Issue, PaymentRef, Reading, ReadsRefunds, Refund } from '@bayar/core';
import { changeOrAdopt, recordOf } from './adopt.ts';
import { cancelReverses, fromAnswer, gatewayOf, type Office } from './office.ts';
import { refundOf, withRefund } from './refund-record.ts';

/** Asks how a refund stands, where the acquirer can say, and records it. */
export async function inquireRefund(
  office: Office,
  ref: PaymentRef,
  request: CreateRefund,
  options: CallOptions,
): Promise<Reading<Refund>> {
  const record = await recordOf(office, ref);
  const gateway = gatewayOf(office, record.payment);
  if (!canReadRefunds(gateway)) return { kind: 'unavailable', because: 'invalid', issues: [noRefundInquiry(gateway)] };
  const reading = await gateway.getRefund(record.payment, request, options);
  if (reading.kind === 'found') {
    const value = { ...reading.value, payment: record.payment };
    const stored = await changeOrAdopt(office, record, (current) =>
      withRefund(current, request, value, cancelReverses(gateway), office.clock.now()),
    );
    return {
      kind: 'found',
      value: fromAnswer((stored && refundOf(stored, request.refundReference)?.refund) ?? value, reading.value),
    };
  }
  return reading;
}

function noRefundInquiry({ traits }: Gateway): Issue {
  const recognised = traits.recognisesRepeats.includes('refundPayment');
  return {
    field: 'refund',
    rule: 'cannot be asked about: the acquirer has no such inquiry.',
    fix: recognised
      ? 'Call refundPayment again with the same refund: the acquirer recognises it and does not refund twice.'
      : 'Look it up at the acquirer.',
  };
}

function canReadRefunds(gateway: Gateway): gateway is Gateway & ReadsRefunds {
  return 'getRefund' in gateway;
}
