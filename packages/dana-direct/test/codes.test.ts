import { reveal } from '@bayar/core';
import { readSettings } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { danaDirect, danaDirectConfig } from '../src/index.ts';
import { cancelOrder } from '../src/payment-gateway/operations/cancel-order.ts';
import { consultPay } from '../src/payment-gateway/operations/consult-pay.ts';
import { createOrder } from '../src/payment-gateway/operations/create-order.ts';
import { queryPayment } from '../src/payment-gateway/operations/query-payment.ts';
import { refundOrder } from '../src/payment-gateway/operations/refund-order.ts';
import { withPage } from '../src/payment-gateway/order-answer.ts';
import { config, now, request } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

const settings = readSettings(danaDirectConfig, config, 'dana-direct');

const documented = [
  [
    createOrder(settings, withPage),
    '200/00 400/00 400/01 400/02 401/00 403/02 403/05 403/15 404/08 404/18 429/00 500/00 500/01',
  ],
  [queryPayment(settings), '200/00 400/00 400/01 400/02 401/00 401/01 404/01 429/00 500/00 500/01'],
  [
    cancelOrder(settings),
    '200/00 202/00 400/00 400/01 400/02 401/00 403/00 403/05 403/14 403/15 404/00 404/01 404/08 429/00 500/00 500/01',
  ],
  [
    refundOrder(settings),
    '200/00 202/00 400/00 400/01 400/02 401/00 403/02 403/05 403/14 403/15 404/00 404/01 404/08 404/12 404/13 404/18 429/00 500/00 500/01',
  ],
  [consultPay(settings), '200/00 400/01 400/02 401/00'],
] as const;

describe.each(documented)('$name', ({ codes, docs }, listed) => {
  it('lists every code DANA documents', () => {
    expect(Object.keys(codes)).toEqual(expect.arrayContaining(listed.split(' ')));
  });

  it('tells the cause of every refusal, and links to the page', () => {
    const hints = Object.values(codes).flatMap((meaning) => (meaning.means === 'refused' ? [meaning.hint] : []));
    for (const hint of hints) expect(hint).toMatch(/^[A-Z].*\.$/);
    expect(docs).toMatch(/^https:\/\/dashboard\.dana\.id\/api-docs-v2\/api\/payment-gateway\//);
  });

  it('takes every 202 and every 5xx it does not list for a doubt, and what is no code for nothing', () => {
    expect(codes['2xx']).toMatchObject({ means: 'doubt' });
    expect(codes['5xx']).toMatchObject({ means: 'doubt' });
    expect(codes).not.toHaveProperty('4xx');
  });
});

describe('an answer', () => {
  it.each([200, 400, 404])('is decided by its code, whatever it says in words and under HTTP %d', async (status) => {
    for (const responseMessage of ['Successful', 'If you want to use QRIS, read this', '']) {
      const { fetch } = answering(answer({ responseCode: '4005401', responseMessage }, status));
      const dana = danaDirect(config, { fetch, clock: standingClock(now) });
      expect(await dana.createPayment(request)).toMatchObject({ kind: 'declined', decline: { code: '4005401' } });
    }
  });

  it('that knows no store names the ids DANA expects, and keeps what DANA says in words', async () => {
    const refusal = { responseCode: '4045408', additionalInfo: { debugMessage: 'DIVISION_NOT_EXIST' } };
    const { fetch } = answering(answer(refusal));
    const dana = danaDirect({ ...config, debug: true }, { fetch, clock: standingClock(now) });
    const outcome = await dana.createPayment(request);
    if (outcome.kind !== 'declined') throw new Error(outcome.kind);
    expect(outcome.decline.hint).toMatch(/externalDivisionId.*externalShopId/);
    expect(reveal(outcome.decline)).toEqual(refusal);
  });
});
