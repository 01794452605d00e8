import { rupiah } from '@bayar/core';
import { implementation, send, startLimit, systemClock } from '@bayar/core/kit';
import { heard, payments, settings, type AcquirerName } from './shop.ts';

/** What a test asks of the worker. */
export type Question =
  | {
      readonly ask: 'create';
      readonly acquirer: AcquirerName;
      readonly reference: string;
      readonly deadlineMs?: number;
    }
  | { readonly ask: 'inquire'; readonly payment: Parameters<typeof payments.getPayment>[0] }
  | { readonly ask: 'send'; readonly url: string; readonly withinMs: number }
  | { readonly ask: 'heard' }
  | { readonly ask: 'surroundings' };

/** What the shop's own pages would do: a second entrance of the same worker, for tests. */
export const counter = {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await answer((await request.json()) as Question));
  },
};

function answer(question: Question): unknown {
  switch (question.ask) {
    case 'create':
      return create(question);
    case 'inquire':
      return payments.getPayment(question.payment);
    case 'send':
      return sendWithin(question.url, question.withinMs);
    case 'heard':
      return heard;
    case 'surroundings':
      return { crypto: implementation, runtime: navigator.userAgent, hasNode: 'process' in globalThis };
  }
}

function create({ acquirer, reference, deadlineMs = 5_000 }: Question & { ask: 'create' }): unknown {
  settings.active = acquirer;
  const request = {
    reference,
    amount: rupiah(25_000),
    title: 'Kopi susu',
    returnUrl: 'https://shop.example/thanks',
    customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
    device: { platform: 'web' },
  } as const;
  return payments.createPayment(request, { deadlineMs });
}

async function sendWithin(url: string, ms: number): Promise<unknown> {
  const limit = startLimit(systemClock, ms);
  const request = { method: 'POST', url, headers: {}, body: '{}' } as const;
  const sent = await send(request, globalThis.fetch, limit.signal).finally(limit.end);
  return sent.kind === 'answer' ? { ...sent, answer: { status: sent.answer.status, text: sent.answer.text } } : sent;
}
