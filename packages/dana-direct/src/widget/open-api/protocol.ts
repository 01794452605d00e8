import * as v from 'valibot';
import { formatJakarta, rsaSha256, type Protocol, type Random, type Runtime } from '@bayar/core/kit';
import type { Settings } from '../../settings.ts';

/** DANA's older interface. What stands in every head. */
const VERSION = '2.0';
const RESERVE = '{}';

const answered = v.object({
  response: v.object({
    body: v.object({
      resultInfo: v.object({
        resultStatus: v.string(),
        resultCode: v.nullish(v.string()),
        resultCodeId: v.nullish(v.string()),
      }),
    }),
  }),
});

/**
 * DANA's Open API: the signature is in the body and covers the text of `request`. Answers say `S`, `F` or `U`; whose
 * signature they carry over what is not documented, so it is TLS that vouches for them.
 */
export function openApiProtocol({ privateKey }: Settings): Protocol {
  const sign = rsaSha256(privateKey);
  return {
    signBody: async (request) => ({ request, signature: await sign(JSON.stringify(request)) }),
    authenticate: async () => ({ kind: 'ready', headers: {} }),
    codeOf: ({ status }, body) => {
      const read = v.safeParse(answered, body);
      if (status >= 300 || !read.success) return undefined;
      const { resultStatus, resultCode, resultCodeId } = read.output.response.body.resultInfo;
      return { code: resultCode ?? resultCodeId ?? resultStatus, keys: [resultStatus] };
    },
  };
}

/** The head of a request to DANA. */
export function requestHead(
  name: string,
  { clientId, widget }: Settings,
  { clock, random }: Required<Runtime>,
): object {
  return {
    version: VERSION,
    function: name,
    clientId,
    clientSecret: widget.clientSecret,
    reqTime: formatJakarta(clock.now()),
    reqMsgId: uuid(random),
    reserve: RESERVE,
  };
}

/** The head of an answer to DANA. */
export function responseHead(name: string, { clientId }: Settings, now: Date, reqMsgId: string | undefined): object {
  return { version: VERSION, function: name, clientId, respTime: formatJakarta(now), reqMsgId, reserve: RESERVE };
}

/** 128 random bits as DANA writes a message's id. */
export function uuid(random: Random): string {
  return random.token().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
