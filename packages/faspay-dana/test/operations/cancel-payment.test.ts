import { describe, expect, it } from 'vitest';
import { BILL_NO, gatewayAnswering, ref, signatureOf, TRX_ID } from '../merchant.ts';

const cancelled = {
  response: 'Canceling Payment',
  trx_id: TRX_ID,
  merchant_id: '12345',
  merchant: 'Example Store',
  bill_no: BILL_NO,
  trx_status_code: '8',
  payment_status_code: '8',
  payment_status_desc: 'Payment Cancelled',
  payment_cancel_date: '2026-01-02 18:20:00',
  response_code: '00',
  response_desc: 'Sukses',
};

async function reasonFor(reason?: string): Promise<unknown> {
  const { gateway, sent } = gatewayAnswering(cancelled);
  await gateway.cancelPayment(ref, reason);
  return sent[0]?.body['payment_cancel'];
}

describe('a cancellation', () => {
  it('says nothing of what the caller last saw of the payment', async () => {
    const stale = { ...ref, status: 'paid', paidAt: '2026-01-01T00:00:00.000Z', refunded: ref.amount } as const;
    const { gateway } = gatewayAnswering(cancelled);
    expect(await gateway.cancelPayment(stale)).toEqual({
      kind: 'done',
      value: { ...ref, status: 'cancelled', next: { type: 'none' } },
    });
  });

  it('names transaction, bill and reason', async () => {
    const { gateway, sent } = gatewayAnswering(cancelled);
    const outcome = await gateway.cancelPayment(ref, 'customer changed mind');
    expect(outcome).toEqual({ kind: 'done', value: { ...ref, status: 'cancelled', next: { type: 'none' } } });
    expect(sent).toEqual([
      {
        url: 'https://debit-sandbox.faspay.co.id/cvr/100005/10',
        body: {
          request: 'Canceling Payment',
          trx_id: TRX_ID,
          merchant_id: '12345',
          merchant: 'Example Store',
          bill_no: BILL_NO,
          payment_cancel: 'customer changed mind',
          signature: signatureOf(BILL_NO),
        },
      },
    ]);
  });

  it.each([undefined, '', '   '])('has a reason when none is given: %j', async (reason) => {
    expect(await reasonFor(reason)).toBe('Cancelled by merchant');
  });

  it('cuts a reason to fifty characters', async () => {
    expect(await reasonFor('☕'.repeat(60))).toBe('☕'.repeat(50));
  });

  it.each(['0', '1', '2', '3', '4', '7', '9', undefined])(
    'is in doubt when the status is %j, whatever the code says',
    async (code) => {
      const { gateway, sent } = gatewayAnswering({ ...cancelled, payment_status_code: code });
      const outcome = await gateway.cancelPayment(ref);
      expect(outcome).toMatchObject({
        kind: 'unknown',
        inquiry: { operation: 'cancelPayment', doubt: 'mismatch', payment: ref },
      });
      expect(sent).toHaveLength(1);
    },
  );

  it.each(['trx_id', 'bill_no', 'merchant_id'])('is in doubt when the answer is about another %s', async (field) => {
    const { gateway } = gatewayAnswering({ ...cancelled, [field]: '54321' });
    expect(await gateway.cancelPayment(ref)).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'mismatch' } });
  });
});
