import {
  danaDirect,
  restoreBinding,
  type CustomerDevice,
  type DanaDirect,
  type DanaDirectConfig,
} from '../../src/index.ts';
import { config, now, ref } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answering, type Answer } from '../wire.ts';

export const binding = restoreBinding({
  accessToken: 'AT',
  clientId: config.clientId,
  environment: config.environment,
});
export const device: CustomerDevice = {
  id: 'Mozilla/5.0 (Linux; Android 15)',
  ip: '203.0.113.7',
  location: { latitude: -6.108841, longitude: 106.7782137 },
};
export const payment = {
  ...ref,
  locator: { product: 'widget' },
  status: 'awaiting-customer',
  next: { type: 'redirect', url: 'https://m.sandbox.dana.id/n/cashier/new/checkout?bizNo=1&sign=a%2Bb c' },
} as const;

export const ott = { responseCode: '2004900', userResources: [{ resourceType: 'OTT', value: 'o+t/t=' }] };
export const balance = {
  responseCode: '2001100',
  name: 'SARI',
  accountInfos: [
    {
      balanceType: 'BALANCE',
      amount: { value: '20000.00', currency: 'IDR' },
      holdAmount: { value: '500.50', currency: 'IDR' },
      availableBalance: { value: '19499.50', currency: 'IDR' },
      status: '1',
    },
    { balanceType: 'POINT', status: '9' },
  ],
};
export const unbound = {
  responseCode: '2000900',
  merchantId: config.merchantId,
  referenceNo: 'U-1',
  unlinkResult: 'success',
};
export const profile = {
  response: {
    head: { function: 'dana.member.query.queryUserProfile' },
    body: {
      resultInfo: { resultStatus: 'S', resultCodeId: '00000000', resultCode: 'SUCCESS' },
      userResourceInfos: [
        { resourceType: 'USER_KYC', value: 'KYC2' },
        { resourceType: 'NICKNAME', value: 'not asked for' },
      ],
    },
  },
};

export const calls = {
  payBound: (dana: DanaDirect) => dana.payBound(payment, binding, device),
  getBalance: (dana: DanaDirect) => dana.getBalance(binding, device),
  unbind: (dana: DanaDirect) => dana.unbind(binding, device),
};
export const customerHeaders = { 'authorization-customer': 'Bearer AT', 'x-device-id': device.id };
export const placeHeaders = { 'x-ip-address': '203.0.113.7', 'x-latitude': '-6.10884', 'x-longitude': '106.77821' };
export const additionalInfo = { accessToken: 'AT' };

/** A gateway that DANA answers once, over and over. */
export function gateway(reply: Answer, widget: DanaDirectConfig['widget'] = { clientSecret: 'client-secret' }) {
  const { fetch, sent } = answering(reply);
  return { sent, dana: danaDirect({ ...config, widget }, { fetch, clock: standingClock(now) }) };
}
