import type { Simulator } from '../../src/index.ts';
import { bindingUrl } from '../dana/bound-customer.ts';
import { apiOrderOf, createMerchant as danaMerchant, orderOf, paths } from '../dana/merchant.ts';
import { openShop } from '../doku/merchant.ts';
import { createMerchant as faspayMerchant } from '../faspay/merchant.ts';

/** A payment waiting for its customer. */
export interface OpenPage {
  readonly simulator: Simulator;
  readonly acquirer: 'dana' | 'doku' | 'faspay';
  readonly reference: string;
}

async function danaOrder(order: Record<string, unknown>): Promise<OpenPage> {
  const { simulator, call } = danaMerchant();
  await call(paths.create, order);
  return { simulator, acquirer: 'dana', reference: 'ORDER-1' };
}

/** One page of each kind, under the name of its picture. */
export const pages: Readonly<Record<string, () => Promise<OpenPage>>> = {
  dana: () => danaOrder(orderOf('ORDER-1')),
  'dana-virtual-account': () => danaOrder(apiOrderOf('ORDER-1', 'VIRTUAL_ACCOUNT', 'VIRTUAL_ACCOUNT_BCA')),
  'dana-qris': () =>
    danaOrder(apiOrderOf('ORDER-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', { externalStoreId: 'SHOP-1' })),
  'dana-payment-code': () => danaOrder(apiOrderOf('ORDER-1', 'NETWORK_PAY', 'NETWORK_PAY_PC_INDOMARET')),
  'dana-phone': () => danaOrder(apiOrderOf('ORDER-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_OVO')),
  async doku() {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    return { simulator, acquirer: 'doku', reference: 'INV-0001' };
  },
  async faspay() {
    const { simulator, post } = faspayMerchant();
    await post('INV20260102A001');
    return { simulator, acquirer: 'faspay', reference: 'INV20260102A001' };
  },
};

/** The page on which a customer binds an account. */
export function danaConsent() {
  const { dana, simulator } = danaMerchant();
  const url = bindingUrl();
  return {
    simulator,
    url,
    show: (lang: string) => dana.fetch(`${url}&lang=${lang}`),
    press: (action: string) => dana.fetch(url, { method: 'POST', body: new URLSearchParams({ action }) }),
  };
}
