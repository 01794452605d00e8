import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openShop, type Configuration } from '../src/open-shop.ts';
import { simulateAcquirers } from './simulated-acquirers.ts';

const { values } = parseArgs({
  options: {
    config: { type: 'string', default: 'all' },
    port: { type: 'string', default: '0' },
    'acquirers-port': { type: 'string', default: '0' },
  },
});

const file = new URL(`../config/${values.config}.json`, import.meta.url);
const acquirers = await simulateAcquirers(Number(values['acquirers-port']));
const shop = await openShop({
  configuration: acquirers.redirect(JSON.parse(await readFile(file, 'utf8')) as Configuration),
  env: acquirers.env,
  port: Number(values.port),
  clock: acquirers.clock,
});
acquirers.register(shop);

console.log(`The shop:   ${shop.origin}`);
console.log(`Settings:   ${shop.origin}/settings`);
for (const [adapter, url] of Object.entries(acquirers.urls)) console.log(`Simulated:  ${url}  (${adapter})`);
console.log(`Control room of the simulated acquirers: ${acquirers.controlRoom}`);
console.log('Stop with Ctrl-C: orders and payments are kept in memory, and gone then.');

process.once('SIGINT', () => {
  void Promise.all([shop.close(), acquirers.close()]);
});
