import { rupiah, type Needing } from '@bayar/core';
import { systemClock, type Clock } from '@bayar/core/kit';
import { danaDirect, type DanaDirectConfig } from '@bayar/dana-direct';
import { dokuDana, type DokuDanaConfig } from '@bayar/doku-dana';
import { faspayDana, type FaspayDanaConfig } from '@bayar/faspay-dana';
import { createPayments, type Ledger, type Payments } from '@bayar/payments';

/** What a process needs to open the shop. Plain JSON. */
export interface Premises {
  /** The ledger's. */
  readonly file: string;
  /** The accounts, at addresses of this machine. */
  readonly accounts: {
    readonly dana: DanaDirectConfig;
    readonly doku: DokuDanaConfig;
    readonly faspay: FaspayDanaConfig;
  };
}

/** Every acquirer of the shop, and what its reference begins with. */
export const ACQUIRERS = ['dana', 'doku', 'faspay'] as const;

/** The name an acquirer goes by. */
export type Acquirer = (typeof ACQUIRERS)[number];

/** The shop's payments, new ones at that acquirer. */
export function openShop(
  { accounts }: Premises,
  ledger: Ledger,
  active: Acquirer,
  clock: Clock = systemClock,
): Payments {
  return createPayments({
    acquirers: {
      dana: danaDirect(accounts.dana),
      doku: dokuDana(accounts.doku),
      faspay: faspayDana(accounts.faspay),
    },
    active,
    publicUrl: 'https://shop.example/pay',
    ledger,
    clock,
  });
}

/** An order that any of them takes. */
export function coffee(reference: string): Needing<'customer' | 'device'> {
  return {
    reference,
    amount: rupiah(25_000),
    title: 'Kopi susu',
    returnUrl: 'https://shop.example/thanks',
    customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
    device: { platform: 'web', id: 'device123', ip: '203.0.113.10' },
  };
}
