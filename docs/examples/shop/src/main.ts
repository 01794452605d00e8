import { readFile } from 'node:fs/promises';
import { ConfigError } from '@bayar/core';
import { openShop, type Configuration } from './open-shop.ts';

const { SHOP_CONFIG = 'config/all.json', PORT = '4000' } = process.env;

try {
  const shop = await openShop({
    configuration: JSON.parse(await readFile(SHOP_CONFIG, 'utf8')) as Configuration,
    env: (name) => process.env[name],
    port: Number(PORT),
  });
  process.once('SIGINT', () => void shop.close());
  console.log(
    `The shop is open at ${shop.origin}, on port ${PORT} of this machine. Its orders are gone when it stops.`,
  );
  for (const { acquirer, kind, url, announced } of shop.payments.endpoints()) {
    if (announced === 'registered') console.log(`Register at ${acquirer}, ${kind}: ${url}`);
  }
} catch (error) {
  if (!ConfigError.isInstance(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
