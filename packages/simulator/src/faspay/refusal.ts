/** Faspay's response codes and their documented meaning (Faspay reference §7.1). */
const meanings = {
  '03': 'Invalid Merchant',
  '13': 'Invalid Amount',
  '14': 'Invalid Order',
  '17': 'Order Cancelled by Merchant/Customer',
  '30': 'Format Error',
  '40': 'Requested Function not Supported',
  '54': 'Order Expired',
  '55': 'Incorrect User/Password',
  '56': 'Security Violation',
  '63': 'Not Active/Suspended',
  '80': 'Payment was Reversal',
  '81': 'Already Been Paid',
  '82': 'Unregistered Entity',
  '83': 'Parameter is Mandatory',
  '84': 'Unregistered Parameters',
  '85': 'Insufficient Parameters',
} as const;

/** A code other than `00`. */
export type RefusalCode = keyof typeof meanings;

/** Why Faspay does not do what it was asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, subject?: string) {
    super(subject === undefined ? meanings[code] : `${meanings[code]}: ${subject}`);
    this.code = code;
  }
}
