import { doubtful, refused, staleToken, success, type CodeTable } from '@bayar/core/kit';

/** What every SNAP operation shares: success, requests still running, and every kind of server trouble. */
export const commonCodes: CodeTable = {
  '200/00': success,
  '202/00': doubtful('in-progress'),
  '2xx': doubtful('unlisted-code'),
  '400/00': refused(
    'invalid-request',
    'The request could not be read. Report it: the adapter should not send such a request.',
  ),
  '400/01': refused('invalid-request', 'A field has the wrong format; the message of the raw answer names it.'),
  '400/02': refused(
    'invalid-request',
    'A required field or header is missing; the message of the raw answer names it.',
  ),
  '401/00': refused(
    'authentication',
    "The signature was refused. The usual causes: the public key registered at the acquirer is not this private key's other half, the client id belongs to another environment, or the clock is off.",
  ),
  '5xx': doubtful('acquirer-error'),
};

/** {@link commonCodes} for acquirers whose requests carry a B2B token: a refused token was refused before anything was processed. */
export const tokenCodes: CodeTable = {
  '401/01': staleToken(
    'The access token was refused twice. Another process may be replacing it: share one token store.',
  ),
  '401/03': staleToken(
    'The access token was not recognised. Check that client id and secret belong to the same environment.',
  ),
};
