import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** A folder of files as a website. */
export interface ServedSite {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on a free port, with addresses that do not end in `.html`. */
export async function serveSite(root: string): Promise<ServedSite> {
  const site = new Hono();
  site.use(serveStatic({ root }));
  site.use(serveStatic({ root, rewriteRequestPath: (path) => `${path}.html` }));
  const server = createAdaptorServer({ fetch: site.fetch });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
