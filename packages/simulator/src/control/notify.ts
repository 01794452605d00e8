import type { Acquirer } from '../acquirer.ts';
import type { DanaSandbox } from '../dana/dana.ts';
import type { DokuSandbox } from '../doku/doku.ts';
import type { FaspaySandbox } from '../faspay/sandbox.ts';
import type { SimulatedPayment } from '../payments.ts';
import type { NotificationWay } from './control.ts';
import { nameOf } from './views.ts';

/** The three halves. */
export interface Sandboxes {
  readonly dana: DanaSandbox;
  readonly doku: DokuSandbox;
  readonly faspay: FaspaySandbox;
}

/** Starts one notification. Several are started one after the other, each when the one before was answered. */
type Sending = () => void;
type Ways = Readonly<Record<NotificationWay, readonly Sending[]>>;

/** Another amount than the payment's, and never zero. */
const otherAmount = ({ amount }: SimulatedPayment) => amount + 100_000;

const ways: Readonly<Record<Acquirer, (halves: Sandboxes, payment: SimulatedPayment) => Ways>> = {
  dana({ dana }, payment) {
    const { reference } = payment;
    const resend = () => dana.notify(reference);
    const contrary = payment.status === 'SUCCESS' ? '05' : '00';
    return {
      resend: [resend],
      duplicate: [resend, resend],
      reorder: [resend, () => dana.notify(reference, { latestTransactionStatus: contrary })],
      'wrong-signature': [() => dana.notify(reference, { signature: 'wrong' })],
      'wrong-amount': [() => dana.notify(reference, { amount: otherAmount(payment) })],
    };
  },
  doku({ doku }, payment) {
    const { reference } = payment;
    const resend = () => doku.notify(reference);
    return {
      resend: [resend],
      duplicate: [resend, resend],
      reorder: [resend, () => doku.notify(reference, { status: '03' })],
      'wrong-signature': [() => doku.notify(reference, { signature: 'other-key' })],
      'wrong-amount': [() => doku.notify(reference, { amount: otherAmount(payment) })],
    };
  },
  faspay({ faspay }, payment) {
    const { reference } = nameOf(payment);
    const total = String(Math.trunc(otherAmount(payment) / 100));
    const resend = () => faspay.resend(reference);
    const altered = { bill_total: total, payment_total: total };
    return {
      resend: [resend],
      duplicate: [resend, resend],
      reorder: [resend, () => faspay.send('in-process', reference)],
      'wrong-signature': [() => faspay.send('wrong-password', reference)],
      'wrong-amount': [() => faspay.send('altered-amount', reference, altered)],
    };
  },
};

/** Sends a notification by hand, in the acquirer's own manner. */
export async function notifyByHand(
  halves: Sandboxes,
  payment: SimulatedPayment,
  way: NotificationWay,
  settle: () => Promise<void>,
): Promise<void> {
  for (const send of ways[payment.acquirer](halves, payment)[way]) {
    send();
    await settle();
  }
}
