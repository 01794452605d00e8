import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import type { NextServer } from 'next/dist/server/next.js';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { nextHandlers, type Mounted, type NextHandlers } from '@bayar/payments/next';
import { listening, type Server, type StartServer } from './merchant.ts';
import { behavesAsMounted, refusesParsedBodies } from './mount-suite.ts';

// Its types leave out that it is a function.
const next = createRequire(import.meta.url)('next') as (options: {
  dev: boolean;
  dir: string;
  quiet: boolean;
}) => NextServer;

let app: NextServer;
let server: Server;
beforeAll(async () => {
  vi.stubEnv('NEXT_TELEMETRY_DISABLED', '1');
  app = next({ dev: true, dir: fileURLToPath(new URL('next-app', import.meta.url)), quiet: true });
  await app.prepare();
  const answer = app.getRequestHandler();
  server = await listening(createServer((request, response) => void answer(request, response)));
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** Next itself serves the route of `next-app`: one for all, since a process can hold only one. */
function routed(handlersOf: (payments: Mounted) => NextHandlers): StartServer {
  return (payments) => {
    vi.stubGlobal('mountedHandlers', handlersOf(payments));
    return Promise.resolve({ url: server.url, close: () => Promise.resolve() });
  };
}

function readingFirst(payments: Mounted): NextHandlers {
  const { GET, POST } = nextHandlers(payments);
  const read = async (request: Request): Promise<Response> => {
    await request.json();
    return POST(request);
  };
  return { GET, POST: read };
}

describe('payments on a route of Next', () => behavesAsMounted(routed(nextHandlers)));
describe('payments on a route of Next, after request.json()', () => {
  refusesParsedBodies(routed(readingFirst), 'Export GET and POST of nextHandlers as they are');
});
