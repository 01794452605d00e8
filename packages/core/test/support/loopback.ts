import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createNetServer, type Server, type Socket } from 'node:net';

/** A server on this machine, gone when the test is. */
export interface Loopback extends AsyncDisposable {
  readonly origin: string;
  /** Connections it has taken. */
  readonly connections: () => number;
}

async function listen(server: Server, scheme: 'http' | 'https'): Promise<Loopback> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    socket.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    origin: `${scheme}://127.0.0.1:${String(address.port)}`,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** A server that does with each connection what the test says. */
export function raw(serve: (socket: Socket) => void): Promise<Loopback> {
  return listen(createNetServer(serve), 'http');
}

/** An HTTP server. */
export function http(serve: RequestListener): Promise<Loopback> {
  return listen(createHttpServer(serve), 'http');
}

/** An HTTPS server with a certificate nobody trusts. */
export function https(serve: RequestListener, cert: string, key: string): Promise<Loopback> {
  return listen(createHttpsServer({ cert, key }, serve), 'https');
}

/** Reads the body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
