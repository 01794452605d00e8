/** An HTTP status, the last two digits of a response code, and its message. */
export interface ResponseCase {
  readonly http: number;
  readonly number: string;
  readonly message: string;
}

function responseCase(http: number, number: string, message: string): ResponseCase {
  return { http, number, message };
}

/** HTTP 200, case 00: Successful. */
export const successful = responseCase(200, '00', 'Successful');
/** HTTP 202, case 00: Request In Progress. */
export const inProgress = responseCase(202, '00', 'Request In Progress');
/** HTTP 400, case 00: Bad Request. */
export const badRequest = responseCase(400, '00', 'Bad Request');
/** HTTP 401, case 01: Access Token Invalid (B2B). */
export const invalidToken = responseCase(401, '01', 'Access Token Invalid (B2B)');
/** HTTP 401, case 03: Token Not Found (B2B). */
export const tokenNotFound = responseCase(401, '03', 'Token Not Found (B2B)');
/** HTTP 403, case 00: Transaction Expired. */
export const transactionExpired = responseCase(403, '00', 'Transaction Expired');
/** HTTP 403, case 14: Insufficient Funds. */
export const insufficientFunds = responseCase(403, '14', 'Insufficient Funds');
/** HTTP 404, case 00: Invalid Transaction Status. */
export const invalidTransactionStatus = responseCase(404, '00', 'Invalid Transaction Status');
/** HTTP 404, case 01: Transaction Not Found. */
export const transactionNotFound = responseCase(404, '01', 'Transaction Not Found');
/** HTTP 404, case 13: Invalid Amount. */
export const invalidAmount = responseCase(404, '13', 'Invalid Amount');
/** HTTP 404, case 18: Inconsistent Request. */
export const inconsistentRequest = responseCase(404, '18', 'Inconsistent Request');
/** HTTP 405, case 00: Requested Function Is Not Supported. */
export const notSupported = responseCase(405, '00', 'Requested Function Is Not Supported');
/** HTTP 409, case 00: Conflict. */
export const conflict = responseCase(409, '00', 'Conflict');
/** HTTP 409, case 01: Duplicate partnerReferenceNo. */
export const duplicateReference = responseCase(409, '01', 'Duplicate partnerReferenceNo');

/** The value is there but not in the documented form. */
export function invalidFormat(field: string): ResponseCase {
  return responseCase(400, '01', `Invalid Field Format ${field}`);
}

/** The value is missing. */
export function missingField(field: string): ResponseCase {
  return responseCase(400, '02', `Invalid Mandatory Field ${field}`);
}

/** Not who they say they are. */
export function unauthorized(reason: string): ResponseCase {
  return responseCase(401, '00', `Unauthorized. ${reason}`);
}

/** The merchant may not do this. */
export function notPermitted(reason: string): ResponseCase {
  return responseCase(403, '15', `Transaction Not Permitted. ${reason}`);
}
