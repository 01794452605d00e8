import { rupiah } from '@bayar/core';
import { request } from '../account.ts';
import type { UatRow } from './uat-row.ts';
import type { Uat } from './uat.ts';

/** DANA runs these through the Payment Gateway for both products. */
export const notifications: readonly UatRow[] = [
  {
    id: 'TransactionSuccessNotify',
    mandatory: true,
    run: (uat) => notified(uat, 11_011, (reference) => uat.simulator.dana.customer.pay(reference)),
    answers: [200, '2005400'],
    outcome: { status: 'paid', acknowledgements: ['2005600'] },
  },
  {
    id: 'InternalServerErrorNotify',
    mandatory: true,
    run: (uat) => {
      uat.verdicts.push('retry-later');
      return notified(uat, 11_012, (reference) => uat.simulator.dana.customer.pay(reference));
    },
    answers: [200, '2005400'],
    outcome: { status: 'paid', acknowledgements: ['5005601', '2005600'] },
  },
  {
    id: 'ExpiredNotify',
    mandatory: true,
    run: (uat) => notified(uat, 11_013, () => uat.simulator.clock.advance(135_000)),
    answers: [200, '2005400'],
    outcome: { status: 'expired', acknowledgements: ['2005600'] },
  },
];

async function notified(uat: Uat, whole: number, act: (reference: string) => Promise<unknown>): Promise<unknown> {
  const expiresAt = new Date(uat.simulator.clock.now() + 135_000);
  const { reference } = request;
  await uat.dana.createPayment({ ...request, amount: rupiah(whole), expiresAt });
  await act(reference);
  await uat.simulator.clock.advance(60_000);
  await uat.simulator.idle();
  const [first] = uat.received;
  const deliveries = uat.simulator.dana.payment(reference)?.deliveries ?? [];
  return {
    status: first?.kind === 'notification' ? first.notification.status : first?.kind,
    acknowledgements: deliveries.map(({ response }) => codeIn(response?.body ?? '{}')),
  };
}

function codeIn(body: string): string {
  return (JSON.parse(body) as { responseCode: string }).responseCode;
}
