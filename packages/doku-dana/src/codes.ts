import { commonCodes, tokenCodes } from '@bayar/bi-snap';
import { doubtful, refused, refusedForNow, type CodeTable } from '@bayar/core/kit';

const NOT_FOR_DANA =
  'DOKU lists this code for other channels. Report it to DOKU support with the X-EXTERNAL-ID of the request.';
const ASK_DOKU = 'Ask DOKU support: only they can change it for this merchant.';

/**
 * What a request that can move money is answered with: DOKU's list and SNAP's, which agree where both exist. DOKU
 * publishes none of its own for DANA. What is not listed is in doubt.
 *
 * DOKU reference: HTTP status and case code, https://developers.doku.com/response-code/http-status-and-case-code
 */
export const moneyCodes: CodeTable = {
  ...commonCodes,
  ...tokenCodes,
  '401/02': refused('authentication', NOT_FOR_DANA),
  '401/04': refused('authentication', NOT_FOR_DANA),
  '403/00': refused('expired', 'The time to pay, or to refund, is over.'),
  '403/01': refused('merchant-not-ready', `DANA is not enabled for this merchant. ${ASK_DOKU}`),
  '403/02': refused('amount-limit', 'The amount is above what DANA allows in one transaction.'),
  '403/03': refused('suspected-fraud', 'DANA suspects fraud. Do not try again for this customer without asking DOKU.'),
  '403/04': refusedForNow('customer-account', 'The customer has made too many transactions for now. Try later.'),
  '403/05': refused(
    'customer-account',
    "The customer's DANA account is in an abnormal state: the customer must ask DANA.",
  ),
  '403/06': refusedForNow('not-permitted', 'Not possible at this time of day. Try later.'),
  '403/07': refused('customer-account', 'The account is blocked: the customer must ask DANA.'),
  '403/08': refused('customer-account', 'The account has expired: the customer must ask DANA.'),
  '403/09': refused('customer-account', 'The account is dormant: the customer must ask DANA.'),
  '403/10': refused('other', NOT_FOR_DANA),
  '403/11': refused('customer-account', 'The customer entered too many wrong codes: the customer must ask DANA.'),
  '403/12': refused('other', NOT_FOR_DANA),
  '403/13': refused('other', NOT_FOR_DANA),
  '403/14': refusedForNow(
    'insufficient-funds',
    'The balance is too low. For a refund it is your balance at DOKU: top it up and try again.',
  ),
  '403/15': refused('not-permitted', `Not permitted for this transaction or merchant. ${ASK_DOKU}`),
  '403/16': refused('not-permitted', `The transaction is suspended. ${ASK_DOKU}`),
  '403/17': refused('amount-limit', 'The limit the customer granted is exceeded.'),
  '403/18': refused('customer-account', 'The account is not active: the customer must ask DANA.'),
  '403/19': refused('merchant-not-ready', `This merchant is blocked. ${ASK_DOKU}`),
  '403/20': refusedForNow(
    'amount-limit',
    "The merchant's daily limit is reached. Try tomorrow, or ask DOKU to raise it.",
  ),
  '403/21': refused('other', NOT_FOR_DANA),
  '403/22': refused('other', NOT_FOR_DANA),
  '403/23': refused('amount-limit', "The customer's account limit is exceeded."),
  '404/00': refused('wrong-status', 'The payment is not in a state that allows this.'),
  '404/01': refused('not-found', 'DOKU does not know the payment. Check the environment and the reference.'),
  '404/02': refused('other', NOT_FOR_DANA),
  '404/03': refused('other', NOT_FOR_DANA),
  '404/04': refused('wrong-status', 'The customer has cancelled the payment.'),
  '404/05': refused('other', NOT_FOR_DANA),
  '404/06': refused('other', NOT_FOR_DANA),
  '404/07': refused('other', NOT_FOR_DANA),
  '404/08': refused(
    'merchant-not-ready',
    `DOKU does not find the merchant, or it is in an abnormal state. ${ASK_DOKU}`,
  ),
  '404/09': refused('other', NOT_FOR_DANA),
  '404/10': refused('other', NOT_FOR_DANA),
  '404/11': refused('customer-account', 'The account is not valid: the customer must ask DANA.'),
  '404/12': refused('not-found', 'The payment is blocked or does not exist. Check the environment and the reference.'),
  '404/13': refused('amount-limit', 'The amount does not fit the payment: a refund may not exceed what is left of it.'),
  // Paid already: by this request or by an earlier one, so money may have moved.
  '404/14': doubtful('already-exists'),
  '404/15': refused('other', NOT_FOR_DANA),
  '404/16': refused('merchant-not-ready', 'DOKU does not know this partner. Check client id and environment.'),
  '404/17': refused('other', NOT_FOR_DANA),
  '404/18': refused(
    'inconsistent',
    'The reference belongs to an earlier request with other data. Use a new reference.',
  ),
  '404/19': refused('expired', 'The payment has expired.'),
  '405/00': refused('not-permitted', `DOKU does not support this call for this merchant. ${ASK_DOKU}`),
  '405/01': refusedForNow('not-permitted', 'Not allowed at the moment. Try later.'),
  // The identifier is random: if DOKU has seen it, it has seen this request.
  '409/00': doubtful('already-exists'),
  '409/01': doubtful('already-exists'),
  '429/00': refusedForNow('rate-limited', 'Too many requests; this one was not processed. Slow down and try again.'),
};
