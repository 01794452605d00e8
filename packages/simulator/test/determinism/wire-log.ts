import type { SandboxFetch, Send } from '../../src/index.ts';

/** Every byte that went either way, in order. */
export interface WireLog {
  readonly lines: readonly string[];
  /** Writes down what goes through. */
  readonly around: (name: string, fetch: SandboxFetch) => SandboxFetch;
  readonly aroundSend: (name: string, send: Send) => Send;
}

/** Nothing said yet. */
export function createWireLog(): WireLog {
  const lines: string[] = [];

  async function exchange(name: string, request: Request, send: Send): Promise<Response> {
    const sent = await request.clone().text();
    lines.push(`${name} > ${request.method} ${request.url} ${headersOf(request.headers)} ${sent}`);
    try {
      const response = await send(request);
      const { status, headers } = response;
      const body = await response.text();
      lines.push(`${name} < ${status} ${headersOf(headers)} ${body}`);
      return new Response(status === 204 || body === '' ? null : body, { status, headers });
    } catch (error) {
      lines.push(`${name} ! ${String(error)} ${causeOf(error)}`);
      throw error;
    }
  }

  return {
    lines,
    around: (name, fetch) => async (input, init) =>
      exchange(name, new Request(input, init), (request) => fetch(request)),
    aroundSend: (name, send) => (request) => exchange(name, request, send),
  };
}

function headersOf(headers: Headers): string {
  return JSON.stringify([...headers]);
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
}
