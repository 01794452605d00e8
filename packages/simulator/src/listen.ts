import { ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import type { Http2Bindings, HttpBindings, ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Origin } from './context.ts';
import { breakageOf } from './faults/broken-connection.ts';
import { isCut } from './faults/interrupted-body.ts';
import type { SandboxFetch } from './half.ts';

/** Where to listen. */
export interface ListenOptions {
  /** 0 takes free ports; any other is the first of consecutive ports: DANA, DOKU, Faspay, the control room. */
  readonly port?: number;
  /** `127.0.0.1` unless told. The simulator holds no secrets, and believes everyone who reaches its pages. */
  readonly host?: string;
}

/** Ports of which each serves one half. */
export interface Ports {
  /** Serves a half on the next port; `http://127.0.0.1:<port>`. When that cannot be opened, none stays open. */
  readonly serve: (fetch: SandboxFetch, origin: Origin) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** No ports yet. */
export function openPorts({ port = 0, host = '127.0.0.1' }: ListenOptions): Ports {
  const listeners: Listener[] = [];
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };

  return {
    async serve(fetch, origin) {
      try {
        const listener = await listenOn(fetch, origin, port === 0 ? 0 : port + listeners.length, host);
        listeners.push(listener);
        return listener.url;
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}

interface Listener {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves one half on a port, and tells it that its URLs now live there. */
async function listenOn(fetch: SandboxFetch, origin: Origin, port: number, host: string): Promise<Listener> {
  const before = { ...origin };
  const { server, url } = await open(fetch, port, host);
  Object.assign(origin, { api: url, web: url });

  return {
    url,
    async close() {
      Object.assign(origin, before);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        // A simulated hang holds its connection open for ever.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

function open(fetch: SandboxFetch, port: number, host: string): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, bindings) => answer(fetch, request, bindings),
        port,
        hostname: host,
        overrideGlobalObjects: false,
      },
      (info) => resolve({ server, url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}` }),
    );
    server.once('error', reject);
  });
}

/** Planned faults are played on the wire; every other error is a fault of the simulator itself. */
async function answer(
  fetch: SandboxFetch,
  request: Request,
  { outgoing }: HttpBindings | Http2Bindings,
): Promise<Response> {
  try {
    const response = await fetch(request);
    if (!isCut(response) || !(outgoing instanceof ServerResponse)) return response;
    await writeUntilCut(response, outgoing);
  } catch (error) {
    const breakage = breakageOf(error);
    if (breakage === undefined && !request.signal.aborted) throw error;
    const { socket } = outgoing;
    if (breakage === 'reset' && socket && 'resetAndDestroy' in socket) socket.resetAndDestroy();
    else outgoing.destroy();
  }
  return RESPONSE_ALREADY_SENT;
}

/** What there is of the body, then the end of the connection. */
async function writeUntilCut(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).flushHeaders();
  const reader = response.body?.getReader();
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) outgoing.write(read.value);
  } catch {
    // The body ends here because the fault says so.
  }
  setImmediate(() => outgoing.destroy());
}
