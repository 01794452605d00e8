import { createSimulator, type SandboxFetch } from '@bayar/simulator';

/** What answers at an address. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** The shop's public address. */
export const SHOP = 'https://shop.example';

/** The acquirers, as they answer at their documented hosts. */
export const simulator = createSimulator({ dana: { unbindNotifyUrl: `${SHOP}/pay/dana/v1.0/unbind/notify` } });
simulator.doku.register({
  tokenUrl: `${SHOP}/pay/doku/token`,
  notificationUrl: `${SHOP}/pay/doku/v1.0/debit/notify`,
});
simulator.faspay.register({
  notificationUrl: `${SHOP}/pay/faspay/notification`,
  returnUrl: `${SHOP}/pay/faspay/return`,
});

let shop: Answer = () => new Response(null, { status: 503 });

/** Opens the shop: what acquirers and browsers call at its address comes to this handler. */
export function openShop(handler: Answer): void {
  shop = handler;
}

const sandboxes: readonly (readonly [host: RegExp, answer: SandboxFetch])[] = [
  [/\.dana\.id$/, simulator.dana.fetch],
  [/\.doku\.com$/, simulator.doku.fetch],
  [/\.faspay\.co\.id$/, simulator.faspay.fetch],
];
const beyond = globalThis.fetch;

// A snippet is written for the real sandboxes: nothing in it says that they are simulated.
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, hostname } = new URL(request.url);
  if (origin === SHOP) return shop(request);
  const [, answer = beyond] = sandboxes.find(([host]) => host.test(hostname)) ?? [];
  return answer(request);
};
