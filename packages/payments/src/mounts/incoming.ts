import { parsedBody } from '../body-was-parsed.ts';
import type { Payments } from '../payments.ts';

/** What a mount needs of `payments`. */
export type Mounted = Pick<Payments, 'handler'>;

/** What is used of a request of `node:http`, and of everything that extends it. */
export interface Incoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Set by body parsers. */
  readonly body?: unknown;
  /** The bytes as they came, where a parser or a platform keeps them beside what it made of them. */
  readonly rawBody?: unknown;
  /** Whether the whole message has arrived. */
  readonly complete: boolean;
  /** Whether somebody has read of the body. */
  readonly readableDidRead: boolean;
  readonly iterator: (options: { destroyOnReturn: boolean }) => AsyncIterator<Uint8Array>;
}

/** What is used of a response of `node:http`. */
export interface Outgoing {
  readonly headersSent: boolean;
  readonly writeHead: (status: number, headers: Record<string, string>) => unknown;
  readonly end: (body?: Uint8Array) => unknown;
}

/** How a mount answers, and what it says when the body was read before. */
export interface Answering {
  /** Path and query as they arrived. */
  readonly url: string;
  /** What to change so that the body is not read before. */
  readonly fix: string;
}

/** Answers a request of `node:http`. */
export async function answerIncoming(
  payments: Mounted,
  incoming: Incoming,
  outgoing: Outgoing,
  { url, fix }: Answering,
): Promise<void> {
  // Acquirers post and browsers get; some other methods cannot even be asked of a handler of the Web.
  if (incoming.method !== 'GET' && incoming.method !== 'POST') {
    outgoing.writeHead(405, { allow: 'GET, POST' });
    outgoing.end();
    return;
  }
  const response = await payments.handler(toRequest(incoming, url, bodyOf(incoming, fix)));
  const headers = Object.fromEntries(response.headers);
  const body = new Uint8Array(await response.arrayBuffer());
  // What nobody read of a body would be taken for the next request.
  outgoing.writeHead(response.status, incoming.complete ? headers : { ...headers, connection: 'close' });
  outgoing.end(body);
}

/** A request as the Web knows it. Only path and query of the address count: they follow a host of no meaning. */
export function toRequest(
  { method = 'GET', headers }: Pick<Incoming, 'method' | 'headers'>,
  url: string,
  body: ReadableStream<Uint8Array> | Uint8Array | undefined,
): Request {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 has names that are no names of headers: `:path`.
    if (value !== undefined && !name.startsWith(':')) kept.set(name, String(value));
  }
  return new Request(`http://localhost${url}`, {
    method,
    headers: kept,
    ...(method === 'GET' || body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
}

function bodyOf(incoming: Incoming, fix: string): ReadableStream<Uint8Array> | Uint8Array {
  // Parsers that hand over the bytes as they came have done no harm.
  for (const bytes of [incoming.rawBody, incoming.body]) if (bytes instanceof Uint8Array) return bytes;
  return incoming.readableDidRead ? parsedBody(fix) : streamOf(incoming);
}

function streamOf(incoming: Incoming): ReadableStream<Uint8Array> {
  // Reading may stop early; the socket must not be destroyed then, for the answer still goes out on it.
  const parts = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    pull: async (controller) => {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(part.value);
    },
    cancel: async () => {
      await parts.return?.();
    },
  });
}
