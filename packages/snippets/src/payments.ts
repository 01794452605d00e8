import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { faspayDana } from '@bayar/faspay-dana';
import { createPayments, memoryLedger } from '@bayar/payments';
import { settings } from './settings.ts';
import { openShop, SHOP } from './simulator.ts';

/** The shop's payments, through all three acquirers. */
export const payments = createPayments({
  acquirers: {
    dana: danaDirect(settings.dana),
    doku: dokuDana(settings.doku),
    faspay: faspayDana(settings.faspay),
  },
  active: () => settings.acquirer,
  publicUrl: `${SHOP}/pay`,
  ledger: memoryLedger(),
});

openShop(payments.handler);
