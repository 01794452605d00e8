/** A request as it arrived, for people to read. Plain data. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As text; cut where it is very long. */
  readonly body: string;
}

/** An answer as it was sent. Plain data. */
export interface SentAnswer {
  readonly status: number;
  readonly body: string;
}

const longestBody = 20_000;

/** Describes a request whose body has been read. */
export function describeRequest(request: Request, body: Uint8Array | undefined): ReceivedRequest {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: `${pathname}${search}`,
    headers: Object.fromEntries(request.headers),
    body: body === undefined ? '(more than 1 MiB)' : cut(new TextDecoder().decode(body)),
  };
}

function cut(text: string): string {
  return text.length > longestBody ? `${text.slice(0, longestBody)}…` : text;
}
