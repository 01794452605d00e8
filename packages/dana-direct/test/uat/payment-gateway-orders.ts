import { rupiah } from '@bayar/core';
import type { Bench } from './bench.ts';
import type { UatRow } from './row.ts';
import { spoilt } from './tampering.ts';

const done = { code: '2005400', http: 200, message: 'Successful' };
const cimb = { method: { type: 'virtual-account', bank: 'CIMB' } } as const;
const MINUTE_MS = 60_000;

/** Orders: DANA reference §7.1. */
export const orderRows: readonly UatRow[] = [
  {
    id: 'CreateOrderRedirect',
    mandatory: true,
    answer: done,
    run: ({ create, simulator }) =>
      create({ expiresAt: new Date(simulator.clock.now() + 6 * MINUTE_MS) }, { transactionType: 'SPECIAL_MOVIE' }),
    becomes: { kind: 'done', value: { next: { type: 'redirect' } } },
  },
  {
    id: 'CreateOrderInvalidFieldFormat',
    mandatory: true,
    answer: { http: 400, code: '4005401', message: 'Invalid Field Format amount' },
    run: ({ create, tampered }) =>
      tampered({ body: (text) => text.replaceAll('"1500.00"', '"1500"') }, () => create({ amount: rupiah(1_500) })),
    becomes: { kind: 'declined', decline: { reason: 'invalid-request' } },
  },
  {
    id: 'CreateOrderInconsistentRequest',
    mandatory: true,
    answer: { http: 404, code: '4045418', message: 'Inconsistent Request' },
    run: async ({ create, created, simulator }) => {
      await created();
      await simulator.clock.advance(2_000);
      return create({ amount: rupiah(10_000) });
    },
    becomes: { kind: 'declined', decline: { reason: 'inconsistent' } },
  },
  {
    id: 'CreateOrderInvalidMandatoryField',
    mandatory: true,
    answer: { http: 400, code: '4005402', message: 'Invalid Mandatory Field X-TIMESTAMP' },
    run: ({ create, tampered }) => tampered(spoilt.noTimestamp, () => create()),
    becomes: { kind: 'declined', decline: { reason: 'invalid-request' } },
  },
  {
    id: 'CreateOrderUnauthorized',
    mandatory: true,
    answer: { http: 401, code: '4015400', message: 'Unauthorized. Invalid Signature' },
    run: ({ create, tampered }) => tampered(spoilt.wrongSignature, () => create()),
    becomes: { kind: 'declined', decline: { reason: 'authentication' } },
  },
  {
    id: 'CreateOrderApi / Balance',
    answer: done,
    run: ({ create }) => create(),
    becomes: { kind: 'done', value: { next: { type: 'redirect' } } },
  },
  {
    id: 'CreateOrderNetworkPayPgQris',
    answer: done,
    run: ({ create, tampered }) =>
      tampered({ body: withoutDecimals }, () =>
        create({ reference: 'UAT-QRIS-'.padEnd(25, '0') }, { method: { type: 'qris' } }),
      ),
    becomes: { kind: 'done', value: { next: { type: 'qr' } } },
  },
  {
    id: 'CreateOrderNetworkPayPgOtherVaBank',
    answer: done,
    run: ({ create }) => create({ amount: rupiah(15_000) }, cimb),
    becomes: { kind: 'done', value: { next: { type: 'virtual-account', bank: 'CIMB' } } },
  },
  {
    id: 'CreateOrderNetworkPayPgOtherWallet',
    answer: done,
    run: ({ create }) => create({ amount: rupiah(50_001) }, { method: { type: 'ovo', phone: '081234567890' } }),
    becomes: { kind: 'done', value: { next: { type: 'push' } } },
  },
  {
    id: 'TransactionSuccessNotify',
    mandatory: true,
    answer: done,
    run: (bench) => payByTransfer(bench, 11_011),
    becomes: [{ notification: { code: '00', status: 'paid' }, acknowledged: '2005600' }],
  },
  {
    id: 'InternalServerErrorNotify',
    mandatory: true,
    answer: done,
    merchant: 'retry-later',
    run: (bench) => payByTransfer(bench, 11_012),
    becomes: [{ notification: { code: '00', status: 'paid' }, acknowledged: '5005601' }],
  },
  {
    id: 'ExpiredNotify',
    mandatory: true,
    answer: done,
    run: async ({ created, simulator, notified }) => {
      await created({ amount: rupiah(11_013), expiresAt: new Date(simulator.clock.now() + 135_000) }, cimb);
      await simulator.clock.advance(136_000);
      await simulator.idle();
      return notified;
    },
    becomes: [{ notification: { code: '05', status: 'expired' }, acknowledged: '2005600' }],
  },
];

// DANA's own script adds a fee without decimals, which DANA takes.
function withoutDecimals(text: string): string {
  const body = JSON.parse(text) as { payOptionDetails: object[] };
  const payOptionDetails = body.payOptionDetails.map((option) => ({
    ...option,
    feeAmount: { value: '0', currency: 'IDR' },
  }));
  return JSON.stringify({ ...body, payOptionDetails });
}

/** Pays the number at the bank with DANA's tool for that. */
async function payByTransfer({ created, simulator, notified }: Bench, amount: number): Promise<Bench['notified']> {
  const { next } = await created({ amount: rupiah(amount) }, cimb);
  const virtualAccountNo = next.type === 'virtual-account' ? next.number : '';
  await simulator.dana.fetch('https://dashboard-sandbox.dana.id/merchant-portal-app/api/sandbox-tools/execute', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ urlEndpoint: '/v1.0/transfer-va/payment.htm', requestBody: { virtualAccountNo } }),
  });
  await simulator.idle();
  return [...notified];
}
