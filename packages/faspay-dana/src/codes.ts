import { doubtful, refused, success, type CodeTable } from '@bayar/core/kit';

/** Where Faspay documents the Debit API. */
export const DOCS = 'https://docs.faspay.co.id/merchant-integration/api-reference-1/debit-transaction';

const CONTACT = 'Ask Faspay support, with the raw answer.';
const ACCESS =
  "Either this server's address is not registered at Faspay, or the merchant is suspended: Faspay's own tables swap the two codes.";
const OWN_FAULT = 'Report it: the adapter should not send such a request.';

/**
 * What every operation shares (Faspay reference: Status Response Code). The codes that tell the state of an order are not
 * here: what they mean depends on what was asked.
 */
export const commonCodes: CodeTable = {
  '00': success,
  '01': doubtful('acquirer-error'),
  '03': refused(
    'merchant-not-ready',
    'Faspay does not know the merchant id. Check that it belongs to this environment.',
  ),
  '13': refused('invalid-request', `Faspay refused the amount. ${CONTACT}`),
  '18': refused(
    'customer-account',
    "Faspay does not know the customer, or the customer's phone number. Check customer.phone.",
  ),
  '21': refused('expired', `The subscription has ended, and a single payment has none. ${CONTACT}`),
  '30': refused(
    'invalid-request',
    `A field has the wrong format; the description in the raw answer may name it. ${OWN_FAULT}`,
  ),
  '40': refused(
    'merchant-not-ready',
    'The DANA channel (819) is not enabled for this merchant. Ask Faspay to enable it.',
  ),
  '55': refused('authentication', 'User id or password is wrong, or belongs to the other environment.'),
  '56': refused('not-permitted', ACCESS),
  '63': refused('not-permitted', ACCESS),
  '66': doubtful('acquirer-error'),
  '82': refused('merchant-not-ready', `The merchant is not registered for this. ${CONTACT}`),
  '83': refused('invalid-request', `A mandatory field is missing. ${OWN_FAULT}`),
  '84': refused('invalid-request', `A field is not known to Faspay. ${OWN_FAULT}`),
  '85': refused('invalid-request', `Fields are missing. ${OWN_FAULT}`),
  '96': doubtful('acquirer-error'),
};
