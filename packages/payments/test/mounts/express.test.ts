import { createServer } from 'node:http';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { expressHandler } from '@bayar/payments/express';
import { listening, type StartServer } from './merchant.ts';
import { behavesAsMounted, refusesParsedBodies } from './mount-suite.ts';

const above: StartServer = (payments) => {
  const app = express();
  app.use('/pay', expressHandler(payments));
  app.use(express.json());
  return listening(createServer(app));
};

const below: StartServer = (payments) => {
  const app = express();
  app.use(express.json());
  app.use('/pay', expressHandler(payments));
  return listening(createServer(app));
};

const belowRaw: StartServer = (payments) => {
  const app = express();
  app.use(express.raw({ type: '*/*' }));
  app.use('/pay', expressHandler(payments));
  return listening(createServer(app));
};

const belowKeeping: StartServer = (payments) => {
  const app = express();
  const keep = (request: object, _: unknown, bytes: Uint8Array): void =>
    void Object.assign(request, { rawBody: bytes });
  app.use(express.json({ verify: keep }));
  app.use('/pay', expressHandler(payments));
  return listening(createServer(app));
};

describe('payments above express.json()', () => behavesAsMounted(above));
describe('payments below express.raw()', () => behavesAsMounted(belowRaw));
describe('payments below express.json() that keeps rawBody', () => behavesAsMounted(belowKeeping));
describe('payments below express.json()', () => {
  refusesParsedBodies(below, "app.use('/pay', expressHandler(payments)) above it");
});

describe('expressHandler', () => {
  it('hands a failure of the ledger on to Express', async () => {
    const app = express();
    app.use(expressHandler({ handler: () => Promise.reject(new Error('ledger is down')) }));
    const failures: unknown[] = [];
    const answer500: express.ErrorRequestHandler = (error, _, response, _next) => {
      failures.push(error);
      response.sendStatus(500);
    };
    app.use(answer500);
    const server = await listening(createServer(app));
    expect((await fetch(server.url)).status).toBe(500);
    expect(failures).toMatchObject([{ message: 'ledger is down' }]);
    await server.close();
  });
});
