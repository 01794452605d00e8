/**
 * Mounts `payments.handler` in Fastify.
 *
 * @module
 */
import { parsedBody } from '../body-was-parsed.ts';
import { toRequest, type Incoming, type Mounted } from './incoming.ts';

export type { Mounted };

/** What is used of a request of Fastify. */
export interface FastifyRequest extends Pick<Incoming, 'headers' | 'method' | 'body'> {
  /** Path and query as they arrived. */
  readonly originalUrl: string;
}

/** What is used of a reply of Fastify. */
export interface FastifyReply {
  readonly code: (status: number) => unknown;
  readonly headers: (headers: Record<string, string>) => unknown;
  readonly send: (body: string) => unknown;
}

/** What is used of an instance of Fastify. */
export interface FastifyScope {
  readonly removeAllContentTypeParsers: () => unknown;
  readonly addContentTypeParser: (
    contentType: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: unknown, body: Uint8Array, done: (error: null, body: Uint8Array) => void) => void,
  ) => unknown;
  readonly route: (route: {
    method: ('GET' | 'POST')[];
    url: string;
    handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  }) => unknown;
}

const FIX =
  "Fastify's JSON parser read the body before payments did. Register the plugin instead of a route: app.register(fastifyPayments(payments), { prefix: '/pay' }).";

// The application's own limit may be smaller than a notification, which would be lost without a word.
const BODY_LIMIT = 1_048_576;

/**
 * Mounts payments on Fastify as a plugin: in its own scope bodies stay bytes, since signatures cover them, and everywhere
 * else they are parsed as before.
 *
 * @example
 * ```ts
 * app.register(fastifyPayments(payments), { prefix: '/pay' });
 * ```
 */
export function fastifyPayments(payments: Mounted): (scope: FastifyScope) => Promise<void> {
  return (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) => done(null, body));
    scope.route({ method: ['GET', 'POST'], url: '/*', handler: fastifyHandler(payments) });
    return Promise.resolve();
  };
}

/** Answers one route of Fastify, in a scope whose bodies stay bytes. {@link fastifyPayments} makes such a scope. */
export function fastifyHandler(payments: Mounted): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const response = await payments.handler(toRequest(request, request.originalUrl, bodyOf(request)));
    reply.code(response.status);
    reply.headers(Object.fromEntries(response.headers));
    return reply.send(await response.text());
  };
}

function bodyOf({ body }: FastifyRequest): ReadableStream<Uint8Array> | Uint8Array | undefined {
  if (body === undefined || body === null || body instanceof Uint8Array) return body ?? undefined;
  return parsedBody(FIX);
}
