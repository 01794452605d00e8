import { commonCodes } from '@bayar/bi-snap';
import { refused, type CodeTable } from '@bayar/core/kit';

// DANA's pages and its own tests disagree on which of the three means expired and which unknown: for the merchant they
// mean the same.
const bindAgain = refused('expired', "The customer's token no longer works. Let the customer bind again.");

/** What every call on a customer's behalf shares. */
export const accountCodes: CodeTable = {
  ...commonCodes,
  '401/01': bindAgain,
  '401/02': bindAgain,
  '401/04': bindAgain,
  '403/05': refused('customer-account', "DANA will not serve this customer's account: its state is abnormal."),
};
