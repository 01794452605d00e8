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

export const badRequest = () => new Refusal(400, '00', 'Bad Request');
export const invalidFormat = (field: string) => new Refusal(400, '01', `Invalid Field Format ${field}`);
export const missingField = (field: string) => new Refusal(400, '02', `Invalid Mandatory Field ${field}`);
export const invalidSignature = () => new Refusal(401, '00', 'Unauthorized. Invalid Signature');
export const transactionExpired = () => new Refusal(403, '00', 'Transaction Expired');
export const exceedsLimit = () => new Refusal(403, '02', 'Exceeds Transaction Amount Limit');
export const doNotHonor = () => new Refusal(403, '05', 'Do Not Honor');
export const insufficientFunds = () => new Refusal(403, '14', 'Insufficient Funds');
export const notPermitted = () => new Refusal(403, '15', 'Transaction Not Permitted');
export const invalidStatus = () => new Refusal(404, '00', 'Invalid Transaction Status');
export const transactionNotFound = () => new Refusal(404, '01', 'Transaction Not Found');
export const invalidMerchant = (debugMessage?: string) => new Refusal(404, '08', 'Invalid Merchant', debugMessage);
export const invalidBill = () => new Refusal(404, '12', 'Invalid Bill');
export const invalidAmount = () => new Refusal(404, '13', 'Invalid Amount');
export const inconsistentRequest = () => new Refusal(404, '18', 'Inconsistent Request');
export const generalError = () => new Refusal(500, '00', 'General Error');
export const internalServerError = () => new Refusal(500, '01', 'Internal Server Error');
