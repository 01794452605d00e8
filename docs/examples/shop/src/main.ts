import { readFile } from 'node:fs/promises';
import { openShop, type Configuration } from './open-shop.ts';

const { SHOP_CONFIG = 'config/all.json', SHOP_ORIGIN, PORT = '0' } = process.env;

const shop = await openShop({
  configuration: JSON.parse(await readFile(SHOP_CONFIG, 'utf8')) as Configuration,
  env: (name) => process.env[name],
  port: Number(PORT),
  origin: SHOP_ORIGIN,
});

console.log(`The shop is open at ${shop.origin}. Register at the acquirers:`);
for (const { acquirer, kind, url, announced } of shop.payments.endpoints()) {
  if (announced === 'registered') console.log(`  ${acquirer}, ${kind}: ${url}`);
}

process.once('SIGINT', () => void shop.close());
