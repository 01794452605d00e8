import type { RsaKeyPair } from '../key-pair.ts';
import type { SignatureCheck } from '../signature-check.ts';
import type { AccessTokens } from './access-token.ts';
import { isJson, refuseTimestamp } from './call-verification.ts';
import { checkDokuTokenSignature } from './diagnosis.ts';
import { readFields } from './field-reader.ts';
import { parseJsonObject } from './json.ts';
import type { Reply } from './reply.ts';
import { badRequest, missingField, successful, unauthorized } from './response-case.ts';
import type { ResponseCase } from './response-case.ts';
import type { ResolvedDokuSettings } from './settings.ts';

/** What giving a token touches. */
export interface TokenDesk {
  readonly clientId: string;
  /** The private half only tells a merchant who signed wrongly what was expected. */
  readonly merchantKeys: RsaKeyPair;
  readonly tokens: AccessTokens;
  readonly settings: ResolvedDokuSettings;
  readonly now: () => number;
}

/** A request for a token, and what its signature turned out to be once it was looked at. */
export interface TokenRequest {
  readonly headers: Headers;
  /** Absent where there was too much of it. */
  readonly bytes: Uint8Array | undefined;
  signature?: SignatureCheck;
}

/** Gives the merchant an access token (DOKU reference §2). */
export function issueToken(desk: TokenDesk, request: TokenRequest): Reply {
  const refused = refuseBody(request) ?? refuseHeaders(desk, request);
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

function refuseBody({ headers, bytes }: TokenRequest): ResponseCase | undefined {
  const body = bytes && isJson(headers) ? parseJsonObject(new TextDecoder().decode(bytes)) : undefined;
  if (!body) return badRequest;
  const fields = readFields(body);
  fields.text('grantType', { max: 32, oneOf: ['client_credentials'] });
  return fields.problem();
}

function refuseHeaders(desk: TokenDesk, request: TokenRequest): ResponseCase | undefined {
  const { headers } = request;
  const clientId = headers.get('x-client-key');
  if (!clientId) return missingField('X-CLIENT-KEY');
  const refusedTimestamp = refuseTimestamp(headers, desk.settings, desk.now());
  if (refusedTimestamp) return refusedTimestamp;
  const signature = headers.get('x-signature');
  if (!signature) return missingField('X-SIGNATURE');
  if (clientId !== desk.clientId) return unauthorized('Unknown Client');
  const timestamp = headers.get('x-timestamp') ?? '';
  request.signature = checkDokuTokenSignature({ clientId, timestamp, signature }, desk.merchantKeys);
  return request.signature.genuine ? undefined : unauthorized('Invalid Signature');
}
