import { rupiah } from '@bayar/core';
import { order } from './bench.ts';
import { badSignature, declined, done, noTime, pay, spoilt, unknown, type UatRow } from './uat-row.ts';
import { body } from './uat.ts';

export const payments: readonly UatRow[] = [
  {
    id: 'PaymentSuccess',
    mandatory: true,
    run: (uat) => pay(uat),
    answers: [200, '2005400', 'Successful'],
    outcome: done,
  },
  {
    id: 'PaymentFailInvalidFormat',
    mandatory: true,
    run: spoilt(
      body((text) => text.replace('"1.00"', '"10000.0000"')),
      (uat) => pay(uat),
    ),
    answers: [400, '4005401', 'Invalid Field Format amount'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'PaymentFailMissingOrInvalidMandatoryField',
    mandatory: true,
    run: spoilt(noTime, (uat) => pay(uat)),
    answers: [400, '4005402', 'Invalid Mandatory Field X-TIMESTAMP'],
    outcome: declined('invalid-request'),
  },
  {
    id: 'PaymentFailInvalidSignature',
    mandatory: true,
    run: spoilt(badSignature, (uat) => pay(uat)),
    answers: [401, '4015400', 'Unauthorized. Invalid Signature'],
    outcome: declined('authentication'),
  },
  {
    id: 'PaymentFailGeneralError',
    mandatory: true,
    run: (uat) => pay(uat, 505_400),
    answers: [500, '5005400'],
    outcome: unknown('acquirer-error'),
  },
  {
    id: 'PaymentFailNotPermitted',
    mandatory: true,
    run: (uat) => pay(uat, 435_415),
    answers: [403, '4035415'],
    outcome: declined('not-permitted'),
  },
  {
    id: 'PaymentFailMerchantNotExistOrStatusAbnormal',
    mandatory: true,
    run: (uat) => pay(uat, 445_408),
    answers: [404, '4045408', 'Invalid Merchant'],
    outcome: declined('merchant-not-ready'),
  },
  {
    id: 'PaymentFailInconsistentRequest',
    mandatory: true,
    run: async (uat) => {
      await pay(uat);
      return pay(uat, 10_000);
    },
    answers: [404, '4045418', 'Inconsistent Request'],
    outcome: declined('inconsistent'),
  },
  {
    id: 'PaymentFailInternalServerError',
    mandatory: true,
    run: (uat) => pay(uat, 505_401),
    answers: [500, '5005401', 'Internal Server Error'],
    outcome: unknown('acquirer-error'),
  },
  {
    id: 'PaymentFailExceedAmountLimit',
    mandatory: true,
    // Our client refuses the amount in the sandbox before it is sent.
    run: spoilt(
      body((text) => text.replace('"1.00"', '"21000000.00"')),
      (uat) => pay(uat),
    ),
    answers: [403, '4035402'],
    outcome: declined('amount-limit'),
  },
  {
    id: 'PaymentPaying',
    run: async (uat) => uat.dana.getPayment(await order(uat, { amount: rupiah(205_502) })),
    answers: [200, '2005500'],
    outcome: { kind: 'found', value: { status: 'processing' } },
  },
];
