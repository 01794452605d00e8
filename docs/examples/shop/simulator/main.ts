import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openShop } from '../src/open-shop.ts';
import { readConfiguration, type ConfigurationFile } from '../src/read-configuration.ts';
import { explain, readFlags, readPort, start } from '../src/start.ts';
import { simulateAcquirers } from './simulated-acquirers.ts';

await start(async () => {
  const flags = readFlags('config', 'port', 'acquirers-port');
  const file = await sample(flags.config ?? 'all');
  const configuration = await readConfiguration(file);
  const ports = [readPort('--acquirers-port', flags['acquirers-port'] ?? '0'), readPort('--port', flags.port ?? '0')];
  const acquirers = await simulateAcquirers({ port: ports[0] }).catch(explain(file.name));
  const shop = await openShop({
    configuration: acquirers.redirect(configuration),
    env: acquirers.env,
    port: ports[1],
    clock: acquirers.clock,
  })
    .catch(explain(file.name))
    .catch(async (error: unknown) => {
      await acquirers.close();
      throw error;
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
});

async function sample(config: string): Promise<ConfigurationFile> {
  const folder = fileURLToPath(new URL('../config/', import.meta.url));
  const samples = (await readdir(folder)).filter((file) => /^[a-z]+\.json$/.test(file));
  const choices = samples.map((file) => `--config=${file.replace('.json', '')}`).join(', ');
  return { path: join(folder, `${config}.json`), name: `config/${config}.json`, otherwise: `Choose one: ${choices}.` };
}
