import { openShop } from './open-shop.ts';
import { readConfiguration } from './read-configuration.ts';
import { explain, readFlags, readPort, start } from './start.ts';

const { SHOP_CONFIG = 'config/all.json', PORT = '4000' } = process.env;

await start(async () => {
  readFlags();
  const file = { path: SHOP_CONFIG, name: SHOP_CONFIG, otherwise: 'Name a file that is there in SHOP_CONFIG.' };
  const shop = await openShop({
    configuration: await readConfiguration(file),
    env: (name) => process.env[name],
    port: readPort('PORT', PORT),
  }).catch(explain(SHOP_CONFIG));
  process.once('SIGINT', () => void shop.close());
  console.log(
    `The shop is open at ${shop.origin}, on port ${PORT} of this machine. Its orders are gone when it stops.`,
  );
  for (const { acquirer, kind, url, announced } of shop.payments.endpoints()) {
    if (announced === 'registered') console.log(`Register at ${acquirer}, ${kind}: ${url}`);
  }
});
