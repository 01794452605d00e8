import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorker, type OpenWorker } from './open-worker.ts';
let w: OpenWorker;
beforeAll(async () => { w = await openWorker(); });
afterAll(() => w?.close());
it('surroundings', async () => { console.log(await w.ask({ask:'surroundings'})); });
it.each(['dana','doku','faspay'] as const)('create %s', async (acquirer) => {
  const r = await w.create({acquirer, reference: 'INV-'+acquirer});
  console.log(JSON.stringify(r));
  if (r.kind==='done') { console.log(JSON.stringify(await w.inquire(r.value)));
  const ref = acquirer==='faspay' ? 'INV-faspayZ' : 'INV-'+acquirer;
  await w.simulator[acquirer].customer.pay(ref); await w.simulator.idle();
  console.log(JSON.stringify(w.simulator[acquirer].payment(ref)?.deliveries)); console.log(JSON.stringify(await w.heard()));
  console.log(JSON.stringify(await w.inquire(r.value)));}
});
it('concurrent doku', async () => {
  w.simulator.faults.add({acquirer:'doku', operation:'token', fault:{type:'delay', ms: 600}} as never);
});
