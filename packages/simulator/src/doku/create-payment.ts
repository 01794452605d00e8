import type { Context } from '../context.ts';
import type { VerifiedCall } from './call-verification.ts';
import type { Lifecycle } from './lifecycle.ts';
import { pageUrl, wasPaid } from './payment-record.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';
import { readPaymentRequest } from './payment-request.ts';
import type { PaymentRequest } from './payment-request.ts';
import type { Reply } from './reply.ts';
import { duplicateReference, inconsistentRequest, successful, transactionExpired } from './response-case.ts';
import type { ResolvedDokuSettings } from './settings.ts';

/** What creating a payment touches. */
export interface PaymentDesk {
  readonly context: Context;
  readonly settings: ResolvedDokuSettings;
  readonly register: PaymentRegister;
  readonly lifecycle: Lifecycle;
}

/** Creates a payment, or answers a repeat of one (DOKU reference §4.1, §7.4). */
export function createPayment(desk: PaymentDesk, call: VerifiedCall): Reply {
  const request = readPaymentRequest(call.body, desk.settings);
  if ('http' in request) return { outcome: request };

  const known = desk.register.byReference(request.reference);
  if (known) return answerRepeat(desk, known, request);

  const expiresAt = request.expiresAt ?? desk.context.clock.now() + desk.settings.paymentLifetimeMs;
  if (expiresAt <= desk.context.clock.now()) return { outcome: transactionExpired };
  const record = openRecord(desk.context, request, call, expiresAt);
  desk.register.add(record, desk.lifecycle.begin(record));
  desk.context.record({ reference: request.reference, type: 'payment-created', detail: { amount: request.amount } });
  return created(desk, record);
}

function openRecord(context: Context, request: PaymentRequest, call: VerifiedCall, expiresAt: number): PaymentRecord {
  const linkId = context.random.digits(15);
  return {
    request,
    externalId: call.externalId,
    deviceId: call.deviceId,
    acquirerReference: context.random.digits(22),
    linkId,
    createdAt: context.clock.now(),
    expiresAt,
    status: '01',
    charges: 0,
    paidAt: undefined,
    approvalCode: undefined,
    refunds: [],
    deliveries: [],
  };
}

/** The same order again leads to the same page; another order under a known reference is refused. */
function answerRepeat(desk: PaymentDesk, known: PaymentRecord, request: PaymentRequest): Reply {
  if (JSON.stringify(known.request) !== JSON.stringify(request)) return { outcome: inconsistentRequest };
  return wasPaid(known) ? { outcome: duplicateReference } : created(desk, known);
}

function created(desk: PaymentDesk, record: PaymentRecord): Reply {
  const fields = { webRedirectUrl: pageUrl(record, desk.context.origin), partnerReferenceNo: record.request.reference };
  const more = desk.settings.optionalFields === 'present' ? { referenceNo: record.acquirerReference } : {};
  return { outcome: successful, fields: { ...fields, ...more } };
}
