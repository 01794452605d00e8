import { rupiah } from '@bayar/core';
import type { UatRow } from './row.ts';
import { spoilt } from './tampering.ts';

const consulted = { http: 200, code: '2005700' };
const queried = { http: 200, code: '2005500', message: 'Successful' };

/** Methods and inquiries: DANA reference §7.1. */
export const questionRows: readonly UatRow[] = [
  {
    id: 'ConsultPay success',
    answer: consulted,
    run: ({ dana }) => dana.listMethods(rupiah(15_000)),
    becomes: { kind: 'found' },
  },
  {
    id: 'ConsultPay invalid format',
    answer: { http: 400, code: '4000001' },
    run: ({ dana, tampered }) =>
      tampered({ body: (text) => text.replace(/"merchantId":"\d+"/, '"merchantId":""') }, () =>
        dana.listMethods(rupiah(15_000)),
      ),
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'ConsultPay invalid mandatory',
    answer: { http: 400, code: '4000002', message: 'Invalid Mandatory Field X-TIMESTAMP' },
    run: ({ dana, tampered }) => tampered(spoilt.noTimestamp, () => dana.listMethods(rupiah(15_000))),
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryPayment created',
    answer: queried,
    run: async ({ dana, created }) => dana.getPayment(await created()),
    becomes: { kind: 'found', value: { status: 'awaiting-customer' } },
  },
  {
    id: 'QueryPayment paid',
    answer: queried,
    run: async ({ dana, paid }) => dana.getPayment(await paid()),
    becomes: { kind: 'found', value: { status: 'paid' } },
  },
  {
    id: 'QueryPayment cancelled',
    answer: queried,
    run: async ({ dana, created }) => {
      const payment = await created();
      await dana.cancelPayment(payment);
      return dana.getPayment(payment);
    },
    becomes: { kind: 'found', value: { status: 'cancelled' } },
  },
  {
    id: 'QueryPaymentInvalidFormat',
    answer: { http: 400, code: '4005501', message: 'Invalid Field Format X-TIMESTAMP' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.blankInTimestamp, () => dana.getPayment(unknown())),
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryPaymentInvalidMandatoryField',
    answer: { http: 400, code: '4005502' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.noTimestamp, () => dana.getPayment(unknown())),
    becomes: { kind: 'unavailable', because: 'invalid-request' },
  },
  {
    id: 'QueryPaymentUnauthorized',
    answer: { http: 401, code: '4015500' },
    run: ({ dana, unknown, tampered }) => tampered(spoilt.wrongSignature, () => dana.getPayment(unknown())),
    becomes: { kind: 'unavailable', because: 'authentication' },
  },
  {
    id: 'QueryPaymentTransactionNotFound',
    answer: { http: 404, code: '4045501', message: 'Transaction Not Found' },
    run: ({ dana, unknown }) => dana.getPayment(unknown()),
    becomes: { kind: 'absent', final: true },
  },
  {
    id: 'QueryPaymentGeneralError',
    answer: { http: 500, code: '5005501', message: 'Internal Server Error' },
    run: async ({ dana, created, tampered }) => {
      const payment = await created();
      const change = { body: (text: string) => text.replace('"serviceCode":"54"', '"serviceCode":"AZ"') };
      return tampered(change, () => dana.getPayment(payment));
    },
    becomes: { kind: 'unavailable', because: 'acquirer-error' },
  },
];
