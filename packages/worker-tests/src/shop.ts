import { env } from 'cloudflare:workers';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { xml } from '@bayar/faspay-dana/xml';
import { createPayments, memoryLedger } from '@bayar/payments';

/** Where customers and acquirers reach the worker: its host is the network's, not the worker's own. */
export const PUBLIC_URL = 'https://shop.example/pay';

const acquirers = {
  dana: danaDirect(env.ACCOUNTS.dana),
  doku: dokuDana(env.ACCOUNTS.doku),
  faspay: faspayDana(env.ACCOUNTS.faspay, { messageFormats: [xml] }),
};

/** Name of an acquirer of the shop. */
export type AcquirerName = keyof typeof acquirers;

/** The one string that is changed to switch. */
export const settings: { active: AcquirerName } = { active: 'dana' };

/**
 * Made while the module loads, as in a merchant's worker: nothing may be sent, timed or drawn by lot until a request
 * comes.
 */
export const payments = createPayments({
  acquirers,
  active: () => settings.active,
  publicUrl: PUBLIC_URL,
  ledger: memoryLedger(),
});

/** What the handlers of events were told: `paid: INV-1`. */
export const heard: string[] = [];

payments.on('payment.paid', ({ payment }) => void heard.push(`paid: ${payment.reference}`));
