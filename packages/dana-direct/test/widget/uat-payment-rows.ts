import type { UatRow } from '../uat/row.ts';
import { spoilt } from '../uat/tampering.ts';
import { declined, pay, paying, payTampered, unknown } from './uat-cases.ts';

/** Payments: DANA reference §7.2. */
export const paymentRows: readonly UatRow[] = [
  {
    id: 'PaymentSuccess',
    mandatory: true,
    run: (bench) => pay(bench),
    answer: { http: 200, code: '2005400', message: 'Successful' },
    becomes: { kind: 'done' },
  },
  {
    id: 'PaymentFailInvalidFormat',
    mandatory: true,
    run: payTampered({ body: (text) => text.replace('"1.00"', '"10000.0000"') }),
    answer: { http: 400, code: '4005401', message: 'Invalid Field Format amount' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'PaymentFailMissingOrInvalidMandatoryField',
    mandatory: true,
    run: payTampered(spoilt.noTimestamp),
    answer: { http: 400, code: '4005402', message: 'Invalid Mandatory Field X-TIMESTAMP' },
    becomes: declined('invalid-request'),
  },
  {
    id: 'PaymentFailInvalidSignature',
    mandatory: true,
    run: payTampered({ headers: { 'x-signature': 'invalid_signature' } }),
    answer: { http: 401, code: '4015400', message: 'Unauthorized. Invalid Signature' },
    becomes: declined('authentication'),
  },
  {
    id: 'PaymentFailGeneralError',
    mandatory: true,
    run: (bench) => pay(bench, 505_400),
    answer: { http: 500, code: '5005400' },
    becomes: unknown('acquirer-error'),
  },
  {
    id: 'PaymentFailNotPermitted',
    mandatory: true,
    run: (bench) => pay(bench, 435_415),
    answer: { http: 403, code: '4035415' },
    becomes: declined('not-permitted'),
  },
  {
    id: 'PaymentFailMerchantNotExistOrStatusAbnormal',
    mandatory: true,
    run: (bench) => pay(bench, 445_408),
    answer: { http: 404, code: '4045408', message: 'Invalid Merchant' },
    becomes: declined('merchant-not-ready'),
  },
  {
    id: 'PaymentFailInconsistentRequest',
    mandatory: true,
    run: async (bench) => {
      await pay(bench);
      return pay(bench, 10_000);
    },
    answer: { http: 404, code: '4045418', message: 'Inconsistent Request' },
    becomes: declined('inconsistent'),
  },
  {
    id: 'PaymentFailInternalServerError',
    mandatory: true,
    run: (bench) => pay(bench, 505_401),
    answer: { http: 500, code: '5005401', message: 'Internal Server Error' },
    becomes: unknown('acquirer-error'),
  },
  {
    id: 'PaymentFailExceedAmountLimit',
    mandatory: true,
    // Our client refuses the amount in the sandbox before it is sent.
    run: payTampered({ body: (text) => text.replace('"1.00"', '"21000000.00"') }),
    answer: { http: 403, code: '4035402' },
    becomes: declined('amount-limit'),
  },
  {
    id: 'PaymentPaying',
    run: async (bench) => bench.dana.getPayment(await paying(bench, 205_502)),
    answer: { http: 200, code: '2005500' },
    becomes: { kind: 'found', value: { status: 'processing' } },
  },
];
