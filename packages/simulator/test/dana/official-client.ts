import { Dana } from 'dana-node';
import { createSimulator } from '../../src/index.ts';
import { idr, jakarta } from './merchant.ts';

/** The official client has no setting for its host: the address is put into its configuration afterwards. */
function pointAt(api: object, basePath: string): void {
  const configuration: unknown = Reflect.get(api, 'configuration');
  if (typeof configuration !== 'object' || configuration === null) throw new Error('the client keeps no configuration');
  Reflect.set(configuration, 'config', { basePath });
}

/** dana-node in front of a simulator on a port of its own. */
export async function openOfficialClient() {
  const received: { path: string; headers: Record<string, string>; body: string }[] = [];
  const simulator = createSimulator({
    async send(request) {
      const { pathname: path } = new URL(request.url);
      received.push({ path, headers: Object.fromEntries(request.headers), body: await request.text() });
      return Response.json({ responseCode: '2005600', responseMessage: 'Successful' });
    },
  });
  const served = await simulator.listen({ port: 0 });
  const { clientId, clientSecret, merchantId, privateKey } = simulator.dana.credentials;
  const clientOf = (key: string) => {
    const options = { partnerId: clientId, privateKey: key, clientSecret, origin: 'https://merchant.example' };
    const dana = new Dana({ ...options, env: 'sandbox' });
    pointAt(dana.paymentGatewayApi, served.dana);
    pointAt(dana.widgetApi, served.dana);
    return dana;
  };
  const dana = clientOf(privateKey);
  const validUpTo = jakarta(simulator.clock.now() + 20 * 60_000);
  return { simulator, served, received, merchantId, dana, clientOf, validUpTo };
}

export type OfficialClient = Awaited<ReturnType<typeof openOfficialClient>>;

const envInfo = { sourcePlatform: 'IPG', terminalType: 'SYSTEM', orderTerminalType: 'WEB' } as const;

/** A REDIRECT order whose title holds what is hard to sign. */
export const gatewayOrder = ({ merchantId, validUpTo }: OfficialClient, partnerReferenceNo: string) => ({
  partnerReferenceNo,
  merchantId,
  amount: idr('222000.00'),
  validUpTo,
  urlParams: [
    { url: 'https://merchant.example/return', type: 'PAY_RETURN' as const, isDeeplink: 'Y' },
    { url: 'https://merchant.example/dana/notify', type: 'NOTIFICATION' as const, isDeeplink: 'Y' },
  ],
  additionalInfo: {
    order: { orderTitle: 'Kopi Susu — "Spesial"', scenario: 'REDIRECT' as const, merchantTransType: 'SPECIAL_MOVIE' },
    mcc: '5732',
    envInfo,
  },
});

/** A Widget payment. */
export const widgetOrder = ({ merchantId, validUpTo }: OfficialClient, partnerReferenceNo: string) => ({
  partnerReferenceNo,
  merchantId,
  amount: idr('5000.00'),
  validUpTo,
  additionalInfo: { productCode: '51051000100000000001', mcc: '5732', order: { orderTitle: 'Order 1' }, envInfo },
});
