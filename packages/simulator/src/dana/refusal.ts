/** Why DANA does not do what it was asked. The operation's service code completes the response code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The HTTP status, and the first three digits of the response code. */
  readonly status: number;
  /** The last two digits of the response code. */
  readonly caseCode: string;
  /** What `X-Debug-Mode` adds to the answer. */
  readonly debugMessage: string | undefined;

  constructor(status: number, caseCode: string, message: string, debugMessage?: string) {
    super(message);
    this.status = status;
    this.caseCode = caseCode;
    this.debugMessage = debugMessage;
  }
}

/** HTTP 400, case 00: Bad Request. */
export const badRequest = (): Refusal => new Refusal(400, '00', 'Bad Request');
/** HTTP 400, case 01: Invalid Field Format. */
export const invalidFormat = (field: string): Refusal => new Refusal(400, '01', `Invalid Field Format ${field}`);
/** HTTP 400, case 02: Invalid Mandatory Field. */
export const missingField = (field: string): Refusal => new Refusal(400, '02', `Invalid Mandatory Field ${field}`);
/** HTTP 401, case 00: Unauthorized. Invalid Signature. */
export const invalidSignature = (): Refusal => new Refusal(401, '00', 'Unauthorized. Invalid Signature');
/** HTTP 403, case 00: Transaction Expired. */
export const transactionExpired = (): Refusal => new Refusal(403, '00', 'Transaction Expired');
/** HTTP 403, case 02: Exceeds Transaction Amount Limit. */
export const exceedsLimit = (): Refusal => new Refusal(403, '02', 'Exceeds Transaction Amount Limit');
/** HTTP 403, case 05: Do Not Honor. */
export const doNotHonor = (): Refusal => new Refusal(403, '05', 'Do Not Honor');
/** HTTP 403, case 14: Insufficient Funds. */
export const insufficientFunds = (): Refusal => new Refusal(403, '14', 'Insufficient Funds');
/** HTTP 403, case 15: Transaction Not Permitted. */
export const notPermitted = (): Refusal => new Refusal(403, '15', 'Transaction Not Permitted');
/** HTTP 404, case 00: Invalid Transaction Status. */
export const invalidStatus = (): Refusal => new Refusal(404, '00', 'Invalid Transaction Status');
/** HTTP 404, case 01: Transaction Not Found. */
export const transactionNotFound = (): Refusal => new Refusal(404, '01', 'Transaction Not Found');
/** HTTP 404, case 08: Invalid Merchant. */
export const invalidMerchant = (debugMessage?: string): Refusal =>
  new Refusal(404, '08', 'Invalid Merchant', debugMessage);
/** HTTP 404, case 12: Invalid Bill. */
export const invalidBill = (): Refusal => new Refusal(404, '12', 'Invalid Bill');
/** HTTP 404, case 13: Invalid Amount. */
export const invalidAmount = (): Refusal => new Refusal(404, '13', 'Invalid Amount');
/** HTTP 404, case 18: Inconsistent Request. */
export const inconsistentRequest = (): Refusal => new Refusal(404, '18', 'Inconsistent Request');
/** HTTP 409, case 00: Conflict. */
export const conflict = (): Refusal => new Refusal(409, '00', 'Conflict');
/** HTTP 500, case 00: General Error. */
export const generalError = (): Refusal => new Refusal(500, '00', 'General Error');
/** HTTP 500, case 01: Internal Server Error. */
export const internalServerError = (): Refusal => new Refusal(500, '01', 'Internal Server Error');
