import fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { fastifyHandler, fastifyPayments } from '@bayar/payments/fastify';
import type { Server, StartServer } from './merchant.ts';
import { behavesAsMounted, refusesParsedBodies } from './mount-suite.ts';

async function listening(app: FastifyInstance): Promise<Server> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: () => app.close() };
}

const registered: StartServer = async (payments) => {
  const app = fastify();
  await app.register(fastifyPayments(payments), { prefix: '/pay' });
  return listening(app);
};

const routed: StartServer = (payments) => {
  const app = fastify();
  app.all('/pay/*', fastifyHandler(payments));
  return listening(app);
};

const limited: StartServer = async (payments) => {
  const app = fastify({ bodyLimit: 64 });
  await app.register(fastifyPayments(payments), { prefix: '/pay' });
  return listening(app);
};

describe('payments registered on Fastify', () => behavesAsMounted(registered));
describe('payments registered on Fastify that takes small bodies only', () => behavesAsMounted(limited));
describe('payments on a route of Fastify, under its JSON parser', () => {
  refusesParsedBodies(routed, "app.register(fastifyPayments(payments), { prefix: '/pay' })");
});

describe('fastifyPayments', () => {
  it('leaves the rest of the application its body parser', async () => {
    const app = fastify();
    await app.register(fastifyPayments({ handler: () => Promise.resolve(new Response()) }), { prefix: '/pay' });
    app.post('/cart', (request) => request.body);
    const answer = await app.inject({ method: 'POST', url: '/cart', payload: { kopi: 2 } });
    expect(answer.json()).toEqual({ kopi: 2 });
    await app.close();
  });
});
