/** What the toy's server does with the next request instead of answering it. */
export type Mishap =
  | 'refuse-connection'
  | 'lose-answer'
  | 'lose-request'
  | 'decline'
  | 'decline-for-now'
  | 'decline-account'
  | 'absent-yet'
  | 'garble'
  | 'lie';

/** A payment as the toy's server keeps it. */
export interface ToyPayment {
  readonly amount: number;
  status: string;
  refunds: Record<string, number>;
  charges: number;
}

/** A make-believe acquirer's server: just enough of one for `payments` to be tried against without naming a real one. */
export interface ToyServer {
  readonly fetch: typeof globalThis.fetch;
  readonly payments: Map<string, ToyPayment>;
  /** Paths and bodies of what arrived. */
  readonly requests: { readonly path: string; readonly body: Record<string, unknown> }[];
  /** What goes wrong with the next requests, in order. */
  readonly mishaps: Mishap[];
  /** Runs before the next answer: something that happens while a call is under way. */
  meanwhile: (() => Promise<void>) | undefined;
  readonly pay: (reference: string) => void;
}

/** Opens a server that recognises a repeated reference. */
export function toyServer(): ToyServer {
  const payments = new Map<string, ToyPayment>();
  const server: ToyServer = {
    payments,
    requests: [],
    mishaps: [],
    meanwhile: undefined,
    pay: (reference) => {
      const payment = payments.get(reference);
      if (payment === undefined) throw new Error(`No payment ${reference}`);
      payment.status = 'paid';
      payment.charges += 1;
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const mishap = server.mishaps.shift();
      if (mishap === 'refuse-connection') throw lost('ECONNREFUSED');
      const path = new URL(request.url).pathname;
      const body = (await request.json()) as Record<string, unknown>;
      server.requests.push({ path, body });
      if (mishap === 'lose-request') throw lost('ECONNRESET');
      if (mishap === 'decline') return Response.json({ code: 'no' });
      if (mishap === 'decline-account') return Response.json({ code: 'account' });
      if (mishap === 'decline-for-now') return Response.json({ code: 'later' });
      if (mishap === 'absent-yet') return Response.json({ code: 'absent-yet' });
      const answer = act(payments, path, body);
      await server.meanwhile?.();
      if (mishap === 'lose-answer') throw lost('ECONNRESET');
      if (mishap === 'garble') return new Response('<html>502</html>', { status: 502 });
      return Response.json(mishap === 'lie' ? { ...answer, amount: 1 } : answer);
    },
  };
  return server;
}

function act(payments: Map<string, ToyPayment>, path: string, body: Record<string, unknown>): Record<string, unknown> {
  const reference = String(body['reference']);
  const known = payments.get(reference);
  if (path === '/create') {
    const payment = known ?? { amount: Number(body['amount']), status: 'open', refunds: {}, charges: 0 };
    payments.set(reference, payment);
    return { code: 'ok', reference, amount: payment.amount, page: `https://pay.example/${reference}` };
  }
  if (known === undefined) return { code: 'absent' };
  if (path === '/refund') known.refunds[String(body['refundReference'])] = Number(body['amount']);
  if (path === '/cancel') known.status = known.status === 'paid' ? 'refunded' : 'cancelled';
  return {
    code: 'ok',
    reference,
    amount: path === '/refund' ? Number(body['amount']) : known.amount,
    status: known.status,
  };
}

function lost(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
