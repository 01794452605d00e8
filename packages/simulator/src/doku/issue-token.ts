import type { KeyObject } from 'node:crypto';
import type { AccessTokens } from './access-token.ts';
import { isJson, refuseTimestamp } from './call-verification.ts';
import { readFields } from './field-reader.ts';
import { parseJsonObject } from './json.ts';
import type { Reply } from './reply.ts';
import { badRequest, missingField, successful, unauthorized } from './response-case.ts';
import type { ResponseCase } from './response-case.ts';
import type { ResolvedDokuSettings } from './settings.ts';
import { isTokenRequestSignature } from './signature.ts';

/** What giving a token touches. */
export interface TokenDesk {
  readonly clientId: string;
  readonly merchantPublicKey: KeyObject;
  readonly tokens: AccessTokens;
  readonly settings: ResolvedDokuSettings;
  readonly now: () => number;
}

/** Gives the merchant an access token (DOKU reference §2). */
export function issueToken(desk: TokenDesk, headers: Headers, body: string): Reply {
  const refused = refuseBody(headers, body) ?? refuseHeaders(desk, headers);
  if (refused) return { outcome: refused };
  const lifetime = desk.settings.tokenLifetimeSeconds;
  return {
    outcome: successful,
    fields: {
      accessToken: desk.tokens.issue(desk.now()),
      tokenType: 'Bearer',
      expiresIn: desk.settings.expiresInAs === 'string' ? String(lifetime) : lifetime,
      additionalInfo: '',
    },
  };
}

function refuseBody(headers: Headers, body: string): ResponseCase | undefined {
  const request = isJson(headers) ? parseJsonObject(body) : undefined;
  if (!request) return badRequest;
  const fields = readFields(request);
  fields.text('grantType', { max: 32, oneOf: ['client_credentials'] });
  return fields.problem();
}

function refuseHeaders(desk: TokenDesk, headers: Headers): ResponseCase | undefined {
  const clientId = headers.get('x-client-key');
  if (!clientId) return missingField('X-CLIENT-KEY');
  const refusedTimestamp = refuseTimestamp(headers, desk.settings, desk.now());
  if (refusedTimestamp) return refusedTimestamp;
  const signature = headers.get('x-signature');
  if (!signature) return missingField('X-SIGNATURE');
  if (clientId !== desk.clientId) return unauthorized('Unknown Client');
  const timestamp = headers.get('x-timestamp') ?? '';
  const genuine = isTokenRequestSignature(desk.merchantPublicKey, clientId, timestamp, signature);
  return genuine ? undefined : unauthorized('Invalid Signature');
}
